import { html } from 'ghtml';
import { countPublic, listCategories, listPublic } from '../information/index.ts';
import { PROACTIVE_LIMIT_DAYS } from '../law/index.ts';
import { rolledUp } from './category-tree.ts';
import { COLUMNS, columnDescription, columnName } from './columns.ts';
import { say } from './labels.ts';
import { type Page, renderPage } from './layout.ts';
import { itemList } from './lists.ts';
import type { LogCache } from './log-cache.ts';
import { columnTags } from './meta.ts';
import { agencyName, href, type Site, siteName } from './site.ts';
import { summariseTimeliness } from './timeliness-words.ts';

const LATEST = 10;
/** How many of the latest items the sentence on timeliness speaks of. */
const MEASURED = 200;

/** The home page: what is new, where things are, how much there is and how timely it is. */
export async function homePage(site: Site, cache: LogCache): Promise<string> {
  const filter = site.agency ? { agencyId: site.agency.id } : {};
  const read = cache.database.read;
  const { rows, total } = await cache.get(`home:${site.agency?.id ?? ''}`, () =>
    listPublic(read, filter, { offset: 0, limit: MEASURED }),
  );
  const page: Page = {
    title: siteName(site),
    column: 'home',
    crumbs: [],
    tags: columnTags(site, 'home'),
    canonical: site.agencyChosen ? href({ ...site, languageChosen: false }, '/') : '/',
    main: html`<h1 class="welcome">${siteName(site)}</h1>
<p class="lead">${say(site, 'about.home')}</p>
!${site.agency === null && site.publishers.length > 1 ? agencyList(site) : ''}
<div class="split">
<section class="latest"><h2>${say(site, 'latest')}</h2>
!${
      rows.length > 0
        ? html`!${itemList(site, rows.slice(0, LATEST))}<p><a class="more" href="${href(site, '/catalogue')}">${say(site, 'all-items')}</a></p>`
        : html`<p class="empty">${say(site, 'nothing-yet')}</p>`
    }</section>
<div class="side">
<section class="card"><h2>${say(site, 'by-category')}</h2>
<p>${say(site, 'published-total', { count: total })}</p>!${await categoryCounts(site, cache)}</section>
<section class="card"><h2>${say(site, 'how-timely')}</h2><p>${timelyWords(site, rows)}</p></section>
</div></div>
<section><h2>${say(site, 'sections')}</h2>!${sectionCards(site)}</section>`,
  };
  return renderPage(site, page);
}

function agencyList(site: Site): string {
  return html`<section><h2>${say(site, 'agencies')}</h2><ul class="agencies">!${site.publishers.map(
    (agency) =>
      html`<li><a href="${href(site, '/', { agency: agency.code })}">${agencyName(site, agency)}</a></li>`,
  )}</ul></section>`;
}

function sectionCards(site: Site): string {
  return html`<ul class="cards">!${COLUMNS.filter((column) => column.key !== 'home').map(
    ({ key, path }) =>
      html`<li><a href="${href(site, path)}">${columnName(key, site.language)}</a><p>${say(site, columnDescription(key))}</p></li>`,
  )}</ul>`;
}

/** A table with bars: each figure opens its list. */
async function categoryCounts(site: Site, cache: LogCache): Promise<string> {
  if (!site.agency) return '';
  const { id } = site.agency;
  const read = cache.database.read;
  const counts = await cache.get(`categories:${id}`, () =>
    countPublic(read, { agencyId: id, section: 'catalogue' }, 'category_id'),
  );
  const top = rolledUp(await listCategories(read, id), counts).filter(
    (one) => one.depth === 0 && (one.active || one.total > 0),
  );
  const most = Math.max(1, ...top.map((one) => one.total));
  return html`<ul class="bars">!${top.map(
    (one) =>
      html`<li><a href="${href(site, '/catalogue', { category: one.code })}">${site.language === 'en' && one.nameEn ? one.nameEn : one.name}</a><span>${one.total}</span><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="4"/><rect class="bar" width="${Math.round((one.total / most) * 100)}" height="4"/></svg></li>`,
  )}</ul>`;
}

function timelyWords(site: Site, rows: Parameters<typeof summariseTimeliness>[0]): string {
  const facts = summariseTimeliness(rows);
  if (!facts) return say(site, 'timely-none');
  return say(site, 'timely-words', {
    count: facts.count,
    inTime: facts.inTime,
    late: facts.late,
    median: facts.medianDays,
    limit: PROACTIVE_LIMIT_DAYS,
  });
}
