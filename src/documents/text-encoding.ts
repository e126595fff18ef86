import { DocumentError } from './errors.ts';

/** Decoded text and whether its encoding had to be guessed. */
export type DecodedText = { text: string; encoding: string; guessed: boolean };

const NON_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u;

/** Whether the bytes are no text in any encoding we read. Looks at the first 64 KiB only. */
export function isBinary(content: Buffer): boolean {
  const start = content.subarray(0, 64 * 1024);
  if (byteOrderMark(start) !== undefined || utf16WithoutMark(start) !== undefined) return false;
  return NON_TEXT.test(start.toString('latin1'));
}

/**
 * Text of unknown encoding: byte order mark, then UTF-8, then what the file itself declares
 * (`declared`, e.g. an HTML meta tag), then UTF-16 without mark, then GB 18030 (which contains GBK and
 * GB 2312, what Chinese Windows saves). Line ends become `\n`.
 * @throws DocumentError TEXT_UNREADABLE when it is text in none of them
 */
export function decodeText(content: Buffer, declared?: string): DecodedText {
  const marked = byteOrderMark(content);
  if (marked !== undefined) return done(decode(content, marked, false), marked, false);
  const utf16 = utf16WithoutMark(content.subarray(0, 64 * 1024));
  if (utf16 !== undefined) return done(decode(content, utf16, false), utf16, true);
  const asUtf8 = decodeUtf8(content) ?? cutUtf8(content);
  if (asUtf8 !== undefined) return done(asUtf8, 'utf-8', false);
  const label = declared === undefined ? undefined : encodingOf(declared);
  if (label !== undefined && label !== 'utf-8') {
    return done(decode(content, label, false), label, false);
  }
  const asGb = decode(content, 'gb18030', true);
  if (asGb === undefined || !looksChinese(asGb)) throw new DocumentError('TEXT_UNREADABLE');
  return done(asGb, 'gb18030', true);
}

function done(text: string | undefined, encoding: string, guessed: boolean): DecodedText {
  if (text === undefined) throw new DocumentError('TEXT_UNREADABLE');
  return { text: text.replaceAll(/\r\n?/gu, '\n').replaceAll('\u0000', ''), encoding, guessed };
}

function byteOrderMark(content: Buffer): string | undefined {
  if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf) return 'utf-8';
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Even without a mark, UTF-16 gives itself away: line ends and ASCII have a zero on the same side. */
function utf16WithoutMark(start: Buffer): string | undefined {
  if (start.length < 4 || !start.includes(0)) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const label = odd > 0 && even === 0 ? 'utf-16le' : even > 0 && odd === 0 ? 'utf-16be' : undefined;
  if (label === undefined) return undefined;
  const text = decode(start.subarray(0, start.length & ~1), label, true);
  return text !== undefined && !NON_TEXT.test(text) ? label : undefined;
}

function decode(content: Buffer, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(content);
  } catch {
    return undefined;
  }
}

/**
 * Valid UTF-8, unless it can only be so by chance: 通知 in GBK is valid UTF-8 for two marks of the Greek
 * and Hebrew scripts. Text with such letters but not one Chinese character is not what offices write.
 */
export function decodeUtf8(content: Buffer): string | undefined {
  const text = decode(content, 'utf-8', true);
  const strange = text !== undefined && /[\u0250-\u07ff]/u.test(text) && !/[\u0800-\u{10ffff}]/u.test(text);
  return strange && decode(content, 'gb18030', true) !== undefined ? undefined : text;
}

/** UTF-8 that was cut in the middle of its last character (a field of fixed length, a broken copy). */
function cutUtf8(content: Buffer): string | undefined {
  for (let cut = 1; cut <= 3 && cut < content.length; cut++) {
    if ((content[content.length - cut]! & 0xc0) !== 0xc0) continue;
    const text = decode(content.subarray(0, content.length - cut), 'utf-8', true);
    return text === undefined || /^[\u0000-\u007f]*$/u.test(text) ? undefined : `${text}\ufffd`;
  }
  return undefined;
}

/** The WHATWG name for a declared charset, or undefined when there is no such encoding. */
export function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}

/**
 * Nearly any byte sequence decodes as GB 18030, so the result must look like Chinese: most of what is
 * not ASCII must be everyday characters or punctuation and not the rare ones that mojibake yields.
 */
function looksChinese(text: string): boolean {
  let common = 0;
  let other = 0;
  for (const character of text.slice(0, 200_000)) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    const everyday =
      (code >= 0x4e00 && code <= 0x9fa5) ||
      (code >= 0x3000 && code <= 0x303f) ||
      (code >= 0xff00 && code <= 0xffef) ||
      (code >= 0x2010 && code <= 0x2026);
    if (everyday) common++;
    else other++;
  }
  return common > 0 && common >= other * 2;
}
