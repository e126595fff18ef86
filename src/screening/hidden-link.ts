import { Parser } from 'htmlparser2';
import type { DetectorId, Finding, Severity } from './finding.ts';
import { hiddenSelectors, hidesContent } from './hidden-style.ts';
import { promotionScore } from './hijack.ts';
import { normalise } from './normalise.ts';
import { suspiciousScript } from './script-patterns.ts';
import { FINDING_TEXTS, type FindingCode } from './texts.ts';

/** Score from which a link text counts as promotion. */
const PROMOTION = 4;
/** Markup deeper than this is not a document but an attack on parsers. */
const MAX_DEPTH = 1000;
const CHUNK = 1 << 15;
const ANCHOR_TEXT_LENGTH = 400;

type Hiding = 'inline' | 'sheet' | null;

interface OpenElement {
  readonly name: string;
  readonly hiding: Hiding;
}

interface OpenAnchor {
  readonly start: number;
  readonly host: string | null;
  readonly hiding: Hiding;
  text: string;
}

const PUBLIC_HOST =
  /(?:^|\.)(?:gov\.cn|gov|gov\.mo|gov\.hk|edu\.cn|mil\.cn|12371\.cn|conac\.cn|beian\.gov\.cn)$/;

/** Host of an absolute or scheme-relative address, lower case; null for relative and other addresses. */
function hostOf(address: string): string | null {
  const match = /^\s*(?:https?:)?[\\/]{2}(?:[^\s/?#@]{0,200}@)?([^\s/?#:\\]{1,253})/i.exec(
    address.slice(0, 600),
  );
  return match ? match[1]!.toLowerCase() : null;
}

function excerptOf(html: string, start: number, end: number): string {
  const text = html.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Contents of the style elements, found by plain search so that a broken page costs no more than its length. */
function styleSheets(html: string): string {
  const lower = html.toLowerCase();
  const sheets: string[] = [];
  for (let at = lower.indexOf('<style'); at >= 0; at = lower.indexOf('<style', at)) {
    const open = lower.indexOf('>', at);
    const close = open < 0 ? -1 : lower.indexOf('</style', open);
    if (close < 0) break;
    sheets.push(html.slice(open + 1, close));
    at = close;
  }
  return sheets.join('\n');
}

/** Walks the markup once and keeps what hides what. */
class LinkInspector {
  readonly findings: Finding[] = [];
  readonly #html: string;
  readonly #field: string;
  readonly #ownHosts: ReadonlySet<string>;
  readonly #hidden: ReadonlySet<string>;
  readonly #stack: OpenElement[] = [];
  #anchor: OpenAnchor | null = null;
  #script: { start: number; text: string } | null = null;
  #title: { start: number; text: string } | null = null;
  tooDeep = false;

  constructor(html: string, ownHosts: readonly string[], field: string) {
    this.#html = html;
    this.#field = field;
    this.#ownHosts = new Set(ownHosts.map((host) => host.toLowerCase()));
    this.#hidden = hiddenSelectors(styleSheets(html));
  }

  report(
    code: FindingCode,
    severity: Severity,
    start: number,
    end: number,
    detector: DetectorId = 'hidden-link',
  ): void {
    const excerpt = excerptOf(this.#html, start, end);
    this.findings.push({
      detector,
      code,
      severity,
      field: this.#field,
      start,
      end,
      excerpt,
      ...FINDING_TEXTS[code],
    });
  }

  open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    const hiding = this.#hiding(name, attributes);
    this.#stack.push({ name, hiding });
    if (this.#stack.length > MAX_DEPTH) this.tooDeep = true;
    if (name === 'a' && attributes.href)
      this.#anchor = { start, host: hostOf(attributes.href), hiding, text: '' };
    if (name === 'iframe' || name === 'embed') this.#frame(attributes, hiding, start, end);
    if (name === 'script') this.#script = { start, text: '' };
    if (name === 'title') this.#title = { start, text: '' };
    if (name === 'meta') this.#meta(attributes, start, end);
  }

  #hiding(name: string, attributes: Record<string, string>): Hiding {
    const inherited = this.#stack.at(-1)?.hiding ?? null;
    if (inherited === 'inline') return inherited;
    const inline =
      'hidden' in attributes ||
      name === 'noscript' ||
      name === 'template' ||
      (attributes.style !== undefined && hidesContent(attributes.style)) ||
      (name === 'marquee' && /^[0-2]$/.test(attributes.height ?? attributes.width ?? ''));
    if (inline) return 'inline';
    const names = [
      ...(attributes.class ?? '').split(/\s+/, 50).map((one) => `.${one}`),
      `#${attributes.id ?? ''}`,
    ];
    return inherited ?? (names.some((one) => this.#hidden.has(one)) ? 'sheet' : null);
  }

  #isForeign(host: string | null): boolean {
    return host !== null && !this.#ownHosts.has(host) && !PUBLIC_HOST.test(host);
  }

  #frame(attributes: Record<string, string>, hiding: Hiding, start: number, end: number): void {
    const pixel =
      /^[0-2](?:px)?$/.test(attributes.width ?? '') || /^[0-2](?:px)?$/.test(attributes.height ?? '');
    if (this.#isForeign(hostOf(attributes.src ?? '')) && (hiding === 'inline' || pixel))
      this.report('hidden-link.hidden', 'critical', start, end);
  }

  #meta(attributes: Record<string, string>, start: number, end: number): void {
    const isText = /^(?:keywords|description|og:title|og:description)$/i.test(
      attributes.name ?? attributes.property ?? '',
    );
    if (isText && promotionScore(normalise(attributes.content ?? '').folded) >= PROMOTION)
      this.report('hijack.gambling', 'critical', start, end, 'hijack');
    const target = /url\s*=\s*["']?(.{1,300})/i.exec(attributes.content ?? '');
    if (/^refresh$/i.test(attributes['http-equiv'] ?? '') && target && this.#isForeign(hostOf(target[1]!)))
      this.report('hidden-link.script', 'critical', start, end);
  }

  text(data: string): void {
    if (this.#anchor && this.#anchor.text.length < ANCHOR_TEXT_LENGTH)
      this.#anchor.text += data.slice(0, ANCHOR_TEXT_LENGTH);
    if (this.#script) this.#script.text += data;
    if (this.#title) this.#title.text += data;
  }

  close(name: string, end: number): void {
    this.#stack.pop();
    if (name === 'a' && this.#anchor) this.#closeAnchor(this.#anchor, end);
    if (name === 'script' && this.#script) this.#closeScript(this.#script, end);
    if (name === 'title' && this.#title) this.#closeTitle(this.#title, end);
  }

  #closeAnchor(anchor: OpenAnchor, end: number): void {
    this.#anchor = null;
    if (promotionScore(normalise(anchor.text).folded) >= PROMOTION)
      this.report('hidden-link.promotion', 'critical', anchor.start, end);
    else if (anchor.hiding && this.#isForeign(anchor.host)) {
      const inline = anchor.hiding === 'inline';
      this.report(
        inline ? 'hidden-link.hidden' : 'hidden-link.style-sheet',
        inline ? 'critical' : 'warning',
        anchor.start,
        end,
      );
    }
  }

  #closeScript(script: { start: number; text: string }, end: number): void {
    this.#script = null;
    const verdict = suspiciousScript(script.text);
    if (verdict) this.report('hidden-link.script', verdict, script.start, end);
  }

  #closeTitle(title: { start: number; text: string }, end: number): void {
    this.#title = null;
    const raw = this.#html.slice(title.start, end);
    const entities = [...raw.matchAll(/&#x?[0-9a-fA-F]{2,6};/g)].length;
    if (entities > 3 && entities > title.text.length * 0.3)
      this.report('hidden-link.encoded-title', 'warning', title.start, end);
    if (promotionScore(normalise(title.text).folded) >= PROMOTION)
      this.report('hijack.gambling', 'critical', title.start, end, 'hijack');
  }

  comment(data: string, start: number, end: number): void {
    if (!/<a\s/i.test(data)) return;
    const text = data.slice(0, 20_000).replace(/<[^<>]{0,2000}>/g, ' ');
    if (promotionScore(normalise(text).folded) >= PROMOTION)
      this.report('hidden-link.promotion', 'warning', start, end);
  }
}

/**
 * Hidden links and tampering in markup: links to other sites inside elements kept out of sight (inline style,
 * attribute, noscript; the page's own style sheet is a warning, since menus do the same), link texts, titles
 * and metadata that promote gambling, scripts that serve search visitors another page.
 * @param ownHosts hosts of the agency; government hosts are never foreign
 */
export function detectHiddenLinks(html: string, ownHosts: readonly string[] = [], field = 'html'): Finding[] {
  const inspector = new LinkInspector(html, ownHosts, field);
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => inspector.open(name, attributes, parser.startIndex, parser.endIndex + 1),
    ontext: (data) => inspector.text(data),
    onclosetag: (name) => inspector.close(name, parser.endIndex + 1),
    oncomment: (data) => inspector.comment(data, parser.startIndex, parser.endIndex + 1),
  });
  for (let at = 0; at < html.length && !inspector.tooDeep; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK));
  if (inspector.tooDeep) inspector.report('hidden-link.too-deep', 'warning', 0, Math.min(html.length, 100));
  else parser.end();
  return inspector.findings;
}
