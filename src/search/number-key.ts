import { foldKey } from './fold.ts';

/**
 * Document numbers (文号) and index numbers (索引号) as one token each, however they are written:
 * 示交〔2014〕12号, 示交[2014]12号, 示交（2014）第012号, 示交201412号 and 示交2014-12 are one number.
 * Forms of the bracket and the corruptions seen on stored pages: reference/catalogue-and-portal-standards.md 1.8.
 */
const DOCUMENT_NUMBER =
  /(?<org>[\p{Script=Han}]{1,14})\s*[〔﹝［[（(【〈<]?\s*(?<year>(?:19|20)\d{2})\s*[〕﹞］\]）)】〉>]?\s*[-年]?\s*第?\s*(?<number>\d{1,6}(?:-\d{1,6})*)\s*号?/u;

/** Key of a document or index number: letters and digits only, 第, 号 and leading zeros left out. */
export function numberKey(written: string): string {
  const plain = written.normalize('NFKC');
  const found = DOCUMENT_NUMBER.exec(plain);
  if (!found || found[0].length !== plain.trim().length) return foldKey(plain);
  return keyOf(found.groups as unknown as NumberParts);
}

interface NumberParts {
  org: string;
  year: string;
  number: string;
}

function keyOf(parts: NumberParts): string {
  return foldKey(parts.org + parts.year + parts.number.replace(/^0+(?=\d)/, ''));
}

/** A document number found in a query: its key, the usual way to write it, and where it stands. */
export interface WrittenNumber {
  readonly key: string;
  readonly standard: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first document number in the text of a query (already NFKC), spaces inside it allowed.
 * 工作要点 2014 12 would look like one: only with a bracket, 号, or nothing between is it taken for a number.
 */
export function findDocumentNumber(text: string): WrittenNumber | null {
  const found = DOCUMENT_NUMBER.exec(text);
  if (!found) return null;
  const written = found[0];
  if (!/[〔﹝[(【〈<]/.test(written) && !/号$/.test(written)) return null;
  const parts = found.groups as unknown as NumberParts;
  return {
    key: keyOf(parts),
    standard: `${parts.org}〔${parts.year}〕${parts.number.replace(/^0+(?=\d)/, '')}号`,
    start: found.index,
    end: found.index + written.length,
  };
}
