import { legalInstant, type Queryable } from '../platform/index.ts';
import type { ReportTextKey, ReportTextState } from './contract.ts';
import { REPORT_TEXTS } from './contract.ts';
import type { PublishedItem, YearEntry } from './records.ts';

/** Shown for an item whose category is gone; the public record still names it. */
const UNCLASSIFIED = '未分类';

/** First instant of a year in Asia/Shanghai: entries carry instants, reports run by the calendar. */
const yearStart = (year: number) => legalInstant(`${year}-01-01`);

/** Catalogue items first public in the year, with what the log says of them up to its end. */
export async function publishedItems(
  database: Queryable,
  agencyId: string,
  year: number,
): Promise<PublishedItem[]> {
  const rows = await database
    .selectFrom('publication')
    .select(['item_id', 'seq', 'index_number', 'title', 'formed_on', 'published_on', 'updated_at'])
    .select(['days_to_publish', 'category_id'])
    .where('agency_id', '=', agencyId)
    .where('section', '=', 'catalogue')
    .where('published_on', '>=', `${year}-01-01`)
    .where('published_on', '<=', `${year}-12-31`)
    .orderBy('published_on')
    .orderBy('seq')
    .execute();
  const withdrawn = await withdrawnBy(database, agencyId, yearStart(year + 1));
  const tops = await topCategories(database, agencyId);
  return rows.map((row) => ({
    itemId: row.item_id,
    seq: row.seq,
    indexNumber: row.index_number,
    title: row.title,
    formedOn: row.formed_on,
    publishedOn: row.published_on,
    updatedAt: row.updated_at,
    daysToPublish: row.days_to_publish,
    category: tops.nameOf.get(row.category_id ?? '') ?? UNCLASSIFIED,
    withdrawnByYearEnd: withdrawn.has(row.item_id),
  }));
}

/** Items whose last withdrawal or reinstatement before an instant was a withdrawal. */
async function withdrawnBy(database: Queryable, agencyId: string, before: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('publication_entry')
    .select(['item_id', 'action'])
    .where('agency_id', '=', agencyId)
    .where('action', 'in', ['withdraw', 'reinstate'])
    .where('at', '<', before)
    .orderBy('seq')
    .execute();
  const last = new Map(rows.map((row) => [row.item_id, row.action]));
  return new Set([...last].filter(([, action]) => action === 'withdraw').map(([id]) => id));
}

/** Entries of the log within the year about catalogue items. */
export async function entriesOfYear(
  database: Queryable,
  agencyId: string,
  year: number,
): Promise<YearEntry[]> {
  return database
    .selectFrom('publication_entry as e')
    .innerJoin('publication as p', 'p.item_id', 'e.item_id')
    .select(['e.seq', 'e.item_id as itemId', 'e.action', 'e.at'])
    .where('e.agency_id', '=', agencyId)
    .where('p.section', '=', 'catalogue')
    .where('e.at', '>=', yearStart(year))
    .where('e.at', '<', yearStart(year + 1))
    .orderBy('e.seq')
    .execute();
}

/** Top categories in their order, and for every category the name of the one at the top. */
export async function topCategories(
  database: Queryable,
  agencyId: string,
): Promise<{ names: string[]; nameOf: Map<string, string> }> {
  const rows = await database
    .selectFrom('category')
    .select(['id', 'parent_id', 'name', 'active'])
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .orderBy('code')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const top = (id: string, depth = 0): string => {
    const row = byId.get(id)!;
    return row.parent_id && byId.has(row.parent_id) && depth < rows.length
      ? top(row.parent_id, depth + 1)
      : row.name;
  };
  return {
    names: rows.filter((row) => row.parent_id === null && row.active === 1).map((row) => row.name),
    nameOf: new Map(rows.map((row) => [row.id, top(row.id)])),
  };
}

export type StoredTexts = Record<ReportTextKey, ReportTextState & { text: string }>;

/** The officer's texts of a year; one not written yet is empty with revision 0. */
export async function reportTexts(database: Queryable, agencyId: string, year: number): Promise<StoredTexts> {
  const rows = await database
    .selectFrom('report_text')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .execute();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const texts = REPORT_TEXTS.map((key) => {
    const row = byKey.get(key);
    return [
      key,
      {
        key,
        text: row?.text ?? '',
        revision: row?.revision ?? 0,
        updatedAt: row?.updated_at ?? null,
        updatedByName: row?.updated_by_name ?? null,
      },
    ];
  });
  return Object.fromEntries(texts) as StoredTexts;
}
