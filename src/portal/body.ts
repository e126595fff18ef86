import { html } from 'ghtml';
import type { RecordFile } from '../information/index.ts';

interface Surroundings {
  readonly files: readonly RecordFile[];
  /** Address of a published file. */
  readonly fileHref: (file: RecordFile) => string;
  /** Name of the scrolling region around a wide table. */
  readonly tableLabel: string;
  /** Level of the document's topmost headings; 2 unless told. */
  readonly headingLevel?: number;
}

/**
 * The text of a record as it stands on a page. It was sanitised when it came in (allow-list, well-formed), so
 * tags can be found by their names; only three things are added here.
 */
export function pageBody(bodyHtml: string, around: Surroundings): string {
  return scrollingTables(
    orderedHeadings(withPictures(bodyHtml, around.files, around.fileHref), around.headingLevel),
    around.tableLabel,
  );
}

/** Pictures kept with the item are named by the file's hash or name (`attachment:…`). */
function withPictures(
  bodyHtml: string,
  files: readonly RecordFile[],
  fileHref: (file: RecordFile) => string,
): string {
  return bodyHtml.replace(/ src="attachment:([A-Za-z0-9._-]+)"/g, (whole, name: string) => {
    const file = files.find((one) => one.sha256 === name || one.name === name);
    return file ? html` src="${fileHref(file)}"` : whole;
  });
}

/** A wide table scrolls in its own box, which the keyboard can reach; the page never scrolls sideways. */
function scrollingTables(bodyHtml: string, label: string): string {
  return bodyHtml
    .replace(/<table\b/g, html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table`)
    .replace(/<\/table>/g, '</table></div>');
}

/**
 * Headings of a document start anywhere; on a page they start right under its own and never skip a level, so
 * that a screen reader's outline holds together.
 */
export function orderedHeadings(bodyHtml: string, first = 2): string {
  const open: { from: number; to: number }[] = [];
  return bodyHtml.replace(/<(\/?)h([1-6])\b/g, (_whole, slash: string, digit: string) => {
    const from = Number(digit);
    if (slash) return `</h${open.at(-1)?.to ?? from}`;
    while (open.length > 0 && open.at(-1)!.from >= from) open.pop();
    const to = Math.min(6, (open.at(-1)?.to ?? first - 1) + 1);
    open.push({ from, to });
    return `<h${to}`;
  });
}
