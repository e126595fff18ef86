/** Takes the pictures in docs/screenshots from a demonstration that runs: node scripts/screenshots.ts URL SIGN-INS-FILE */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';

const [address = 'http://127.0.0.1:8080', signInsFile = 'data/demonstration-sign-ins.json'] =
  process.argv.slice(2);
const signIns = JSON.parse(readFileSync(signInsFile, 'utf8')) as {
  login: string;
  password: string;
  role: string;
}[];
const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
const browser = await openBrowser();

const portal = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' });
await portal.goto(`${address}/`);
await portal.screenshot({ path: join(folder, 'portal-home.png') });

const officer = signIns.find((one) => one.role === 'disclosure-officer')!;
const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' });
await page.goto(`${address}/workbench/`);
await page.locator('input').nth(0).fill(officer.login);
await page.locator('input').nth(1).fill(officer.password);
await page.locator('input').nth(1).press('Enter');
await page.getByRole('heading', { name: '我的待办' }).waitFor();
await page.waitForLoadState('networkidle');
await page.screenshot({ path: join(folder, 'workbench-queue.png') });
await browser.close();
