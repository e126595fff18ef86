import { foldKey } from './fold.ts';
import type { IndexFile } from './index-file.ts';
import { phrase } from './match-expression.ts';
import { phraseTokens } from './tokens.ts';
import type { TitleSuggestion } from './types.ts';

const MAX_PREFIX_CHARACTERS = 100;
const MAX_SUGGESTIONS = 20;
/** Titles are told apart by their text; this many rows a suggestion are looked at. */
const ROWS_PER_SUGGESTION = 5;

interface TitleRow {
  id: string;
  fields: string;
}

/** Titles that begin with what was typed, then titles that contain it; the newest first, no title twice. */
export function suggestTitles(file: IndexFile, typed: string, limit: number): TitleSuggestion[] {
  const text = typed.slice(0, MAX_PREFIX_CHARACTERS).toWellFormed();
  const key = foldKey(text);
  if (key === '' || limit < 1) return [];
  const wanted = Math.min(Math.floor(limit), MAX_SUGGESTIONS);
  const found = new Map<string, TitleSuggestion>();
  for (const read of [beginningWith, containing]) {
    if (found.size >= wanted) break;
    for (const row of read(file, text, key, wanted * ROWS_PER_SUGGESTION)) {
      const { title, publishedOn } = JSON.parse(row.fields) as TitleSuggestion;
      if (!found.has(title)) found.set(title, { id: row.id, title, publishedOn });
    }
  }
  return [...found.values()].slice(0, wanted);
}

function beginningWith(file: IndexFile, _text: string, key: string, limit: number): TitleRow[] {
  // Sorted by title, read as far as needed: a walk in order of date would look at every title with 关于.
  const sql = `SELECT id, fields FROM (SELECT * FROM document WHERE titleKey >= ? AND titleKey < ? LIMIT ?)
    ORDER BY number DESC`;
  return file.all<TitleRow>(sql, key, `${key}\u{10ffff}`, limit);
}

function containing(file: IndexFile, text: string, _key: string, limit: number): TitleRow[] {
  const tokens = phraseTokens(text);
  if (!tokens) return [];
  const expression = tokens.prefix ? phrase(text) : `${phrase(text)} *`;
  const sql = `SELECT id, fields FROM words JOIN document ON number = words.rowid
    WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?`;
  return file.all<TitleRow>(sql, `title : (${expression})`, limit);
}
