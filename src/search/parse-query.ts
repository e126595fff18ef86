import { foldCharacter, foldedCharacters, foldKey } from './fold.ts';
import { findDocumentNumber, numberKey } from './number-key.ts';
import { segment } from './segment.ts';
import type { Understood } from './types.ts';

/** What is read of a query; a pasted page is cut, not refused. */
export const MAX_QUERY_CHARACTERS = 500;
const MAX_CLAUSES = 24;
const MAX_WORDS = 40;

/** A stretch of the query between spaces, or between quotation marks. */
export interface Clause {
  readonly text: string;
  /** What stands together when the clause stands in a text as it is; for a number without its 号. */
  readonly phrase: string;
  /** The words that must be there; for a quoted phrase the phrase itself. */
  readonly words: readonly string[];
  readonly quoted: boolean;
}

export interface ParsedQuery {
  /** Joined by AND. */
  readonly clauses: readonly Clause[];
  readonly excluded: readonly string[];
  /** Keys of document or index numbers the query may be meant as (number-key.ts). */
  readonly numberKeys: readonly string[];
  /** The whole query as a title key; empty when the query excludes or is empty. */
  readonly titleKey: string;
  readonly understood: Understood;
}

const CLAUSE = /(?<minus>-?)(?:"(?<straight>[^"]*)"|“(?<curly>[^“”]*)”|(?<plain>[^\s"“”]+))/g;

/** Reads a query; whatever it is, it never throws. Hostile input. */
export function parseQuery(text: string): ParsedQuery {
  const { plain, truncated } = normalised(text);
  const all = [...plain.matchAll(CLAUSE)].map(readClause).filter((found) => foldKey(found.text) !== '');
  const found = all.slice(0, MAX_CLAUSES);
  const excluded = found.filter((clause) => clause.minus).map((clause) => clause.text);
  const clauses = withWords(found.filter((clause) => !clause.minus));
  const wholeText = excluded.length === 0 ? plain : '';
  return {
    clauses,
    excluded,
    numberKeys: numberKeysOf([wholeText, ...clauses.map((clause) => clause.text)]),
    titleKey: foldKey(wholeText),
    understood: {
      words: clauses.filter((clause) => !clause.quoted).flatMap((clause) => clause.words),
      phrases: clauses.filter((clause) => clause.quoted).map((clause) => clause.text),
      excluded,
      truncated: truncated || all.length > MAX_CLAUSES,
      nothingToFind: plain.trim() !== '' && found.length === 0,
    },
  };
}

/** Plain forms of full-width signs and spaces, and a document number written in the usual way. */
function normalised(text: string): { plain: string; truncated: boolean } {
  // Cut first, so that a huge query costs no more than its beginning; then again, as NFKC may lengthen.
  const plain = text
    .slice(0, 2 * MAX_QUERY_CHARACTERS)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\0/g, ' ');
  const cut = plain
    .slice(0, MAX_QUERY_CHARACTERS)
    .toWellFormed()
    .replace(/\ufffd/g, ' ');
  const number = findDocumentNumber(cut);
  return {
    plain: number ? cut.slice(0, number.start) + number.standard + cut.slice(number.end) : cut,
    truncated: text.length > 2 * MAX_QUERY_CHARACTERS || plain.length > MAX_QUERY_CHARACTERS,
  };
}

interface RawClause {
  readonly text: string;
  readonly quoted: boolean;
  readonly minus: boolean;
}

function readClause(match: RegExpExecArray): RawClause {
  const { minus, straight, curly, plain } = match.groups!;
  const quoted = straight ?? curly;
  return { text: (quoted ?? plain ?? '').trim(), quoted: quoted !== undefined, minus: minus === '-' };
}

function withWords(clauses: readonly RawClause[]): Clause[] {
  let left = MAX_WORDS;
  return clauses.map(({ text, quoted }) => {
    // Behind a whole number 号 says nothing more, and a single character is costly to look for.
    const phrase = isNumber(text) ? text.replace(/号$/, '') : text;
    const words = quoted || isNumber(text) ? [phrase] : wordsOf(text).slice(0, Math.max(1, left));
    left -= words.length;
    return { text, phrase, quoted, words };
  });
}

function isNumber(text: string): boolean {
  const found = findDocumentNumber(text);
  return found !== null && found.start === 0 && found.end === text.length;
}

function numberKeysOf(texts: readonly string[]): string[] {
  const keys = texts.map(numberKey).filter((key) => key.length >= 4 && /\d/.test(key));
  return [...new Set(keys)];
}

/**
 * The words of an unquoted clause. A single character that segmenting leaves over (的, 市, 号) would find
 * nearly everything or hide what leaves it out: behind a number or Latin word it belongs to it (12号);
 * else it is dropped where other words remain. Every word is a substring of the clause, so whatever
 * contains the clause contains its words.
 */
export function wordsOf(clause: string): string[] {
  const pieces = runsOf(clause).flatMap((run) => (run.cjk ? segment(run.text) : [run.text]));
  const joined: string[] = [];
  let afterWord = false;
  for (const piece of pieces) {
    if (isSingleIdeograph(piece) && afterWord) joined[joined.length - 1] += piece;
    else joined.push(piece);
    afterWord = !isIdeographic(piece);
  }
  const words = joined.filter((word) => !isSingleIdeograph(word));
  return words.length > 0 ? [...new Set(words)] : [clause];
}

interface Run {
  text: string;
  cjk: boolean;
}

/** Runs of ideographs and whole numbers or Latin words, folded, as the index cuts them. */
function runsOf(clause: string): Run[] {
  const runs: Run[] = [];
  let end = -1;
  for (const character of foldedCharacters(clause)) {
    const last = runs.at(-1);
    const goesOn = last && last.cjk === character.cjk && (character.cjk || character.start <= end);
    if (goesOn) last.text += character.text;
    else runs.push({ text: character.text, cjk: character.cjk });
    end = character.end;
  }
  return runs;
}

function isIdeographic(text: string): boolean {
  return [...text].every((character) => foldCharacter(character)[0]?.cjk);
}

function isSingleIdeograph(text: string): boolean {
  return [...text].length === 1 && isIdeographic(text);
}
