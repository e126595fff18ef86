import { beginningOf, excerptAround, SoughtText } from './excerpt.ts';
import { highlight, type Needle, needlesOf, wordNeedlesOf } from './highlight.ts';
import type { IndexFile } from './index-file.ts';
import { numberKey } from './number-key.ts';
import type { ParsedQuery } from './parse-query.ts';
import { type DocumentFields, readAttachments, readBody, readFields } from './stored-documents.ts';
import type { MatchedIn, Piece, SearchHit } from './types.ts';

interface Found {
  readonly matchedIn: MatchedIn;
  readonly attachmentName?: string;
  readonly excerpt: Piece[];
}

/** The query as it is looked for in texts. */
interface Sought {
  readonly numberKeys: readonly string[];
  /** What is marked. */
  readonly needles: readonly Needle[];
  /** What must be there. */
  readonly words: readonly Needle[];
}

/** What a page of results shows, for row numbers in order. */
export function readHits(file: IndexFile, rows: readonly number[], parsed: ParsedQuery): SearchHit[] {
  const { numberKeys } = parsed;
  const sought = { numberKeys, needles: needlesOf(parsed), words: wordNeedlesOf(parsed) };
  return rows.map((row) => {
    const fields = readFields(file, row);
    const found = whereFound(file, row, fields, sought);
    return presented(fields, found, highlight(fields.title, sought.needles));
  });
}

/** Listed field by field: what the index holds beyond this stays inside. */
function presented(fields: DocumentFields, found: Found, titleHighlighted: Piece[]): SearchHit {
  const { id, title, agencyId, agencyName, section, status, indexNumber, publishedOn } = fields;
  const optional = {
    unitId: fields.unitId,
    unitName: fields.unitName,
    categoryId: fields.categoryId,
    categoryName: fields.categoryName,
    genre: fields.genre,
    documentNumber: fields.documentNumber,
    issuingAgency: fields.issuingAgency,
    formedOn: fields.formedOn,
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined && value !== '');
  return {
    id,
    title,
    titleHighlighted,
    ...found,
    agencyId,
    agencyName,
    section,
    status,
    indexNumber,
    publishedOn,
    ...Object.fromEntries(given),
  };
}

function whereFound(file: IndexFile, row: number, fields: DocumentFields, sought: Sought): Found {
  const body = new SoughtText(readBody(file, row));
  const { needles, words } = sought;
  const inBody = excerptAround(body, needles);
  const excerpt =
    inBody ?? excerptAbout(fields, needles) ?? beginningOf(fields.summary || body.text, needles);
  if (hasNumber(fields, sought)) return { matchedIn: 'number', excerpt };
  if (new SoughtText(fields.title).countOf(words) === words.length) return { matchedIn: 'title', excerpt };
  const inBodyCount = inBody ? body.countOf(words) : 0;
  const attachment = inBodyCount < words.length ? inAttachment(file, row, sought, inBodyCount) : null;
  return attachment ?? { matchedIn: 'body', excerpt };
}

function excerptAbout(fields: DocumentFields, needles: readonly Needle[]): Piece[] | null {
  for (const text of [fields.summary, fields.keywords, fields.issuingAgency]) {
    const excerpt = text && excerptAround(new SoughtText(text), needles);
    if (excerpt) return excerpt;
  }
  return null;
}

function hasNumber(fields: DocumentFields, sought: Sought): boolean {
  const numbers = [fields.documentNumber, fields.indexNumber].filter((number) => number !== undefined);
  return numbers.some((number) => sought.numberKeys.includes(numberKey(number)));
}

/** The first attachment, by text or name, with more of the words than were found elsewhere. */
function inAttachment(file: IndexFile, row: number, sought: Sought, elsewhere: number): Found | null {
  const { needles, words } = sought;
  for (const { name, text } of readAttachments(file, row)) {
    const inText = new SoughtText(text);
    if (Math.max(inText.countOf(words), new SoughtText(name).countOf(words)) <= elsewhere) continue;
    const excerpt = excerptAround(inText, needles) ?? beginningOf(text, needles);
    return { matchedIn: 'attachment', attachmentName: name, excerpt };
  }
  return null;
}
