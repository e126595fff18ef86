import type { UnitCode } from './people.ts';

/** Codes of the four categories of the source. */
export type CategoryCode = 'QLYX' | 'CZZJ' | 'RSDL' | 'GGFW';

/** A file to be made and attached. */
export type PieceFile =
  | { kind: 'txt'; name: string; lines: string[] }
  | { kind: 'csv' | 'xlsx'; name: string; rows: Cell[][] }
  | { kind: 'docx'; name: string; title: string; lines: string[] };

export type Cell = string | number;

/** One invented document before it has a number and dates of review. */
export interface Piece {
  /** Month and day formed, MMDD; moved to the next working day where it is none. */
  on: string;
  /** Working days from formed to published; more than 20 is late. */
  days: number;
  unit: UnitCode;
  title: string;
  genre: '公告' | '通告' | '通知' | '通报' | '报告' | '意见' | '决定' | '函' | '其他';
  subject: string;
  keywords: string;
  summary?: string;
  /** Code before the year of the document number, e.g. 示交; left out: the document carries none. */
  series?: '示交' | '示交办' | '示交人' | '示交财' | '示交运' | '示交罚' | '示交党';
  body: string;
  files?: PieceFile[];
}

/** Paragraphs. The texts of this folder hold no markup, so none is escaped. */
export function p(...lines: string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('');
}

/** A table with a header row. */
export function table(header: Cell[], rows: Cell[][]): string {
  const cells = (row: Cell[], tag: 'th' | 'td') => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<table><thead><tr>${cells(header, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Sum of a column, kept to two decimals as money is. */
export function sumOf(rows: readonly Cell[][], column: number): number {
  const total = rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
  return total / 100;
}

/** The rows with a last row that adds the named columns up. */
export function withTotal(rows: Cell[][], columns: number[], label = '合计', at = 0): Cell[][] {
  const last = rows[0]!.map((_, column) =>
    columns.includes(column) ? sumOf(rows, column) : column === at ? label : '',
  );
  return [...rows, last];
}

/** The body as issued: with its closing words and, right-aligned, who issued it and when. */
export function signed(piece: Piece, issuer: string, formedOn: string): string {
  const { genre, body } = piece;
  const closing = ['公告', '通告', '通知', '通报'].includes(genre) ? p(`特此${genre}。`) : '';
  const [year, month, day] = formedOn.split('-').map(Number);
  const right = (text: string) => `<p style="text-align:right">${text}</p>`;
  return body + closing + right(issuer) + right(`${year}年${month}月${day}日`);
}
