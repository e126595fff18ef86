import { type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts';
import { droppedTags } from './sanitise-rules.ts';

const LINE_BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li blockquote pre figure figcaption table caption tr hr div ul ol thead tbody tfoot'.split(
    ' ',
  ),
);

/**
 * Plain text of sanitised HTML, the same for the same HTML always: one block a line, cells of a table
 * row separated by tabs, what is several lines inside a cell joined by spaces, no blank lines, no space
 * at line ends. Search, screening and metadata all work on this text, so positions agree.
 */
export function htmlToText(html: string): string {
  const lines = new TextLines();
  lines.readAll(parseHtml(html));
  return lines.text();
}

class TextLines {
  readonly #lines: string[] = [];
  #parts: string[] = [];

  text(): string {
    this.#end();
    return this.#lines.join('\n');
  }

  readAll(node: HtmlElement): void {
    for (const child of node.children) this.#read(child, false);
  }

  #read(node: HtmlNode, verbatim: boolean): void {
    if (typeof node === 'string') {
      this.#parts.push(verbatim ? node : node.replaceAll(/[\t\n\r\f ]+/gu, ' '));
      return;
    }
    if (droppedTags.has(node.tag)) return;
    if (node.tag === 'br') this.#end();
    else if (node.tag === 'tr') this.#readRow(node);
    else {
      const block = LINE_BLOCKS.has(node.tag);
      if (block) this.#end();
      for (const child of node.children) this.#read(child, verbatim || node.tag === 'pre');
      if (block) this.#end();
    }
  }

  #readRow(row: HtmlElement): void {
    this.#end();
    const cells: string[] = [];
    for (const child of row.children) {
      if (typeof child === 'string') continue;
      const inner = new TextLines();
      inner.readAll(child);
      cells.push(inner.text().replaceAll(/[\n\t]+/gu, ' '));
    }
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0) this.#lines.push(cells.join('\t'));
  }

  #end(): void {
    const text = this.#parts.join('');
    this.#parts = [];
    for (const line of text.split('\n')) {
      const trimmed = line.trim();
      if (trimmed !== '') this.#lines.push(trimmed);
    }
  }
}

/** Plain text as HTML: one paragraph a line. */
export function textToHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`)
    .join('\n');
}
