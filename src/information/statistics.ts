import type { Queryable, Services } from '../platform/index.ts';
import type { Statistics } from './contract.ts';
import { countedInYear, joinedItems, loggedInYear, NONE } from './list.ts';
import { countPublicByYear } from './public.ts';

/**
 * What an agency published in a year, from the records alone. Counted: catalogue items first made public in
 * the year and not withdrawn by its end. Each figure carries the query of the item list that makes it up, and
 * both come from the same filters.
 */
export async function statistics(services: Services, agencyId: string, year: number): Promise<Statistics> {
  const { read } = services.database;
  const rows = await countedRows(read, agencyId, year);
  const list = (extra: Record<string, string> = {}) =>
    listOf({ agency: agencyId, section: 'catalogue', publishedYear: String(year), ...extra });
  const timed = rows.filter((row) => row.due_on !== null);
  const late = timed.filter((row) => row.published_on! > row.due_on!).length;
  const logged = async (key: string, action: string) => ({
    key,
    value: await countOf(loggedInYear(ofAgency(read, agencyId), action, year)),
    list: listOf({ agency: agencyId, logged: action, loggedYear: String(year) }),
  });
  return {
    agencyId,
    year,
    published: { key: 'published', value: rows.length, list: list() },
    byCategory: grouped(rows, 'category_id', 'categoryName', (id) => list({ category: id })),
    byUnit: grouped(rows, 'unit_id', 'unitName', (id) => list({ unit: id })),
    byMonth: Array.from({ length: 12 }, (_, index) => {
      const key = `${year}-${String(index + 1).padStart(2, '0')}`;
      const value = rows.filter((row) => row.published_on!.startsWith(key)).length;
      return { key, value, list: list({ publishedMonth: String(index + 1) }) };
    }),
    amended: await logged('amended', 'amend'),
    repealed: await logged('repealed', 'repeal'),
    withdrawn: await logged('withdrawn', 'withdraw'),
    inTime: { key: 'in-time', value: timed.length - late, list: list({ timeliness: 'in-time' }) },
    late: { key: 'late', value: late, list: list({ timeliness: 'late' }) },
    overdue: {
      key: 'overdue',
      value: await overdueNow(services, agencyId),
      list: listOf({ agency: agencyId, timeliness: 'overdue' }),
    },
    medianDaysToPublish: median(rows.flatMap((row) => row.days_to_publish ?? [])),
    years: (await countPublicByYear(read, { agencyId, section: 'catalogue' })).map((one) => one.year),
  };
}

function listOf(parameters: Record<string, string>): string {
  return new URLSearchParams(parameters).toString();
}

function ofAgency(database: Queryable, agencyId: string) {
  return joinedItems(database).where('i.agency_id', '=', agencyId);
}

async function countedRows(database: Queryable, agencyId: string, year: number) {
  return countedInYear(ofAgency(database, agencyId), year)
    .where('i.section', '=', 'catalogue')
    .leftJoin('category as c', 'c.id', 'i.category_id')
    .leftJoin('unit as u', 'u.id', 'i.unit_id')
    .select(['p.published_on', 'p.days_to_publish', 'i.category_id', 'i.unit_id', 'i.due_on'])
    .select(['c.name as categoryName', 'u.name as unitName'])
    .orderBy('c.position')
    .orderBy('u.position')
    .execute();
}

type Row = Awaited<ReturnType<typeof countedRows>>[number];

function grouped(
  rows: readonly Row[],
  id: 'category_id' | 'unit_id',
  name: 'categoryName' | 'unitName',
  list: (id: string) => string,
): Statistics['byCategory'] {
  const groups = Map.groupBy(rows, (row) => row[id] ?? NONE);
  return [...groups].map(([key, members]) => ({
    key,
    name: members[0]![name] ?? '',
    value: members.length,
    list: list(key),
  }));
}

async function countOf(items: ReturnType<typeof joinedItems>): Promise<number> {
  const row = await items.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return Number(row.total);
}

function overdueNow(services: Services, agencyId: string): Promise<number> {
  return countOf(
    ofAgency(services.database.read, agencyId)
      .where('i.attribute', '=', 'proactive')
      .where('p.item_id', 'is', null)
      .where('i.due_on', '<', services.clock.today()),
  );
}

/** The middle value; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
