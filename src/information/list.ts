import { type Actor, agenciesWhere } from '../agencies/index.ts';
import { addWorkingDays, DUE_SOON_DAYS } from '../law/index.ts';
import { legalInstant, type Queryable, type Services } from '../platform/index.ts';
import type { ItemList, ItemListQuery, ItemRow } from './contract.ts';
import { timelinessView } from './timeliness-view.ts';

/** Items the person may read, filtered, sorted and paged. */
export async function listItems(services: Services, actor: Actor, query: ItemListQuery): Promise<ItemList> {
  const agencies = agenciesWhere(actor, 'item.read').filter((id) => !query.agency || id === query.agency);
  if (agencies.length === 0) return { total: 0, items: [] };
  const today = services.clock.today();
  const base = filteredItems(services.database.read, agencies, query, today);
  const count = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const column = SORT_COLUMNS[query.sort];
  const ids = await base
    .select('i.id')
    .orderBy(column, query.order)
    .orderBy('i.id', query.order)
    .offset((query.page - 1) * query.pageSize)
    .limit(query.pageSize)
    .execute();
  return {
    total: Number(count.total),
    items: await rowsById(
      services,
      ids.map(({ id }) => id),
    ),
  };
}

const SORT_COLUMNS = {
  updated: 'i.updated_at',
  formed: 'v.formed_on',
  published: 'p.published_on',
  title: 'v.title',
  due: 'i.due_on',
} as const;

/** Items joined with their working version and their public row. */
export function joinedItems(database: Queryable) {
  return database
    .selectFrom('item as i')
    .innerJoin('item_version as v', (join) =>
      join.onRef('v.item_id', '=', 'i.id').onRef('v.version', '=', 'i.version'),
    )
    .leftJoin('publication as p', 'p.item_id', 'i.id');
}

function filteredItems(database: Queryable, agencies: string[], query: ItemListQuery, today: string) {
  let items = joinedItems(database).where('i.agency_id', 'in', agencies);
  if (query.unit)
    items =
      query.unit === NONE ? items.where('i.unit_id', 'is', null) : items.where('i.unit_id', '=', query.unit);
  if (query.category)
    items =
      query.category === NONE
        ? items.where('i.category_id', 'is', null)
        : items.where('i.category_id', '=', query.category);
  if (query.section) items = items.where('i.section', '=', query.section);
  if (query.state) items = items.where('i.state', '=', query.state);
  if (query.attribute) items = items.where('i.attribute', '=', query.attribute);
  if (query.publicStatus) items = items.where('i.public_status', '=', query.publicStatus);
  if (query.publishedYear !== undefined)
    items = countedInYear(items, query.publishedYear, query.publishedMonth);
  if (query.logged) items = loggedInYear(items, query.logged, query.loggedYear);
  if (query.timeliness === 'in-time') items = items.whereRef('p.published_on', '<=', 'i.due_on');
  if (query.timeliness === 'late') items = items.whereRef('p.published_on', '>', 'i.due_on');
  if (query.timeliness === 'overdue' || query.timeliness === 'due-soon')
    items = items.where('p.item_id', 'is', null).where('i.attribute', '=', 'proactive');
  if (query.timeliness === 'overdue') items = items.where('i.due_on', '<', today);
  if (query.timeliness === 'due-soon')
    items = items
      .where('i.due_on', '>=', today)
      .where('i.due_on', '<=', addWorkingDays(today, DUE_SOON_DAYS).date);
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    items = items.where((eb) =>
      eb.or([
        eb('v.title', 'like', like),
        eb('v.document_number', 'like', like),
        eb('i.index_number', 'like', like),
      ]),
    );
  }
  return items;
}

type Items = ReturnType<typeof joinedItems>;

/** Asks for the items that name no unit or category. */
export const NONE = 'none';

/**
 * What a year's figures count: first public in the year (or its month) and not withdrawn by the year's end, so
 * that the figure of a closed year never changes.
 */
export function countedInYear(items: Items, year: number, month?: number): Items {
  const prefix = month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  return items
    .where('p.published_on', '>=', `${prefix}${month === undefined ? '-01' : ''}-01`)
    .where('p.published_on', '<=', `${prefix}${month === undefined ? '-12' : ''}-31`)
    .where((eb) => eb.or([eb('p.withdrawn_on', 'is', null), eb('p.withdrawn_on', '>', `${year}-12-31`)]));
}

/** Items with an entry of one kind in the log, made in one year (Asia/Shanghai) or ever. */
export function loggedInYear(items: Items, action: string, year?: number): Items {
  return items.where('i.id', 'in', (eb) => {
    const entries = eb.selectFrom('publication_entry').select('item_id').where('action', '=', action);
    return year === undefined
      ? entries
      : entries
          .where('at', '>=', legalInstant(`${year}-01-01`))
          .where('at', '<', legalInstant(`${year + 1}-01-01`));
  });
}

/** Rows as lists show them, in the order of the ids. */
export async function rowsById(services: Services, ids: readonly string[]): Promise<ItemRow[]> {
  if (ids.length === 0) return [];
  const rows = await joinedItems(services.database.read)
    .innerJoin('agency as a', 'a.id', 'i.agency_id')
    .leftJoin('unit as u', 'u.id', 'i.unit_id')
    .leftJoin('category as c', 'c.id', 'i.category_id')
    .leftJoin('person as w', 'w.id', 'i.created_by')
    .selectAll('i')
    .select([
      'v.title',
      'v.change',
      'v.document_number',
      'v.formed_on',
      'p.published_on',
      'a.name as agencyName',
      'u.name as unitName',
      'c.name as categoryName',
      'w.name as createdByName',
    ])
    .where('i.id', 'in', [...ids])
    .execute();
  const open = await openCriticals(services.database.read, ids);
  const today = services.clock.today();
  const byId = new Map(
    rows.map((row): [string, ItemRow] => [
      row.id,
      {
        id: row.id,
        agencyId: row.agency_id,
        agencyName: row.agencyName,
        unitId: row.unit_id,
        unitName: row.unitName,
        categoryId: row.category_id,
        categoryName: row.categoryName,
        section: row.section as ItemRow['section'],
        attribute: row.attribute as ItemRow['attribute'],
        state: row.state as ItemRow['state'],
        publicStatus: row.public_status as ItemRow['publicStatus'],
        change: row.change as ItemRow['change'],
        title: row.title,
        documentNumber: row.document_number,
        indexNumber: row.index_number,
        formedOn: row.formed_on,
        publishedOn: row.published_on,
        scheduledFor: row.scheduled_for,
        reexamineOn: row.reexamine_on,
        blockedReason: row.blocked_reason,
        sensitive: row.sensitive === 1,
        revision: row.revision,
        version: row.version,
        createdByName: row.createdByName ?? '',
        updatedAt: row.updated_at,
        timeliness: light(row.formed_on, row.published_on, row.attribute, today),
        criticalFindings: open.get(row.id) ?? 0,
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The light in lists; what is not to be published proactively has no limit to miss. */
function light(
  formedOn: string | null,
  publishedOn: string | null,
  attribute: string,
  today: string,
): ItemRow['timeliness'] {
  const full = timelinessView(attribute === 'proactive' ? formedOn : null, publishedOn, today, 'zh');
  return {
    dueOn: full.dueOn,
    status: full.status,
    elapsedWorkingDays: full.elapsedWorkingDays,
    provisional: full.provisional,
  };
}

async function openCriticals(database: Queryable, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('item_finding as f')
    .innerJoin('item as i', (join) =>
      join.onRef('i.id', '=', 'f.item_id').onRef('i.version', '=', 'f.version'),
    )
    .leftJoin('finding_override as o', (join) =>
      join
        .onRef('o.item_id', '=', 'f.item_id')
        .onRef('o.version', '=', 'f.version')
        .onRef('o.key', '=', 'f.key'),
    )
    .select('f.item_id')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('f.item_id', 'in', [...ids])
    .where('f.severity', '=', 'critical')
    .where('o.key', 'is', null)
    .groupBy('f.item_id')
    .execute();
  return new Map(rows.map((row) => [row.item_id, Number(row.open)] as const));
}
