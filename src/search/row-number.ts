/**
 * The row number of a document says what can be asked of it without looking it up:
 *
 *     8 bits  year − 1949 │ 9 bits day of the year │ 18 bits combination │ 18 bits serial
 *
 * so that FTS5, which walks matches in order of row number, walks them in order of publication; a range of
 * dates is a range of rows; and facets are counted from the row numbers alone. A combination is one
 * occurring set of agency, category, unit, section, genre and status (combinations.ts). 53 bits in all:
 * exact as a JavaScript number.
 */
const FIRST_YEAR = 1949;
const LAST_YEAR = FIRST_YEAR + 255;
const SERIALS = 2 ** 18;
export const COMBINATIONS = 2 ** 18;
const DAY_BITS = 2 ** 9;
const PER_DAY = SERIALS * COMBINATIONS;

/** SQL over a row number: the combination, and year and combination together (see `unpackGroup`). */
export const sqlCombination = (row: string) => `((${row} >> 18) & 262143)`;
export const sqlGroup = (row: string) => `(((${row} >> 45) << 18) | ((${row} >> 18) & 262143))`;

/** First and last possible row of a day and combination; the serial is counted up between them. */
export function rowRange(day: string, combination: number): { first: number; last: number } {
  const first = dayNumber(day) * PER_DAY + combination * SERIALS;
  return { first, last: first + SERIALS - 1 };
}

/** Rows of all documents published within the days, both included; open ends allowed. */
export function rowsBetween(
  from: string | undefined,
  to: string | undefined,
): { first: number; last: number } {
  return {
    first: from === undefined ? 0 : dayNumber(from) * PER_DAY,
    last: to === undefined ? Number.MAX_SAFE_INTEGER : (dayNumber(to) + 1) * PER_DAY - 1,
  };
}

/** Takes apart what `sqlGroup` computes. */
export function unpackGroup(group: number): { year: number; combination: number } {
  return { year: FIRST_YEAR + Math.floor(group / COMBINATIONS), combination: group % COMBINATIONS };
}

/** Days outside 1949–2204 count as the first or last day of that span; what is shown is the true date. */
function dayNumber(day: string): number {
  const date = Temporal.PlainDate.from(day);
  if (date.year < FIRST_YEAR) return 1;
  if (date.year > LAST_YEAR) return (LAST_YEAR - FIRST_YEAR) * DAY_BITS + 366;
  return (date.year - FIRST_YEAR) * DAY_BITS + date.dayOfYear;
}
