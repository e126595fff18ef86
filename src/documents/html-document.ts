import { asBuffer } from './archive.ts';
import { findArticle } from './html-article.ts';
import { htmlToText } from './html-text.ts';
import { elementsOf, type HtmlElement, parseHtml, textOf } from './html-tree.ts';
import { labelledValues } from './labelled-values.ts';
import type { DocumentLimits } from './limits.ts';
import { decodeWithin } from './plain-text.ts';
import { sanitiseTree } from './sanitise.ts';
import type { DocumentProperties, ExtraText, FormatResult, WarningCode } from './types.ts';

/**
 * A saved web page: the article without navigation, its meta tags (《政府网站发展指引》 网页标签) and
 * the labelled values of its metadata block (索引号 …) in `meta`.
 * @throws DocumentError TEXT_UNREADABLE, TEXT_TOO_LONG
 */
export function readHtml(bytes: Uint8Array, limits: DocumentLimits): FormatResult {
  const { text, warnings } = decodeWithin(bytes, limits, declaredCharset(asBuffer(bytes)));
  const page = parseHtml(text);
  const whole = sanitiseTree(page, limits);
  const article = findArticle(page);
  const { html, droppedImages } = article === page ? whole : sanitiseTree(article, limits);
  const meta = { ...labelledMeta(htmlToText(whole.html.slice(0, 100_000))), ...metaTags(page) };
  const title = pageTitle(page, meta);
  const codes = new Set<WarningCode>(warnings);
  if (article !== page) codes.add('ARTICLE_GUESSED');
  if (droppedImages > 0) codes.add('IMAGE_DROPPED');
  if (whole.hiddenTexts.length > 0) codes.add('HIDDEN_TEXT');
  return {
    ...(title === undefined ? {} : { title }),
    html,
    meta,
    properties: propertiesOf(meta),
    extraTexts: whole.hiddenTexts.map((hidden): ExtraText => ({ where: 'hidden', text: hidden })),
    warnings: [...codes],
  };
}

function declaredCharset(content: Buffer): string | undefined {
  const start = content.subarray(0, 4096).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(start)?.[1];
}

/** Names as written; the first of two wins. */
function metaTags(page: HtmlElement): Record<string, string> {
  const tags = new Map<string, string>();
  for (const { tag, attributes } of elementsOf(page)) {
    if (tag !== 'meta' || attributes.content === undefined) continue;
    const name = (attributes.name ?? attributes.property ?? '').trim();
    const value = attributes.content.replaceAll(/\s+/gu, ' ').trim();
    if (name !== '' && name.length <= 80 && value !== '' && !tags.has(name))
      tags.set(name, value.slice(0, 2000));
  }
  return Object.fromEntries(tags);
}

function labelledMeta(text: string): Record<string, string> {
  return Object.fromEntries(labelledValues(text).map(({ label, value }) => [label, value]));
}

function pageTitle(page: HtmlElement, meta: Record<string, string>): string | undefined {
  if (meta.ArticleTitle) return meta.ArticleTitle;
  const heading = firstText(page, 'h1');
  const title = firstText(page, 'title');
  if (heading !== undefined) return heading;
  // `文章标题_栏目_网站名`: the first part is the article's, unless nothing is left of it.
  const first = title?.split(/\s*[_|]\s*|\s+[-–—]+\s+/u)[0]?.trim();
  return first === undefined || first === '' ? title : first;
}

function firstText(page: HtmlElement, tag: string): string | undefined {
  for (const element of elementsOf(page)) {
    if (element.tag !== tag) continue;
    const text = textOf(element).replaceAll(/\s+/gu, ' ').trim();
    if (text !== '') return text.slice(0, 500);
  }
  return undefined;
}

function propertiesOf(meta: Record<string, string>): DocumentProperties {
  const author = meta.Author ?? meta.author;
  const keywords = meta.Keywords ?? meta.keywords;
  const description = meta.Description ?? meta.description;
  return {
    ...(author === undefined ? {} : { author }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(description === undefined ? {} : { description }),
  };
}
