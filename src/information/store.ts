import type { Queryable, Services } from '../platform/index.ts';
import { InformationError } from './errors.ts';
import type { AttachmentTable, ItemTable, ItemVersionTable } from './schema.ts';

/** An item with its working version. */
export type ItemWithVersion = ItemTable &
  Omit<ItemVersionTable, 'item_id' | 'created_by' | 'created_at' | 'updated_at'>;

/**
 * @param revision the revision the caller has seen; left out: whatever it is now
 * @throws InformationError 'ITEM_NOT_FOUND' | 'REVISION_CONFLICT' with who acted last
 */
export async function loadItem(
  database: Queryable,
  itemId: string,
  revision?: number,
): Promise<ItemWithVersion> {
  const item = await database
    .selectFrom('item')
    .innerJoin('item_version as v', (join) =>
      join.onRef('v.item_id', '=', 'item.id').onRef('v.version', '=', 'item.version'),
    )
    .selectAll('item')
    .select([
      'v.change',
      'v.change_reason',
      'v.title',
      'v.document_number',
      'v.issuing_agency',
      'v.formed_on',
      'v.genre',
      'v.subject',
      'v.keywords',
      'v.summary',
      'v.body_html',
      'v.body_text',
      'v.extra_texts',
      'v.proposals',
      'v.authors',
    ])
    .where('item.id', '=', itemId)
    .executeTakeFirst();
  if (!item) throw new InformationError('ITEM_NOT_FOUND');
  if (revision !== undefined && revision !== item.revision) throw await conflict(database, item);
  return item;
}

async function conflict(database: Queryable, item: ItemTable): Promise<InformationError> {
  const last = await database
    .selectFrom('review_step')
    .select(['person_name', 'action', 'to_state'])
    .where('item_id', '=', item.id)
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new InformationError('REVISION_CONFLICT', {
    personName: last?.person_name ?? '',
    action: last?.action ?? 'edit',
    state: item.state,
    revision: item.revision,
  });
}

/** Changes an item's row; every change counts its revision up, so that a second person is told. */
export async function touchItem(
  tx: Queryable,
  services: Services,
  item: ItemWithVersion,
  changes: Partial<Omit<ItemTable, 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .updateTable('item')
    .set({ ...changes, revision: item.revision + 1, updated_at: services.clock.now() })
    .where('id', '=', item.id)
    .execute();
}

export async function attachmentsOf(
  database: Queryable,
  itemId: string,
  version: number,
): Promise<AttachmentTable[]> {
  return database
    .selectFrom('attachment')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
}

/** How many critical findings of a version nobody with the right has answered for yet. */
export async function criticalOpen(database: Queryable, itemId: string, version: number): Promise<number> {
  const row = await database
    .selectFrom('item_finding as f')
    .leftJoin('finding_override as o', (join) =>
      join
        .onRef('o.item_id', '=', 'f.item_id')
        .onRef('o.version', '=', 'f.version')
        .onRef('o.key', '=', 'f.key'),
    )
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('f.item_id', '=', itemId)
    .where('f.version', '=', version)
    .where('f.severity', '=', 'critical')
    .where('o.key', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.open);
}

/** Appends to the item's history of decisions. */
export async function recordStep(
  tx: Queryable,
  services: Services,
  item: ItemWithVersion,
  step: {
    actor: { personId: string; name: string };
    onBehalfOf?: string | null;
    action: string;
    toState: string;
    comment?: string | null;
  },
): Promise<void> {
  const last = await tx
    .selectFrom('review_step')
    .select((eb) => eb.fn.max('step').as('step'))
    .where('item_id', '=', item.id)
    .executeTakeFirst();
  await tx
    .insertInto('review_step')
    .values({
      item_id: item.id,
      step: (last?.step ?? 0) + 1,
      version: item.version,
      from_state: item.state,
      to_state: step.toState,
      action: step.action,
      person_id: step.actor.personId,
      person_name: step.actor.name,
      on_behalf_of: step.onBehalfOf ?? null,
      at: services.clock.now(),
      comment: step.comment ?? null,
    })
    .execute();
}

/** Text as both databases take it: PostgreSQL refuses NUL. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
