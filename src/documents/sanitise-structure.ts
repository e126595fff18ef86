import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { droppedTags, headingTags, isHidden, unwrappedBlocks } from './sanitise-rules.ts';

const keptBlocks = new Set(['ul', 'ol', 'table', 'blockquote', 'figure', 'pre', 'hr']);

export function isBlock(tag: string): boolean {
  return tag === 'p' || keptBlocks.has(tag) || headingTags.has(tag) || unwrappedBlocks.has(tag);
}

export function containsBlock(node: HtmlElement): boolean {
  return node.children.some(
    (child) =>
      typeof child !== 'string' &&
      (keptBlocks.has(child.tag) || headingTags.has(child.tag) || containsBlock(child)),
  );
}

/** Blocks inside something that holds one line become that line, separated by breaks. */
export function flatten(node: HtmlElement): HtmlNode[] {
  const flat: HtmlNode[] = [];
  for (const child of node.children) {
    if (typeof child === 'string' || droppedTags.has(child.tag) || isHidden(child.attributes)) {
      flat.push(child);
    } else if (!isBlock(child.tag)) {
      flat.push({ ...child, children: flatten(child) });
    } else {
      if (flat.length > 0) flat.push({ tag: 'br', attributes: {}, children: [] });
      // One by one: a spread of a hostile number of arguments overflows the stack.
      for (const inner of flatten(child)) flat.push(inner);
    }
  }
  return flat;
}

/** Entries of a list; what stands loose between them becomes an entry, a nested list joins the one before. */
export function listEntries(node: HtmlElement): HtmlElement[] {
  const entries: HtmlElement[] = [];
  let loose: HtmlElement | undefined;
  for (const child of node.children) {
    if (typeof child !== 'string' && child.tag === 'li') {
      entries.push({ ...child, children: [...child.children] });
      loose = undefined;
    } else if (typeof child !== 'string' && /^[uo]l$/u.test(child.tag) && entries.length > 0) {
      entries.at(-1)!.children.push(child);
    } else if (typeof child !== 'string' || child.trim() !== '') {
      if (loose === undefined) {
        loose = { tag: 'li', attributes: {}, children: [] };
        entries.push(loose);
      }
      loose.children.push(child);
    }
  }
  return entries;
}
