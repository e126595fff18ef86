import { html } from 'ghtml';
import { translate } from '../platform/index.ts';
import { type CatalogueQuery, type CatalogueView, type Choice, viewCatalogue } from './catalogue-query.ts';
import { columnDescription, columnName } from './columns.ts';
import { say } from './labels.ts';
import { renderPage } from './layout.ts';
import { itemList, pager, rangeLine } from './lists.ts';
import type { LogCache } from './log-cache.ts';
import { columnTags } from './meta.ts';
import { agencyName, href, type Site } from './site.ts';

const GROUPS = ['category', 'unit', 'year', 'genre', 'status'] as const;
type Group = (typeof GROUPS)[number];
type Filters = Partial<Record<Group | 'order' | 'page', string | number | undefined>>;

/** The catalogue: a tree with counts, the filters in the address, and the list they leave. */
export async function cataloguePage(site: Site, cache: LogCache, query: CatalogueQuery): Promise<string> {
  const view = await viewCatalogue(site, cache, query);
  const chosen: Filters = {
    category: query.category,
    unit: query.unit,
    year: query.year,
    genre: query.genre,
    status: query.status,
    order: query.order === 'newest' ? undefined : query.order,
  };
  const link = (changes: Filters) => href(site, '/catalogue', { ...chosen, ...changes });
  const name = columnName('catalogue', site.language);
  const category = view.choices.category.find((one) => one.value === query.category);
  return renderPage(site, {
    title: category ? `${category.label} – ${name}` : name,
    column: 'catalogue',
    crumbs: category
      ? [{ label: name, href: href(site, '/catalogue') }, { label: category.label }]
      : [{ label: name }],
    tags: columnTags(site, 'catalogue'),
    canonical: href({ ...site, languageChosen: false }, '/catalogue', {
      ...chosen,
      page: view.page > 1 ? view.page : undefined,
    }),
    main: html`<h1>${category ? category.label : name}</h1>
<p class="lead">${say(site, columnDescription('catalogue'))}</p>
<div class="catalogue">
!${site.agency ? filterPanel(site, view, chosen, link) : agencyPanel(site)}
<section class="list" aria-labelledby="list-title"><h2 id="list-title" class="hidden">${say(site, 'in-this-section')}</h2>
!${chosenFilters(site, view, chosen, link)}
!${
      view.total === 0
        ? html`<p class="empty" role="status">${say(site, GROUPS.some((group) => chosen[group]) ? 'nothing-here' : 'nothing-yet')}</p>`
        : html`<div class="listhead">!${rangeLine(site, view.total, view.page)}!${orderLinks(site, query.order, link)}</div>
!${itemList(site, view.rows)}!${pager(site, view.total, view.page, (page) => link({ page: page > 1 ? page : undefined }))}`
    }
</section></div>`,
  });
}

function label(site: Site, group: Group, choice: Choice): string {
  if (group === 'status') return translate(`public-status.${choice.value}`, site.language);
  return group === 'year' ? say(site, 'year-heading', { year: choice.value }) : choice.label;
}

function heading(site: Site, group: Group): string {
  return say(site, group === 'status' ? 'validity' : group);
}

/** Open on a wide screen, folded on a phone where the list comes first; no script needed. */
function filterPanel(
  site: Site,
  view: CatalogueView,
  chosen: Filters,
  link: (changes: Filters) => string,
): string {
  return html`<nav class="filters" aria-label="${say(site, 'filters')}">!${GROUPS.map((group) => {
    const choices = view.choices[group];
    if (choices.length === 0) return '';
    const open = group === 'category' || group === 'year' || chosen[group] !== undefined ? ' open' : '';
    return html`<details!${open}><summary>${heading(site, group)}</summary><ul>!${choices.map((choice) => {
      const here = String(chosen[group] ?? '') === choice.value;
      const current = here ? ' aria-current="true"' : '';
      const target = link({ [group]: here ? undefined : choice.value });
      return html`<li class="depth${Math.min(choice.depth, 3)}"><a href="${target}"!${current}><span>${label(site, group, choice)}</span> <span class="count">${choice.count}</span></a></li>`;
    })}</ul></details>`;
  })}</nav>`;
}

function agencyPanel(site: Site): string {
  return html`<nav class="filters" aria-label="${say(site, 'agencies')}"><details open><summary>${say(site, 'agencies')}</summary><ul>!${site.publishers.map(
    (agency) =>
      html`<li><a href="${href(site, '/catalogue', { agency: agency.code })}"><span>${agencyName(site, agency)}</span></a></li>`,
  )}</ul></details></nav>`;
}

function chosenFilters(
  site: Site,
  view: CatalogueView,
  chosen: Filters,
  link: (changes: Filters) => string,
): string {
  const active = GROUPS.filter((group) => chosen[group] !== undefined);
  if (active.length === 0) return '';
  return html`<ul class="chosen">!${active.map((group) => {
    const value = String(chosen[group]);
    const choice = view.choices[group].find((one) => one.value === value);
    const name = choice ? label(site, group, choice) : value;
    return html`<li><a href="${link({ [group]: undefined })}" aria-label="${say(site, 'remove-filter', { name })}">${name} <span aria-hidden="true">×</span></a></li>`;
  })}!${
    active.length > 1
      ? html`<li><a class="clear" href="${href(site, '/catalogue')}">${say(site, 'clear-filters')}</a></li>`
      : ''
  }</ul>`;
}

function orderLinks(site: Site, order: string, link: (changes: Filters) => string): string {
  return html`<ul class="order" aria-label="${say(site, 'order')}">!${(
    ['newest', 'oldest', 'updated'] as const
  ).map((one) =>
    one === order
      ? html`<li><span aria-current="true">${say(site, `order.${one}`)}</span></li>`
      : html`<li><a href="${link({ order: one === 'newest' ? undefined : one })}">${say(site, `order.${one}`)}</a></li>`,
  )}</ul>`;
}
