/** A date found in a text: 'YYYY-MM-DD' and where it stands. */
export type FoundDate = { date: string; start: number; end: number };

const NUMERALS = '〇零○ＯO一二三四五六七八九';
const YEAR_NUMERAL = '[〇零○ＯOo一二三四五六七八九]{4}';
const SPACE = '[ \\u00a0\\u3000]{0,3}';
const SOURCES = {
  arabic: `((?:19|20)\\d{2})${SPACE}年${SPACE}(\\d{1,2})${SPACE}月${SPACE}(\\d{1,2})${SPACE}日`,
  chinese: `(${YEAR_NUMERAL})${SPACE}年${SPACE}([正元一二三四五六七八九十]{1,2})${SPACE}月${SPACE}([一二三四五六七八九十廿卅]{1,3})${SPACE}日`,
  separated: `(?<![\\d-])((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d-])`,
};

/**
 * Every written-out date in a text, in order: 2014年12月5日, 二〇一四年十二月五日, 2014-12-05,
 * 2014/12/5, 2014.12.5; digits may be full-width. Impossible dates (2月30日) are left out.
 */
export function datesIn(text: string): FoundDate[] {
  // Full-width digits are single UTF-16 units like the ASCII ones, so places do not move.
  const folded = text.replaceAll(/[０-９－／．]/gu, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  const found: FoundDate[] = [];
  const add = (hit: RegExpExecArray, date: string | undefined) => {
    if (date !== undefined) found.push({ date, start: hit.index, end: hit.index + hit[0].length });
  };
  for (const hit of folded.matchAll(new RegExp(SOURCES.arabic, 'gu'))) {
    add(hit, toDate(Number(hit[1]), Number(hit[2]), Number(hit[3])));
  }
  for (const hit of folded.matchAll(new RegExp(SOURCES.chinese, 'gu'))) {
    add(hit, toDate(yearOf(hit[1]!), smallNumber(hit[2]!), smallNumber(hit[3]!)));
  }
  for (const hit of folded.matchAll(new RegExp(SOURCES.separated, 'gu'))) {
    add(hit, toDate(Number(hit[1]), Number(hit[3]), Number(hit[4])));
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A whole field that holds one date, in any of the forms above, also with a time behind it, as
 * 20141205, or – only where `serials` says that spreadsheets were involved – as an Excel day number.
 * @returns 'YYYY-MM-DD', undefined when the field is anything else
 */
export function parseDate(field: string, options: { serials?: boolean } = {}): string | undefined {
  const text = field.normalize('NFKC').trim();
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (compact) return toDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (options.serials && /^\d{5}(?:\.\d+)?$/u.test(text)) return fromExcelSerial(Number(text));
  const [first] = datesIn(text);
  if (first === undefined || first.start !== 0) return undefined;
  const rest = text.slice(first.end);
  return /^(?:[T ]*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2})?(?:\.\d+)?秒?分?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.test(
    rest,
  )
    ? first.date
    : undefined;
}

/**
 * Excel's day number (1900 system: day 60 is the 29 February 1900 that never was) as a date.
 * @param date1904 whether the workbook counts from 1904
 */
export function fromExcelSerial(serial: number, date1904 = false): string | undefined {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return undefined;
  return Temporal.PlainDate.from('1899-12-30').add({ days }).toString();
}

function toDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2099) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

function yearOf(text: string): number {
  return Number([...text].map((sign) => Math.max(0, NUMERALS.indexOf(sign) - 4)).join(''));
}

/** 一 … 三十一, 廿五, 正 and 元 for the first month. */
function smallNumber(text: string): number {
  const plain = text
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
    .replace(/[正元]/u, '一');
  const [tens, ones] = plain.includes('十') ? (plain.split('十') as [string, string]) : ['', plain];
  const digit = (sign: string) => (sign === '' ? 0 : '一二三四五六七八九'.indexOf(sign) + 1);
  if (tens.length > 1 || ones.length > 1) return 0;
  return (plain.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}
