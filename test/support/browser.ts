import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** Where Debian and its kin keep NSS; a machine without it uses the copy that comes with the browser. */
const SYSTEM_NSS = [
  '/usr/lib/x86_64-linux-gnu/libnss3.so',
  '/lib/x86_64-linux-gnu/libnss3.so',
  '/usr/lib64/libnss3.so',
];

/** A real Chromium that came through npm. */
export async function openBrowser(): Promise<Browser> {
  // The package unpacks its own copy of the system libraries only where it believes to be in a bare cloud.
  if (!SYSTEM_NSS.some((path) => existsSync(path))) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  });
}

export interface Violation {
  id: string;
  impact: string | null | undefined;
  nodes: string[];
}

/** What axe finds on the page as it stands, WCAG 2.2 A and AA; empty when all is well. */
export async function axeViolations(page: Page): Promise<Violation[]> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(readFileSync(source, 'utf8'));
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return results.violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    nodes: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  }));
}

/** Keeps what the page looks like under test-results/, for whoever reads a failed or a passed run. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', 'test-results');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
