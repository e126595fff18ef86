import { type HtmlElement, type HtmlNode, parseHtml, textOf } from './html-tree.ts';
import { attribute, type Inline, isBlank, type Mark, tidyLine, writeLine } from './inline.ts';
import { defaultLimits } from './limits.ts';
import {
  alignmentOf,
  droppedTags,
  headingTags,
  isHidden,
  markTags,
  numberAttribute,
  safeHref,
  safeImageSource,
} from './sanitise-rules.ts';
import { containsBlock, flatten, isBlock, listEntries } from './sanitise-structure.ts';

export type SanitiseOptions = {
  /** Largest picture kept as a data: address. */
  imageBytes?: number;
  /** All data: pictures together. */
  imagesBytes?: number;
};

export type SanitiseResult = {
  html: string;
  /** Text of elements that were hidden from the reader. */
  hiddenTexts: string[];
  /** Pictures left out because of source, format or size. */
  droppedImages: number;
};

/**
 * The one sanitiser for everything that comes in: uploads, imported pages, the rich-text editor.
 * The result is written anew from the allow-list of sanitise-rules.ts, so nothing of the input gets
 * through by accident: headings, paragraphs, lists, tables (colspan, rowspan, scope, caption), figures,
 * quotations, preformatted text, links to http(s)/mailto/relative places, bitmaps as data: or
 * attachment references, text alignment. Scripts, frames, forms, event handlers, hidden elements and
 * Word's private markup are gone. Well-formed and canonical: sanitising twice changes nothing.
 * @param html hostile
 */
export function sanitiseHtml(html: string, options?: SanitiseOptions): string {
  return sanitiseTree(parseHtml(html), options).html;
}

/** {@link sanitiseHtml} on a parsed tree, with what was left out. */
export function sanitiseTree(root: HtmlElement, options: SanitiseOptions = {}): SanitiseResult {
  const report = {
    hiddenTexts: [],
    droppedImages: 0,
    imageBytes: options.imageBytes ?? defaultLimits.imageBytes,
    imagesLeft: options.imagesBytes ?? defaultLimits.imagesBytes,
  };
  const flow = new Flow(report, undefined);
  flow.readAll(root.children, []);
  return {
    html: flow.blocks().join('\n'),
    hiddenTexts: report.hiddenTexts,
    droppedImages: report.droppedImages,
  };
}

type Report = { hiddenTexts: string[]; droppedImages: number; imageBytes: number; imagesLeft: number };

/**
 * Collects the content of one container: finished blocks as HTML, and the line being read. Marks are
 * carried down to the text, so `<b><p>…</p></b>` comes out as `<p><strong>…</strong></p>`.
 */
class Flow {
  readonly #report: Report;
  readonly #blocks: string[] = [];
  #line: Inline[] = [];
  #align: string | undefined;

  constructor(report: Report, align: string | undefined) {
    this.#report = report;
    this.#align = align;
  }

  /** Finished blocks; loose text is wrapped in paragraphs. */
  blocks(): string[] {
    this.#endLine();
    return this.#blocks;
  }

  /** Content of a cell or list entry: bare text stays bare when there is nothing else. */
  content(): string {
    if (this.#blocks.length > 0) return this.blocks().join('');
    const line = tidyLine(this.#line);
    this.#line = [];
    return isBlank(line) ? '' : writeLine(line);
  }

  /** One line of everything, blocks flattened: for captions. */
  line(): string {
    return writeLine(tidyLine(this.#line));
  }

  readAll(nodes: readonly HtmlNode[], marks: readonly Mark[]): void {
    for (const node of nodes) this.#read(node, marks);
  }

  #read(node: HtmlNode, marks: readonly Mark[]): void {
    if (typeof node === 'string') {
      this.#line.push({ kind: 'text', text: cleanText(node), marks });
      return;
    }
    if (droppedTags.has(node.tag)) return;
    if (isHidden(node.attributes)) {
      this.#hide(node);
      return;
    }
    const mark = markOf(node);
    if (mark !== undefined) this.readAll(node.children, addMark(marks, mark));
    else if (node.tag === 'br') this.#line.push({ kind: 'br', marks });
    else if (node.tag === 'img') this.#readImage(node, marks);
    else if (isBlock(node.tag)) this.#readBlock(node, marks);
    else this.readAll(node.children, marks);
  }

  #hide(node: HtmlElement): void {
    const text = textOf(node).replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') this.#report.hiddenTexts.push(text);
  }

  #readImage(node: HtmlElement, marks: readonly Mark[]): void {
    const source = safeImageSource(node.attributes.src, this.#report.imageBytes);
    const bytes = source?.startsWith('data:') ? source.length * 0.75 : 0;
    if (source === undefined || bytes > this.#report.imagesLeft) {
      this.#report.droppedImages++;
      return;
    }
    this.#report.imagesLeft -= bytes;
    const attributes =
      attribute('src', source) +
      attribute('alt', cleanAttribute(node.attributes.alt) ?? '') +
      attribute('width', numberAttribute(node.attributes.width, 1, 4000)) +
      attribute('height', numberAttribute(node.attributes.height, 1, 4000));
    this.#line.push({ kind: 'img', attributes, marks });
  }

  #readBlock(node: HtmlElement, marks: readonly Mark[]): void {
    this.#endLine();
    const written = this.#writeBlock(node, marks);
    if (written === undefined) {
      const outer = this.#align;
      this.#align = alignmentOf(node.attributes) ?? (node.tag === 'center' ? 'center' : outer);
      this.readAll(node.children, marks);
      this.#endLine();
      this.#align = outer;
    } else if (written !== '') {
      this.#blocks.push(written);
    }
  }

  /** A kept block as HTML, empty when it shows nothing; undefined when it is to be unwrapped. */
  #writeBlock(node: HtmlElement, marks: readonly Mark[]): string | undefined {
    const { tag } = node;
    if (tag === 'hr') return '<hr />';
    if (tag === 'pre') return this.#writePre(node, marks);
    if (tag === 'table') return this.#writeTable(node, marks);
    if (tag === 'ul' || tag === 'ol') return this.#writeList(node, marks);
    if (tag === 'blockquote' || tag === 'figure') return this.#writeContainer(node, marks);
    if (headingTags.has(tag)) return this.#writeHeading(node, marks);
    return undefined;
  }

  #inner(align?: string): Flow {
    return new Flow(this.#report, align);
  }

  /** A heading holds one line; a table or list wrongly put inside it is set free by unwrapping. */
  #writeHeading(node: HtmlElement, marks: readonly Mark[]): string | undefined {
    if (containsBlock(node)) return undefined;
    const inner = this.#inner();
    inner.readAll(node.children, marks);
    const line = inner.line();
    const align = alignmentOf(node.attributes) ?? this.#align;
    return line === '' ? '' : `<${node.tag}${alignAttribute(align)}>${line}</${node.tag}>`;
  }

  #writeContainer(node: HtmlElement, marks: readonly Mark[]): string {
    const inner = this.#inner(this.#align);
    for (const child of node.children) {
      if (node.tag === 'figure' && typeof child !== 'string' && child.tag === 'figcaption') {
        const caption = this.#captionOf(child, marks);
        inner.#endLine();
        if (caption !== '') inner.#blocks.push(`<figcaption>${caption}</figcaption>`);
      } else inner.readAll([child], marks);
    }
    const content = inner.blocks().join('');
    return content === '' ? '' : `<${node.tag}>${content}</${node.tag}>`;
  }

  #captionOf(node: HtmlElement, marks: readonly Mark[]): string {
    if (isHidden(node.attributes)) {
      this.#hide(node);
      return '';
    }
    const inner = this.#inner();
    inner.readAll(flatten(node), marks);
    return inner.line();
  }

  #writePre(node: HtmlElement, marks: readonly Mark[]): string {
    const inner = this.#inner();
    inner.readAll(flatten(node), marks);
    const line = joinText(inner.#line);
    const first = line[0];
    if (first?.kind === 'text') first.text = first.text.replace(/^\n+/u, '');
    return isBlank(line) ? '' : `<pre>${writeLine(line)}</pre>`;
  }

  #writeList(node: HtmlElement, marks: readonly Mark[]): string {
    const items: string[] = [];
    for (const entry of listEntries(node)) {
      if (isHidden(entry.attributes)) {
        this.#hide(entry);
        continue;
      }
      const inner = this.#inner();
      inner.readAll(entry.children, marks);
      const content = inner.content();
      if (content !== '') items.push(`<li${alignAttribute(alignmentOf(entry.attributes))}>${content}</li>`);
    }
    if (items.length === 0) return '';
    const type = /^[1aAiI]$/u.test(node.attributes.type ?? '') ? node.attributes.type : undefined;
    const numbering =
      node.tag === 'ol'
        ? attribute('start', numberAttribute(node.attributes.start, 2, 99_999)) +
          attribute('type', type === '1' ? undefined : type)
        : '';
    return `<${node.tag}${numbering}>${items.join('')}</${node.tag}>`;
  }

  #writeTable(node: HtmlElement, marks: readonly Mark[]): string {
    const parts: TableParts = { caption: '', groups: [], stray: [] };
    this.#readTableParts(node, 'tbody', parts, marks);
    if (parts.stray.length > 0) {
      // Text between cells is shown before the table by every browser.
      this.readAll(parts.stray, marks);
      this.#endLine();
    }
    const groups = parts.groups.filter((group) => group.rows.length > 0);
    if (groups.length === 0) return parts.caption === '' ? '' : `<p>${parts.caption}</p>`;
    const caption = parts.caption === '' ? '' : `<caption>${parts.caption}</caption>`;
    const body = groups.map((group) => `<${group.tag}>${group.rows.join('')}</${group.tag}>`).join('');
    return `<table>${caption}${body}</table>`;
  }

  #readTableParts(node: HtmlElement, group: string, parts: TableParts, marks: readonly Mark[]): void {
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') parts.stray.push(child);
        continue;
      }
      if (droppedTags.has(child.tag) || child.tag === 'col' || child.tag === 'colgroup') continue;
      if (isHidden(child.attributes)) this.#hide(child);
      else if (child.tag === 'caption') parts.caption ||= this.#captionOf(child, marks);
      else if (tableGroups.has(child.tag)) {
        parts.groups.push({ tag: child.tag, rows: [] });
        this.#readTableParts(child, child.tag, parts, marks);
        parts.groups.push({ tag: group, rows: [] });
      } else if (child.tag === 'tr') addRow(parts, group, this.#writeRow(child, parts, marks));
      else if (child.tag === 'td' || child.tag === 'th') addRow(parts, group, this.#writeCell(child, marks));
      else if (child.tag === 'table' || !isBlock(child.tag)) parts.stray.push(child);
      else this.#readTableParts(child, group, parts, marks);
    }
  }

  #writeRow(node: HtmlElement, parts: TableParts, marks: readonly Mark[]): string {
    let cells = '';
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') parts.stray.push(child);
      } else if (child.tag === 'td' || child.tag === 'th') {
        if (isHidden(child.attributes)) this.#hide(child);
        else cells += this.#writeCell(child, marks);
      } else if (!droppedTags.has(child.tag)) parts.stray.push(child);
    }
    return cells;
  }

  #writeCell(node: HtmlElement, marks: readonly Mark[]): string {
    const inner = this.#inner();
    inner.readAll(node.children, marks);
    const { attributes } = node;
    const scope = /^(?:row|col|rowgroup|colgroup)$/u.test(attributes.scope ?? '')
      ? attributes.scope
      : undefined;
    const written =
      attribute('colspan', numberAttribute(attributes.colspan, 2, 1000)) +
      attribute('rowspan', numberAttribute(attributes.rowspan, 2, 65_534)) +
      (node.tag === 'th' ? attribute('scope', scope) : '') +
      alignAttribute(alignmentOf(attributes));
    return `<${node.tag}${written}>${inner.content()}</${node.tag}>`;
  }

  #endLine(): void {
    const line = tidyLine(this.#line);
    this.#line = [];
    if (isBlank(line)) return;
    this.#blocks.push(`<p${alignAttribute(this.#align)}>${writeLine(line)}</p>`);
  }
}

type TableParts = {
  caption: string;
  groups: { tag: string; rows: string[] }[];
  /** What stands between cells where nothing may stand. */
  stray: HtmlNode[];
};

const tableGroups = new Set(['thead', 'tbody', 'tfoot']);

function addRow(parts: TableParts, group: string, cells: string): void {
  if (cells === '') return;
  const last = parts.groups.at(-1);
  if (last?.tag === group) last.rows.push(`<tr>${cells}</tr>`);
  else parts.groups.push({ tag: group, rows: [`<tr>${cells}</tr>`] });
}

function markOf(node: HtmlElement): Mark | undefined {
  if (node.tag === 'a') {
    const href = safeHref(node.attributes.href);
    return href === undefined
      ? undefined
      : {
          tag: 'a',
          attributes: attribute('href', href) + attribute('title', cleanAttribute(node.attributes.title)),
        };
  }
  const tag = markTags.get(node.tag);
  return tag === undefined ? undefined : { tag, attributes: '' };
}

/** Each mark once; the inner of two nested links wins nothing, as in a browser's tree. */
function addMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return marks.some((known) => known.tag === mark.tag) ? marks : [...marks, mark];
}

function joinText(line: Inline[]): Inline[] {
  return line.filter((piece) => piece.kind !== 'text' || piece.text !== '').map((piece) => ({ ...piece }));
}

function alignAttribute(align: string | undefined): string {
  return align === undefined ? '' : ` style="text-align:${align}"`;
}

/** Control characters mean nothing in HTML and trip readers further on. */
function cleanText(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, '');
}

function cleanAttribute(value: string | undefined): string | undefined {
  const clean = cleanText(value ?? '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return clean === '' ? undefined : clean.slice(0, 500);
}
