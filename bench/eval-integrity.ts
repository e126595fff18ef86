/**
 * Measures the hijack detectors on labelled pages: node bench/eval-integrity.ts [FOLDER].
 * FOLDER holds one JSON record a file (text, label, hijack_type, detectable_from_text); by default the pages
 * beside the repository. A page counts as reported when a hijack finding is at least a warning. Records whose
 * tampering only the address shows are left out of recall, as the text alone cannot tell.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, screen } from '../src/screening/index.ts';

interface Page {
  readonly id: string;
  readonly text: string;
  readonly label: 'clean' | 'hijacked';
  readonly hijack_type: string | null;
  readonly clean_kind: string | null;
  readonly detectable_from_text: boolean;
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/integrity');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Page);

interface Outcome {
  readonly page: Page;
  readonly hijack: readonly Finding[];
  readonly critical: readonly Finding[];
}

const outcomes: Outcome[] = pages.map((page) => {
  const findings = screen({ text: page.text });
  return {
    page,
    hijack: findings.filter((finding) => finding.detector === 'hijack' && finding.severity !== 'info'),
    critical: findings.filter((finding) => finding.severity === 'critical'),
  };
});

const judged = outcomes.filter(({ page }) => page.label === 'clean' || page.detectable_from_text);
const reported = judged.filter(({ hijack }) => hijack.length > 0);
const hit = reported.filter(({ page }) => page.label === 'hijacked');
const missed = judged.filter(({ page, hijack }) => page.label === 'hijacked' && hijack.length === 0);
const falseAlarms = reported.filter(({ page }) => page.label === 'clean');
const share = (part: number, whole: number) => (whole === 0 ? 'n/a' : (part / whole).toFixed(3));
const show = (findings: readonly Finding[]) =>
  findings.map((finding) => `${finding.code} [${finding.severity}] ${finding.excerpt}`).join(' ; ');

console.log(
  `pages ${pages.length}: ${judged.length} judged, ${pages.length - judged.length} not detectable from text`,
);
console.log(
  `precision ${share(hit.length, reported.length)}  recall ${share(hit.length, hit.length + missed.length)}`,
);
console.log(
  `blocked (critical) among hits: ${share(hit.filter(({ hijack }) => hijack.some((f) => f.severity === 'critical')).length, hit.length)}`,
);
for (const { page } of missed)
  console.log(`missed       ${page.id} ${page.hijack_type}: ${page.text.slice(0, 80)}`);
for (const { page, hijack } of falseAlarms)
  console.log(`false alarm  ${page.id} ${page.clean_kind}: ${show(hijack)}`);
for (const { page, critical } of outcomes)
  if (page.label === 'clean' && critical.length > 0)
    console.log(`clean, blocked  ${page.id}: ${show(critical)}`);
if (process.argv.includes('--all'))
  for (const { page, hijack } of outcomes)
    if (hijack.length > 0) console.log(`${page.id} ${page.label}: ${show(hijack)}`);
