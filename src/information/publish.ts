import { type Actor, recordAudit, systemActor } from '../agencies/index.ts';
import { timeliness, workingDaysBetween } from '../law/index.ts';
import { type Action, appendEntries, canonicalJson } from '../ledger/index.ts';
import { legalDate, newSecret, type Services, sha256, type Tx } from '../platform/index.ts';
import { refusePublish, refuseUnschedule, refuseWithdraw } from './lifecycle.ts';
import type { PublicRecord, RecordFile, Tombstone } from './record.ts';
import { refuse } from './refuse.ts';
import { screenVersion } from './screening.ts';
import type { InformationServices } from './services.ts';
import { allocateIndexNumber } from './settings.ts';
import { partyOf, situationOf } from './situation.ts';
import type { Change, PublicStatus, Section, State, WithdrawalReason } from './states.ts';
import {
  attachmentsOf,
  criticalOpen,
  type ItemWithVersion,
  loadItem,
  recordStep,
  touchItem,
} from './store.ts';

/**
 * Publishes an approved version now, or at an instant.
 * @param at 'now' or a UTC instant in the future
 * @throws InformationError 'NOT_ALLOWED' with all reasons, new critical findings among them
 */
export async function publishItem(
  services: InformationServices,
  actor: Actor,
  itemId: string,
  input: { revision: number; at: string },
): Promise<State> {
  return services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, input.revision);
    return input.at === 'now'
      ? publishWithin(tx, services, actor, item)
      : scheduleWithin(tx, services, actor, item, input.at);
  });
}

/** Takes an item off the schedule; it stays approved. */
export async function unscheduleItem(
  services: Services,
  actor: Actor,
  itemId: string,
  revision: number,
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, revision);
    const situation = await situationOf(tx, item);
    const party = partyOf(actor, item.agency_id, item.unit_id);
    refuse(refuseUnschedule(situation, party));
    await step(tx, services, actor, item, 'unschedule', 'approved');
    await touchItem(tx, services, item, { state: 'approved', scheduled_for: null });
  });
}

export async function scheduleWithin(
  tx: Tx,
  services: Services,
  actor: Actor,
  item: ItemWithVersion,
  at: string,
): Promise<State> {
  const situation = await situationOf(tx, item);
  const reasons = refusePublish(situation, partyOf(actor, item.agency_id, item.unit_id));
  refuse(at <= services.clock.now() ? [...reasons, 'TIME_IN_PAST'] : reasons);
  await step(tx, services, actor, item, 'schedule', 'scheduled', at);
  await touchItem(tx, services, item, {
    state: 'scheduled',
    scheduled_for: new Date(at).toISOString(),
    blocked_reason: null,
  });
  return 'scheduled';
}

export async function publishWithin(
  tx: Tx,
  services: InformationServices,
  actor: Actor,
  item: ItemWithVersion,
): Promise<State> {
  await screenVersion(tx, item, services.clock.today());
  const situation = await situationOf(tx, item);
  refuse(refusePublish(situation, partyOf(actor, item.agency_id, item.unit_id)));
  await enterLog(tx, services, actor, item);
  return 'published';
}

/**
 * The one place where something becomes public: number, record, log entry, public row and state, in the
 * caller's transaction. The caller has checked that it may.
 */
export async function enterLog(
  tx: Tx,
  services: InformationServices,
  actor: Actor,
  item: ItemWithVersion,
): Promise<void> {
  const at = services.clock.now();
  const record = await buildRecord(tx, item, at);
  const text = canonicalJson(record);
  const action = item.change as Action;
  const seq = await appendOne(tx, services, record, action, sha256(text), at);
  await tx
    .insertInto('publication_entry')
    .values({
      seq,
      item_id: item.id,
      agency_id: item.agency_id,
      version: item.version,
      action,
      at,
      reason_code: null,
      reason: item.change_reason,
      record: text,
    })
    .execute();
  await writePublication(tx, item, record, seq, text, at);
  await step(tx, services, actor, item, 'publish', 'published');
  await touchItem(tx, services, item, {
    state: 'published',
    public_version: item.version,
    public_status: record.status,
    index_number: record.indexNumber,
    scheduled_for: null,
    blocked_reason: null,
  });
  await recordAudit(tx, actor, {
    at,
    action: 'item.published',
    agencyId: item.agency_id,
    subjectKind: 'item',
    subjectId: item.id,
    detail: { change: item.change, version: item.version, seq, indexNumber: record.indexNumber },
  });
}

async function appendOne(
  tx: Tx,
  services: InformationServices,
  subject: {
    item: string;
    version: number;
    agency: { code: string };
    indexNumber: string;
    files?: RecordFile[];
  },
  action: Action,
  recordHash: string,
  at: string,
): Promise<number> {
  const [appended] = await appendEntries(tx, services.logKey, [
    {
      action,
      agency: subject.agency.code,
      at,
      files: (subject.files ?? []).map((file) => file.sha256),
      index: subject.indexNumber,
      item: subject.item,
      record: recordHash,
      version: subject.version,
    },
  ]);
  return appended!.seq;
}

async function buildRecord(tx: Tx, item: ItemWithVersion, at: string): Promise<PublicRecord> {
  const agency = await tx
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('id', '=', item.agency_id)
    .executeTakeFirstOrThrow();
  const unit = item.unit_id
    ? await tx.selectFrom('unit').select('name').where('id', '=', item.unit_id).executeTakeFirst()
    : undefined;
  const category = item.category_id
    ? await tx
        .selectFrom('category')
        .select(['code', 'name', 'index_class'])
        .where('id', '=', item.category_id)
        .executeTakeFirst()
    : undefined;
  const indexNumber =
    item.index_number ?? (await allocateIndexNumber(tx, item.agency_id, category?.index_class ?? '0000', at));
  const before = await tx
    .selectFrom('publication')
    .select('published_on')
    .where('item_id', '=', item.id)
    .executeTakeFirst();
  const attachments = await attachmentsOf(tx, item.id, item.version);
  return {
    schema: 'zhaogao/record/v1',
    nonce: newSecret(),
    item: item.id,
    version: item.version,
    change: item.change as Change,
    changeReason: item.change_reason ?? '',
    agency,
    unit: unit?.name ?? '',
    section: item.section as Section,
    category: { code: category?.code ?? '', name: category?.name ?? '' },
    status: item.change === 'repeal' ? 'repealed' : 'in-force',
    indexNumber,
    title: item.title,
    documentNumber: item.document_number ?? '',
    issuingAgency: item.issuing_agency ?? '',
    genre: item.genre ?? '',
    subject: item.subject ?? '',
    keywords: item.keywords ?? '',
    summary: item.summary ?? '',
    formedOn: item.formed_on ?? '',
    publishedOn: before?.published_on ?? item.originally_published_on ?? legalDate(at),
    bodyHtml: item.body_html,
    files: attachments
      .filter((one) => one.published === 1)
      .map((one) => ({
        name: one.name,
        mediaType: one.media_type,
        sizeBytes: one.size_bytes,
        sha256: one.sha256,
      })),
  };
}

async function writePublication(
  tx: Tx,
  item: ItemWithVersion,
  record: PublicRecord,
  seq: number,
  text: string,
  at: string,
): Promise<void> {
  const row = {
    agency_id: item.agency_id,
    unit_id: item.unit_id,
    category_id: item.category_id,
    section: record.section,
    status: record.status satisfies PublicStatus,
    seq,
    version: record.version,
    index_number: record.indexNumber,
    title: record.title,
    document_number: item.document_number,
    genre: item.genre,
    subject: item.subject,
    formed_on: item.formed_on,
    published_on: record.publishedOn,
    updated_at: at,
    withdrawn_on: null,
    days_to_publish: daysToPublish(item.formed_on, record.publishedOn),
    record: text,
  };
  await tx
    .insertInto('publication')
    .values({ item_id: item.id, ...row })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute();
}

/** Working days formed → published (第二十六条); null without a date or before the Regulations. */
function daysToPublish(formedOn: string | null, publishedOn: string): number | null {
  if (!formedOn || timeliness({ formedOn, publishedOn, today: publishedOn }).statute === null) return null;
  return Math.max(0, workingDaysBetween(formedOn, publishedOn).days);
}

/**
 * Withdraws (撤回) a public item at once. Its content leaves every public place in this transaction: the
 * records of all its entries are emptied; the entries, with their hashes, stay.
 * @param input.reason shown to the public: it must not repeat what is withdrawn
 */
export async function withdrawItem(
  services: InformationServices,
  actor: Actor,
  itemId: string,
  input: { revision: number; reasonCode: WithdrawalReason; reason: string },
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, input.revision);
    refuse(refuseWithdraw(await situationOf(tx, item), partyOf(actor, item.agency_id, item.unit_id)));
    const at = services.clock.now();
    const tombstone = await buildTombstone(tx, item, input);
    const text = canonicalJson(tombstone);
    const seq = await appendOne(tx, services, tombstone, 'withdraw', sha256(text), at);
    await tx.updateTable('publication_entry').set({ record: null }).where('item_id', '=', itemId).execute();
    await tx
      .insertInto('publication_entry')
      .values({
        seq,
        item_id: itemId,
        agency_id: item.agency_id,
        version: tombstone.version,
        action: 'withdraw',
        at,
        reason_code: input.reasonCode,
        reason: input.reason,
        record: text,
      })
      .execute();
    await tx
      .updateTable('publication')
      .set({
        status: 'withdrawn',
        seq,
        updated_at: at,
        withdrawn_on: legalDate(at),
        title: '',
        document_number: null,
        genre: null,
        subject: null,
        record: text,
      })
      .where('item_id', '=', itemId)
      .execute();
    await step(tx, services, actor, item, 'withdraw', item.state, input.reason);
    await touchItem(tx, services, item, { public_status: 'withdrawn' });
    await recordAudit(tx, actor, {
      at,
      action: 'item.withdrawn',
      agencyId: item.agency_id,
      subjectKind: 'item',
      subjectId: itemId,
      detail: { reasonCode: input.reasonCode, reason: input.reason, seq },
    });
  });
}

async function buildTombstone(
  tx: Tx,
  item: ItemWithVersion,
  input: { reasonCode: string; reason: string },
): Promise<Tombstone> {
  const agency = await tx
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('id', '=', item.agency_id)
    .executeTakeFirstOrThrow();
  return {
    schema: 'zhaogao/tombstone/v1',
    nonce: newSecret(),
    item: item.id,
    version: item.public_version!,
    agency,
    indexNumber: item.index_number!,
    reasonCode: input.reasonCode,
    reason: input.reason,
  };
}

/**
 * Publishes what is scheduled and due, one transaction an item. What new findings stop goes back to
 * approved with the reason, for the officer's queue.
 * @returns how many became public
 */
export async function publishDue(services: InformationServices): Promise<number> {
  const due = await services.database.read
    .selectFrom('item')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('scheduled_for', '<=', services.clock.now())
    .orderBy('scheduled_for')
    .execute();
  let published = 0;
  for (const { id } of due) if (await publishScheduled(services, id)) published++;
  return published;
}

async function publishScheduled(services: InformationServices, itemId: string): Promise<boolean> {
  return services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId);
    if (item.state !== 'scheduled' || item.scheduled_for! > services.clock.now()) return false;
    const actor = await systemActor(tx);
    await screenVersion(tx, item, services.clock.today());
    if ((await criticalOpen(tx, itemId, item.version)) > 0) {
      await step(tx, services, actor, item, 'block', 'approved', 'CRITICAL_FINDINGS');
      await touchItem(tx, services, item, {
        state: 'approved',
        scheduled_for: null,
        blocked_reason: 'CRITICAL_FINDINGS',
      });
      return false;
    }
    await enterLog(tx, services, actor, item);
    return true;
  });
}

async function step(
  tx: Tx,
  services: Services,
  actor: Actor,
  item: ItemWithVersion,
  action: string,
  toState: string,
  comment: string | null = null,
): Promise<void> {
  await recordStep(tx, services, item, { actor, action, toState, comment });
}
