import { html } from 'ghtml';
import { assets } from './assets.ts';
import { COLUMNS, type ColumnKey, columnName, shortColumnName } from './columns.ts';
import { say } from './labels.ts';
import { type MetaTag, siteTags } from './meta.ts';
import { agencyName, href, otherLanguageHref, type Site, siteName } from './site.ts';

/** What a page gives the frame that all pages share. */
export interface Page {
  /** For the browser's title bar; the site's name is added. */
  readonly title: string;
  readonly column: ColumnKey | null;
  /** Steps after 首页 and 政府信息公开平台; the last is this page. */
  readonly crumbs: readonly { label: string; href?: string }[];
  readonly tags: readonly MetaTag[];
  /** Canonical path; left out where the address is not to be kept (search, errors). */
  readonly canonical?: string;
  readonly noindex?: boolean;
  /** What stands in the search box. */
  readonly query?: string;
  /** HTML: made with `html`, so that all data in it is escaped. */
  readonly main: string;
}

/** A whole page. Header and footer are the same everywhere, as the design rules for government sites ask. */
export function renderPage(site: Site, page: Page): string {
  const name = siteName(site);
  const title = page.column === 'home' && page.crumbs.length === 0 ? name : `${page.title} – ${name}`;
  const tags = [...siteTags(site), ...page.tags];
  return html`<!doctype html>
<html lang="${site.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
!${tags.map((tag) => html`<meta name="${tag.name}" content="${tag.content}">`)}!${
    page.noindex ? '<meta name="robots" content="noindex">' : ''
  }!${
    page.canonical === undefined ? '' : html`<link rel="canonical" href="${site.origin}${page.canonical}">`
  }<link rel="stylesheet" href="${assets.stylesheet.path}">
<link rel="icon" href="${assets.emblem.path}" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${say(site, 'skip-to-content')}</a>
!${header(site, page)}
!${breadcrumb(site, page)}
<main id="content" tabindex="-1">
!${page.main}
</main>
!${footer(site)}
</body>
</html>
`;
}

function header(site: Site, page: Page): string {
  const language = site.language === 'zh' ? 'en' : 'zh-CN';
  return html`<header class="masthead">
<div class="bar">
<a class="brand" href="${href(site, '/')}"><img src="${assets.emblem.path}" alt="" width="44" height="44"><span>!${
    site.agency
      ? html`<b>${agencyName(site, site.agency)}</b> <small>${say(site, 'platform')}</small>`
      : html`<b>${say(site, 'platform')}</b>`
  }</span></a>
<form class="search" role="search" action="/search" method="get">
<label class="hidden" for="q">${say(site, 'search-label')}</label>
<input id="q" type="search" name="q" value="${page.query ?? ''}" maxlength="400" placeholder="${say(site, 'search-placeholder')}">
!${keptFields(site)}<button type="submit">${say(site, 'search-button')}</button>
</form>
<a class="language" href="${otherLanguageHref(site)}" lang="${language}" hreflang="${language}">${say(site, 'other-language')}</a>
</div>
<nav class="sections" aria-label="${say(site, 'main-navigation')}"><ul>
!${COLUMNS.map(({ key, path }) => {
    const current = page.column === key ? ' aria-current="page"' : '';
    const full = columnName(key, site.language);
    return html`<li><a href="${href(site, path)}"!${current}><span class="full">${full}</span><span class="short">${say(site, shortColumnName(key))}</span></a></li>`;
  })}
</ul></nav>
</header>`;
}

/** A form keeps the agency and the language the reader chose. */
export function keptFields(site: Site): string {
  const fields = [
    site.agencyChosen && site.agency ? ['agency', site.agency.code] : null,
    site.languageChosen ? ['lang', site.language] : null,
  ].filter((field) => field !== null);
  return fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`).join('');
}

/** 首页 › 政府信息公开平台 › section › page, as in the source. */
function breadcrumb(site: Site, page: Page): string {
  if (page.crumbs.length === 0) return '';
  const steps = [
    { label: say(site, 'home'), href: href({ ...site, agencyChosen: false }, '/') },
    { label: say(site, 'platform'), href: href(site, '/') },
    ...page.crumbs,
  ];
  return html`<nav class="breadcrumb" aria-label="${say(site, 'breadcrumb')}"><ol>
!${steps.map((step, index) => {
    if (index === steps.length - 1) return html`<li><span aria-current="page">${step.label}</span></li>`;
    return step.href === undefined
      ? html`<li>${step.label}</li>`
      : html`<li><a href="${step.href}">${step.label}</a></li>`;
  })}
</ol></nav>`;
}

function footer(site: Site): string {
  const { agency, records } = site;
  return html`<footer class="footer">
<div class="columns">
!${
    agency
      ? html`<section><h2>${say(site, 'footer-organiser')}</h2><p>${agencyName(site, agency)}</p>!${contacts(site)}</section>`
      : ''
  }
<nav aria-label="${say(site, 'site-map')}"><h2>${say(site, 'site-map')}</h2><ul>
!${COLUMNS.map(
    ({ key, path }) => html`<li><a href="${href(site, path)}">${columnName(key, site.language)}</a></li>`,
  )}<li><a href="${href(site, '/search')}">${say(site, 'search')}</a></li><li><a href="${href(site, '/verification')}">${say(site, 'verification')}</a></li><li><a href="/api/v1/openapi.json">${say(site, 'open-data')}</a></li>
</ul></nav>
</div>
<p class="promise">${say(site, 'footer-promise')}</p>
<p class="records">!${[
    records.identityCode ? `${say(site, 'identity-code')} ${records.identityCode}` : '',
    records.icpRecord ?? '',
    records.policeRecord ?? '',
  ]
    .filter((text) => text !== '')
    .map((text) => html`<span>${text}</span> `)}</p>
</footer>`;
}

/** How to reach the agency; empty while nothing is recorded. */
export function contacts(site: Site, agency = site.agency): string {
  if (!agency) return '';
  const rows = (['address', 'phone', 'email', 'hours'] as const).filter((key) => agency[key]);
  if (rows.length === 0) return '';
  return html`<dl class="contacts">!${rows.map(
    (key) => html`<div><dt>${say(site, key)}</dt><dd>${agency[key]}</dd></div>`,
  )}</dl>`;
}
