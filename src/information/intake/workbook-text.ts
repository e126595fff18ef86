import { type DocumentInput, readArchive } from '../../documents/index.ts';

/** Unpacked size up to which a workbook is looked through; far more than any table people read. */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * All text of a workbook for screening and search, in the order of its parts: cells of every sheet, hidden ones
 * too, comments and properties. Any workbook, not only tables of items; what stands in which cell is lost.
 * @throws DocumentError ZIP_*, FILE_*
 */
export async function workbookText({ bytes }: DocumentInput): Promise<string> {
  const parts: string[] = [];
  for await (const { path, bytes: content } of readArchive(bytes, { unpackedBytes: MAX_BYTES }))
    if (/^(?:xl\/(?:sharedStrings|worksheets\/|comments|threadedComments|drawings\/|workbook)|docProps\/).*\.xml$/u.test(path))
      parts.push(markupText(content.toString('utf8')));
  return parts.filter((text) => text !== '').join('\n');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML without reading it as XML: no entity is expanded but the five that every XML has. */
function markupText(xml: string): string {
  return xml
    .replaceAll(/<rPh\b.*?<\/rPh>|<f\b[^>]*>.*?<\/f>/gsu, '')
    .replaceAll(/<\/(?:si|c|is|comment|row|[a-z]+:p)>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/giu, (_, name, decimal, hex) =>
      name ? NAMED[String(name).toLowerCase()]! : character(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}
