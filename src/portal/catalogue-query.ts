import { z } from 'zod';
import { listUnits } from '../agencies/index.ts';
import {
  countPublic,
  countPublicByYear,
  GENRES,
  listCategories,
  listPublic,
  type PublicFilter,
  type PublicRow,
} from '../information/index.ts';
import { type CategoryNode, rolledUp } from './category-tree.ts';
import { PAGE_SIZE, pageWithin } from './lists.ts';
import type { LogCache } from './log-cache.ts';
import type { Site } from './site.ts';

const word = z.string().trim().max(40).optional().catch(undefined);

/** The catalogue's address says what is shown; a value that makes no sense counts as not given. */
export const CatalogueQuery = z.object({
  agency: word,
  lang: word,
  category: word.describe('Code of the category'),
  unit: word.describe('Code of the unit'),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  genre: z.enum(GENRES).optional().catch(undefined),
  status: z.enum(['in-force', 'repealed']).optional().catch(undefined),
  order: z.enum(['newest', 'oldest', 'updated']).catch('newest'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly depth: number;
}

/** What the catalogue page shows; each group of choices counts under all filters but its own. */
export interface CatalogueView {
  readonly total: number;
  readonly page: number;
  readonly rows: readonly PublicRow[];
  readonly choices: Readonly<Record<'category' | 'unit' | 'year' | 'genre' | 'status', readonly Choice[]>>;
}

export async function viewCatalogue(
  site: Site,
  cache: LogCache,
  query: CatalogueQuery,
): Promise<CatalogueView> {
  const read = cache.database.read;
  const agencyId = site.agency?.id;
  const units = agencyId ? await listUnits(read, agencyId) : [];
  const categories = agencyId ? await listCategories(read, agencyId) : [];
  const unit = query.unit === undefined ? undefined : units.find((one) => one.code === query.unit);
  const filter: PublicFilter = {
    section: 'catalogue',
    ...(agencyId ? { agencyId } : {}),
    // An unknown unit finds nothing rather than everything.
    ...(query.unit === undefined ? {} : { unitId: unit?.id ?? '-' }),
    ...(query.year === undefined ? {} : { year: query.year }),
    ...(query.genre ? { genre: query.genre } : {}),
    ...(query.status ? { status: query.status } : {}),
  };
  const tree = rolledUp(categories, await counted(cache, filter, 'category_id'));
  const ids = categoryIds(tree, query.category);
  const choices = await choicesOf(site, cache, { filter, ids, tree, units, query });
  const filters = ids ? ids.map((categoryId) => ({ ...filter, categoryId })) : [filter];
  const total = await totalOf(cache, filters);
  const page = pageWithin(query.page, total);
  const rows = await merged(cache, filters, query.order, (page - 1) * PAGE_SIZE);
  return { total, page, rows, choices };
}

function categoryIds(tree: readonly CategoryNode[], code: string | undefined): readonly string[] | undefined {
  if (code === undefined || code === '') return undefined;
  return tree.find((node) => node.code === code)?.ids ?? ['-'];
}

type CountedBy = Parameters<typeof countPublic>[2];

function counted(cache: LogCache, filter: PublicFilter, by: CountedBy): Promise<Map<string, number>> {
  const key = `count:${by}:${JSON.stringify(filter)}`;
  return cache.get(key, () => countPublic(cache.database.read, filter, by));
}

async function totalOf(cache: LogCache, filters: readonly PublicFilter[]): Promise<number> {
  const counts = await Promise.all(filters.map((filter) => counted(cache, filter, 'agency_id')));
  return counts.flatMap((count) => [...count.values()]).reduce((sum, count) => sum + count, 0);
}

/** One page of the items under several categories, in one order. */
async function merged(
  cache: LogCache,
  filters: readonly PublicFilter[],
  order: CatalogueQuery['order'],
  offset: number,
): Promise<PublicRow[]> {
  const read = cache.database.read;
  const single = filters.length === 1;
  const window = single ? { offset, limit: PAGE_SIZE } : { offset: 0, limit: offset + PAGE_SIZE };
  const lists = await Promise.all(filters.map((filter) => listPublic(read, filter, { ...window, order })));
  const rows = lists.flatMap((list) => list.rows);
  return single ? rows : rows.sort(comparing(order)).slice(offset, offset + PAGE_SIZE);
}

/** The order listPublic keeps. */
function comparing(order: CatalogueQuery['order']): (a: PublicRow, b: PublicRow) => number {
  const sign = order === 'oldest' ? 1 : -1;
  const key = (row: PublicRow) => (order === 'updated' ? row.updatedAt : row.publishedOn);
  return (a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.seq - b.seq);
}

interface Counting {
  filter: PublicFilter;
  ids: readonly string[] | undefined;
  tree: readonly CategoryNode[];
  units: readonly { id: string; code: string; name: string }[];
  query: CatalogueQuery;
}

async function choicesOf(
  site: Site,
  cache: LogCache,
  { filter, ids, tree, units, query }: Counting,
): Promise<CatalogueView['choices']> {
  const { unitId: _unit, ...withoutUnit } = filter;
  const { year: _year, ...withoutYear } = filter;
  const { genre: _genre, ...withoutGenre } = filter;
  const { status: _status, ...withoutStatus } = filter;
  const [byUnit, byGenre, byStatus, byYear] = await Promise.all([
    summed(ids, (part) => counted(cache, { ...withoutUnit, ...part }, 'unit_id')),
    summed(ids, (part) => counted(cache, { ...withoutGenre, ...part }, 'genre')),
    summed(ids, (part) => counted(cache, { ...withoutStatus, ...part }, 'status')),
    summed(ids, (part) => countedYears(cache, { ...withoutYear, ...part })),
  ]);
  const plain = (counts: Map<string, number>, chosen: string | undefined) =>
    [...counts]
      .filter(([value, count]) => value !== '' && (count > 0 || value === chosen))
      .map(([value, count]) => ({ value, label: value, count, depth: 0 }));
  return {
    category: tree
      .filter((node) => node.total > 0 || node.active)
      .map((node) => ({
        value: node.code,
        label: site.language === 'en' && node.nameEn ? node.nameEn : node.name,
        count: node.total,
        depth: node.depth,
      })),
    unit: units
      .map((unit) => ({ value: unit.code, label: unit.name, count: byUnit.get(unit.id) ?? 0, depth: 0 }))
      .filter((choice) => choice.count > 0 || choice.value === query.unit),
    year: plain(byYear, String(query.year)).sort((a, b) => Number(b.value) - Number(a.value)),
    genre: plain(byGenre, query.genre).sort((a, b) => b.count - a.count),
    status: plain(byStatus, query.status),
  };
}

async function summed(
  ids: readonly string[] | undefined,
  count: (part: { categoryId?: string }) => Promise<Map<string, number>>,
): Promise<Map<string, number>> {
  const parts = await Promise.all(ids ? ids.map((categoryId) => count({ categoryId })) : [count({})]);
  const sums = new Map<string, number>();
  for (const [value, number] of parts.flatMap((part) => [...part]))
    sums.set(value, (sums.get(value) ?? 0) + number);
  return sums;
}

function countedYears(cache: LogCache, filter: PublicFilter): Promise<Map<string, number>> {
  return cache.get(`years:${JSON.stringify(filter)}`, async () => {
    const years = await countPublicByYear(cache.database.read, filter);
    return new Map(years.map(({ year, total }) => [String(year), total]));
  });
}
