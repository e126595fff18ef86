import { html } from 'ghtml';
import type { PublicRow } from '../information/index.ts';
import { translate } from '../platform/index.ts';
import { say } from './labels.ts';
import { agencyName, chinese, href, type Site } from './site.ts';

/** Items a list shows on one page. */
export const PAGE_SIZE = 20;

/** A list of items: title, then number, date and whatever marks it out. */
export function itemList(site: Site, rows: readonly PublicRow[]): string {
  return html`<ol class="items">!${rows.map((row) => itemLine(site, row))}</ol>`;
}

function itemLine(site: Site, row: PublicRow): string {
  const agency = site.agency === null ? site.agencies.get(row.agencyId) : undefined;
  return html`<li><a href="${href(site, `/information/${row.itemId}`)}"!${chinese(site)}>${row.title}</a>!${statusTag(site, row.status)}
<p class="facts"><time datetime="${row.publishedOn}">${row.publishedOn}</time>!${
    row.documentNumber ? html`<span>${row.documentNumber}</span>` : ''
  }!${agency ? html`<span>${agencyName(site, agency)}</span>` : ''}</p></li>`;
}

/** Says so when an item is not simply in force. */
export function statusTag(site: Site, status: string): string {
  if (status === 'in-force') return '';
  return html` <span class="tag">${translate(`public-status.${status}`, site.language)}</span>`;
}

/** Total, and which part of it is shown. */
export function rangeLine(site: Site, total: number, page: number): string {
  const from = (page - 1) * PAGE_SIZE + 1;
  const to = Math.min(total, page * PAGE_SIZE);
  return html`<p class="range" role="status">${say(site, 'result-range', { total, from, to })}</p>`;
}

/**
 * Previous and next, with the pages around this one.
 * @param link the address of a page by its number, from 1
 */
export function pager(site: Site, total: number, page: number, link: (page: number) => string): string {
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1) return '';
  const step = (target: number, label: string, rel: string) =>
    target >= 1 && target <= pages ? html`<li><a rel="${rel}" href="${link(target)}">${label}</a></li>` : '';
  return html`<nav class="pager" aria-label="${say(site, 'pages')}"><ul>
!${step(page - 1, say(site, 'previous'), 'prev')}
!${nearby(page, pages).map((number) =>
    number === page
      ? html`<li class="here"><span aria-current="page">${number}</span></li>`
      : html`<li class="number"><a href="${link(number)}" aria-label="${say(site, 'page-of', { page: number, pages })}">${number}</a></li>`,
  )}
!${step(page + 1, say(site, 'next'), 'next')}
</ul></nav>`;
}

/** First, last, and two on either side. */
function nearby(page: number, pages: number): number[] {
  const wanted = new Set([1, pages, page - 2, page - 1, page, page + 1, page + 2]);
  return [...wanted].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
}

/** The page asked for, within what there is. */
export function pageWithin(page: number, total: number): number {
  return Math.max(1, Math.min(page, Math.ceil(total / PAGE_SIZE)));
}
