import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

type Level = {
  format: string;
  pattern: string;
  start: number /** All parts in Arabic digits (17.9.4). */;
  legal: boolean;
};

/** The automatic numbers of a Word document (ECMA-376 Part 1, 17.9), counted paragraph by paragraph. */
export class Numbering {
  /** numbering id → abstract numbering id */
  readonly #abstractOf = new Map<string, string>();
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #counters = new Map<string, number[]>();
  readonly #byStyle = new Map<string, { numId: string; level: number }>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    const root = childOf(numbering, 'w:numbering');
    for (const abstract of childrenOf(root, 'w:abstractNum')) {
      this.#levels.set(abstract.attributes['w:abstractNumId'] ?? '', readLevels(abstract));
    }
    for (const num of childrenOf(root, 'w:num')) {
      this.#abstractOf.set(num.attributes['w:numId'] ?? '', value(childOf(num, 'w:abstractNumId')) ?? '');
    }
    for (const style of childrenOf(childOf(styles, 'w:styles'), 'w:style')) {
      const properties = childOf(childOf(style, 'w:pPr'), 'w:numPr');
      const numId = value(childOf(properties, 'w:numId'));
      if (numId === undefined) continue;
      const level = Number(value(childOf(properties, 'w:ilvl')) ?? 0);
      this.#byStyle.set(style.attributes['w:styleId'] ?? '', { numId, level });
    }
  }

  /**
   * The number printed before the next paragraph, e.g. `一、` or `2.1`; undefined when it has none or
   * only a bullet. Counts, so it must be called once for each paragraph in order.
   */
  next(paragraphProperties: XmlElement | undefined): string | undefined {
    const place = this.#placeOf(paragraphProperties);
    const abstract = place && this.#abstractOf.get(place.numId);
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract);
    const level = levels?.get(place?.level ?? 0);
    if (place === undefined || abstract === undefined || levels === undefined || level === undefined)
      return undefined;
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    counters[place.level] = (counters[place.level] ?? level.start - 1) + 1;
    counters.length = place.level + 1;
    if (level.format === 'bullet' || level.format === 'none') return undefined;
    return level.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const part = levels.get(at);
      return part === undefined
        ? ''
        : formatNumber(counters[at] ?? part.start, level.legal ? 'decimal' : part.format);
    });
  }

  #placeOf(properties: XmlElement | undefined): { numId: string; level: number } | undefined {
    const style = this.#byStyle.get(value(childOf(properties, 'w:pStyle')) ?? '');
    const own = childOf(properties, 'w:numPr');
    const numId = value(childOf(own, 'w:numId')) ?? style?.numId;
    if (numId === undefined || numId === '0') return undefined;
    const level = Number(value(childOf(own, 'w:ilvl')) ?? style?.level ?? 0);
    return Number.isInteger(level) && level >= 0 && level <= 8 ? { numId, level } : undefined;
  }
}

function readLevels(abstract: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(abstract, 'w:lvl')) {
    const start = Number(value(childOf(level, 'w:start')) ?? 1);
    levels.set(Number(level.attributes['w:ilvl']), {
      format: value(childOf(level, 'w:numFmt')) ?? 'decimal',
      pattern: value(childOf(level, 'w:lvlText')) ?? '',
      start: Number.isSafeInteger(start) ? start : 1,
      legal: childOf(level, 'w:isLgl') !== undefined,
    });
  }
  return levels;
}

/** `w:val` of an element. */
export function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** A number in one of Word's formats (17.18.59 ST_NumberFormat); decimal when the format is unknown. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counting(number, DIGITS, '十百千');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counting(number, LEGAL_DIGITS, '拾佰仟');
    case 'ideographDigital':
      return [...String(number)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[number - 1] ?? String(number);
    case 'upperLetter':
    case 'lowerLetter':
      return letters(number, format === 'upperLetter' ? 65 : 97);
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'decimalFullWidth':
      return [...String(number)]
        .map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
        .join('');
    default:
      return String(number);
  }
}

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五 */
function counting(number: number, digits: string, units: string): string {
  if (number <= 0 || number > 9999) return String(number);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(number / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + digits[digit] + (power > 0 ? units[power - 1] : '');
    gap = false;
  }
  return number >= 10 && number < 20 ? text.slice(1) : text;
}

function letters(number: number, first: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCodePoint(first + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  const parts: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [size, letter] of parts) {
    for (; rest >= size; rest -= size) text += letter;
  }
  return text;
}
