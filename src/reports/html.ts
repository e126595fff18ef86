import type { Language } from '../platform/index.ts';
import { barChart, barImage, escapeHtml } from './chart.ts';
import type { YearlyReport } from './contract.ts';
import { say } from './labels.ts';
import { countedLine, countsInWords, reportParts, reportTitle, share } from './narrative.ts';
import type { TextBlock } from './text-blocks.ts';

/** Width of the longest bar in pixels. */
const BAR_WIDTH = 240;

/**
 * The report as a page fragment without scripts or outside resources.
 * @param chart 'svg' for pages; 'bars' puts bitmap bars into the table, which an item's text may hold
 */
export function reportHtml(report: YearlyReport, language: Language, chart: 'svg' | 'bars' = 'svg'): string {
  const parts = reportParts(report, language).map((part) =>
    [
      `<h2>${escapeHtml(part.heading)}</h2>`,
      ...part.blocks.map(blockHtml),
      part.counts && report.proactive.total > 0 ? countsHtml(report, language, chart) : '',
    ].join('\n'),
  );
  return [
    `<article class="yearly-report" lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    // An item's title stands above its text already.
    chart === 'svg' ? `<h1>${escapeHtml(reportTitle(report, language))}</h1>` : '',
    ...parts,
    `<p>${escapeHtml(countedLine(report, language))}</p>`,
    '</article>',
  ].join('\n');
}

/** The fragment in a page of its own, for download and print. */
export function reportPage(report: YearlyReport, language: Language): string {
  const title = escapeHtml(reportTitle(report, language));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body>
${reportHtml(report, language)}
</body></html>
`;
}

const STYLE =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;line-height:1.8;font-family:system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1a1a1a;background:#fff}' +
  'h1{text-align:center;font-size:1.5rem}h2{font-size:1.15rem}p{text-indent:2em}table{border-collapse:collapse;width:100%;margin:1rem 0}' +
  'th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left}figure{margin:1rem 0}';

function blockHtml(block: TextBlock): string {
  if (block.kind === 'paragraph') return `<p>${escapeHtml(block.text)}</p>`;
  const cells = (row: string[], tag: 'th' | 'td') =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`);
  return [
    '<table><thead><tr>',
    ...cells(block.header, 'th'),
    '</tr></thead><tbody>',
    ...block.rows.map((row) => `<tr>${cells(row, 'td').join('')}</tr>`),
    '</tbody></table>',
  ].join('');
}

function countsHtml(report: YearlyReport, language: Language, chart: 'svg' | 'bars'): string {
  const { total, byCategory } = report.proactive;
  const caption = say('report.table.caption', language, { year: report.year });
  const largest = Math.max(1, ...Object.values(byCategory));
  const bars = chart === 'bars';
  const heads = ['category', 'count', 'share', ...(bars ? ['bar'] : [])] as const;
  const rows = Object.entries(byCategory).map(([name, count]) => {
    const bar = bars
      ? `<td>${barHtml(count, largest, say('report.item', language, { name, count }))}</td>`
      : '';
    return `<tr><td>${escapeHtml(name)}</td><td>${count}</td><td>${share(count, total)}</td>${bar}</tr>`;
  });
  const alt = say('report.chart.alt', language, { caption, parts: countsInWords(report, language) });
  return [
    `<table><caption>${escapeHtml(caption)}</caption><thead><tr>`,
    ...heads.map(
      (key) => `<th scope="col">${escapeHtml(say(`report.table.${key as 'bar'}`, language))}</th>`,
    ),
    `</tr></thead><tbody>${rows.join('')}`,
    `<tr><th scope="row">${say('report.table.total', language)}</th><td>${total}</td><td>100.0%</td>${bars ? '<td></td>' : ''}</tr>`,
    '</tbody></table>',
    bars ? '' : `<figure>${barChart(byCategory, alt)}</figure>`,
  ].join('');
}

function barHtml(count: number, largest: number, alt: string): string {
  if (count === 0) return '';
  const width = barPixels(count, largest, BAR_WIDTH);
  const source = `data:image/png;base64,${barImage(width).toString('base64')}`;
  return `<img src="${source}" width="${width}" height="14" alt="${escapeHtml(alt)}">`;
}

/** Length of a bar in pixels, in proportion to the largest; never less than one. */
export function barPixels(count: number, largest: number, full: number): number {
  return Math.max(1, Math.round((count / largest) * full));
}
