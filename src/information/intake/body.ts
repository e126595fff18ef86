import { DocumentError } from '../../documents/index.ts';
import type { ImportNote } from './errors.ts';

/** The API takes bodies up to three million characters (contract.ts); pictures are data: addresses in them. */
const MAX_BODY = 3_000_000;

/**
 * A body the editor can save again: without its pictures when they make it too long, empty when even its text
 * does. The original is attached, so nothing is lost.
 */
export function bodyWithin(html: string): { html: string; notes: ImportNote[] } {
  if (html.length <= MAX_BODY) return { html, notes: [] };
  const plain = html.replaceAll(/<img\b[^>]*>/gu, '');
  if (plain.length <= MAX_BODY) return { html: plain, notes: [{ code: 'PICTURES_LEFT_OUT' }] };
  return { html: '', notes: [{ code: 'BODY_TOO_LONG' }] };
}

/** The same for text that has no original to fall back on. @throws DocumentError 'TEXT_TOO_LONG' */
export function wholeBody(html: string): string {
  if (html.length > MAX_BODY) throw new DocumentError('TEXT_TOO_LONG', { textLength: MAX_BODY });
  return html;
}
