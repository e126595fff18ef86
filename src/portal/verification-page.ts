import { html } from 'ghtml';
import { type Head, keyFingerprint, type LogKey } from '../ledger/index.ts';
import { wallTime } from './format.ts';
import { say } from './labels.ts';
import { renderPage } from './layout.ts';
import { serviceTags } from './meta.ts';
import { href, type Site } from './site.ts';

/** What the log is, what it shows and does not show, and how anyone checks it. */
export function verificationPage(site: Site, key: LogKey, head: Head | undefined): string {
  const name = say(site, 'verification');
  const rows: [string, string][] = [
    [say(site, 'verify-origin'), html`<code>${key.origin}</code>`],
    [say(site, 'verify-size'), html`${head?.size ?? 0}`],
    [say(site, 'verify-last'), head ? html`<time datetime="${head.at}">${wallTime(head.at)}</time>` : '–'],
    [say(site, 'verify-key'), html`<code>${key.vkey}</code>`],
    [say(site, 'verify-fingerprint'), html`<code>${keyFingerprint(key.vkey)}</code>`],
  ];
  return renderPage(site, {
    title: name,
    column: null,
    crumbs: [{ label: name }],
    tags: serviceTags(site, name, say(site, 'footer-promise')),
    canonical: href({ ...site, languageChosen: false }, '/verification'),
    main: html`<h1>${name}</h1>
<p class="lead">${say(site, 'footer-promise')}</p>
<div class="prose">
<h2>${say(site, 'verify-state')}</h2>
<dl class="metadata wide">!${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>!${value}</dd></div>`)}</dl>
<h2>${say(site, 'verify-what')}</h2><p>${say(site, 'verify-what-text')}</p>
<h2>${say(site, 'verify-not')}</h2><p>${say(site, 'verify-not-text')}</p>
<h2>${say(site, 'verify-how')}</h2>
<ol><li>${say(site, 'verify-step-1')}</li><li>${say(site, 'verify-step-2')}!${command('zhaogao verify FILE.tlog-proof')}</li><li>${say(site, 'verify-step-3')}</li></ol>
<h2>${say(site, 'verify-all')}</h2><p>${say(site, 'verify-all-text')}</p>!${command(`zhaogao log verify --url ${site.origin}`)}
<h2>${say(site, 'verify-other')}</h2><p>${say(site, 'verify-other-text')}</p>
<ul><li><a href="/log/checkpoint">${say(site, 'verify-checkpoint')}</a> <code>/log/checkpoint</code></li><li><a href="/log/key">${say(site, 'verify-key')}</a> <code>/log/key</code></li></ul>
</div>`,
  });
}

function command(text: string): string {
  return html`<pre class="command" tabindex="0"><code>${text}</code></pre>`;
}
