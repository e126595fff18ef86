import { type FoldedCharacter, foldedCharacters } from './fold.ts';
import type { ParsedQuery } from './parse-query.ts';
import { findPhrase, type Span } from './tokens.ts';
import type { Piece } from './types.ts';

/** A text of the query, ready to be looked for. */
export interface Needle {
  /** Folded, without spaces and punctuation. */
  readonly text: string;
  readonly characters: readonly FoldedCharacter[];
}

/** What to mark for a query: its clauses as they are, and their words. Longest first. */
export function needlesOf(parsed: ParsedQuery): Needle[] {
  return distinctNeedles(parsed.clauses.flatMap((clause) => [clause.text, ...clause.words]));
}

/** The words of a query: each must be somewhere in a match. */
export function wordNeedlesOf(parsed: ParsedQuery): Needle[] {
  return distinctNeedles(parsed.clauses.flatMap((clause) => clause.words));
}

function distinctNeedles(texts: readonly string[]): Needle[] {
  const needles = texts.map((text) => {
    const characters = [...foldedCharacters(text)];
    return { text: characters.map((character) => character.text).join(''), characters };
  });
  const distinct = new Map(needles.map((needle) => [needle.text, needle]));
  return [...distinct.values()].sort((a, b) => b.characters.length - a.characters.length);
}

/** Where any needle stands in a text, overlaps merged, in order. */
export function findAll(text: string, needles: readonly Needle[]): Span[] {
  const characters = [...foldedCharacters(text)];
  const spans = needles.flatMap((needle) => findPhrase(characters, needle.characters));
  return merged(spans);
}

/** A text as pieces, with what the needles match marked; joined, the pieces are the text. */
export function highlight(text: string, needles: readonly Needle[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of findAll(text, needles)) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

function merged(spans: Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
