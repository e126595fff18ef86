import { joinCombination, leaveCombination } from './combinations.ts';
import { foldKey } from './fold.ts';
import { DamagedIndex, type IndexFile } from './index-file.ts';
import { numberToken, titleToken } from './match-expression.ts';
import { numberKey } from './number-key.ts';
import { rowRange } from './row-number.ts';
import { tokensOf, tokenText } from './tokens.ts';
import type { IndexDocument } from './types.ts';

/** What is kept of a document beside its texts. */
export type DocumentFields = Omit<IndexDocument, 'body' | 'attachments'>;

interface DocumentRow {
  number: number;
  id: string;
  combination: number;
  fields: string;
}

interface PartRow {
  name: string | null;
  content: string;
}

/**
 * Adds a document or replaces the one with the same id; of the old one nothing stays.
 * @returns whether one was replaced
 */
export function storeDocument(file: IndexFile, given: IndexDocument): boolean {
  const document = storable(given);
  const old = removeDocument(file, document.id);
  const combination = joinCombination(file, document);
  const number = rowFor(file, document.publishedOn, combination, old);
  const { body, attachments, ...fields } = document;
  file.run(
    'INSERT INTO document (number, id, combination, titleKey, fields) VALUES (?, ?, ?, ?, ?)',
    number,
    document.id,
    combination,
    foldKey(document.title),
    JSON.stringify(fields),
  );
  const addPart = 'INSERT INTO part (document, position, name, content) VALUES (?, ?, ?, ?)';
  file.run(addPart, number, 0, null, body);
  attachments.forEach((part, index) => {
    file.run(addPart, number, index + 1, part.name, part.text);
  });
  const [exact, title, ...rest] = columnsOf(document);
  file.run('INSERT INTO titles (rowid, exact, title) VALUES (?, ?, ?)', number, exact, title);
  const addWords =
    'INSERT INTO words (rowid, exact, title, about, body, attachment) VALUES (?, ?, ?, ?, ?, ?)';
  file.run(addWords, number, exact, title, ...rest);
  return old !== null;
}

/**
 * Removes a document with every word of it.
 * @returns the row it had, null when it was not there
 */
export function removeDocument(file: IndexFile, id: string): number | null {
  const row = file.get<DocumentRow>('SELECT number, id, combination, fields FROM document WHERE id = ?', id);
  if (!row) return null;
  const document = { ...fieldsOf(row), ...partsOf(file, row.number) };
  const [exact, title, ...rest] = columnsOf(document);
  const forgetTitle = "INSERT INTO titles (titles, rowid, exact, title) VALUES ('delete', ?, ?, ?)";
  file.run(forgetTitle, row.number, exact, title);
  const forgetWords = `INSERT INTO words (words, rowid, exact, title, about, body, attachment)
    VALUES ('delete', ?, ?, ?, ?, ?, ?)`;
  file.run(forgetWords, row.number, exact, title, ...rest);
  file.run('DELETE FROM part WHERE document = ?', row.number);
  file.run('DELETE FROM document WHERE number = ?', row.number);
  leaveCombination(file, row.combination);
  return row.number;
}

/**
 * Composed (NFC), as queries are; and such that it comes back from the database as it went in: a lone surrogate or NUL would not, and then the
 * document could not be removed by its tokens.
 */
function storable(document: IndexDocument): IndexDocument {
  const clean = (text: string) => text.toWellFormed().replaceAll('\0', ' ').normalize('NFC');
  const fields = Object.entries(document).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'id' ? clean(value) : value,
  ]);
  const attachments = document.attachments.map(({ name, text }) => ({
    name: clean(name),
    text: clean(text),
  }));
  return { ...(Object.fromEntries(fields) as IndexDocument), attachments };
}

/** The fields of a document by its row. */
export function readFields(file: IndexFile, number: number): DocumentFields {
  const row = file.get<DocumentRow>(
    'SELECT number, id, combination, fields FROM document WHERE number = ?',
    number,
  );
  if (!row) throw new DamagedIndex(`words without a document: ${number}`);
  return fieldsOf(row);
}

/** The body of a document by its row. */
export function readBody(file: IndexFile, number: number): string {
  const sql = 'SELECT name, content FROM part WHERE document = ? AND position = 0';
  return file.get<PartRow>(sql, number)?.content ?? '';
}

/** The attachments of a document by its row. */
export function readAttachments(file: IndexFile, number: number): { name: string; text: string }[] {
  const sql = 'SELECT name, content FROM part WHERE document = ? AND position > 0 ORDER BY position';
  return file.all<PartRow>(sql, number).map((part) => ({ name: part.name ?? '', text: part.content }));
}

function partsOf(file: IndexFile, number: number): Pick<IndexDocument, 'body' | 'attachments'> {
  return { body: readBody(file, number), attachments: readAttachments(file, number) };
}

function fieldsOf(row: DocumentRow): DocumentFields {
  return JSON.parse(row.fields) as DocumentFields;
}

/** The row of the old version where day and combination are the same, so that lists do not jump; else the next. */
function rowFor(file: IndexFile, day: string, combination: number, old: number | null): number {
  const { first, last } = rowRange(day, combination);
  if (old !== null && old >= first && old <= last) return old;
  const highest = file.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM document WHERE number BETWEEN ? AND ?',
    BigInt(first),
    BigInt(last),
  )?.number;
  const next = (highest ?? first - 1) + 1;
  if (next > last) throw new RangeError(`too many documents of one kind on ${day}`);
  return next;
}

/** The tokens of each column, in the order of the tables; must give the same for the same document, or it could not be removed. */
function columnsOf(document: IndexDocument): [exact: string, title: string, ...rest: string[]] {
  const numbers = [document.documentNumber, document.indexNumber].filter((number) => number !== undefined);
  const { issuingAgency, keywords, summary } = document;
  const about = [
    ...numbers,
    issuingAgency,
    keywords,
    summary,
    ...document.attachments.map(({ name }) => name),
  ];
  return [
    exactTokens(document.title, numbers),
    tokenText(document.title),
    tokensOfAll(about),
    tokenText(document.body),
    tokensOfAll(document.attachments.map(({ text }) => text)),
  ];
}

function exactTokens(title: string, numbers: readonly string[]): string {
  const keys = numbers.map(numberKey).filter((key) => key !== '');
  return [titleToken(foldKey(title)), ...keys.map(numberToken)].join(' ');
}

/** Each text by itself, so that none runs on into the next. */
function tokensOfAll(texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text ? tokensOf(text) : [])).join(' ');
}
