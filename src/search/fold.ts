/**
 * Folding: what two spellings of one thing have in common. Full-width forms, ligatures and compatibility
 * characters become plain (NFKC), letters lower case; everything but letters, digits and marks falls away.
 * It works character by character, so that a place in the folded text can be found in the original again.
 */

/** One letter, digit or ideograph of a text, folded, with its place in the original (UTF-16 offsets). */
export interface FoldedCharacter {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written without spaces between words: ideographs, kana, hangul. */
  readonly cjk: boolean;
}

const WORD = /^[\p{L}\p{N}\p{M}]+$/u;
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc]$/u;

// The tables below are the same for all texts; a text of a hundred thousand characters uses a few thousand.
const known = new Map<string, readonly { text: string; cjk: boolean }[]>();
const NOTHING: readonly { text: string; cjk: boolean }[] = [];
const MAX_KNOWN = 50_000;

/** The folded characters of any text; lone surrogates, NUL and punctuation are left out. */
export function* foldedCharacters(text: string): Generator<FoldedCharacter> {
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const part of foldCharacter(character)) yield { ...part, start, end };
    start = end;
  }
}

/** The whole text folded into one key without spaces or punctuation: equal keys are titles people take as equal. */
export function foldKey(text: string): string {
  let key = '';
  for (const character of text) for (const part of foldCharacter(character)) key += part.text;
  return key;
}

export function foldCharacter(character: string): readonly { text: string; cjk: boolean }[] {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = computeFold(character);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(character, folded);
  }
  return folded;
}

function computeFold(character: string): readonly { text: string; cjk: boolean }[] {
  const parts = [...character.normalize('NFKC').toLowerCase()]
    .filter((part) => WORD.test(part))
    .map((text) => ({ text, cjk: CJK.test(text) }));
  return parts.length === 0 ? NOTHING : parts;
}
