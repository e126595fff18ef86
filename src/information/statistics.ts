import type { Queryable, Services } from '../platform/index.ts';
import type { Statistics } from './contract.ts';
import { joinedItems } from './list.ts';
import { countPublicByYear } from './public.ts';

/**
 * What an agency published in a year, from the records alone. Counted: catalogue items first made public in
 * the year and not withdrawn since. Each figure carries the query of the item list that makes it up.
 */
export async function statistics(services: Services, agencyId: string, year: number): Promise<Statistics> {
  const { read } = services.database;
  const rows = await read
    .selectFrom('publication as p')
    .innerJoin('item as i', 'i.id', 'p.item_id')
    .leftJoin('category as c', 'c.id', 'p.category_id')
    .leftJoin('unit as u', 'u.id', 'p.unit_id')
    .select(['p.published_on', 'p.days_to_publish', 'p.category_id', 'p.unit_id', 'i.due_on'])
    .select(['c.name as categoryName', 'c.position as categoryPosition', 'u.name as unitName'])
    .where('p.agency_id', '=', agencyId)
    .where('p.section', '=', 'catalogue')
    .where('p.status', '!=', 'withdrawn')
    .where('p.published_on', '>=', `${year}-01-01`)
    .where('p.published_on', '<=', `${year}-12-31`)
    .orderBy('c.position')
    .execute();
  const list = (extra: Record<string, string> = {}) =>
    new URLSearchParams({
      agency: agencyId,
      section: 'catalogue',
      publishedYear: String(year),
      ...extra,
    }).toString();
  const timed = rows.filter((row) => row.due_on !== null);
  const late = timed.filter((row) => row.published_on > row.due_on!).length;
  const changes = await changesInYear(read, agencyId, year);
  const overdue = await overdueNow(services, agencyId);
  return {
    agencyId,
    year,
    published: { key: 'published', value: rows.length, list: list() },
    byCategory: grouped(rows, 'category_id', 'categoryName', (id) => list({ category: id })),
    byUnit: grouped(rows, 'unit_id', 'unitName', (id) => list({ unit: id })),
    byMonth: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const value = rows.filter((row) => row.published_on.startsWith(month)).length;
      return { key: month, value, list: list() };
    }),
    amended: { key: 'amended', value: changes.get('amend') ?? 0, list: list() },
    repealed: {
      key: 'repealed',
      value: changes.get('repeal') ?? 0,
      list: list({ publicStatus: 'repealed' }),
    },
    withdrawn: {
      key: 'withdrawn',
      value: changes.get('withdraw') ?? 0,
      list: list({ publicStatus: 'withdrawn' }),
    },
    inTime: { key: 'in-time', value: timed.length - late, list: list({ timeliness: 'in-time' }) },
    late: { key: 'late', value: late, list: list({ timeliness: 'late' }) },
    overdue: {
      key: 'overdue',
      value: overdue,
      list: new URLSearchParams({ agency: agencyId, timeliness: 'overdue' }).toString(),
    },
    medianDaysToPublish: median(rows.flatMap((row) => row.days_to_publish ?? [])),
    years: (await countPublicByYear(read, { agencyId, section: 'catalogue' })).map((one) => one.year),
  };
}

type Row = {
  category_id: string | null;
  unit_id: string | null;
  categoryName: string | null;
  unitName: string | null;
};

function grouped<R extends Row>(
  rows: readonly R[],
  id: 'category_id' | 'unit_id',
  name: 'categoryName' | 'unitName',
  list: (id: string) => string,
): Statistics['byCategory'] {
  const groups = Map.groupBy(rows, (row) => row[id] ?? '');
  return [...groups].map(([key, members]) => ({
    key,
    name: members[0]![name] ?? '',
    value: members.length,
    list: list(key),
  }));
}

async function changesInYear(
  database: Queryable,
  agencyId: string,
  year: number,
): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('publication_entry')
    .select('action')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('agency_id', '=', agencyId)
    .where('at', '>=', `${year - 1}-12-31T16:00:00.000Z`)
    .where('at', '<', `${year}-12-31T16:00:00.000Z`)
    .groupBy('action')
    .execute();
  return new Map(rows.map((row) => [row.action, Number(row.total)] as const));
}

async function overdueNow(services: Services, agencyId: string): Promise<number> {
  const row = await joinedItems(services.database.read)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('i.agency_id', '=', agencyId)
    .where('i.attribute', '=', 'proactive')
    .where('p.item_id', 'is', null)
    .where('i.due_on', '<', services.clock.today())
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** The middle value; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
