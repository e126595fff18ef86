/**
 * What may stand in HTML that this system keeps: the allow-list. Everything not named here is either
 * unwrapped (its content stays) or, if named in {@link droppedTags}, thrown away with its content.
 */

/** Marks inside a line, with the tag each is written as. */
export const markTags = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['u', 'u'],
  ['ins', 'u'],
  ['s', 's'],
  ['strike', 's'],
  ['del', 's'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['code', 'code'],
  ['tt', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
]);

export const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Blocks that are not kept themselves, but end the line before and after them. */
export const unwrappedBlocks = new Set(
  (
    'html body div section article main header footer aside nav address details summary fieldset legend dl dt dd ' +
    'center form hgroup search figcaption li caption thead tbody tfoot tr td th menu dir multicol listing optgroup'
  ).split(' '),
);

/** Thrown away with everything inside: nothing in them is meant to be read as text. */
export const droppedTags = new Set(
  (
    'script style noscript template iframe frame frameset noframes object embed applet param svg math audio video ' +
    'source track picture canvas map area select option datalist textarea input button meter progress dialog ' +
    'head title base meta link xml xmp plaintext noembed marquee bgsound rp slot portal'
  ).split(' '),
);

const ALIGNMENTS = new Set(['left', 'center', 'right', 'justify']);

/** The one style property kept; from `style` or the old `align` attribute. */
export function alignmentOf(attributes: Record<string, string>): string | undefined {
  const style = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/iu.exec(attributes.style ?? '')?.[1];
  const value = (style ?? attributes.align ?? '').trim().toLowerCase();
  return ALIGNMENTS.has(value) ? value : undefined;
}

const HIDING_STYLES = [
  /(?:^|;)display:none/u,
  /(?:^|;)visibility:(?:hidden|collapse)/u,
  /(?:^|;)opacity:0?(?:\.0+)?(?:;|!|$)/u,
  /(?:^|;)font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:;|!|$)/u,
  /(?:^|;)mso-hide:all/u,
  /(?:^|;)(?:left|top|right|bottom|text-indent|margin-left|margin-top):-\d{3,}(?:\.\d+)?(?:px|pt|em|rem)/u,
  /(?:^|;)clip:rect\((?:0|1px)/u,
];
const ZERO_BOX = /(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:;|!|$)/u;

/** Whether the page's author meant this element not to be seen: what hidden links hide behind. */
export function isHidden(attributes: Record<string, string>): boolean {
  if (attributes.hidden !== undefined) return true;
  const raw = attributes.style;
  if (raw === undefined) return false;
  const style = raw.replaceAll(/\/\*[^*]*\*\/|\s+/gu, '').toLowerCase();
  if (HIDING_STYLES.some((hiding) => hiding.test(style))) return true;
  return ZERO_BOX.test(style) && /(?:^|;)overflow:hidden/u.test(style);
}

/**
 * A link target that may be kept: http(s), mailto, or relative. Control characters and spaces, which
 * browsers skip when they look for the scheme, are removed first.
 */
export function safeHref(value: string | undefined): string | undefined {
  const href = (value ?? '').replaceAll(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/gu, '');
  if (href === '' || href.startsWith('#') || /^[\\/]{2}|^[\\]/u.test(href)) return undefined;
  const scheme = /^([^/?#]*?):/u.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return href;
  return scheme === 'http' || scheme === 'https' || scheme === 'mailto' ? href : undefined;
}

const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/u;
/** How content refers to a file kept with the item: by identifier, or by its public path. */
const ATTACHMENT = /^(?:attachment:[A-Za-z0-9._-]{1,128}|\/attachments\/[A-Za-z0-9._~%/-]{1,400})$/u;

/**
 * A picture source that may be kept: a data: address of a bitmap format up to `maxBytes`, or a
 * reference to an attachment. Nothing is ever loaded from elsewhere.
 */
export function safeImageSource(value: string | undefined, maxBytes: number): string | undefined {
  const source = (value ?? '').trim();
  if (source.length <= 1024 && ATTACHMENT.test(source) && !source.includes('..')) return source;
  if (source.length * 0.75 > maxBytes + 64 || !source.startsWith('data:image/')) return undefined;
  return DATA_IMAGE.test(source) ? source : undefined;
}

/** A whole number attribute within bounds, as canonical decimal digits. */
export function numberAttribute(value: string | undefined, min: number, max: number): string | undefined {
  if (value === undefined || !/^\s*\d{1,6}(?:px)?\s*$/u.test(value)) return undefined;
  const number = Number.parseInt(value, 10);
  return number >= min && number <= max ? String(number) : undefined;
}
