import { PROVINCE_CODES } from './data/regions.ts';
import type { Hit, Subject } from './detect.ts';
import { before, type DigitRun, digitGroups, forEachRun, standsAlone } from './digits.ts';
import { maskResidentId } from './masking.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** The 18th character that belongs to 17 digits (GB 11643—1999, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(digits17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digits17.charCodeAt(i) - 48) * WEIGHTS[i]!;
  return CHECK_CHARACTERS[sum % 11]!;
}

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True when the six digits of the region and the birth date of an 18-character number can be. */
function regionAndDateHold(number: string): boolean {
  if (!PROVINCE_CODES.has(number.slice(0, 2))) return false;
  const year = Number(number.slice(6, 10));
  if (year < 1800 || year > 2099) return false;
  return isRealDate(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/** Is this a complete resident ID number: region, calendar date and check character hold. */
export function isResidentId(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !regionAndDateHold(number)) return false;
  return residentIdCheckCharacter(number) === number[17]!.toUpperCase();
}

const KEYWORD = /身份证|身份号码|身份號碼|证件号|證件號|证件编号|居民证|身份证明/;
const OTHER_CODE = /信用代码|信用代碼|索引号|索引號|项目代码|订单号|流水号|合同编号|登记号|备案号|发票/;

/** Columns of a table put the keyword far ahead of the number. */
const KEYWORD_WINDOW = 60;

function named(subject: Subject, at: number): boolean {
  return KEYWORD.test(before(subject.normalised.text, at, KEYWORD_WINDOW, false));
}

/** Born before 1900 or after today: nobody living, more likely another kind of code. */
function implausible(number: string, today: string): boolean {
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return birth > today || birth < '1900';
}

/** Groupings in which a wrong check digit is still taken for an ID number. */
function usualShape(shape: readonly number[]): boolean {
  return ['18', '17', '6,8,4', '6,8,3', '6,4,4,4', '6,4,4,3'].includes(shape.join());
}

function judge18(subject: Subject, number: string, run: DigitRun, end: number, today: string): Hit | null {
  if (!regionAndDateHold(number)) return null;
  const valid = residentIdCheckCharacter(number) === number[17]!.toUpperCase();
  const isNamed = named(subject, run.start);
  if (!isNamed && OTHER_CODE.test(before(subject.normalised.text, run.start, 16))) return null;
  if (!valid && !usualShape(run.shape)) return null;
  const masked = maskResidentId(number);
  const place = { start: run.start, end, shown: masked, suggestion: masked };
  if (!valid) return { ...place, code: 'resident-id.check-fails', severity: 'warning' };
  if (implausible(number, today) && !isNamed)
    return { ...place, code: 'resident-id.implausible', severity: 'warning' };
  return { ...place, code: 'resident-id.valid', severity: 'critical' };
}

function judge15(subject: Subject, run: DigitRun): Hit | null {
  const { digits } = run;
  const dateHolds = isRealDate(
    1900 + Number(digits.slice(6, 8)),
    Number(digits.slice(8, 10)),
    Number(digits.slice(10, 12)),
  );
  if (!PROVINCE_CODES.has(digits.slice(0, 2)) || !dateHolds || !named(subject, run.start)) return null;
  const masked = maskResidentId(digits);
  return {
    code: 'resident-id.old-form',
    severity: 'critical',
    start: run.start,
    end: run.end,
    shown: masked,
    suggestion: masked,
  };
}

function judgeRun(subject: Subject, run: DigitRun, today: string): Hit | null {
  const { text } = subject.normalised;
  const next = text[run.end] ?? '';
  if (run.digits.length === 17 && /[Xx]/.test(next))
    return standsAlone(text, run.start, run.end + 1)
      ? judge18(subject, `${run.digits}X`, run, run.end + 1, today)
      : null;
  // A tail set apart: '350902 19900101 123 X'.
  if (run.digits.length === 17 && /^[ -][Xx](?![0-9A-Za-z])/.test(text.slice(run.end, run.end + 3)))
    return judge18(subject, `${run.digits}X`, run, run.end + 2, today);
  if (!standsAlone(text, run.start, run.end)) return null;
  if (run.digits.length === 18) return judge18(subject, run.digits, run, run.end, today);
  return run.digits.length === 15 && run.shape.length === 1 ? judge15(subject, run) : null;
}

/** Digits of an old number, of a new one before its X, and of a new one. */
const LENGTHS: ReadonlySet<number> = new Set([15, 17, 18]);

/** Fewer hidden characters than this can be worked out from the check digit and the calendar. */
const ENOUGH_MASKED = 6;

function* weaklyMasked(text: string): Iterable<Hit> {
  for (const match of text.matchAll(/(?<![0-9A-Za-z*])[1-9][0-9*●×xX]{16}[0-9*●×xX](?![0-9A-Za-z*●×])/g)) {
    const hidden = match[0].slice(0, 17).replace(/\d/g, '').length;
    if (hidden === 0 || hidden >= ENOUGH_MASKED || !PROVINCE_CODES.has(match[0].slice(0, 2))) continue;
    const shown = maskResidentId(match[0].replace(/[*●×x]/g, '0'));
    yield {
      code: 'resident-id.weak-mask',
      severity: 'warning',
      start: match.index,
      end: match.index + 18,
      shown,
      suggestion: shown,
    };
  }
}

/**
 * Resident ID numbers (公民身份号码): 18 characters with region, date and check character (GB 11643—1999),
 * in one run or cut up by spaces, hyphens or dots; 15 digits only when named as one.
 * @param today legal date; birth dates after it are not of living people
 */
export function detectResidentIds(subject: Subject, today: string): Hit[] {
  const { text } = subject.normalised;
  const hits: Hit[] = [...weaklyMasked(text)];
  let covered = 0;
  forEachRun(text, digitGroups(text), LENGTHS, 18, (run) => {
    if (run.start < covered) return;
    const hit = judgeRun(subject, run, today);
    if (!hit) return;
    hits.push(hit);
    covered = hit.end;
  });
  return hits;
}
