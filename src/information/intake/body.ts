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
