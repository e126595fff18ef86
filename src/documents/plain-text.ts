import { marked } from 'marked';
import { asBuffer } from './archive.ts';
import { DocumentError } from './errors.ts';
import { textToHtml } from './html-text.ts';
import { elementsOf, parseHtml, textOf } from './html-tree.ts';
import type { DocumentLimits } from './limits.ts';
import { sanitiseTree } from './sanitise.ts';
import { decodeText } from './text-encoding.ts';
import type { FormatResult, WarningCode } from './types.ts';

/**
 * A text file in UTF-8, UTF-16 or GB 18030.
 * @throws DocumentError TEXT_UNREADABLE, TEXT_TOO_LONG
 */
export function readPlainText(bytes: Uint8Array, limits: DocumentLimits): FormatResult {
  const { text, warnings } = decodeWithin(bytes, limits);
  return { html: textToHtml(cleanControls(text)), properties: {}, extraTexts: [], warnings };
}

/**
 * A Markdown file (CommonMark with tables). HTML inside it goes through the sanitiser like the rest.
 * @throws DocumentError TEXT_UNREADABLE, TEXT_TOO_LONG
 */
export function readMarkdown(bytes: Uint8Array, limits: DocumentLimits): FormatResult {
  const { text, warnings } = decodeWithin(bytes, limits);
  const tree = parseHtml(marked.parse(text, { async: false, gfm: true }));
  const { html, droppedImages, hiddenTexts } = sanitiseTree(tree, limits);
  const heading = [...elementsOf(tree)].find((element) => element.tag === 'h1');
  const title = heading && textOf(heading).trim().slice(0, 500);
  return {
    ...(title ? { title } : {}),
    html,
    properties: {},
    extraTexts: hiddenTexts.map((hidden) => ({ where: 'hidden', text: hidden })),
    warnings: droppedImages > 0 ? [...warnings, 'IMAGE_DROPPED'] : warnings,
  };
}

/** Decodes within the length limit and says what had to be guessed. */
export function decodeWithin(
  bytes: Uint8Array,
  limits: DocumentLimits,
  declared?: string,
): { text: string; warnings: WarningCode[] } {
  const decoded = decodeText(asBuffer(bytes), declared);
  if (decoded.text.length > limits.textLength) {
    throw new DocumentError('TEXT_TOO_LONG', { textLength: limits.textLength });
  }
  const warnings: WarningCode[] = [];
  if (decoded.guessed) warnings.push('ENCODING_GUESSED');
  if (decoded.text.includes('\ufffd')) warnings.push('UNREADABLE_CHARACTERS');
  return { text: decoded.text, warnings };
}

const cleanControls = (text: string) =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/gu, '').replaceAll('\f', '\n');
