import { type DocumentInput, readArchive } from '../../documents/index.ts';

/** Unpacked size up to which a workbook is looked through; far more than any table people read. */
const MAX_BYTES = 50 * 1024 * 1024;

const PARTS =
  /^(?:xl\/(?:sharedStrings|worksheets\/|comments|threadedComments|drawings\/|workbook)|docProps\/).*\.xml$/u;

/**
 * All text of a workbook for screening and search, in the order of its parts: cells of every sheet, hidden ones
 * too, comments and properties. Any workbook, not only tables of items; what stands in which cell is lost.
 * @throws DocumentError ZIP_*, FILE_*
 */
export async function workbookText({ bytes }: DocumentInput): Promise<string> {
  const parts: string[] = [];
  for await (const { path, bytes: content } of readArchive(bytes, { unpackedBytes: MAX_BYTES }))
    if (PARTS.test(path)) parts.push(markupText(content.toString('utf8')));
  return parts.filter((text) => text !== '').join('\n');
}

/** Ends of what people see as one piece: a string, a cell, a comment, a paragraph of a drawing. */
const PIECE_END = /^\/(?:si|c|is|comment|row|\w+:p|Properties|\w+:\w+)$/u;

/**
 * Text of XML without parsing it as XML: hostile markup is only ever walked through once, and no entity is
 * expanded but the five that every XML has. Cells that hold the number of a shared string are skipped.
 */
export function markupText(xml: string): string {
  let text = '';
  let reference = false;
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (!reference) text += xml.slice(at, end);
    const close = open < 0 ? -1 : xml.indexOf('>', open);
    if (close < 0) break;
    const tag = xml.slice(open + 1, Math.min(close, open + 200));
    if (tag.startsWith('c ')) reference = /\st="s"/u.test(tag) && !tag.endsWith('/');
    if (tag === '/c') reference = false;
    if (PIECE_END.test(tag)) text += '\n';
    at = close + 1;
  }
  const lines = unescaped(text)
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/gu,
    (_, name?: string, decimal?: string, hex?: string) => {
      if (name) return NAMED[name]!;
      return character(decimal ? Number(decimal) : Number.parseInt(hex!, 16));
    },
  );
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}
