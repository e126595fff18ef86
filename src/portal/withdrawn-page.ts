import { html } from 'ghtml';
import { translate } from '../platform/index.ts';
import { columnName, columnOf } from './columns.ts';
import { dateInWords } from './format.ts';
import type { WithdrawnFacts } from './item-facts.ts';
import { historyTable } from './item-history.ts';
import { say } from './labels.ts';
import { renderPage } from './layout.ts';
import { columnTags } from './meta.ts';
import { agencyName, href, type Site } from './site.ts';

/**
 * What remains of a withdrawn item: number, date, reason and its entries in the log. Made from the tombstone
 * only, which has neither title nor content.
 */
export function withdrawnPage(site: Site, facts: WithdrawnFacts): string {
  const { tombstone, section, withdrawnOn } = facts.item;
  const agency = site.agency ? agencyName(site, site.agency) : tombstone.agency.name;
  const reason = [
    translate(`withdrawal-reason.${tombstone.reasonCode}`, site.language),
    tombstone.reason,
  ].filter((text) => text !== '');
  return renderPage(site, {
    title: say(site, 'withdrawn-title'),
    column: section,
    crumbs: [
      { label: columnName(section, site.language), href: href(site, columnOf(section).path) },
      { label: say(site, 'withdrawn-title') },
    ],
    tags: columnTags(site, section),
    noindex: true,
    main: html`<article class="item tombstone">
<h1>${say(site, 'withdrawn-title')}</h1>
<p class="lead">${say(site, 'withdrawn-text', { agency, date: dateInWords(withdrawnOn ?? '', site.language) })}</p>
<dl class="metadata wide">
<div><dt>${say(site, 'index-number')}</dt><dd>${tombstone.indexNumber}</dd></div>
<div><dt>${say(site, 'withdrawn-on')}</dt><dd><time datetime="${withdrawnOn ?? ''}">${withdrawnOn ?? ''}</time></dd></div>
<div><dt>${say(site, 'withdrawn-because')}</dt><dd>${reason.join(' · ')}</dd></div>
</dl>
<p>${say(site, 'withdrawn-holders')}</p>
!${historyTable(site, facts)}
</article>`,
  });
}
