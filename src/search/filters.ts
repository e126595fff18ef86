import type { Combination } from './combinations.ts';
import { SearchError } from './errors.ts';
import { rowsBetween, sqlCombination } from './row-number.ts';
import { FACETS, type Facet, type SearchFilters } from './types.ts';

/** The facets that a combination holds; the year is in the row number itself. */
const COMBINATION_FACETS = FACETS.filter((facet) => facet !== 'year');

/** SQL that narrows rows, with its values; `nothing`: no document can pass. */
export interface RowCondition {
  readonly sql: string;
  readonly values: readonly (string | bigint)[];
  readonly nothing: boolean;
}

/**
 * Filters as a condition on row numbers alone: no table is joined.
 * @param row the column that holds the row number
 * @throws SearchError 'SEARCH_DATE_INVALID'
 */
export function rowCondition(
  filters: SearchFilters,
  combinations: ReadonlyMap<number, Combination>,
  row: string,
): RowCondition {
  const { first, last } = rowsOfDates(filters);
  const passing = [...combinations.values()].filter((one) => passes(one, filters));
  const conditions: string[] = [];
  const values: (string | bigint)[] = [];
  if (first > 0 || last < Number.MAX_SAFE_INTEGER) {
    conditions.push(`${row} BETWEEN ? AND ?`);
    // As integers: FTS5 takes a range of rows for a start and end of its walk only from those.
    values.push(BigInt(first), BigInt(last));
  }
  if (passing.length < combinations.size) {
    conditions.push(`${sqlCombination(row)} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(passing.map(({ id }) => id)));
  }
  return { sql: conditions.join(' AND '), values, nothing: passing.length === 0 || first > last };
}

/** Whether documents of this combination pass; `except`: a filter not looked at. */
export function passes(combination: Combination, filters: SearchFilters, except?: Facet): boolean {
  return COMBINATION_FACETS.every(
    (facet) => facet === except || filters[facet] === undefined || filters[facet] === combination[facet],
  );
}

/** The filters by date alone. */
export function datesOf({ from, to }: SearchFilters): SearchFilters {
  return { from, to };
}

export function hasFilters(filters: SearchFilters): boolean {
  return [...FACETS, 'from' as const, 'to' as const].some((name) => filters[name] !== undefined);
}

function rowsOfDates(filters: SearchFilters): { first: number; last: number } {
  const range = rowsBetween(checked(filters.from), checked(filters.to));
  if (filters.year === undefined) return range;
  if (!Number.isInteger(filters.year) || filters.year < 1 || filters.year > 9999)
    return { first: 1, last: 0 };
  const year = String(filters.year).padStart(4, '0');
  const { first, last } = rowsBetween(`${year}-01-01`, `${year}-12-31`);
  return { first: Math.max(first, range.first), last: Math.min(last, range.last) };
}

function checked(day: string | undefined): string | undefined {
  if (day === undefined || isDay(day)) return day;
  throw new SearchError('SEARCH_DATE_INVALID', { value: day.slice(0, 40) });
}

/** Whether this is a real date in the form YYYY-MM-DD. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
}
