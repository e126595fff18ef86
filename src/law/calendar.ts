import {
  type DateParts,
  dateParts,
  daysInMonth,
  formatDate,
  formatDayOfYear,
  type LegalDate,
} from './date.ts';
import { CalendarError } from './errors.ts';
import { FIRST_YEAR, LAST_YEAR, publishedYears, yearTable } from './year-table.ts';

/** A date worked out by the calendar. */
export interface ComputedDate {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  /** True when a day that was walked lies in a year whose holiday arrangement is not published yet. */
  readonly provisional: boolean;
}

/** A number of working days worked out by the calendar. */
export interface ComputedDays {
  readonly days: number;
  readonly provisional: boolean;
}

/** Days that do not count, both ends included (《条例》2019 第三十三条第三款). */
export interface Span {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

function outOfRange(value: string): CalendarError {
  return new CalendarError('OUT_OF_RANGE', { value, firstYear: FIRST_YEAR, lastYear: LAST_YEAR });
}

function partsInRange(date: LegalDate): DateParts {
  const parts = dateParts(date);
  if (parts.year < FIRST_YEAR || parts.year > LAST_YEAR) throw outOfRange(date.toString());
  return parts;
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new CalendarError('BAD_COUNT', { value: count });
}

/** True when no year from `first` to `last` awaits its notice. */
function allPublished(first: number, last: number): boolean {
  for (let year = first; year <= last; year++) if (!yearTable(year).published) return false;
  return true;
}

/** Years whose official arrangement is known, ascending; a year outside makes answers provisional. */
export function knownYears(): readonly number[] {
  return publishedYears;
}

/**
 * Is this an official working day (工作日): Monday to Friday less the days off, plus swapped workdays (调休)
 * of the State Council's yearly notice. In a year without a notice the days off fixed by law are used.
 * @throws CalendarError 'BAD_DATE', 'OUT_OF_RANGE'
 */
export function isWorkingDay(date: LegalDate): boolean {
  const { year, dayOfYear } = partsInRange(date);
  return yearTable(year).working[dayOfYear] === 1;
}

/** The n-th working day after the day at `from`, n ≥ 1, as year and day of year. */
function walk(from: DateParts, days: number): { year: number; dayOfYear: number } {
  let { year } = from;
  let target = yearTable(year).rank[from.dayOfYear]! + days;
  while (target > yearTable(year).nth.length) {
    target -= yearTable(year).nth.length;
    year++;
    if (year > LAST_YEAR) throw outOfRange(`${LAST_YEAR}-12-31`);
  }
  return { year, dayOfYear: yearTable(year).nth[target - 1]! };
}

function addPlain(start: LegalDate, days: number): ComputedDate {
  const from = partsInRange(start);
  if (days === 0) return { date: formatDate(from.year, from.month, from.day), provisional: false };
  const { year, dayOfYear } = walk(from, days);
  return { date: formatDayOfYear(year, dayOfYear), provisional: !allPublished(from.year, year) };
}

/** Spans as date strings, in order, overlaps merged, so that no day is excluded twice. */
function mergeSpans(spans: readonly Span[]): { from: string; to: string }[] {
  const sorted = spans.map(({ from, to }) => ({ from: from.toString(), to: to.toString() }));
  for (const span of sorted) if (span.to < span.from) throw new CalendarError('BAD_SPAN', span);
  sorted.sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: { from: string; to: string }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push({ ...span });
    else if (span.to > last.to) last.to = span.to;
  }
  return merged;
}

/** Working days of `span` that fall after `start`. */
function excludedDays(start: string, span: { from: string; to: string }): number {
  if (span.to <= start) return 0;
  const first = span.from > start ? span.from : nextDay(start);
  return workingDaysBetween(first, span.to).days + (isWorkingDay(first) ? 1 : 0);
}

function nextDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/**
 * The day on which a period of working days ends. The day of the event is not counted (民法典第二百零一条);
 * the last day is a working day by construction, so it never rolls. `days` 0 gives the start itself.
 * @param excluded spans that do not count, e.g. consulting a third party (《条例》2019 第三十三条第三款)
 * @throws CalendarError 'BAD_DATE', 'BAD_COUNT', 'BAD_SPAN', 'OUT_OF_RANGE'
 */
export function addWorkingDays(start: LegalDate, days: number, excluded: readonly Span[] = []): ComputedDate {
  requireCount(days);
  let due = addPlain(start, days);
  if (days === 0) return due;
  const from = formatDate(...ymd(start));
  let total = days;
  for (const span of mergeSpans(excluded)) {
    if (span.from > due.date) break;
    total += excludedDays(from, span);
    due = addPlain(from, total);
  }
  return due;
}

function ymd(date: LegalDate): [number, number, number] {
  const { year, month, day } = dateParts(date);
  return [year, month, day];
}

function rankSince(parts: DateParts, firstYear: number): number {
  let rank = yearTable(parts.year).rank[parts.dayOfYear]!;
  for (let year = firstYear; year < parts.year; year++) rank += yearTable(year).nth.length;
  return rank;
}

/**
 * Working days after `from` up to and including `to`; negative, the same count reversed, when `to` is
 * earlier.
 * @throws CalendarError 'BAD_DATE', 'OUT_OF_RANGE'
 */
export function workingDaysBetween(from: LegalDate, to: LegalDate): ComputedDays {
  const a = partsInRange(from);
  const b = partsInRange(to);
  const firstYear = Math.min(a.year, b.year);
  const lastYear = Math.max(a.year, b.year);
  const days = rankSince(b, firstYear) - rankSince(a, firstYear);
  const samePlace = a.year === b.year && a.dayOfYear === b.dayOfYear;
  return { days, provisional: !samePlace && !allPublished(firstYear, lastYear) };
}

/** The first working day on or after a date: where a period of natural days or months ends. */
function rollForward(date: string): ComputedDate {
  const parts = partsInRange(date);
  const published = yearTable(parts.year).published;
  if (isWorkingDay(date)) return { date, provisional: !published };
  const rolled = walk(parts, 1);
  return {
    date: formatDayOfYear(rolled.year, rolled.dayOfYear),
    provisional: !allPublished(parts.year, rolled.year),
  };
}

/**
 * Last day of a period of natural days; when it is a rest day, the first working day after, a swapped
 * Saturday or Sunday included (民法典第二百零三条, 民事诉讼法第八十五条, 法释〔2018〕1号第四十八条).
 * @throws CalendarError 'BAD_DATE', 'BAD_COUNT', 'OUT_OF_RANGE'
 */
export function addNaturalDays(start: LegalDate, days: number): ComputedDate {
  requireCount(days);
  const from = partsInRange(start);
  if (days > (LAST_YEAR - from.year + 1) * 366) throw outOfRange(`${start.toString()} +${days}`);
  return rollForward(plain(from).add({ days }).toString());
}

/**
 * Last day of a period of months: the same day number, or the end of the month when there is none
 * (民法典第二百零二条), rolled like `addNaturalDays`.
 * @throws CalendarError 'BAD_DATE', 'BAD_COUNT', 'OUT_OF_RANGE'
 */
export function addMonths(start: LegalDate, months: number): ComputedDate {
  requireCount(months);
  const from = partsInRange(start);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (year > LAST_YEAR) throw outOfRange(`${start.toString()} +${months}`);
  return rollForward(formatDate(year, month, Math.min(from.day, daysInMonth(year, month))));
}

function plain({ year, month, day }: DateParts): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}
