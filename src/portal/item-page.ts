import { html } from 'ghtml';
import type { PublicChange, PublicRecord, RecordFile } from '../information/index.ts';
import { legalDate, translate } from '../platform/index.ts';
import { pageBody } from './body.ts';
import { type ColumnKey, columnName, columnOf } from './columns.ts';
import { dateInWords, fileKind, sizeInWords } from './format.ts';
import type { PublishedFacts } from './item-facts.ts';
import { historyTable, signature } from './item-history.ts';
import { type PortalText, say } from './labels.ts';
import { type Page, renderPage } from './layout.ts';
import { articleTags, publicationTime } from './meta.ts';
import { chinese, href, type Site } from './site.ts';
import { timelinessOf, timelinessSentence } from './timeliness-words.ts';

/** The page of a public item in its present version. @param today for the citation, YYYY-MM-DD */
export function itemPage(site: Site, facts: PublishedFacts, today: string): string {
  const { record } = facts.item;
  return renderPage(site, {
    ...frame(site, facts, record, `/information/${record.item}`),
    main: html`<article class="item">
!${banner(site, facts)}
<h1!${chinese(site)}>${record.title}</h1>
!${subline(site, facts, record)}
!${metadata(site, record)}
!${content(site, record)}
!${attachments(site, record)}
<aside class="evidence">
<section class="card"><h2>${say(site, 'timeliness')}</h2>!${timelinessWords(site, facts)}</section>
<section class="card"><h2>${say(site, 'signed')}</h2>!${signature(site, facts)}</section>
</aside>
!${historyTable(site, facts)}
<section class="citation"><h2>${say(site, 'citation')}</h2><p>${citation(site, record, today)}</p></section>
<p class="printed">${say(site, 'printed-from', { url: `${site.origin}/information/${record.item}` })}</p>
</article>`,
  });
}

/** An earlier public version, marked as such at the top and kept out of search engines. */
export function versionPage(
  site: Site,
  facts: PublishedFacts,
  change: PublicChange & { record: PublicRecord },
): string {
  const { record } = change;
  const on = dateInWords(legalDate(change.at), site.language);
  return renderPage(site, {
    ...frame(site, facts, record, `/information/${record.item}/versions/${record.version}`),
    noindex: true,
    main: html`<article class="item">
<div class="banner warning" role="note"><p><strong>${say(site, 'earlier-version')}</strong></p><p>${say(site, 'earlier-version-text', { date: on, version: record.version })} <a href="${href(site, `/information/${record.item}`)}">${say(site, 'go-to-current')}</a></p></div>
<h1!${chinese(site)}>${record.title}</h1>
!${subline(site, facts, record)}
!${metadata(site, record)}
!${content(site, record)}
!${attachments(site, record)}
!${historyTable(site, facts)}
</article>`,
  });
}

function frame(
  site: Site,
  facts: PublishedFacts,
  record: PublicRecord,
  path: string,
): Omit<Page, 'main'> & { column: ColumnKey } {
  const column = record.section;
  const inCatalogue = column === 'catalogue' && record.category.code !== '';
  return {
    title: record.title,
    column,
    crumbs: [
      { label: columnName(column, site.language), href: href(site, columnOf(column).path) },
      ...(inCatalogue
        ? [
            {
              label: record.category.name,
              href: href(site, '/catalogue', { category: record.category.code }),
            },
          ]
        : []),
      { label: record.title },
    ],
    tags: articleTags(site, column, {
      title: record.title,
      publishedAt: publicationTime(record.publishedOn, facts.history[0]?.at),
      source: record.issuingAgency || record.agency.name,
      keywords: record.keywords,
      description: record.summary,
      author: record.unit,
      url: `${site.origin}${path}`,
    }),
    canonical: path,
  };
}

function subline(site: Site, facts: PublishedFacts, record: PublicRecord): string {
  const time = publicationTime(record.publishedOn, facts.history[0]?.at);
  return html`<p class="subline"><span>${record.issuingAgency || record.agency.name}</span><span>${say(site, 'published-on')} <time datetime="${record.publishedOn}">${time.replace(' 00:00', '')}</time></span></p>`;
}

/** What a reader must know before reading: repealed, or not the first wording. */
function banner(site: Site, facts: PublishedFacts): string {
  const last = facts.history.at(-1)!;
  const date = dateInWords(legalDate(last.at), site.language);
  const reason = last.reason ? html`<p>${say(site, 'because-of', { reason: last.reason })}</p>` : '';
  if (facts.item.status === 'repealed')
    return html`<div class="banner danger" role="note"><p><strong>${say(site, 'repealed-title')}</strong></p><p>${say(site, 'repealed-text', { date })}</p>!${reason}</div>`;
  if (last.action === 'publish') return '';
  const change = translate(`change.${last.action}`, site.language);
  return html`<div class="banner notice" role="note"><p>${say(site, 'amended-text', { date, change })}</p>!${reason}</div>`;
}

function metadata(site: Site, record: PublicRecord): string {
  const date = (text: string) => (text ? html`<time datetime="${text}">${text}</time>` : '');
  const rows: [label: PortalText, value: string][] = [
    ['index-number', html`${record.indexNumber}`],
    ['issuing-agency', html`${record.issuingAgency || record.agency.name}`],
    ['document-number', html`${record.documentNumber}`],
    ['formed-on', date(record.formedOn)],
    ['published-on', date(record.publishedOn)],
    ['category', html`${record.category.name}`],
    ['genre', html`${record.genre}`],
    ['subject', html`${record.subject}`],
    ['unit', html`${record.unit}`],
    ['validity', html`${translate(`public-status.${record.status}`, site.language)}`],
    ['attribute', html`${translate('attribute.proactive', site.language)}`],
    ['version', html`${say(site, 'version-number', { version: record.version })}`],
    ['keywords', html`${record.keywords}`],
    ['summary', html`${record.summary}`],
  ];
  const language = (label: PortalText) => (IN_PAGE_LANGUAGE.has(label) ? '' : chinese(site));
  return html`<section aria-labelledby="metadata"><h2 id="metadata" class="hidden">${say(site, 'metadata')}</h2>
<dl class="metadata">!${rows
    .filter(([, value]) => value !== '')
    .map(
      ([label, value]) => html`<div><dt>${say(site, label)}</dt><dd!${language(label)}>!${value}</dd></div>`,
    )}</dl></section>`;
}

/** Particulars that are our words, not the document's. */
const IN_PAGE_LANGUAGE: ReadonlySet<PortalText> = new Set(['validity', 'attribute', 'version']);

/** The record's text: sanitised when it came in, and the only HTML here that is not escaped. */
function content(site: Site, record: PublicRecord): string {
  const body = pageBody(record.bodyHtml, {
    files: record.files,
    fileHref: (file) => filePath(record.item, file),
    tableLabel: say(site, 'table'),
  });
  if (body.trim() === '') return html`<p class="nobody">${say(site, 'no-body')}</p>`;
  return html`<div class="content" lang="zh-CN">!${body}</div>`;
}

export function filePath(itemId: string, file: RecordFile): string {
  return `/information/${itemId}/files/${file.sha256}/${encodeURIComponent(file.name.toWellFormed())}`;
}

function attachments(site: Site, record: PublicRecord): string {
  if (record.files.length === 0) return '';
  return html`<section class="attachments"><h2>${say(site, 'attachments')}</h2><ul>!${record.files.map(
    (file) =>
      html`<li><a href="${filePath(record.item, file)}" download><span class="kind" aria-hidden="true">${fileKind(file.name)}</span><span>${file.name}</span> <small>${sizeInWords(file.sizeBytes)} · ${say(site, 'download')}</small></a></li>`,
  )}</ul></section>`;
}

function timelinessWords(site: Site, facts: PublishedFacts): string {
  const { formedOn, publishedOn } = facts.item;
  const measured = timelinessOf({ formedOn, publishedOn });
  return html`<p>${timelinessSentence(site, measured)}</p>
<details><summary>${say(site, 'why-so')}</summary><ul>!${measured.reasons.map(
    (reason) => html`<li>${reason.text[site.language]} <small>${reason.article}</small></li>`,
  )}</ul></details>`;
}

/** GB/T 7714: 责任者. 题名[EB/OL]. (发布日期)[引用日期]. 地址. */
function citation(site: Site, record: PublicRecord, today: string): string {
  const number = record.documentNumber ? `：${record.documentNumber}` : '';
  const source = record.issuingAgency || record.agency.name;
  return `${source}. ${record.title}${number}[EB/OL]. (${record.publishedOn})[${today}]. ${site.origin}/information/${record.item}.`;
}
