import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HtmlNode, parseHtml } from '../../../src/documents/html-tree.ts';
import { htmlToText, sanitiseHtml } from '../../../src/documents/index.ts';
import { textWithPlaces } from './place.ts';

/** What the walk reads of a page's node, built from the server's tree. */
interface PageNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: PageNode[];
}

const TYPES = { ELEMENT_NODE: 1, TEXT_NODE: 3 };
Object.assign(globalThis, { Node: TYPES });

function pageNode(node: HtmlNode): PageNode {
  if (typeof node === 'string')
    return { nodeType: TYPES.TEXT_NODE, nodeName: '#text', nodeValue: node, childNodes: [] };
  return {
    nodeType: TYPES.ELEMENT_NODE,
    nodeName: node.tag.toUpperCase(),
    nodeValue: null,
    childNodes: node.children.map(pageNode),
  };
}

const shown = (html: string) => textWithPlaces(pageNode(parseHtml(html)) as unknown as Node);

const words = fc.stringMatching(/^[ \n\t甲乙丙丁a-z0-9]{0,12}$/);
const inline = fc.oneof(
  words,
  words.map((text) => `<strong>${text}</strong>`),
  words.map((text) => `${text}<br>${text}`),
);
const paragraph = fc.array(inline, { maxLength: 4 }).map((parts) => `<p>${parts.join('')}</p>`);
const table = fc
  .array(fc.array(fc.oneof(inline, paragraph), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
const list = fc
  .array(inline, { minLength: 1, maxLength: 3 })
  .map((items) => `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`);
const html = fc
  .array(
    fc.oneof(
      paragraph,
      table,
      list,
      words.map((text) => `<pre>${text}</pre>`),
    ),
    { maxLength: 6 },
  )
  .map((blocks) => sanitiseHtml(blocks.join('\n')));

test('the shown page yields the very text that findings and proposals count their positions in', () => {
  fc.assert(fc.property(html, (page) => assert.equal(shown(page).chars.join(''), htmlToText(page))));
});

test('every visible character keeps the place it stands at', () => {
  fc.assert(
    fc.property(html, (page) => {
      const { chars, nodes, offsets } = shown(page);
      chars.forEach((char, at) => {
        if (char.trim() !== '') assert.equal(nodes[at]!.nodeValue![offsets[at]!], char);
      });
    }),
  );
});
