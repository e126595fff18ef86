import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dateParts, isLeapYear } from './date.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/** One year of the official working-day calendar, laid out so that every question is an array look-up. */
export interface YearTable {
  /** False until the State Council's notice for the year is published: answers are then provisional. */
  readonly published: boolean;
  readonly days: number;
  /** 1 for a working day, by day of year (0-based). */
  readonly working: Uint8Array;
  /** Working days of the year up to and including this day. */
  readonly rank: Uint16Array;
  /** Day of year of the n-th working day (0-based). */
  readonly nth: Uint16Array;
}

const daysOff = new Set(Object.keys(arrangements.holidays));
const swappedWorkdays = new Set(Object.keys(arrangements.workdays));

/** Sorted years whose arrangement the data knows. A notice always names the National Day rest. */
export const publishedYears: readonly number[] = [...daysOff]
  .filter((date) => date.endsWith('-10-01'))
  .map((date) => Number(date.slice(0, 4)))
  .sort((a, b) => a - b);

/** First year of the calendar: the data begin in 2004, before the Regulations of 2008. */
export const FIRST_YEAR = publishedYears[0]!;
/** Last year that can be worked out at all (the lunar tables of the library end there). */
export const LAST_YEAR = 2099;

/** ISO weekday of 1 January, Monday = 1. */
function weekdayOfNewYear(year: number): number {
  return new Date(Date.UTC(year, 0, 1)).getUTCDay() || 7;
}

function datesOfYear(dates: Iterable<string>, year: number): number[] {
  const prefix = `${year}-`;
  return [...dates].filter((date) => date.startsWith(prefix)).map((date) => dateParts(date).dayOfYear);
}

function workingFlags(year: number, days: number, published: boolean): Uint8Array {
  const firstWeekday = weekdayOfNewYear(year) - 1;
  const flags = Uint8Array.from({ length: days }, (_, i) => ((firstWeekday + i) % 7 < 5 ? 1 : 0));
  for (const day of datesOfYear(published ? daysOff : statutoryHolidays(year), year)) flags[day] = 0;
  for (const day of datesOfYear(swappedWorkdays, year)) flags[day] = 1;
  return flags;
}

function buildTable(year: number): YearTable {
  const days = isLeapYear(year) ? 366 : 365;
  const published = publishedYears.includes(year);
  const working = workingFlags(year, days, published);
  const rank = new Uint16Array(days);
  const nth: number[] = [];
  for (let day = 0; day < days; day++) {
    if (working[day]) nth.push(day);
    rank[day] = nth.length;
  }
  return { published, days, working, rank, nth: Uint16Array.from(nth) };
}

const tables = new Map<number, YearTable>();

/** The table of a year between FIRST_YEAR and LAST_YEAR, built on first use. */
export function yearTable(year: number): YearTable {
  let table = tables.get(year);
  if (!table) {
    table = buildTable(year);
    tables.set(year, table);
  }
  return table;
}
