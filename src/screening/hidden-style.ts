/** Declarations of a style attribute or rule, lower case, blanks removed, comments out. */
export function declarations(style: string): Map<string, string> {
  const map = new Map<string, string>();
  const bare = style.toLowerCase().replace(/\/\*[^*]{0,500}\*\//g, '');
  for (const part of bare.split(';', 200)) {
    const colon = part.indexOf(':');
    if (colon > 0) map.set(part.slice(0, colon).trim(), part.slice(colon + 1).replace(/!important|\s/g, ''));
  }
  return map;
}

/** A length of at most two pixels, in any unit; NaN-safe. */
function isTiny(value: string | undefined): boolean {
  return (
    value !== undefined &&
    /^[0-2](?:\.\d{1,9})?(?:px|pt|em|rem|%|vw|vh)?$/.test(value) &&
    !/^[12].*(?:em|rem)$/.test(value)
  );
}

/** A negative length of three digits or more: off the screen. */
function isFarOff(value: string | undefined): boolean {
  return value !== undefined && /^-\d{3,}/.test(value);
}

const OFFSET_PROPERTIES = [
  'left',
  'top',
  'right',
  'bottom',
  'text-indent',
  'margin-left',
  'margin-top',
  'margin',
];

function isNoBox(d: Map<string, string>): boolean {
  const clipped = d.get('overflow')?.startsWith('hidden') ?? false;
  return clipped && (isTiny(d.get('height')) || isTiny(d.get('width')) || isTiny(d.get('max-height')));
}

function isColourOfGround(d: Map<string, string>): boolean {
  const ground = d.get('background-color') ?? d.get('background');
  return ground !== undefined && ground === d.get('color');
}

/** True when a style keeps what it is on from being seen: the techniques of hidden links (暗链). */
export function hidesContent(style: string): boolean {
  const d = declarations(style);
  return (
    d.get('display') === 'none' ||
    d.get('visibility') === 'hidden' ||
    /^0?\.?0*$|^0%$/.test(d.get('opacity') ?? 'x') ||
    isTiny(d.get('font-size')) ||
    (d.get('line-height') === '0' && d.get('overflow') === 'hidden') ||
    OFFSET_PROPERTIES.some((property) => isFarOff(d.get(property))) ||
    isNoBox(d) ||
    isColourOfGround(d) ||
    /^rect\(0|^inset\((?:50|100)%/.test(d.get('clip') ?? d.get('clip-path') ?? '') ||
    /^scale\(0/.test(d.get('transform') ?? '')
  );
}

/** Classes ('.x') and ids ('#x') that the page's own style elements hide. */
export function hiddenSelectors(css: string): Set<string> {
  const hidden = new Set<string>();
  for (const rule of css.split('}')) {
    const brace = rule.lastIndexOf('{');
    if (brace < 0 || !hidesContent(rule.slice(brace + 1, brace + 2000))) continue;
    const selectors = rule.slice(Math.max(0, brace - 500), brace);
    for (const selector of selectors.split(',')) {
      const name = /([.#][\w-]{1,80})\s*$/.exec(selector.slice(-100));
      if (name) hidden.add(name[1]!);
    }
  }
  return hidden;
}
