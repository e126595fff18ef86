import { parseDate } from './dates.ts';
import { DocumentError, orBroken } from './errors.ts';
import { type DocumentLimits, limitsFrom } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { sniff } from './sniff.ts';
import { fieldOfHeading, type TableField } from './table-columns.ts';
import type { DocumentInput, ExtraText } from './types.ts';

/** Why a row of a table cannot be taken; `column` is the heading as written. */
export type RowProblem = {
  code: 'TITLE_MISSING' | 'DATE_INVALID' | 'CELL_TOO_LONG';
  column: string;
  value?: string;
};

/** One item of a table. A row with problems is kept so that it can be shown, but must not be imported. */
export type TableRow = {
  /** As the office's program counts: the first line of the file is 1. */
  rowNumber: number;
  /** Dates are 'YYYY-MM-DD'; everything else is trimmed text. Empty cells are missing. */
  fields: Partial<Record<TableField, string>>;
  /** Columns with a heading we do not know, by heading. */
  unknown: Record<string, string>;
  problems: RowProblem[];
  /** The row is hidden in the workbook. */
  hidden?: true;
};

export type TableFile = { rows: TableRow[]; extraTexts: ExtraText[] };

/**
 * The items of a table (.csv, .xlsx), one a row. The first row with known headings, among them a title
 * or a file name, is the head; what stands above it is ignored.
 * @throws DocumentError TABLE_NO_HEADER, TABLE_TOO_LARGE, UNSUPPORTED_TYPE and what reading a file throws
 */
export async function readTable(input: DocumentInput, limits?: Partial<DocumentLimits>): Promise<TableRow[]> {
  return (await readTableFile(input, limits)).rows;
}

/** {@link readTable} with the hidden text of the workbook, for screening. */
export async function readTableFile(
  input: DocumentInput,
  limits?: Partial<DocumentLimits>,
): Promise<TableFile> {
  const bounds = limitsFrom(limits);
  const { kind, extension } = sniff(input.bytes, input.fileName, bounds);
  if (kind !== 'csv' && kind !== 'xlsx' && kind !== 'txt') {
    throw new DocumentError('UNSUPPORTED_TYPE', { extension, found: kind });
  }
  const sheet = await orBroken('FILE_BROKEN', async () =>
    kind === 'xlsx'
      ? (await import('./xlsx.ts')).readXlsx(input.bytes, bounds)
      : (await import('./csv.ts')).readCsv(input.bytes, bounds),
  );
  return {
    rows: itemsOf(sheet),
    extraTexts: sheet.extraTexts.map((text) => ({ where: 'hidden', text })),
  };
}

const HEAD_ROWS = 20;

function itemsOf(sheet: Sheet): TableRow[] {
  const at = sheet.rows.slice(0, HEAD_ROWS).findIndex((row) => isHead(row.cells));
  const head = sheet.rows[at];
  if (head === undefined) throw new DocumentError('TABLE_NO_HEADER');
  const columns = head.cells.map((heading) => ({ heading: heading.trim(), field: fieldOfHeading(heading) }));
  return sheet.rows
    .slice(at + 1)
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
    .map((row) => itemOf(row, columns, sheet.serials));
}

function isHead(cells: string[]): boolean {
  const fields = new Set(cells.map(fieldOfHeading));
  fields.delete(undefined);
  return fields.has('title') || (fields.has('fileName') && fields.size >= 2);
}

type Column = { heading: string; field: TableField | undefined };

const DATE_FIELDS = new Set<TableField>(['formedOn', 'publishedOn', 'effectiveOn', 'expiresOn']);
const MAX_CELL_LENGTH = 500;
const LONG_FIELDS = new Set<TableField>(['body', 'summary', 'ground', 'url', 'keywords']);

function itemOf(row: Sheet['rows'][number], columns: Column[], serials: boolean): TableRow {
  const item: TableRow = { rowNumber: row.rowNumber, fields: {}, unknown: {}, problems: [] };
  for (const [n, { heading, field }] of columns.entries()) {
    const value = (row.cells[n] ?? '').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '').trim();
    if (value === '' || heading === '') continue;
    if (field === undefined) item.unknown[heading] = value;
    else if (item.fields[field] === undefined) setField(item, field, heading, value, serials);
  }
  if (item.fields.title === undefined && item.fields.fileName === undefined) {
    const heading = columns.find(({ field }) => field === 'title')?.heading ?? '';
    item.problems.push({ code: 'TITLE_MISSING', column: heading });
  }
  if (row.hidden) item.hidden = true;
  return item;
}

function setField(item: TableRow, field: TableField, heading: string, value: string, serials: boolean): void {
  if (value.length > MAX_CELL_LENGTH && !LONG_FIELDS.has(field)) {
    item.problems.push({ code: 'CELL_TOO_LONG', column: heading, value: value.slice(0, 60) });
    return;
  }
  if (!DATE_FIELDS.has(field)) {
    item.fields[field] = value;
    return;
  }
  // Old systems write the day their clock began when a date is missing.
  if (/^1970[-/.]0?1[-/.]0?1/u.test(value) || /^[-—/无]+$/u.test(value)) return;
  const date = parseDate(value, { serials });
  if (date === undefined)
    item.problems.push({ code: 'DATE_INVALID', column: heading, value: value.slice(0, 60) });
  else item.fields[field] = date;
}
