/** A mark around a piece of a line; `key` is how it is written and what makes two the same. */
export type Mark = { tag: string; attributes: string };

export type Inline =
  | { kind: 'text'; text: string; marks: readonly Mark[] }
  | { kind: 'br'; marks: readonly Mark[] }
  | { kind: 'img'; attributes: string; marks: readonly Mark[] };

/** Text for HTML content. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One attribute with its leading space; empty when there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`;
}

const CJK = '\\u2e80-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const LINE_IN_CHINESE = new RegExp(`(?<=[${CJK}])\\n(?=[${CJK}])`, 'gu');

/**
 * One line as it is displayed: white space collapsed across marks, none at the ends or beside a line
 * break, no line end between two Chinese characters (source pages wrap there; a browser would show a
 * space), neighbours with the same marks joined. U+3000 and no-break spaces stay.
 */
export function tidyLine(line: Inline[]): Inline[] {
  const tidy: Inline[] = [];
  // Whether a space here would stand at the start of a line or after another. Kept apart because asking
  // the growing text each time would cost quadratic time.
  let open = true;
  for (const piece of line) {
    if (piece.kind !== 'text') {
      if (piece.kind === 'br') trimEnd(tidy);
      open = piece.kind === 'br';
      tidy.push(piece);
      continue;
    }
    const collapsed = collapse(piece.text);
    const text = open && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (text === '') continue;
    open = text.endsWith(' ');
    const last = tidy.at(-1);
    if (last?.kind === 'text' && sameMarks(last.marks, piece.marks)) last.text += text;
    else tidy.push({ ...piece, text });
  }
  trimEnd(tidy);
  while (tidy.at(-1)?.kind === 'br') {
    tidy.pop();
    trimEnd(tidy);
  }
  return tidy;
}

function collapse(text: string): string {
  return text
    .replaceAll(/[\t\n\f\r ]+/gu, (run) => (run.includes('\n') ? '\n' : ' '))
    .replaceAll(LINE_IN_CHINESE, '')
    .replaceAll('\n', ' ');
}

function trimEnd(line: Inline[]): void {
  for (let last = line.at(-1); last?.kind === 'text'; last = line.at(-1)) {
    if (last.text.endsWith(' ')) last.text = last.text.slice(0, -1);
    if (last.text !== '') return;
    line.pop();
  }
}

/** Whether a line shows nothing: only spaces and breaks. */
export function isBlank(line: readonly Inline[]): boolean {
  return line.every((piece) => piece.kind === 'br' || (piece.kind === 'text' && piece.text.trim() === ''));
}

/** HTML of a line: common outer marks are opened once. */
export function writeLine(line: readonly Inline[]): string {
  const parts: string[] = [];
  let open: readonly Mark[] = [];
  for (const piece of line) {
    const shared = sharedMarks(open, piece.marks);
    for (const mark of open.slice(shared).reverse()) parts.push(`</${mark.tag}>`);
    for (const mark of piece.marks.slice(shared)) parts.push(`<${mark.tag}${mark.attributes}>`);
    open = piece.marks;
    if (piece.kind === 'text') parts.push(escapeText(piece.text));
    else parts.push(piece.kind === 'br' ? '<br />' : `<img${piece.attributes} />`);
  }
  for (const mark of [...open].reverse()) parts.push(`</${mark.tag}>`);
  return parts.join('');
}

function sharedMarks(a: readonly Mark[], b: readonly Mark[]): number {
  let n = 0;
  while (n < a.length && n < b.length && sameMark(a[n]!, b[n]!)) n++;
  return n;
}

const sameMark = (a: Mark, b: Mark) => a.tag === b.tag && a.attributes === b.attributes;
const sameMarks = (a: readonly Mark[], b: readonly Mark[]) =>
  a.length === b.length && sharedMarks(a, b) === a.length;
