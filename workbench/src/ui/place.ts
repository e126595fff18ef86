import type { Finding } from '../../../src/information/contract.ts';

/**
 * Where each character of the server's plain text (documents/html-text.ts) stands in the shown page. The walk
 * follows the same rules: one block a line, cells separated by tabs, lines trimmed, blank lines left out.
 */
interface Text {
  chars: string[];
  nodes: Node[];
  offsets: number[];
}

const BLOCKS = new Set(
  'P H1 H2 H3 H4 H5 H6 LI BLOCKQUOTE PRE FIGURE FIGCAPTION TABLE CAPTION HR DIV UL OL THEAD TBODY TFOOT'.split(
    ' ',
  ),
);
const IGNORED = new Set(['STYLE', 'SCRIPT', 'BUTTON', 'COLGROUP']);

const emptyText = (): Text => ({ chars: [], nodes: [], offsets: [] });

/** The text of an element with the place of every character. */
export function textWithPlaces(root: Node): Text {
  const out = emptyText();
  let line = emptyText();
  const end = () => {
    addLines(out, line);
    line = emptyText();
  };
  const read = (node: Node, verbatim: boolean): void => {
    if (node.nodeType === Node.TEXT_NODE) addCharacters(line, node, verbatim);
    else if (node.nodeType !== Node.ELEMENT_NODE || IGNORED.has(node.nodeName)) return;
    else if (node.nodeName === 'BR') end();
    else if (node.nodeName === 'TR') {
      end();
      addRow(out, node);
    } else readElement(node, verbatim);
  };
  const readElement = (node: Node, verbatim: boolean): void => {
    const block = BLOCKS.has(node.nodeName);
    if (block) end();
    for (const child of node.childNodes) read(child, verbatim || node.nodeName === 'PRE');
    if (block) end();
  };
  for (const child of root.childNodes) read(child, false);
  end();
  return out;
}

function addCharacters(line: Text, node: Node, verbatim: boolean): void {
  const value = node.nodeValue ?? '';
  let inSpace = false;
  for (let at = 0; at < value.length; at++) {
    const space = !verbatim && /[\t\n\r\f ]/.test(value[at]!);
    if (!(space && inSpace)) push(line, space ? ' ' : value[at]!, node, at);
    inSpace = space;
  }
}

function addRow(out: Text, row: Node): void {
  const cells = [...row.childNodes]
    .filter((one) => one.nodeType === Node.ELEMENT_NODE)
    .map((cell) => flat(textWithPlaces(cell)));
  while (cells.length > 0 && cells.at(-1)!.chars.length === 0) cells.pop();
  if (cells.length === 0) return;
  if (out.chars.length > 0) push(out, '\n', row, 0);
  cells.forEach((cell, index) => {
    if (index > 0) push(out, '\t', row, 0);
    append(out, cell, 0, cell.chars.length);
  });
}

/** Several lines of one cell as one, a run of breaks as one space. */
function flat(text: Text): Text {
  const out = emptyText();
  text.chars.forEach((char, at) => {
    const breaks = char === '\n' || char === '\t';
    const before = text.chars[at - 1];
    if (breaks && (before === '\n' || before === '\t')) return;
    push(out, breaks ? ' ' : char, text.nodes[at]!, text.offsets[at]!);
  });
  return out;
}

/** Adds the lines of a block, trimmed, the blank ones left out. */
function addLines(out: Text, line: Text): void {
  let from = 0;
  for (let at = 0; at <= line.chars.length; at++) {
    if (at < line.chars.length && line.chars[at] !== '\n') continue;
    let start = from;
    let stop = at;
    while (start < stop && line.chars[start]!.trim() === '') start++;
    while (stop > start && line.chars[stop - 1]!.trim() === '') stop--;
    if (start < stop) {
      if (out.chars.length > 0) push(out, '\n', line.nodes[start]!, line.offsets[start]!);
      append(out, line, start, stop);
    }
    from = at + 1;
  }
}

function append(out: Text, text: Text, from: number, to: number): void {
  for (let at = from; at < to; at++) push(out, text.chars[at]!, text.nodes[at]!, text.offsets[at]!);
}

function push(text: Text, char: string, node: Node, offset: number): void {
  text.chars.push(char);
  text.nodes.push(node);
  text.offsets.push(offset);
}

/** The range of characters `start` to `end` of the plain text, or null when the page has no such place. */
export function rangeAt(text: Text, start: number, end: number): Range | null {
  const last = Math.max(start, end - 1);
  const from = text.nodes[start];
  const to = text.nodes[last];
  if (from?.nodeType !== Node.TEXT_NODE || to?.nodeType !== Node.TEXT_NODE) return null;
  const range = document.createRange();
  range.setStart(from, text.offsets[start]!);
  range.setEnd(to, Math.min(text.offsets[last]! + 1, to.nodeValue?.length ?? 0));
  return range;
}

type Severity = Finding['severity'];
const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info'];

/** Marks findings in a shown text without touching its markup (CSS Custom Highlight API, where there is one). */
export function markFindings(root: HTMLElement, findings: readonly Finding[]): void {
  if (!('highlights' in CSS)) return;
  const text = textWithPlaces(root);
  for (const severity of SEVERITIES) {
    const ranges = findings
      .filter((one) => one.severity === severity && one.field === 'body' && !one.override)
      .flatMap((one) => rangeAt(text, one.start, one.end) ?? []);
    CSS.highlights.set(`finding-${severity}`, new Highlight(...ranges));
  }
}

export function clearMarks(): void {
  if (!('highlights' in CSS)) return;
  for (const severity of [...SEVERITIES, 'here']) CSS.highlights.delete(`finding-${severity}`);
}

/**
 * Brings a place of the text into view and marks it.
 * @returns its range, or null when the place is not in this text
 */
export function showPlace(root: HTMLElement, start: number, end: number): Range | null {
  const range = rangeAt(textWithPlaces(root), start, end);
  if (!range) return null;
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  if ('highlights' in CSS) CSS.highlights.set('finding-here', new Highlight(range));
  return range;
}

/** Where in the text a finding stands; one about markup or another field is looked for by its excerpt. */
export function placeOf(root: HTMLElement, finding: Finding): { start: number; end: number } | null {
  if (finding.field === 'body') return { start: finding.start, end: finding.end };
  if (!finding.field.startsWith('body')) return null;
  const at = textWithPlaces(root).chars.join('').indexOf(finding.excerpt);
  return at < 0 ? null : { start: at, end: at + finding.excerpt.length };
}
