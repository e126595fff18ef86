import { type Actor, recordAudit } from '../agencies/index.ts';
import { newId, type Services } from '../platform/index.ts';
import { refuseChange } from './lifecycle.ts';
import { refuse } from './refuse.ts';
import { partyOf, situationOf } from './situation.ts';
import type { Change } from './states.ts';
import { attachmentsOf, loadItem, recordStep, touchItem } from './store.ts';

/**
 * Starts a new version of a public item as a draft: an amendment (修订), a correction (更正), a repeal (废止)
 * or a reinstatement (恢复公开). It goes through the whole chain; until then the public sees what it saw.
 */
export async function startChange(
  services: Services,
  actor: Actor,
  itemId: string,
  input: { revision: number; change: Exclude<Change, 'publish'>; reason: string },
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, input.revision);
    const party = partyOf(actor, item.agency_id, item.unit_id);
    refuse(refuseChange(await situationOf(tx, item), party, input.change));
    const now = services.clock.now();
    const version = item.version + 1;
    const before = await tx
      .selectFrom('item_version')
      .selectAll()
      .where('item_id', '=', itemId)
      .where('version', '=', item.version)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('item_version')
      .values({
        ...before,
        version,
        change: input.change,
        change_reason: input.reason,
        proposals: '[]',
        authors: JSON.stringify([actor.personId]),
        created_by: actor.personId,
        created_at: now,
        updated_at: now,
      })
      .execute();
    for (const attachment of await attachmentsOf(tx, itemId, item.version))
      await tx
        .insertInto('attachment')
        .values({ ...attachment, id: newId(), version })
        .execute();
    await recordStep(tx, services, item, {
      actor,
      action: input.change,
      toState: 'draft',
      comment: input.reason,
    });
    await touchItem(tx, services, item, { version, state: 'draft' });
    await recordAudit(tx, actor, {
      at: now,
      action: 'item.change-started',
      agencyId: item.agency_id,
      subjectKind: 'item',
      subjectId: itemId,
      detail: { change: input.change, reason: input.reason, version },
    });
  });
}
