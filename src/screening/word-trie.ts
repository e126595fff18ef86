/** One word of a list found in a text. */
export interface WordHit<Kind> {
  readonly kind: Kind;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** A space or mark stood between its characters, as in 博-彩. */
  readonly split: boolean;
}

interface Node<Kind> {
  /** By UTF-16 unit: numbers, since a string for every character of a long text is what would cost. */
  readonly next: Map<number, Node<Kind>>;
  word?: string;
  kind?: Kind;
}

const SPLITTERS: ReadonlySet<number> = new Set([...' ·-*_.•'].map((character) => character.charCodeAt(0)));

const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Finds words of many lists in one pass: at each place the longest word, no overlaps. A single mark between
 * Chinese characters is skipped, so 博·彩 is found. A place costs at most twice the longest word.
 */
export class WordTrie<Kind> {
  readonly #root: Node<Kind> = { next: new Map() };

  /** Adds words; a word that is already there keeps the kind it was given first. */
  add(kind: Kind, words: readonly string[]): this {
    for (const word of words) {
      let node = this.#root;
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        const next = node.next.get(unit) ?? { next: new Map() };
        node.next.set(unit, next);
        node = next;
      }
      if (node.word === undefined) Object.assign(node, { word, kind });
    }
    return this;
  }

  /** Every word, in order. Latin words must not be part of a longer Latin word. */
  find(text: string): WordHit<Kind>[] {
    const hits: WordHit<Kind>[] = [];
    let at = 0;
    while (at < text.length) {
      const hit = this.#longestAt(text, at);
      if (hit) hits.push(hit);
      at = hit ? hit.end : at + 1;
    }
    return hits;
  }

  #longestAt(text: string, start: number): WordHit<Kind> | null {
    let node = this.#root.next.get(text.charCodeAt(start));
    let best: WordHit<Kind> | null = null;
    let split = false;
    let at = start + 1;
    while (node) {
      if (node.word !== undefined && wholeLatin(text, start, at))
        best = { kind: node.kind!, word: node.word, start, end: at, split };
      const step = nextCharacter(text, at);
      node = node.next.get(text.charCodeAt(step));
      if (node && step > at) split = true;
      at = step + 1;
    }
    return best;
  }
}

/** The place of the next character of a word: past one mark, if it stands between Chinese characters. */
function nextCharacter(text: string, at: number): number {
  const splits =
    SPLITTERS.has(text.charCodeAt(at)) &&
    isChinese(text.charCodeAt(at - 1)) &&
    isChinese(text.charCodeAt(at + 1));
  return splits ? at + 1 : at;
}

/** Letters stick to letters and digits to digits: '365bet' ends before '8', 'bet365' starts after '1'. */
function wholeLatin(text: string, start: number, end: number): boolean {
  return (
    !sticks(text.charCodeAt(start - 1), text.charCodeAt(start)) &&
    !sticks(text.charCodeAt(end - 1), text.charCodeAt(end))
  );
}

/** Beyond the ends of the text the unit is NaN, which is neither. */
function sticks(a: number, b: number): boolean {
  return (isLetter(a) && isLetter(b)) || (isDigit(a) && isDigit(b));
}
