import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fromExcelSerial } from './dates.ts';
import { DocumentError } from './errors.ts';
import type { DocumentLimits } from './limits.ts';
import { type OfficePackage, openOfficePackage } from './office-package.ts';
import type { Sheet } from './sheet.ts';
import { childrenOf, descendants, parseXml, type XmlElement, xmlText } from './xml-tree.ts';

/**
 * The first visible sheet of an Excel workbook. Written here because the usual readers build the full
 * grid (a lone cell at XFD1048576 makes seventeen thousand million cells) and cannot tell what is
 * hidden, which screening must see.
 * @throws DocumentError FILE_BROKEN, TABLE_TOO_LARGE, ZIP_*, XML_*
 */
export function readXlsx(bytes: Uint8Array, limits: DocumentLimits): Sheet {
  const parts = openOfficePackage(bytes, limits);
  const workbook = parseXml(part(parts, 'xl/workbook.xml'));
  const book: Book = {
    strings: sharedStrings(parts),
    dateStyles: dateStyles(parts),
    date1904: ['1', 'true'].includes(find(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    limits,
  };
  const sheets = listSheets(parts, workbook);
  const main = sheets.find((sheet) => !sheet.hidden);
  if (main === undefined) throw new DocumentError('FILE_BROKEN', { where: 'xl/workbook.xml' });
  const { rows, hiddenText } = readSheet(part(parts, main.path), book);
  const extraTexts = hiddenText === '' ? [] : [hiddenText];
  for (const sheet of sheets.filter((other) => other.hidden)) {
    const hidden = readSheet(part(parts, sheet.path), book).rows;
    extraTexts.push(hidden.map((row) => row.cells.join('\t')).join('\n'));
  }
  for (const [name, content] of parts) {
    if (/\/(?:comments|threadedComment)\d*\.xml$/u.test(name))
      extraTexts.push(xmlText(parseXml(content)).trim());
  }
  return { rows, extraTexts: extraTexts.filter((text) => text !== ''), serials: true };
}

type Book = { strings: string[]; dateStyles: boolean[]; date1904: boolean; limits: DocumentLimits };

function part(parts: OfficePackage, path: string): Buffer {
  const content = parts.get(path);
  if (content === undefined) throw new DocumentError('FILE_BROKEN', { where: path });
  return content;
}

/** Elements may carry a prefix (some exporters write `x:row`). */
const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function find(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of descendants(element)) if (localName(child.name) === name) return child;
  return undefined;
}

function listSheets(parts: OfficePackage, workbook: XmlElement): { path: string; hidden: boolean }[] {
  const targets = new Map<string, string>();
  for (const relation of descendants(parseXml(part(parts, 'xl/_rels/workbook.xml.rels')), 'Relationship')) {
    const target = relation.attributes.Target ?? '';
    targets.set(relation.attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets: { path: string; hidden: boolean }[] = [];
  for (const sheet of descendants(workbook)) {
    if (localName(sheet.name) !== 'sheet') continue;
    const path = targets.get(sheet.attributes['r:id'] ?? '');
    const state = sheet.attributes.state ?? 'visible';
    if (path !== undefined && parts.has(path)) sheets.push({ path, hidden: state !== 'visible' });
  }
  return sheets;
}

function sharedStrings(parts: OfficePackage): string[] {
  const content = parts.get('xl/sharedStrings.xml');
  if (content === undefined) return [];
  const root = parseXml(content);
  const table = childrenOf(root)[0];
  return childrenOf(table)
    .filter((item) => localName(item.name) === 'si')
    .map(stringItem);
}

/** Text of a string with runs; phonetic guides (`rPh`) are not part of it. */
function stringItem(item: XmlElement): string {
  return childrenOf(item)
    .map((child) => {
      const name = localName(child.name);
      if (name === 't') return xmlText(child);
      return name === 'r' ? stringItem(child) : '';
    })
    .join('');
}

/** For each cell style whether its number format shows a date (ECMA-376 Part 1, 18.8.30). */
function dateStyles(parts: OfficePackage): boolean[] {
  const content = parts.get('xl/styles.xml');
  if (content === undefined) return [];
  const root = parseXml(content);
  const custom = new Map<number, string>();
  for (const format of descendants(root)) {
    if (localName(format.name) === 'numFmt') {
      custom.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
    }
  }
  const cellFormats = find(root, 'cellXfs');
  return childrenOf(cellFormats).map((format) => {
    const id = Number(format.attributes.numFmtId ?? 0);
    return custom.has(id) ? isDateFormat(custom.get(id)!) : isBuiltInDate(id);
  });
}

/** 27–36 and 50–58 are the Chinese built-in date formats. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const isDateFormat = (code: string) =>
  /[ymd年月日]/iu.test(code.replaceAll(/"[^"年月日]*"|\[(?!\$)[^\]]*\]|\\./gu, '')) &&
  !/^general$/iu.test(code);

type Cell = { type: string; style: number; column: number };

/** Streams one sheet; cells beyond the limits end the reading. */
function readSheet(content: Buffer, book: Book): { rows: Sheet['rows']; hiddenText: string } {
  const rows: Sheet['rows'] = [];
  const hiddenColumns = new Set<number>();
  const hiddenTexts: string[] = [];
  let row: Sheet['rows'][number] | undefined;
  let cell: Cell | undefined;
  let text = '';
  let collecting = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = localName(tag.name);
    if (name === 'col') addHiddenColumns(tag.attributes, hiddenColumns);
    else if (name === 'row') row = startRow(tag.attributes, rows, book.limits);
    else if (name === 'c') {
      cell = startCell(tag.attributes, row, book.limits);
      text = '';
    }
    collecting = name === 'v' || name === 't';
  });
  parser.on('text', (value) => {
    if (collecting) text += value;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    collecting = false;
    if (localName(tag.name) !== 'c' || cell === undefined || row === undefined) return;
    const value = cellText(text, cell, book);
    if (row.hidden || hiddenColumns.has(cell.column)) hiddenTexts.push(value);
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = value;
  });
  parser.on('error', (cause) => {
    throw new DocumentError('FILE_BROKEN', { where: 'sheet' }, { cause });
  });
  parser.write(content.toString('utf8')).close();
  return { rows, hiddenText: hiddenTexts.filter((value) => value !== '').join('\n') };
}

function startRow(attributes: Record<string, string>, rows: Sheet['rows'], limits: DocumentLimits) {
  if (rows.length > limits.rowCount + 20) throw tooLarge(limits);
  const rowNumber = Number(attributes.r ?? (rows.at(-1)?.rowNumber ?? 0) + 1);
  const row = { rowNumber, cells: [], hidden: ['1', 'true'].includes(attributes.hidden ?? '') };
  rows.push(row);
  return row;
}

function startCell(
  attributes: Record<string, string>,
  row: Sheet['rows'][number] | undefined,
  limits: DocumentLimits,
): Cell {
  const letters = /^[A-Z]{1,3}/u.exec(attributes.r ?? '')?.[0];
  const column = letters === undefined ? (row?.cells.length ?? 0) : columnIndex(letters);
  if (column >= limits.columnCount) throw tooLarge(limits);
  return { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), column };
}

const columnIndex = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function addHiddenColumns(attributes: Record<string, string>, hidden: Set<number>): void {
  if (!['1', 'true'].includes(attributes.hidden ?? '')) return;
  const last = Math.min(Number(attributes.max ?? 0), 1000);
  for (let column = Number(attributes.min ?? 1); column <= last; column++) hidden.add(column - 1);
}

function cellText(raw: string, cell: Cell, book: Book): string {
  if (cell.type === 's') return book.strings[Number(raw)] ?? '';
  if (cell.type === 'e') return '';
  if (cell.type === 'd') return raw.slice(0, 10);
  if (cell.type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (cell.type !== 'n' || raw === '' || !book.dateStyles[cell.style]) return raw;
  return fromExcelSerial(Number(raw), book.date1904) ?? raw;
}

const tooLarge = ({ rowCount, columnCount }: DocumentLimits) =>
  new DocumentError('TABLE_TOO_LARGE', { rowCount, columnCount });
