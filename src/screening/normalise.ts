import { SIMPLIFIED, TRADITIONAL } from './data/traditional.ts';

/**
 * A text made comparable, with the way back. Every detector matches on this and answers in offsets of the
 * text as it was handed in.
 */
export interface Normalised {
  /** Compatibility forms folded (NFKC), entities decoded, invisible characters taken out. */
  readonly text: string;
  /** `text`, unit for unit, in lower case and simplified characters: what word lists are matched on. */
  readonly folded: string;
  /** UTF-16 range of the original that a range of `text` came from. */
  readonly original: (start: number, end: number) => { start: number; end: number };
}

/** Soft hyphen, zero-width and bidi controls, variation selectors, keycap, BOM, tag characters. */
const INVISIBLE =
  /^(?:\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180e]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\u20e3|[\ufe00-\ufe0f]|\ufeff|[\u{e0000}-\u{e01ef}])$/u;

/** List labels and footnote marks: folding ① or ² into a digit would glue it to the number beside it. */
const KEEP = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3200-\u32ff]/;

/** Code points of zero of the decimal digits that NFKC leaves alone. */
const DIGIT_ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
];

const NAMED_ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
};

const foldedForms = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldedForms.get(character);
  if (known !== undefined) return known;
  const form = INVISIBLE.test(character) ? '' : KEEP.test(character) ? character : compatible(character);
  foldedForms.set(character, form);
  return form;
}

/** Units a character may fold into. */
const MAX_FORM = 4;

function compatible(character: string): string {
  const code = character.codePointAt(0)!;
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
  if (zero !== undefined) return String(code - zero);
  const form = character.normalize('NFKC');
  // A ligature of eighteen letters holds nothing to detect and would blow the text up.
  if (form.length > MAX_FORM) return character;
  // A spacing accent decomposes into a space and a combining mark; the mark would join what follows.
  return form.replace(/[\u0300-\u036f]/g, (mark, at) => (at > 0 ? '' : mark));
}

/** Characters that stand for themselves: ASCII without the two that open an escape, and common Chinese. */
function isPlain(code: number): boolean {
  if (code < 0x80) return code !== 0x26 && code !== 0x5c;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x301c) ||
    (code >= 0x201c && code <= 0x201d)
  );
}

const ENTITY = /^&(?:#(\d{2,7})|#[xX]([0-9a-fA-F]{2,6})|([a-z]{2,4}));/;
const ESCAPE = /^\\u([0-9a-fA-F]{4})/;

function fromCodePoint(code: number): string | null {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}

/** Decodes an HTML entity or a JavaScript escape that starts at `at`, if one does. */
function decodeAt(text: string, at: number): { value: string; length: number } | null {
  const head = text.slice(at, at + 12);
  const entity = ENTITY.exec(head);
  if (entity) {
    const value = entity[3]
      ? (NAMED_ENTITIES[entity[3]] ?? null)
      : fromCodePoint(entity[1] ? Number(entity[1]) : Number.parseInt(entity[2]!, 16));
    return value === null ? null : { value, length: entity[0].length };
  }
  const escaped = ESCAPE.exec(head);
  const value = escaped && fromCodePoint(Number.parseInt(escaped[1]!, 16));
  return value ? { value, length: 6 } : null;
}

/** Offsets that grow with the text; plain arrays of numbers would cost eight times the memory. */
class OffsetMap {
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  length = 0;

  add(units: number, start: number, end: number): void {
    while (this.length + units > this.#starts.length) this.#grow();
    for (let i = 0; i < units; i++) {
      this.#starts[this.length] = start;
      this.#ends[this.length++] = end;
    }
  }

  #grow(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    const ends = new Uint32Array(this.#ends.length * 2);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }

  range(start: number, end: number): { start: number; end: number } {
    if (end <= start) return { start: this.#starts[start] ?? 0, end: this.#starts[start] ?? 0 };
    return { start: this.#starts[start]!, end: this.#ends[end - 1]! };
  }
}

const simplifiedOf = new Map([...TRADITIONAL].map((character, i) => [character, SIMPLIFIED[i]!]));

/** True for a character that only traditional writing uses. */
export function isTraditional(character: string): boolean {
  return simplifiedOf.has(character);
}

const TRADITIONAL_OR_CAPITAL = new RegExp(`[A-Z${TRADITIONAL}]`, 'g');

function fold(text: string): string {
  return text.replace(TRADITIONAL_OR_CAPITAL, (c) => simplifiedOf.get(c) ?? c.toLowerCase());
}

/** Makes a text comparable in one pass over it. Input is hostile. */
export function normalise(input: string): Normalised {
  const pieces: string[] = [];
  const map = new OffsetMap();
  let plainFrom = 0;
  let at = 0;
  while (at < input.length) {
    const code = input.charCodeAt(at);
    if (isPlain(code)) {
      map.add(1, at, ++at);
      continue;
    }
    const escaped = code < 0x80 ? decodeAt(input, at) : null;
    const character = escaped?.value ?? String.fromCodePoint(input.codePointAt(at)!);
    const length = escaped?.length ?? character.length;
    const form = foldCharacter(character);
    pieces.push(input.slice(plainFrom, at), form);
    map.add(form.length, at, at + length);
    at += length;
    plainFrom = at;
  }
  pieces.push(input.slice(plainFrom));
  const text = pieces.join('');
  return { text, folded: fold(text), original: (start, end) => map.range(start, end) };
}
