import { html } from 'ghtml';
import type { PublicChange } from '../information/index.ts';
import { translate } from '../platform/index.ts';
import { wallTime } from './format.ts';
import type { ItemFacts, PublishedFacts } from './item-facts.ts';
import { say } from './labels.ts';
import { agencyName, href, type Site } from './site.ts';

/** Everything that happened to the item in public, newest first, each with its reason and its proof. */
export function historyTable(site: Site, facts: ItemFacts): string {
  const { itemId } = facts.item;
  return html`<section class="history"><h2>${say(site, 'history')}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${say(site, 'history')}"><table>
<caption>${say(site, 'history-caption')}</caption>
<thead><tr>!${(['when', 'what', 'reason', 'version', 'log-entry', 'proof'] as const).map(
    (key) => html`<th scope="col">${say(site, key)}</th>`,
  )}</tr></thead>
<tbody>!${[...facts.history].reverse().map(
    (change) => html`<tr>
<td><time datetime="${change.at}">${wallTime(change.at)}</time></td>
<th scope="row">${translate(`change.${change.action}`, site.language)}</th>
<td>${reasonWords(site, change)}</td>
<td>!${versionCell(site, facts, change)}</td>
<td>${change.seq + 1}</td>
<td><a href="${href(site, `/information/${itemId}/proof`, { seq: change.seq })}" aria-label="${say(site, 'proof-download')} ${change.seq + 1}">${say(site, 'download')}</a></td>
</tr>`,
  )}</tbody></table></div></section>`;
}

function reasonWords(site: Site, change: PublicChange): string {
  const code = change.reasonCode ? translate(`withdrawal-reason.${change.reasonCode}`, site.language) : '';
  return [code, change.reason ?? ''].filter((text) => text !== '').join(' · ');
}

function versionCell(site: Site, facts: ItemFacts, change: PublicChange): string {
  if (change.action === 'withdraw') return '–';
  if (!change.record) return html`${say(site, 'content-withdrawn')}`;
  if (change.seq === facts.item.seq) return html`${say(site, 'current-version')}`;
  const path = `/information/${facts.item.itemId}/versions/${change.version}`;
  return html`<a href="${href(site, path)}">${say(site, 'see-version', { version: change.version })}</a>`;
}

/** What was signed and when, in words a citizen understands, with the way to check it. */
export function signature(site: Site, facts: PublishedFacts): string {
  const { item } = facts;
  const entry = facts.entries.get(item.seq)!;
  const agency = site.agency ? agencyName(site, site.agency) : item.record.agency.name;
  return html`<p>${say(site, 'signed-words', { agency, at: wallTime(entry.entry.at), number: item.seq + 1 })}</p>
<p>${say(site, 'signed-log', { size: facts.head.size })}</p>
<p class="actions"><a class="button" href="${href(site, `/information/${item.itemId}/proof`)}">${say(site, 'proof-download')}</a> <a href="${href(site, '/verification')}">${say(site, 'how-to-verify')}</a></p>
<p><small>${say(site, 'proof-note')}</small></p>
<details><summary>${say(site, 'for-experts')}</summary><dl class="hashes"><div><dt>${say(site, 'record-hash')}</dt><dd><code>${entry.entry.record}</code></dd></div><div><dt>${say(site, 'leaf-hash')}</dt><dd><code>${entry.leafHash}</code></dd></div></dl></details>`;
}
