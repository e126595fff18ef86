import { type Actor, AgenciesError, demand, recordAudit } from '../agencies/index.ts';
import { htmlToText, sanitiseHtml } from '../documents/index.ts';
import { timeliness } from '../law/index.ts';
import { newId, type Queryable, type Services, type Tx } from '../platform/index.ts';
import type { Fields, Placement, Proposal } from './contract.ts';
import { InformationError } from './errors.ts';
import { refuseDiscard, refuseEdit } from './lifecycle.ts';
import { refuse } from './refuse.ts';
import { screenVersion } from './screening.ts';
import { partyOf, situationOf } from './situation.ts';
import { type ItemWithVersion, loadItem, storable, touchItem } from './store.ts';

/** What only an import or an upload knows about a draft. */
export interface DraftOrigin {
  sourceKey?: string;
  sourceUrl?: string | null;
  originallyPublishedOn?: string | null;
  proposals?: Proposal[];
  extraTexts?: { where: string; text: string }[];
}

const EMPTY_PLACEMENT: Placement = {
  unitId: null,
  categoryId: null,
  section: 'catalogue',
  attribute: 'proactive',
  ground: null,
  groundNote: null,
  reexamineOn: null,
  sensitive: false,
};

/**
 * Starts an item with its first version as a draft.
 * @returns its id
 * @throws AgenciesError 'FORBIDDEN', 'UNIT_NOT_FOUND', InformationError 'CATEGORY_NOT_FOUND'
 */
export async function createItem(
  services: Services,
  actor: Actor,
  input: { agencyId: string; fields?: Partial<Fields>; placement?: Partial<Placement> },
  origin: DraftOrigin = {},
): Promise<string> {
  const placement = { ...EMPTY_PLACEMENT, ...input.placement };
  demand(actor, 'item.write', input.agencyId, placement.unitId);
  return services.database.write((tx) => insertItem(tx, services, actor, { ...input, placement }, origin));
}

/** The same within a caller's transaction; the caller has checked the permission (import has its own). */
export async function insertItem(
  tx: Tx,
  services: Services,
  actor: Actor,
  input: { agencyId: string; fields?: Partial<Fields>; placement?: Partial<Placement> },
  origin: DraftOrigin = {},
): Promise<string> {
  const placement = { ...EMPTY_PLACEMENT, ...input.placement };
  await checkPlacement(tx, input.agencyId, placement);
  const id = newId();
  const now = services.clock.now();
  const fields = cleanFields({ title: '', bodyHtml: '', ...input.fields });
  await tx
    .insertInto('item')
    .values({
      id,
      agency_id: input.agencyId,
      ...placementRow(placement),
      state: 'draft',
      version: 1,
      public_version: null,
      public_status: null,
      index_number: null,
      scheduled_for: null,
      blocked_reason: null,
      due_on: dueOn(fields.formed_on ?? null, services.clock.today()),
      source_key: origin.sourceKey ?? null,
      source_url: origin.sourceUrl ?? null,
      originally_published_on: origin.originallyPublishedOn ?? null,
      revision: 1,
      created_by: actor.personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await tx
    .insertInto('item_version')
    .values({
      document_number: null,
      issuing_agency: null,
      formed_on: null,
      genre: null,
      subject: null,
      keywords: null,
      summary: null,
      title: '',
      body_html: '',
      body_text: '',
      ...fields,
      item_id: id,
      version: 1,
      change: 'publish',
      change_reason: null,
      extra_texts: storable(JSON.stringify(origin.extraTexts ?? [])),
      proposals: storable(JSON.stringify(origin.proposals ?? [])),
      authors: JSON.stringify([actor.personId]),
      created_by: actor.personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await recordAudit(tx, actor, {
    at: now,
    action: 'item.created',
    agencyId: input.agencyId,
    subjectKind: 'item',
    subjectId: id,
    detail: { title: fields.title ?? '' },
  });
  return id;
}

/**
 * Changes the draft. Whoever does so is an author of this version and can no longer decide on it.
 * @throws InformationError 'REVISION_CONFLICT' | 'NOT_ALLOWED' with all reasons
 */
export async function updateItem(
  services: Services,
  actor: Actor,
  itemId: string,
  input: { revision: number; fields?: Partial<Fields>; placement?: Partial<Placement> },
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, input.revision);
    refuse(refuseEdit(await situationOf(tx, item), partyOf(actor, item.agency_id, item.unit_id)));
    const placement = { ...placementOf(item), ...input.placement };
    await checkPlacement(tx, item.agency_id, placement);
    const fields = cleanFields(input.fields ?? {});
    await writeVersion(tx, services, actor, item, fields);
    const formedOn = fields.formed_on === undefined ? item.formed_on : fields.formed_on;
    await touchItem(tx, services, item, {
      ...placementRow(placement),
      due_on: dueOn(formedOn, services.clock.today()),
    });
    // The writer sees what the reviewer will: findings stand beside the draft from the first save.
    await screenVersion(tx, await loadItem(tx, itemId), services.clock.today());
  });
}

/** Writes on the working version and counts the writer among its authors. */
export async function writeVersion(
  tx: Tx,
  services: Services,
  actor: Actor,
  item: ItemWithVersion,
  changes: Record<string, string | null>,
): Promise<void> {
  const authors = new Set(JSON.parse(item.authors) as string[]).add(actor.personId);
  await tx
    .updateTable('item_version')
    .set({ ...changes, authors: JSON.stringify([...authors]), updated_at: services.clock.now() })
    .where('item_id', '=', item.id)
    .where('version', '=', item.version)
    .execute();
}

/**
 * Throws away a draft that never became public: the whole item, or only the change on top of a public one.
 * The audit trail keeps that there was one.
 */
export async function discardDraft(
  services: Services,
  actor: Actor,
  itemId: string,
  revision: number,
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, revision);
    refuse(refuseDiscard(await situationOf(tx, item), partyOf(actor, item.agency_id, item.unit_id)));
    const gone = item.public_version === null;
    for (const table of ['attachment', 'item_finding', 'finding_override', 'item_comment'] as const)
      await tx.deleteFrom(table).where('item_id', '=', itemId).where('version', '=', item.version).execute();
    if (gone) await tx.deleteFrom('review_step').where('item_id', '=', itemId).execute();
    else
      await touchItem(tx, services, item, {
        version: item.version - 1,
        state: 'published',
        scheduled_for: null,
        blocked_reason: null,
      });
    await tx
      .deleteFrom('item_version')
      .where('item_id', '=', itemId)
      .where('version', '=', item.version)
      .execute();
    if (gone) {
      await tx.deleteFrom('item_version').where('item_id', '=', itemId).execute();
      await tx.deleteFrom('item').where('id', '=', itemId).execute();
    }
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'item.discarded',
      agencyId: item.agency_id,
      subjectKind: 'item',
      subjectId: itemId,
      detail: { title: item.title, version: item.version },
    });
  });
}

/** Last day for publication, for lists and lights; null where no limit applies. */
function dueOn(formedOn: string | null, today: string): string | null {
  return formedOn ? timeliness({ formedOn, today }).dueOn : null;
}

/** Fields as they are stored: HTML sanitised, its text derived, nothing a database refuses. */
function cleanFields(fields: Partial<Fields>): Record<string, string | null> {
  const row: Record<string, string | null> = {};
  const put = (column: string, value: string | null | undefined) => {
    if (value !== undefined) row[column] = value === null || value === '' ? null : storable(value);
  };
  put('document_number', fields.documentNumber);
  put('issuing_agency', fields.issuingAgency);
  put('formed_on', fields.formedOn);
  put('genre', fields.genre);
  put('subject', fields.subject);
  put('keywords', fields.keywords);
  put('summary', fields.summary);
  if (fields.title !== undefined) row.title = storable(fields.title);
  if (fields.bodyHtml !== undefined) {
    row.body_html = storable(sanitiseHtml(fields.bodyHtml));
    row.body_text = storable(htmlToText(row.body_html));
  }
  return row;
}

export function placementOf(item: ItemWithVersion): Placement {
  return {
    unitId: item.unit_id,
    categoryId: item.category_id,
    section: item.section as Placement['section'],
    attribute: item.attribute as Placement['attribute'],
    ground: item.ground,
    groundNote: item.ground_note,
    reexamineOn: item.reexamine_on,
    sensitive: item.sensitive === 1,
  };
}

function placementRow(placement: Placement) {
  return {
    unit_id: placement.unitId,
    category_id: placement.categoryId,
    section: placement.section,
    attribute: placement.attribute,
    ground: placement.ground,
    ground_note: placement.groundNote,
    reexamine_on: placement.reexamineOn,
    sensitive: placement.sensitive ? 1 : 0,
  };
}

async function checkPlacement(database: Queryable, agencyId: string, placement: Placement): Promise<void> {
  const own = async (table: 'unit' | 'category', id: string) =>
    database
      .selectFrom(table)
      .select('id')
      .where('id', '=', id)
      .where('agency_id', '=', agencyId)
      .executeTakeFirst();
  if (placement.unitId && !(await own('unit', placement.unitId))) throw new AgenciesError('UNIT_NOT_FOUND');
  if (placement.categoryId && !(await own('category', placement.categoryId)))
    throw new InformationError('CATEGORY_NOT_FOUND');
}
