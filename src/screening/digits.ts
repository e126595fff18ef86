/** A run of ASCII digits in a normalised text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Groups of digits written as one number: '6222 0000 …', '138-0000-0000', or one group alone. */
export interface DigitRun {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Length of each group, e.g. [3, 4, 4]. */
  readonly shape: readonly number[];
}

/** Every maximal run of digits, in order. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.matchAll(/[0-9]+/g))
    groups.push({ digits: match[0], start: match.index, end: match.index + match[0].length });
  return groups;
}

const SEPARATORS = ' -·.•‐‑–—_';

function oneNumber(text: string, left: DigitGroup, right: DigitGroup): boolean {
  return right.start === left.end + 1 && SEPARATORS.includes(text[left.end]!);
}

/** Longest number any detector asks for: a bank card of 19 digits. */
const MAX_DIGITS = 19;

/**
 * Calls `visit` for each run of neighbouring groups whose digits come to one of `lengths` (19 at most). From
 * each group at most `maxGroups` are tried, so the work stays in proportion to the text however it is cut.
 */
export function forEachRun(
  text: string,
  groups: readonly DigitGroup[],
  lengths: ReadonlySet<number>,
  maxGroups: number,
  visit: (run: DigitRun) => void,
): void {
  for (let first = 0; first < groups.length; first++) {
    let total = 0;
    for (let last = first; last < groups.length && last < first + maxGroups; last++) {
      if (last > first && !oneNumber(text, groups[last - 1]!, groups[last]!)) break;
      total += groups[last]!.digits.length;
      if (total > MAX_DIGITS) break;
      if (lengths.has(total)) visit(runOf(groups.slice(first, last + 1)));
    }
  }
}

function runOf(groups: readonly DigitGroup[]): DigitRun {
  return {
    digits: groups.map((group) => group.digits).join(''),
    start: groups[0]!.start,
    end: groups.at(-1)!.end,
    shape: groups.map((group) => group.digits.length),
  };
}

const WORD_CHARACTER = /[0-9A-Za-z]/;

/** True when no letter or digit touches the range: codes such as 91350100M000100Y43 are not numbers. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !WORD_CHARACTER.test(text[start - 1] ?? '') && !WORD_CHARACTER.test(text[end] ?? '');
}

/** True for a piece of a decimal fraction such as 118.13812345678 or 13812345678.50. */
export function isDecimalPart(text: string, start: number, end: number): boolean {
  return /\d[.]$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.]\d/.test(text.slice(end, end + 2));
}

/** The `length` characters before an offset, cut at the line start when `sameLine`. */
export function before(text: string, at: number, length: number, sameLine = true): string {
  const head = text.slice(Math.max(0, at - length), at);
  return sameLine ? head.slice(head.lastIndexOf('\n') + 1) : head;
}

/** The `length` characters after an offset, cut at the line end. */
export function after(text: string, at: number, length: number): string {
  const tail = text.slice(at, at + length);
  const newline = tail.indexOf('\n');
  return newline < 0 ? tail : tail.slice(0, newline);
}

/** Ranges of web addresses: digits inside are page numbers, not telephones. */
export function addressRanges(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/(?:https?:\/\/|www\.)[\w\-./?%&=+#~:@!$,;*]+/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A test for "inside one of these ranges" that moves forward with the text. */
export function insideRanges(ranges: readonly { start: number; end: number }[]): (at: number) => boolean {
  return (at) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low];
    return range !== undefined && range.start <= at;
  };
}
