import { html } from 'ghtml';
import { columnDescription, columnName } from './columns.ts';
import { say } from './labels.ts';
import { contacts, renderPage } from './layout.ts';
import { columnTags } from './meta.ts';
import { agencyName, href, type Site } from './site.ts';

/** 依申请公开: how to ask, what follows, and where. Articles of the Regulations of 2019. */
export function requestsPage(site: Site): string {
  const name = columnName('requests', site.language);
  const agencies = site.agency ? [site.agency] : site.publishers;
  return renderPage(site, {
    title: name,
    column: 'requests',
    crumbs: [{ label: name }],
    tags: columnTags(site, 'requests'),
    canonical: href({ ...site, languageChosen: false }, '/requests'),
    main: html`<h1>${name}</h1>
<p class="lead">${say(site, columnDescription('requests'))}</p>
<div class="prose">
<h2>${say(site, 'requests-first')}</h2><p>${say(site, 'requests-first-text')} <a href="${href(site, '/search')}">${say(site, 'search')}</a></p>
<h2>${say(site, 'requests-who')}</h2><p>${say(site, 'requests-who-text')}</p>
<h2>${say(site, 'requests-how')}</h2><p>${say(site, 'requests-how-intro')}</p>
<ol>!${(['requests-how-1', 'requests-how-2', 'requests-how-3'] as const).map((key) => html`<li>${say(site, key)}</li>`)}</ol>
<h2>${say(site, 'requests-when')}</h2><p>${say(site, 'requests-when-text')}</p>
<h2>${say(site, 'requests-fee')}</h2><p>${say(site, 'requests-fee-text')}</p>
<h2>${say(site, 'requests-remedy')}</h2><p>${say(site, 'requests-remedy-text')}</p>
<h2>${say(site, 'requests-points')}</h2><p>${say(site, 'requests-points-text')}</p>
!${agencies.map(
      (agency) =>
        html`<section class="card"><h3>${agencyName(site, agency)}</h3>!${contacts(site, agency) || html`<p>${say(site, 'requests-no-contact')}</p>`}</section>`,
    )}
<p><a class="more" href="${href(site, '/guide')}">${columnName('guide', site.language)}</a></p>
</div>`,
  });
}
