import { html } from 'ghtml';
import { say } from './labels.ts';
import { renderPage } from './layout.ts';
import { href, type Site } from './site.ts';

const KNOWN = [400, 404, 410, 429, 500] as const;
type KnownStatus = (typeof KNOWN)[number];

/** A page for each thing that can go wrong: what happened, and what to do next. */
export function errorPage(site: Site, status: number, requestId: string): string {
  const known: KnownStatus = KNOWN.find((one) => one === status) ?? (status < 500 ? 400 : 500);
  const title = say(site, `error-${known}-title`);
  return renderPage(site, {
    title,
    column: null,
    crumbs: [],
    tags: [],
    noindex: true,
    main: html`<div class="error"><p class="code" aria-hidden="true">${known}</p><h1>${title}</h1>
<p>${say(site, `error-${known}-text`, { requestId })}</p>
<ul class="ways"><li><a href="${href(site, '/')}">${say(site, 'home')}</a></li><li><a href="${href(site, '/catalogue')}">${say(site, 'short.catalogue')}</a></li><li><a href="${href(site, '/search')}">${say(site, 'search')}</a></li></ul></div>`,
  });
}
