import { type FoldedCharacter, foldCharacter } from './fold.ts';

/**
 * How a text becomes tokens. Chinese is indexed by overlapping pairs of characters, not by words: what a
 * segmenter makes of a fragment need not agree with what it made of the whole, and then a phrase that
 * stands in the text would not be found. Pairs make every substring findable exactly; words are a matter
 * of the query (parse-query.ts), where segmenting decides what may stand apart.
 *
 * A run of ideographs ABC becomes AB, BC and, closing the run, C: so that a phrase may go on behind it
 * with a number or a Latin word. Punctuation and spaces do not end a run (《》 and line breaks of a PDF
 * stand where nobody remembers them); a number or a Latin word does.
 */

/** Longer words (encoded data) are cut here, in text and query alike. */
const MAX_WORD_CHARACTERS = 64;

/** The tokens of a text, in order, joined by spaces: what FTS5's `ascii` tokenizer splits again. */
export function tokenText(text: string): string {
  return tokensOf(text).join(' ');
}

/** The tokens of a text as an array. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let previous = '';
  let word = '';
  let gap = false;
  for (const character of text) {
    const parts = foldCharacter(character);
    if (parts.length === 0) gap = true;
    for (const part of parts) {
      if (part.cjk) {
        if (word) tokens.push(word);
        if (previous) tokens.push(previous + part.text);
        word = '';
        previous = part.text;
      } else {
        if (previous) tokens.push(previous);
        if (word && gap) tokens.push(word);
        word = word && !gap ? appended(word, part.text) : part.text;
        previous = '';
      }
      gap = false;
    }
  }
  if (previous) tokens.push(previous);
  if (word) tokens.push(word);
  return tokens;
}

function appended(word: string, character: string): string {
  return word.length < MAX_WORD_CHARACTERS ? word + character : word;
}

/** A phrase of the query as tokens; `prefix`: the last one may go on. */
export interface PhraseTokens {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

/**
 * The tokens under which a text is found wherever it stands as a substring (of characters; numbers and
 * Latin words whole). The closing single character is needless after its pair and is dropped; alone it
 * must match as the beginning of a pair.
 * @returns null when there is nothing to look for
 */
export function phraseTokens(text: string): PhraseTokens | null {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (!endsWithIdeograph(text)) return { tokens, prefix: false };
  const before = tokens.at(-2);
  if (before?.endsWith(last) && isPair(before)) return { tokens: tokens.slice(0, -1), prefix: false };
  return { tokens, prefix: true };
}

function isPair(token: string): boolean {
  const characters = [...token];
  return characters.length === 2 && characters.every((character) => foldCharacter(character)[0]?.cjk);
}

function endsWithIdeograph(text: string): boolean {
  return [...text].flatMap((character) => foldCharacter(character)).at(-1)?.cjk ?? false;
}

/** Place of a match in the original text, UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a phrase stands in already folded characters, none overlapping, by the same rules as in the index:
 * ideographs need not be neighbours in the original, numbers and Latin words must be whole.
 */
export function findPhrase(
  characters: readonly FoldedCharacter[],
  phrase: readonly FoldedCharacter[],
): Span[] {
  const spans: Span[] = [];
  const last = characters.length - phrase.length;
  for (let at = 0; phrase.length > 0 && at <= last; at++) {
    if (!matchesAt(characters, phrase, at)) continue;
    spans.push({ start: characters[at]!.start, end: characters[at + phrase.length - 1]!.end });
    at += phrase.length - 1;
  }
  return spans;
}

function matchesAt(
  characters: readonly FoldedCharacter[],
  phrase: readonly FoldedCharacter[],
  at: number,
): boolean {
  for (let i = 0; i < phrase.length; i++) if (characters[at + i]!.text !== phrase[i]!.text) return false;
  return isBoundary(characters, at) && isBoundary(characters, at + phrase.length);
}

/** Whether a match may begin or end before the character at this place: not inside a number or Latin word. */
function isBoundary(characters: readonly FoldedCharacter[], at: number): boolean {
  const left = characters[at - 1];
  const right = characters[at];
  return !left || !right || left.cjk || right.cjk || left.end !== right.start;
}
