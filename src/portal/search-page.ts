import { html } from 'ghtml';
import { translate } from '../platform/index.ts';
import type { FacetValue, Piece, SearchHit } from '../search/index.ts';
import { say } from './labels.ts';
import { keptFields, renderPage } from './layout.ts';
import { PAGE_SIZE, pager, statusTag } from './lists.ts';
import { serviceTags } from './meta.ts';
import type { FacetNames, PublicSearch, PublicSearchQuery } from './search-query.ts';
import { agencyName, chinese, href, type Site } from './site.ts';

type Changes = Partial<Record<keyof PublicSearchQuery, string | number | undefined>>;
type Link = (changes: Changes) => string;

const GROUPS = ['agency', 'section', 'category', 'unit', 'year', 'genre', 'status'] as const;
type Group = (typeof GROUPS)[number];

/** @param found null when nothing was asked yet, 'unavailable' while the index is being made anew */
export function searchPage(
  site: Site,
  query: PublicSearchQuery,
  found: PublicSearch | null | 'unavailable',
): string {
  const { lang: _lang, page: _page, order, ...filters } = query;
  const base = { ...filters, order: order === 'relevance' ? undefined : order };
  const link: Link = (changes) => href(site, '/search', { ...base, ...changes });
  const title = query.q ? say(site, 'search-title', { query: query.q }) : say(site, 'search');
  return renderPage(site, {
    title,
    column: null,
    crumbs: [{ label: say(site, 'search') }],
    tags: serviceTags(site, say(site, 'search'), say(site, 'search-label')),
    noindex: true,
    query: query.q,
    main: html`<h1>${title}</h1>
!${found === 'unavailable' ? html`<p class="banner warning" role="alert">${say(site, 'search-error')}</p>` : ''}
!${found === null || found === 'unavailable' ? help(site, true) : results(site, query, found, link)}`,
  });
}

function results(site: Site, query: PublicSearchQuery, found: PublicSearch, link: Link): string {
  const { result } = found;
  if (result.understood.nothingToFind)
    return html`<p class="empty" role="status">${say(site, 'search-nothing-to-find')}</p>!${help(site, true)}`;
  const truncated = result.understood.truncated
    ? html`<p class="banner notice">${say(site, 'search-truncated')}</p>`
    : '';
  if (result.total === 0) return truncated + nothing(site, query, found, link);
  const total = say(site, result.totalIsExact ? 'search-found' : 'search-found-more', {
    total: result.total,
  });
  return html`!${truncated}<div class="catalogue">
<nav class="filters" aria-label="${say(site, 'refine')}">!${facets(site, query, found, link)}!${dateForm(site, query)}</nav>
<section class="list" aria-labelledby="found"><div class="listhead"><h2 id="found" class="range"><span role="status">${total}</span></h2>!${orders(site, query, link)}</div>
!${chosen(site, query, found.names, link)}
<ol class="items hits" start="${(query.page - 1) * PAGE_SIZE + 1}">!${result.hits.map((hit) => hitLine(site, hit))}</ol>
!${pager(site, result.total, query.page, (page) => link({ page: page > 1 ? page : undefined }))}
!${help(site, false)}
</section></div>`;
}

function hitLine(site: Site, hit: SearchHit): string {
  const facts = [hit.documentNumber, hit.indexNumber, site.agency ? hit.unitName : hit.agencyName];
  return html`<li><a href="${href(site, `/information/${hit.id}`)}"!${chinese(site)}>!${marked(hit.titleHighlighted)}</a>!${statusTag(site, hit.status)}
!${hit.excerpt.length > 0 ? html`<p class="excerpt"!${chinese(site)}>!${marked(hit.excerpt)}</p>` : ''}
<p class="facts"><time datetime="${hit.publishedOn}">${hit.publishedOn}</time>!${facts
    .filter((text) => text)
    .map((text) => html`<span>${text}</span>`)}!${
    hit.attachmentName ? html`<span>${say(site, 'in-attachment', { name: hit.attachmentName })}</span>` : ''
  }</p></li>`;
}

/** Pieces are text; only the marks are markup. */
function marked(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : html`${piece.text}`)).join('');
}

function nothing(site: Site, query: PublicSearchQuery, found: PublicSearch, link: Link): string {
  const none = Object.fromEntries(
    [...GROUPS, 'from', 'to', 'page'].filter((key) => key !== 'agency').map((key) => [key, undefined]),
  );
  const wider = found.result.suggestions.map((one) => {
    const target = one.filtersDropped
      ? href({ ...site, agencyChosen: false }, '/search', { q: one.text })
      : link({ ...(one.filtersDropped ? none : {}), q: one.text });
    const label = one.filtersDropped ? say(site, 'search-all-filters-off', { query: one.text }) : one.text;
    return html`<li><a href="${target}">${label}</a> <span class="count">${say(site, 'items-count', { count: one.total })}</span></li>`;
  });
  return html`<div class="empty" role="status"><p><strong>${say(site, 'search-nothing', { query: query.q })}</strong></p>
<p>${say(site, 'search-nothing-help')} <a href="${href(site, '/requests')}">${say(site, 'requests')}</a></p></div>
!${chosen(site, query, found.names, link)}
!${wider.length > 0 ? html`<section><h2>${say(site, 'search-instead')}</h2><ul class="wider">!${wider}</ul></section>` : ''}
!${help(site, true)}`;
}

interface FacetChoice {
  value: string;
  label: string;
  count: number;
}

function choicesOf(site: Site, group: Group, found: PublicSearch): FacetChoice[] {
  const { facets } = found.result;
  if (!facets) return [];
  const named = (values: readonly FacetValue[], names: FacetNames['category']) =>
    values.flatMap((one) => {
      const name = names.get(one.value);
      return name ? [{ value: name.code, label: name.name, count: one.count }] : [];
    });
  if (group === 'category') return named(facets.categoryId, found.names.category);
  if (group === 'unit') return named(facets.unitId, found.names.unit);
  if (group === 'agency')
    return facets.agencyId.flatMap((one) => {
      const agency = site.agencies.get(one.value);
      return agency ? [{ value: agency.code, label: agencyName(site, agency), count: one.count }] : [];
    });
  const values = facets[group].filter((one) => one.value !== '');
  const sorted = group === 'year' ? values.toSorted((a, b) => Number(b.value) - Number(a.value)) : values;
  return sorted.map((one) => ({ value: one.value, label: label(site, group, one.value), count: one.count }));
}

function label(site: Site, group: Group, value: string): string {
  if (group === 'section') return translate(`section.${value}`, site.language);
  if (group === 'status') return translate(`public-status.${value}`, site.language);
  return group === 'year' ? say(site, 'year-heading', { year: value }) : value;
}

function heading(site: Site, group: Group): string {
  return say(site, group === 'status' ? 'validity' : group);
}

function facets(site: Site, query: PublicSearchQuery, found: PublicSearch, link: Link): string {
  return GROUPS.map((group) => {
    if (group === 'agency' && site.publishers.length < 2) return '';
    const choices = choicesOf(site, group, found);
    const current = String(query[group] ?? '');
    if (choices.length < 2 && current === '') return '';
    const open = group === 'category' || group === 'year' || current !== '' ? ' open' : '';
    return html`<details!${open}><summary>${heading(site, group)}</summary><ul>!${choices.map((choice) => {
      const here = choice.value === current;
      return html`<li><a href="${facetLink(site, group, here ? undefined : choice.value, link)}"!${here ? ' aria-current="true"' : ''}><span>${choice.label}</span> <span class="count">${choice.count}</span></a></li>`;
    })}</ul></details>`;
  }).join('');
}

/** Another agency has other categories and units. */
function facetLink(site: Site, group: Group, value: string | undefined, link: Link): string {
  if (group !== 'agency') return link({ [group]: value });
  if (value !== undefined) return link({ agency: value, category: undefined, unit: undefined });
  const kept = new URLSearchParams(link({}).split('?')[1] ?? '');
  for (const name of ['agency', 'category', 'unit', 'lang']) kept.delete(name);
  return href({ ...site, agencyChosen: false }, '/search', Object.fromEntries(kept));
}

function chosen(site: Site, query: PublicSearchQuery, names: FacetNames, link: Link): string {
  const nameOf = (group: Group): string => {
    const value = String(query[group]);
    if (group === 'agency') return site.agency ? agencyName(site, site.agency) : value;
    if (group === 'category' || group === 'unit')
      return [...names[group].values()].find((one) => one.code === value)?.name ?? value;
    return label(site, group, value);
  };
  const active = GROUPS.filter((group) => query[group] !== undefined && query[group] !== '');
  const dates = [query.from, query.to].some((date) => date !== undefined);
  if (active.length === 0 && !dates) return '';
  return html`<ul class="chosen">!${active.map((group) => {
    const name = nameOf(group);
    return html`<li><a href="${facetLink(site, group, undefined, link)}" aria-label="${say(site, 'remove-filter', { name })}">${name} <span aria-hidden="true">×</span></a></li>`;
  })}!${
    dates
      ? html`<li><a href="${link({ from: undefined, to: undefined })}" aria-label="${say(site, 'remove-filter', { name: dateRange(query) })}">${dateRange(query)} <span aria-hidden="true">×</span></a></li>`
      : ''
  }</ul>`;
}

function dateRange(query: PublicSearchQuery): string {
  return `${query.from ?? '…'} – ${query.to ?? '…'}`;
}

function orders(site: Site, query: PublicSearchQuery, link: Link): string {
  return html`<ul class="order" aria-label="${say(site, 'order')}">!${(
    ['relevance', 'newest', 'oldest'] as const
  ).map((one) =>
    one === query.order
      ? html`<li><span aria-current="true">${say(site, `order.${one}`)}</span></li>`
      : html`<li><a href="${link({ order: one === 'relevance' ? undefined : one })}">${say(site, `order.${one}`)}</a></li>`,
  )}</ul>`;
}

function dateForm(site: Site, query: PublicSearchQuery): string {
  const kept = ['q', 'category', 'unit', 'section', 'genre', 'status', 'year'] as const;
  return html`<form class="dates" action="/search" method="get">
!${kept
    .filter((name) => query[name] !== undefined && query[name] !== '')
    .map((name) => html`<input type="hidden" name="${name}" value="${query[name]}">`)}!${keptFields(site)}!${
    query.order === 'relevance' ? '' : html`<input type="hidden" name="order" value="${query.order}">`
  }<label for="from">${say(site, 'from-date')}</label><input id="from" type="date" name="from" value="${query.from ?? ''}">
<label for="to">${say(site, 'to-date')}</label><input id="to" type="date" name="to" value="${query.to ?? ''}">
<button type="submit">${say(site, 'apply-filters')}</button></form>`;
}

function help(site: Site, open: boolean): string {
  const keys = [
    'search-help-words',
    'search-help-phrase',
    'search-help-exclude',
    'search-help-number',
  ] as const;
  return html`<details class="help"!${open ? ' open' : ''}><summary>${say(site, 'search-help')}</summary><ul>!${keys.map(
    (key) => html`<li>${say(site, key)}</li>`,
  )}</ul></details>`;
}
