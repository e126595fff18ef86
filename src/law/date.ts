import { CalendarError } from './errors.ts';

/** A legal date: 'YYYY-MM-DD' (Asia/Shanghai by meaning, without a zone), or the same as a PlainDate. */
export type LegalDate = string | Temporal.PlainDate;

/** Year, month and day of a legal date, and its place in the year (1 January is 0). */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Leap year of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of `month` (1–12) in `year`. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return DAYS_BEFORE_MONTH[month]! - DAYS_BEFORE_MONTH[month - 1]!;
}

/** Days of the year before the first of `month`. */
function daysBeforeMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month - 1]! + (month > 2 && isLeapYear(year) ? 1 : 0);
}

function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads a legal date by hand: parsing through `Temporal` costs a microsecond, and lists ask for thousands.
 * @throws CalendarError 'BAD_DATE'
 */
export function dateParts(date: LegalDate): DateParts {
  const text = typeof date === 'string' ? date : date.toString({ calendarName: 'never' });
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  const shaped = text.length === 10 && text[4] === '-' && text[7] === '-' && year > 0;
  if (!shaped || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new CalendarError('BAD_DATE', { value: text.slice(0, 40) });
  return { year, month, day, dayOfYear: daysBeforeMonth(year, month) + day - 1 };
}

/** True when the text is a real date written 'YYYY-MM-DD'. */
export function isLegalDate(text: string): boolean {
  try {
    dateParts(text);
    return true;
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}

/** Writes year, month and day as 'YYYY-MM-DD'. */
export function formatDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Writes the day that stands at `dayOfYear` (0-based) of `year`. */
export function formatDayOfYear(year: number, dayOfYear: number): string {
  let month = Math.min(12, Math.floor(dayOfYear / 28) + 1);
  while (daysBeforeMonth(year, month) > dayOfYear) month--;
  return formatDate(year, month, dayOfYear - daysBeforeMonth(year, month) + 1);
}
