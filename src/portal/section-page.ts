import { html } from 'ghtml';
import {
  listPublic,
  type PublicRecord,
  type PublicRow,
  publicItem,
  type Section,
} from '../information/index.ts';
import { pageBody } from './body.ts';
import { columnDescription, columnName, columnOf } from './columns.ts';
import { filePath } from './item-page.ts';
import { say } from './labels.ts';
import { renderPage } from './layout.ts';
import { itemList, PAGE_SIZE, pager, pageWithin, rangeLine } from './lists.ts';
import type { LogCache } from './log-cache.ts';
import { columnTags } from './meta.ts';
import { chinese, href, type Site } from './site.ts';

export type ListedSection = Exclude<Section, 'catalogue'>;

/**
 * Guide, annual reports, regulations, supervision: the items of one section. The guide is shown in full, because
 * who opens it wants to read it.
 */
export async function sectionPage(
  site: Site,
  cache: LogCache,
  section: ListedSection,
  wanted: number,
): Promise<string> {
  const read = cache.database.read;
  const filter = { section, ...(site.agency ? { agencyId: site.agency.id } : {}) };
  const list = (page: number) =>
    cache.get(`section:${JSON.stringify(filter)}:${page}`, () =>
      listPublic(read, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    );
  const first = await list(1);
  const page = pageWithin(wanted, first.total);
  const { rows, total } = page === 1 ? first : await list(page);
  const path = columnOf(section).path;
  const name = columnName(section, site.language);
  const leading = section === 'guide' && page === 1 ? await leadingRecord(cache, rows) : null;
  const rest = rows.filter((row) => row.itemId !== leading?.item);
  return renderPage(site, {
    title: name,
    column: section,
    crumbs: [{ label: name }],
    tags: columnTags(site, section),
    canonical: href({ ...site, languageChosen: false }, path, { page: page > 1 ? page : undefined }),
    main: html`<h1>${name}</h1>
<p class="lead">${say(site, columnDescription(section))}</p>
!${leading ? inFull(site, leading) : ''}
!${total === 0 ? html`<p class="empty">${say(site, 'nothing-yet')}</p>` : ''}
!${rest.length > 0 ? listing(site, section, rest, leading !== null) : ''}
!${total > PAGE_SIZE ? rangeLine(site, total, page) : ''}
!${pager(site, total, page, (target) => href(site, path, { page: target > 1 ? target : undefined }))}`,
  });
}

async function leadingRecord(cache: LogCache, rows: readonly PublicRow[]): Promise<PublicRecord | null> {
  const row = rows.find((one) => one.status === 'in-force');
  return row ? ((await publicItem(cache.database.read, row.itemId))?.record ?? null) : null;
}

function inFull(site: Site, record: PublicRecord): string {
  const body = pageBody(record.bodyHtml, {
    files: record.files,
    fileHref: (file) => filePath(record.item, file),
    tableLabel: say(site, 'table'),
    headingLevel: 3,
  });
  return html`<article class="infull"><h2!${chinese(site)}>${record.title}</h2>
<div class="content" lang="zh-CN">!${body}</div>
<p><a class="more" href="${href(site, `/information/${record.item}`)}">${say(site, 'read-as-item')}</a></p></article>`;
}

function listing(site: Site, section: ListedSection, rows: readonly PublicRow[], more: boolean): string {
  if (section !== 'annual-reports')
    return html`<section><h2 class="${more ? '' : 'hidden'}">${say(site, more ? 'more-in-section' : 'in-this-section')}</h2>!${itemList(site, rows)}</section>`;
  const years = Map.groupBy(rows, (row) => row.publishedOn.slice(0, 4));
  return [...years]
    .map(
      ([year, items]) =>
        html`<section class="year"><h2>${say(site, 'year-heading', { year })}</h2>!${itemList(site, items)}</section>`,
    )
    .join('');
}
