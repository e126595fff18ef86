import type { Queryable } from '../platform/index.ts';
import type { PublicRecord, Tombstone } from './record.ts';
import type { PublicationEntryTable, PublicationTable } from './schema.ts';
import type { PublicStatus, Section } from './states.ts';

/*
 * The one visibility rule. Whatever leaves the house (page, list, search, feed, API, archive, attachment,
 * report) reads through here, and here only the public rows are read, never a draft.
 */

/** A public item as lists show it. */
export interface PublicRow {
  itemId: string;
  agencyId: string;
  unitId: string | null;
  categoryId: string | null;
  section: Section;
  status: PublicStatus;
  seq: number;
  version: number;
  indexNumber: string;
  /** Empty for a withdrawn item. */
  title: string;
  documentNumber: string | null;
  genre: string | null;
  subject: string | null;
  formedOn: string | null;
  publishedOn: string;
  updatedAt: string;
  withdrawnOn: string | null;
  daysToPublish: number | null;
}

/** A public item with its record, or with its tombstone when it was withdrawn. */
export type PublicItem = PublicRow &
  ({ record: PublicRecord; tombstone: null } | { record: null; tombstone: Tombstone });

/** One entry of an item's public history; `record` is null once the item was withdrawn. */
export interface PublicChange {
  seq: number;
  itemId: string;
  version: number;
  action: string;
  at: string;
  reasonCode: string | null;
  reason: string | null;
  record: PublicRecord | null;
}

export interface PublicFilter {
  agencyId?: string;
  unitId?: string;
  categoryId?: string;
  section?: Section;
  genre?: string;
  status?: PublicStatus;
  /** Year of publication. */
  year?: number;
  /** Withdrawn items are left out unless asked for: they have nothing to show in a list. */
  withdrawn?: boolean;
}

/** A public item by id, or null when there never was one. */
export async function publicItem(database: Queryable, itemId: string): Promise<PublicItem | null> {
  const row = await database
    .selectFrom('publication')
    .selectAll()
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row ? { ...publicRow(row), ...recordOf(row) } : null;
}

/** Public items, newest first. */
export async function listPublic(
  database: Queryable,
  filter: PublicFilter,
  page: { offset: number; limit: number; order?: 'newest' | 'oldest' | 'updated' },
): Promise<{ total: number; rows: PublicRow[] }> {
  const direction = page.order === 'oldest' ? 'asc' : 'desc';
  const [rows, count] = await Promise.all([
    filtered(database, filter)
      .selectAll()
      .orderBy(page.order === 'updated' ? 'updated_at' : 'published_on', direction)
      .orderBy('seq', direction)
      .offset(page.offset)
      .limit(page.limit)
      .execute(),
    filtered(database, filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { total: Number(count.total), rows: rows.map(publicRow) };
}

/** How many public items stand under each value of one column; for the catalogue's counts. */
export async function countPublic(
  database: Queryable,
  filter: PublicFilter,
  by: 'agency_id' | 'category_id' | 'unit_id' | 'section' | 'genre' | 'status',
): Promise<Map<string, number>> {
  const rows = await filtered(database, filter)
    .select(by)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .groupBy(by)
    .execute();
  return new Map(
    rows.map((row) => [String((row as Record<string, unknown>)[by] ?? ''), Number(row.total)] as const),
  );
}

/** Public items per year of publication, newest year first. */
export async function countPublicByYear(
  database: Queryable,
  filter: PublicFilter,
): Promise<{ year: number; total: number }[]> {
  const rows = await filtered(database, filter)
    .select((eb) => eb.fn<string>('substr', ['published_on', eb.val(1), eb.val(4)]).as('year'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute();
  return rows.map((row) => ({ year: Number(row.year), total: Number(row.total) }));
}

/** The public history of an item, oldest first. */
export async function publicHistory(database: Queryable, itemId: string): Promise<PublicChange[]> {
  const rows = await database
    .selectFrom('publication_entry')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('seq')
    .execute();
  return rows.map(publicChange);
}

/** The record text whose hash an entry holds, exactly as it was hashed; null when it was withdrawn. */
export async function recordText(database: Queryable, seq: number): Promise<string | null> {
  const row = await database
    .selectFrom('publication_entry')
    .select('record')
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.record ?? null;
}

/** Entries after a sequence number, in order: what every projection follows. */
export async function changesAfter(database: Queryable, seq: number, limit: number): Promise<PublicChange[]> {
  const rows = await database
    .selectFrom('publication_entry')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(publicChange);
}

/** A published file by its hash, if the item shows it now or in an earlier public version. */
export async function publicFile(
  database: Queryable,
  itemId: string,
  sha256: string,
): Promise<{ name: string; mediaType: string; sizeBytes: number } | null> {
  for (const change of (await publicHistory(database, itemId)).reverse()) {
    const file = change.record?.files.find((one) => one.sha256 === sha256);
    if (file) return file;
  }
  return null;
}

/** Text of a public item's files, for search; nothing for a withdrawn one. */
export async function publicFileTexts(
  database: Queryable,
  item: PublicRecord,
): Promise<{ name: string; text: string }[]> {
  if (item.files.length === 0) return [];
  const rows = await database
    .selectFrom('attachment')
    .select(['name', 'text', 'sha256'])
    .where('item_id', '=', item.item)
    .where('version', '=', item.version)
    .where('published', '=', 1)
    .orderBy('position')
    .execute();
  return rows.filter((row) => item.files.some((file) => file.sha256 === row.sha256));
}

function filtered(database: Queryable, filter: PublicFilter) {
  let query = database.selectFrom('publication');
  if (filter.agencyId) query = query.where('agency_id', '=', filter.agencyId);
  if (filter.unitId) query = query.where('unit_id', '=', filter.unitId);
  if (filter.categoryId) query = query.where('category_id', '=', filter.categoryId);
  if (filter.section) query = query.where('section', '=', filter.section);
  if (filter.genre) query = query.where('genre', '=', filter.genre);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (!filter.withdrawn) query = query.where('status', '!=', 'withdrawn');
  if (filter.year !== undefined)
    query = query
      .where('published_on', '>=', `${filter.year}-01-01`)
      .where('published_on', '<=', `${filter.year}-12-31`);
  return query;
}

function publicRow(row: PublicationTable): PublicRow {
  return {
    itemId: row.item_id,
    agencyId: row.agency_id,
    unitId: row.unit_id,
    categoryId: row.category_id,
    section: row.section as Section,
    status: row.status as PublicStatus,
    seq: row.seq,
    version: row.version,
    indexNumber: row.index_number,
    title: row.title,
    documentNumber: row.document_number,
    genre: row.genre,
    subject: row.subject,
    formedOn: row.formed_on,
    publishedOn: row.published_on,
    updatedAt: row.updated_at,
    withdrawnOn: row.withdrawn_on,
    daysToPublish: row.days_to_publish,
  };
}

function recordOf(
  row: PublicationTable,
): { record: PublicRecord; tombstone: null } | { record: null; tombstone: Tombstone } {
  const content = JSON.parse(row.record!) as PublicRecord | Tombstone;
  return content.schema === 'zhaogao/tombstone/v1'
    ? { record: null, tombstone: content }
    : { record: content, tombstone: null };
}

function publicChange(row: PublicationEntryTable): PublicChange {
  const content = row.record ? (JSON.parse(row.record) as PublicRecord | Tombstone) : null;
  return {
    seq: row.seq,
    itemId: row.item_id,
    version: row.version,
    action: row.action,
    at: row.at,
    reasonCode: row.reason_code,
    reason: row.reason,
    record: content?.schema === 'zhaogao/record/v1' ? content : null,
  };
}
