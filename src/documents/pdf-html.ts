import { textToHtml } from './html-text.ts';
import { escapeText } from './inline.ts';

/**
 * A page's paragraphs as HTML. Two or more lines in a row that have cells make a table; a single one is
 * more likely a signature with its date.
 */
export function pageHtml(paragraphs: readonly string[]): string {
  const blocks: string[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length === 1) blocks.push(textToHtml(rows[0]!.join(' ')));
    else if (rows.length > 1) blocks.push(tableHtml(rows));
    rows = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.includes('\t')) {
      rows.push(paragraph.split('\t'));
      continue;
    }
    endTable();
    blocks.push(textToHtml(paragraph));
  }
  endTable();
  return blocks.filter((block) => block !== '').join('\n');
}

function tableHtml(rows: string[][]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, n) => `<td>${escapeText((row[n] ?? '').trim())}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><tbody>${lines.join('')}</tbody></table>`;
}
