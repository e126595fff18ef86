import { parse } from 'csv-parse/sync';
import { DocumentError } from './errors.ts';
import type { DocumentLimits } from './limits.ts';
import { decodeWithin } from './plain-text.ts';
import type { Sheet } from './sheet.ts';

/**
 * A table separated by commas, semicolons or tabs, in UTF-8, UTF-16 or GB 18030.
 * @throws DocumentError FILE_BROKEN, TABLE_TOO_LARGE, TEXT_UNREADABLE, TEXT_TOO_LONG
 */
export function readCsv(bytes: Uint8Array, limits: DocumentLimits): Sheet {
  const { text } = decodeWithin(bytes, limits);
  const records = parseRecords(text, limits);
  if (records.length > limits.rowCount + 20) throw tooLarge(limits);
  if (records.some((cells) => cells.length > limits.columnCount)) throw tooLarge(limits);
  return {
    rows: records.map((cells, n) => ({ rowNumber: n + 1, cells, hidden: false })),
    extraTexts: [],
    serials: true,
  };
}

function parseRecords(text: string, limits: DocumentLimits): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
      to: limits.rowCount + 21,
    });
  } catch (cause) {
    throw new DocumentError('FILE_BROKEN', { where: 'csv' }, { cause });
  }
}

const tooLarge = ({ rowCount, columnCount }: DocumentLimits) =>
  new DocumentError('TABLE_TOO_LARGE', { rowCount, columnCount });

/** The separator that occurs most in the first lines, quoted text aside. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 4000)
    .replaceAll(/"[^"]*"/gu, '')
    .split('\n')
    .slice(0, 5)
    .join('\n');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.sign;
}
