import { type FoldedCharacter, foldedCharacters } from './fold.ts';
import { findAll, highlight, type Needle } from './highlight.ts';
import { findPhrase } from './tokens.ts';
import type { Piece } from './types.ts';

/** Characters before and after the place of a match, in UTF-16 units. */
const BEFORE = 36;
const AFTER = 104;
/** How many places a needle is tried at before the whole text is folded. */
const TRIES = 8;

/** A text to look into more than once; what is costly is made when first needed, and once. */
export class SoughtText {
  readonly text: string;
  #plain: string | undefined;
  #folded: FoldedCharacter[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * First place of a needle. Looked for as it is written first, since nearly always it stands there so; every
   * place is checked by the rules of the index. Otherwise the text is folded as a whole.
   */
  placeOf(needle: Needle): number | null {
    let from = 0;
    for (let tries = 0; tries < TRIES; tries++) {
      const place = this.text.indexOf(needle.text, from);
      if (place < 0) break;
      const { start, end } = windowAt(this.text, place);
      if (findAll(this.text.slice(start, end), [needle]).length > 0) return place;
      from = place + 1;
    }
    if (!this.#mayContain(needle)) return null;
    this.#folded ??= [...foldedCharacters(this.text)];
    return findPhrase(this.#folded, needle.characters)[0]?.start ?? null;
  }

  /** How many of the needles stand in the text. */
  countOf(needles: readonly Needle[]): number {
    return needles.filter((needle) => this.placeOf(needle) !== null).length;
  }

  /** Folding with places is slow; without, by the engine's own means, it is not, and mostly says no. */
  #mayContain(needle: Needle): boolean {
    this.#plain ??= this.text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
    return this.#plain.includes(needle.text);
  }
}

/** The stretch of a text around what was looked for; null when nothing of it is there. */
export function excerptAround(sought: SoughtText, needles: readonly Needle[]): Piece[] | null {
  const { text } = sought;
  let best: { start: number; end: number; covered: number } | null = null;
  for (const needle of needles) {
    const place = sought.placeOf(needle);
    if (place === null) continue;
    const window = windowAt(text, place);
    const covered = coveredBy(text.slice(window.start, window.end), needles);
    if (!best || covered > best.covered) best = { ...window, covered };
    // The longest needle, found as it is, is as good as it gets.
    if (needle === needles[0]) break;
  }
  return best ? piecesOf(text, best.start, best.end, needles) : null;
}

/** The beginning of a text, marked where it happens to match. */
export function beginningOf(text: string, needles: readonly Needle[]): Piece[] {
  const end = Math.min(text.length, BEFORE + AFTER);
  return end === 0 ? [] : piecesOf(text, 0, wholeCharacter(text, end), needles);
}

function windowAt(text: string, place: number): { start: number; end: number } {
  const start = Math.max(0, place - BEFORE);
  const end = Math.min(text.length, start + BEFORE + AFTER);
  return { start: wholeCharacter(text, start), end: wholeCharacter(text, end) };
}

/** Not between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function coveredBy(text: string, needles: readonly Needle[]): number {
  const distinct = needles.filter((needle) => findAll(text, [needle]).length > 0);
  return distinct.reduce((sum, needle) => sum + needle.characters.length, 0);
}

function piecesOf(text: string, start: number, end: number, needles: readonly Needle[]): Piece[] {
  const pieces = highlight(text.slice(start, end).replace(/\s+/g, ' '), needles);
  if (start > 0) pieces.unshift({ text: '…', hit: false });
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}
