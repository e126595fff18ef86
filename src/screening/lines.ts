/** A line of a text that is not blank. */
export interface Line {
  readonly text: string;
  /** Offset of the trimmed text. */
  readonly start: number;
  /** Place among the lines that are not blank, from 0. */
  readonly index: number;
  /** Follows a form feed: the head of a page. */
  readonly pageHead: boolean;
}

/** Non-blank lines, trimmed, with their offsets. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let pageHead = false;
  while (from <= text.length) {
    const match = nextBreak(text, from);
    const raw = text.slice(from, match);
    const trimmed = raw.trim();
    if (trimmed) {
      lines.push({ text: trimmed, start: from + raw.indexOf(trimmed[0]!), index: lines.length, pageHead });
      pageHead = false;
    }
    if (text[match] === '\f') pageHead = true;
    from = match + 1;
  }
  return lines;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 12 || code === 13 || code === 0x2028 || code === 0x2029) return at;
  }
  return text.length;
}
