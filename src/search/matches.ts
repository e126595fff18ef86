import type { Combination } from './combinations.ts';
import { type RowCondition, rowCondition } from './filters.ts';
import type { IndexFile } from './index-file.ts';
import type { Expression, MatchPlan } from './match-expression.ts';
import { sqlGroup } from './row-number.ts';
import type { SearchFilters, SearchOrder } from './types.ts';

/** Beyond this many matches they are counted only when facets are asked for, which need them all. */
export const COUNT_LIMIT = 1_000;

/** The matches of a plan under some filters, read from the index only as far as asked for. */
export class Matches {
  readonly #file: IndexFile;
  readonly #plan: MatchPlan;
  readonly #condition: (row: string) => RowCondition;

  constructor(
    file: IndexFile,
    plan: MatchPlan,
    filters: SearchFilters,
    combinations: ReadonlyMap<number, Combination>,
  ) {
    this.#file = file;
    this.#plan = plan;
    this.#condition = (row) => rowCondition(filters, combinations, row);
  }

  /** Row numbers of one page. */
  page(order: SearchOrder, offset: number, limit: number): number[] {
    if (order !== 'relevance' || this.#plan.tiers.length < 2)
      return this.#rows(this.#plan.all, order, offset, limit);
    return this.#pageOfTiers(offset, limit);
  }

  count(): { total: number; totalIsExact: boolean } {
    const counted = this.#count(this.#plan.all, COUNT_LIMIT + 1);
    return { total: Math.min(counted, COUNT_LIMIT), totalIsExact: counted <= COUNT_LIMIT };
  }

  /** How many matches there are of each year and combination (`unpackGroup`); a walk over all of them. */
  groups(): Map<number, number> {
    const source = this.#source(this.#plan.all);
    if (!source) return new Map();
    // One long text is read five times faster than as many rows.
    const sql = `SELECT group_concat(${sqlGroup(source.row)}) AS list FROM ${source.sql}`;
    return tally(this.#file.get<{ list: string | null }>(sql, ...source.values)?.list ?? '');
  }

  #pageOfTiers(offset: number, limit: number): number[] {
    const page: number[] = [];
    let skip = offset;
    for (const tier of this.#plan.tiers) {
      const rows = this.#rows(tier, 'newest', skip, limit - page.length);
      page.push(...rows);
      if (page.length >= limit) break;
      // Only where a group ended before the page began must it be known how long it was.
      skip = rows.length > 0 || skip === 0 ? 0 : skip - this.#count(tier, skip);
    }
    return page;
  }

  #rows(expression: Expression | null, order: SearchOrder, offset: number, limit: number): number[] {
    const source = this.#source(expression);
    if (!source) return [];
    const direction = order === 'oldest' ? 'ASC' : 'DESC';
    const sql = `SELECT ${source.row} AS number FROM ${source.sql} ORDER BY ${source.row} ${direction} LIMIT ? OFFSET ?`;
    return this.#file
      .all<{ number: number }>(sql, ...source.values, limit, offset)
      .map(({ number }) => number);
  }

  #count(expression: Expression | null, limit: number): number {
    const source = this.#source(expression);
    if (!source) return 0;
    const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${source.sql} LIMIT ?)`;
    return this.#file.get<{ n: number }>(sql, ...source.values, limit)!.n;
  }

  /** FROM and WHERE for an expression, or for all documents; null when nothing can match. */
  #source(expression: Expression | null): Source | null {
    const row = expression === null ? 'number' : 'rowid';
    const condition = this.#condition(row);
    if (condition.nothing) return null;
    const { table, wheres, values } = expression ? matching(expression) : this.#everything();
    if (condition.sql) wheres.push(condition.sql);
    const sql = wheres.length > 0 ? `${table} WHERE ${wheres.join(' AND ')}` : table;
    return { sql, row, values: [...values, ...condition.values] };
  }

  #everything(): Parts {
    const { excluded } = this.#plan;
    if (excluded === null) return { table: 'document', wheres: [], values: [] };
    return { table: 'document', wheres: [notIn('number', 'words')], values: [excluded] };
  }
}

interface Source {
  readonly sql: string;
  readonly row: string;
  readonly values: readonly (string | bigint)[];
}

interface Parts {
  readonly table: string;
  readonly wheres: string[];
  readonly values: string[];
}

function matching({ table, match, leftOut }: Expression): Parts {
  return {
    table,
    wheres: [`${table} MATCH ?`, ...leftOut.map((left) => notIn('rowid', left.table))],
    values: [match, ...leftOut.map((left) => left.match)],
  };
}

function notIn(row: string, table: string): string {
  return `${row} NOT IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`;
}

const COMMA = 44;
const ZERO = 48;

function tally(list: string): Map<number, number> {
  const groups = new Map<number, number>();
  let group = 0;
  for (let i = 0; i <= list.length; i++) {
    const code = i < list.length ? list.charCodeAt(i) : COMMA;
    if (code !== COMMA) group = group * 10 + code - ZERO;
    else if (list !== '') {
      groups.set(group, (groups.get(group) ?? 0) + 1);
      group = 0;
    }
  }
  return groups;
}
