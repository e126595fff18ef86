import { type Actor, demand } from '../../agencies/index.ts';
import type { Tx } from '../../platform/index.ts';
import { insertAttachment } from '../attach.ts';
import { insertItem } from '../draft.ts';
import { incomplete } from '../lifecycle.ts';
import { enterLog } from '../publish.ts';
import { screenVersion } from '../screening.ts';
import type { InformationServices } from '../services.ts';
import { situationOf } from '../situation.ts';
import { loadItem, storable } from '../store.ts';
import type { ImportNote } from './errors.ts';
import type { Incoming } from './incoming.ts';
import { holdJob, settle } from './job-store.ts';
import { placeOf } from './place.ts';
import type { ImportJobTable } from './schema.ts';

/** What became of one source. */
export interface Outcome {
  status: 'done' | 'duplicate';
  itemId: string;
  published: boolean;
  notes: ImportNote[];
}

/**
 * Makes one incoming source an item, and writes so in the job, in one transaction: after a crash either both
 * are there or neither. A source that is in already gives its item's id and changes nothing.
 * @throws IntakeError 'IMPORT_TAKEN_OVER'
 */
export async function takeIn(
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  runner: string,
  path: string,
  incoming: Incoming,
): Promise<Outcome> {
  return services.database.write(async (tx) => {
    await holdJob(tx, job.id, runner, services.clock.now());
    const known = await tx
      .selectFrom('item')
      .select('id')
      .where('agency_id', '=', job.agency_id)
      .where('source_key', '=', incoming.sourceKey)
      .executeTakeFirst();
    const outcome: Outcome = known
      ? { status: 'duplicate', itemId: known.id, published: false, notes: [] }
      : await insert(tx, services, actor, job, incoming);
    await settle(tx, job.id, path, outcome);
    return outcome;
  });
}

async function insert(
  tx: Tx,
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  incoming: Incoming,
): Promise<Outcome> {
  const { unitId, categoryId, notes } = await placeOf(tx, services, actor, job, incoming);
  const dates = datesOf(incoming, services.clock.today(), job.publish === 1);
  const { attribute, sourceKey, proposals, extraTexts } = incoming;
  // A row may name a unit that is not this person's.
  demand(actor, 'item.import', job.agency_id, unitId);
  const sourceUrl = incoming.sourceUrl && storable(incoming.sourceUrl);
  const groundNote = incoming.groundNote && storable(incoming.groundNote);
  const itemId = await insertItem(
    tx,
    services,
    actor,
    {
      agencyId: job.agency_id,
      fields: { ...incoming.fields, formedOn: dates.formedOn },
      placement: { unitId, categoryId, attribute, groundNote },
    },
    { sourceKey, sourceUrl, originallyPublishedOn: dates.publishedOn, proposals, extraTexts },
  );
  for (const { file, published } of incoming.attachments) {
    const id = await insertAttachment(tx, { id: itemId, version: 1 }, file);
    if (!published) await tx.updateTable('attachment').set({ published: 0 }).where('id', '=', id).execute();
  }
  const all = [...incoming.notes, ...notes, ...dates.notes];
  const reasons = job.publish === 1 ? await publish(tx, services, actor, itemId, incoming) : null;
  if (reasons?.length) all.unshift({ code: 'LEFT_AS_DRAFT', details: { reasons } });
  return { status: 'done', itemId, published: reasons?.length === 0, notes: all };
}

/**
 * Takes what is public elsewhere to the log: through screening all the same, and only when a catalogue entry has
 * what it needs. The date formed may be missing: old pages often do not give it, and none is made up.
 * @returns the reasons why it stays a draft; none: it is public
 */
async function publish(
  tx: Tx,
  services: InformationServices,
  actor: Actor,
  itemId: string,
  incoming: Incoming,
): Promise<string[]> {
  const today = services.clock.today();
  const item = await loadItem(tx, itemId);
  await screenVersion(tx, item, today);
  const situation = await situationOf(tx, item);
  const reasons = [
    ...incomplete(situation, today).filter((reason) => reason !== 'FORMED_ON_MISSING'),
    ...(situation.attribute === 'proactive' ? [] : ['NOT_PROACTIVE']),
    ...(situation.openCriticalFindings > 0 ? ['CRITICAL_FINDINGS'] : []),
    ...incoming.draftReasons,
  ];
  if (reasons.length === 0) await enterLog(tx, services, actor, item);
  return reasons;
}

/** Dates that can be true; a date in the future was misread or mistyped. */
function datesOf(incoming: Incoming, today: string, publish: boolean) {
  const notes: ImportNote[] = [];
  const past = (date: string | null, code: 'FORMED_ON_IN_FUTURE' | 'PUBLISHED_ON_IN_FUTURE') => {
    if (date === null || date <= today) return date;
    notes.push({ code, details: { date } });
    return null;
  };
  const formedOn = past(incoming.fields.formedOn, 'FORMED_ON_IN_FUTURE');
  const publishedOn = past(incoming.publishedOn, 'PUBLISHED_ON_IN_FUTURE');
  if (formedOn === null && notes.length === 0) notes.push({ code: 'FORMED_ON_MISSING' });
  if (publish && publishedOn === null) notes.push({ code: 'PUBLISHED_ON_MISSING' });
  return { formedOn, publishedOn, notes };
}
