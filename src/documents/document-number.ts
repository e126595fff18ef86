/** A document number (文号) found in a text. */
export type FoundNumber = {
  /** Brackets as 〔〕, no spaces; digits and leading zeros as printed. */
  number: string;
  /** As it stands in the text. */
  original: string;
  /** A bracket or 号 was missing and could only have stood in one place. */
  repaired: boolean;
  start: number;
  end: number;
};

/** 机关代字: Chinese characters, with a part in brackets as in 榕财建(指) or 黔江公(治)行罚决字. */
const CODE = '[\\u4e00-\\u9fff]{1,14}(?:[（(][\\u4e00-\\u9fff]{1,4}[)）][\\u4e00-\\u9fff]{0,8})?';
const GAP = '[ \\u00a0\\u3000]{0,3}';
const OPEN = '[〔﹝［\\[（(【〈<{「]';
const CLOSE = '[〕﹞］\\]）)】〉>}」]';
const YEAR = '((?:19|20)\\d{2})';
const RUN = '0{0,6}\\d{1,5}(?:-\\d{1,4})?';

/** GB/T 9704-2012, 7.2.5: code, four-digit year in brackets, running number, 号. */
const WHOLE = new RegExp(
  `(${CODE})${GAP}${OPEN}${GAP}${YEAR}${GAP}年?${GAP}${CLOSE}${GAP}第?${GAP}(${RUN})${GAP}号`,
  'gu',
);
/** Brackets or one of them lost, so that year and number run together: 宁政办2014213号, 中办发﹝20168号. */
const GLUED = new RegExp(
  `(${CODE})${GAP}(?:${OPEN}${GAP})?${YEAR}(?:${GAP}${CLOSE})?${GAP}([1-9]\\d{0,3})${GAP}号`,
  'gu',
);
/** The closing bracket and 号 lost: 国办公开办函〔202130 */
const CUT = new RegExp(`(${CODE})${GAP}${OPEN}${YEAR}([1-9]\\d{0,3})(?![\\d号〕﹞］\\]）)】])`, 'gu');
/** Orders and announcements: 国务院令第492号, 国令第711号; 公告2014年第5号. */
const ORDER = /([\u4e00-\u9fff]{1,16}令)[ \u3000]{0,3}第[ \u3000]{0,3}(\d{1,5})[ \u3000]{0,3}号/gu;
const NOTICE =
  /([\u4e00-\u9fff]{0,16}公告)[ \u3000]{0,3}((?:19|20)\d{2})[ \u3000]{0,3}年[ \u3000]{0,3}第[ \u3000]{0,3}(\d{1,5})[ \u3000]{0,3}号/gu;

/** Every document number in a text, in order, the damaged ones marked. */
export function documentNumbersIn(text: string): FoundNumber[] {
  const folded = text.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const found: FoundNumber[] = [];
  const collect = (pattern: RegExp, repaired: boolean, write: (hit: RegExpExecArray) => string) => {
    for (const hit of folded.matchAll(pattern)) {
      const [start, end] = [hit.index, hit.index + hit[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ number: write(hit), original: text.slice(start, end), repaired, start, end });
    }
  };
  collect(WHOLE, false, (hit) => `${codeOf(hit[1]!)}〔${hit[2]}〕${hit[3]}号`);
  collect(NOTICE, false, (hit) => `${hit[1]}${hit[2]}年第${hit[3]}号`);
  collect(ORDER, false, (hit) => `${hit[1]}第${hit[2]}号`);
  collect(GLUED, true, (hit) => `${codeOf(hit[1]!)}〔${hit[2]}〕${hit[3]}号`);
  collect(CUT, true, (hit) => `${codeOf(hit[1]!)}〔${hit[2]}〕${hit[3]}号`);
  return found.sort((a, b) => a.start - b.start);
}

const codeOf = (code: string) => code.replaceAll('（', '(').replaceAll('）', ')');

/**
 * The one form under which a document number is indexed and looked up: full-width folded, no spaces,
 * any bracket or none → 〔〕, no 第 and no leading zeros. So 闽政文[2015]488号, 闽政文（２０１５）488号 and
 * 闽政文2015488号 are the same.
 * @returns undefined when the whole string is not a document number
 */
export function normaliseDocumentNumber(number: string): string | undefined {
  const folded = number
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/^["'“”《]|["'“”》]$/gu, '');
  const [found] = documentNumbersIn(folded);
  if (found === undefined || found.start !== 0 || found.end !== folded.length) return undefined;
  return found.number.replace(/(?<=[〕第])0+(?=\d)/u, '');
}
