import { z } from 'zod';
import { listUnits } from '../agencies/index.ts';
import { GENRES, listCategories, publicItem, SECTIONS } from '../information/index.ts';
import type { SearchIndex, SearchQuery, SearchResult } from '../search/index.ts';
import type { LogCache } from './log-cache.ts';
import type { Site } from './site.ts';

export const MAX_QUERY_CHARACTERS = 400;
const word = z.string().trim().max(40).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** The query as it stands in the address, the same for the page and the JSON; what makes no sense is ignored. */
export const PublicSearchQuery = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, MAX_QUERY_CHARACTERS).toWellFormed())
    .catch('')
    .default(''),
  agency: word.describe('Code of an agency'),
  lang: word,
  category: word.describe('Code of a category; needs the agency where several publish'),
  unit: word.describe('Code of a unit; needs the agency where several publish'),
  section: z.enum(SECTIONS).optional().catch(undefined),
  genre: z.enum(GENRES).optional().catch(undefined),
  status: z.enum(['in-force', 'repealed']).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  from: day,
  to: day,
  order: z.enum(['relevance', 'newest', 'oldest']).catch('relevance').default('relevance'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
export type PublicSearchQuery = z.infer<typeof PublicSearchQuery>;

/** Codes and names by id, for facets. */
export interface FacetNames {
  readonly category: ReadonlyMap<string, { code: string; name: string }>;
  readonly unit: ReadonlyMap<string, { code: string; name: string }>;
}

export interface PublicSearch {
  readonly result: SearchResult;
  readonly names: FacetNames;
}

interface Searching {
  readonly cache: LogCache;
  readonly search: SearchIndex;
}

/**
 * Searches what is public now. The index follows the log within a second; until it has caught up, each hit is
 * looked up, so that what was withdrawn meanwhile is not shown even for that second.
 * @param limit hits on a page, at most 100
 * @throws SearchError 'INDEX_UNAVAILABLE' while the index is being made anew
 */
export async function searchPublic(
  { cache, search }: Searching,
  site: Site,
  query: PublicSearchQuery,
  limit: number,
): Promise<PublicSearch> {
  const names = await namesOf(cache, site);
  const result = search.search(engineQuery(site, query, names, limit));
  const position = await cache.position();
  if (search.cursor() + 1 >= position) return { result, names };
  const public_ = await Promise.all(
    result.hits.map(async (hit) => (await publicItem(cache.database.read, hit.id))?.record != null),
  );
  const hits = result.hits.filter((_hit, index) => public_[index]);
  const total = result.total - (result.hits.length - hits.length);
  return { result: { ...result, hits, total }, names };
}

function engineQuery(site: Site, query: PublicSearchQuery, names: FacetNames, limit: number): SearchQuery {
  return {
    text: query.q,
    agencyId: site.agencyChosen ? site.agency?.id : undefined,
    categoryId: idOf(names.category, query.category),
    unitId: idOf(names.unit, query.unit),
    section: query.section,
    genre: query.genre,
    status: query.status,
    year: query.year,
    from: query.from,
    to: query.to,
    order: query.order,
    offset: (query.page - 1) * limit,
    limit,
    facets: true,
  };
}

/** An unknown code finds nothing rather than everything. */
function idOf(names: ReadonlyMap<string, { code: string }>, code: string | undefined): string | undefined {
  if (code === undefined || code === '') return undefined;
  for (const [id, one] of names) if (one.code === code) return id;
  return '-';
}

async function namesOf(cache: LogCache, site: Site): Promise<FacetNames> {
  const { agency } = site;
  if (!agency) return { category: new Map(), unit: new Map() };
  const { read } = cache.database;
  const [units, categories] = await Promise.all([
    listUnits(read, agency.id),
    cache.get(`category-names:${agency.id}`, () => listCategories(read, agency.id)),
  ]);
  return {
    category: new Map(categories.map((one) => [one.id, { code: one.code, name: one.name }])),
    unit: new Map(units.map((one) => [one.id, { code: one.code, name: one.name }])),
  };
}
