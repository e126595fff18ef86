import { type Actor, demand, recordAudit } from '../agencies/index.ts';
import { newId, type Services } from '../platform/index.ts';
import { InformationError } from './errors.ts';
import { refuseOverride } from './lifecycle.ts';
import { refuse } from './refuse.ts';
import { partyOf, situationOf } from './situation.ts';
import { loadItem, storable, touchItem } from './store.ts';

/** Adds a comment to the working version; whoever may read the item may comment on it. */
export async function addComment(
  services: Services,
  actor: Actor,
  itemId: string,
  text: string,
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId);
    demand(actor, 'item.read', item.agency_id);
    await tx
      .insertInto('item_comment')
      .values({
        id: newId(),
        item_id: itemId,
        version: item.version,
        person_id: actor.personId,
        person_name: actor.name,
        at: services.clock.now(),
        text: storable(text),
      })
      .execute();
  });
}

/**
 * A secrecy reviewer answers for a finding: it no longer blocks, and the reason is on record with the
 * person's name (《条例》第十七条).
 * @throws InformationError 'FINDING_NOT_FOUND' | 'NOT_ALLOWED' | 'REVISION_CONFLICT'
 */
export async function overrideFinding(
  services: Services,
  actor: Actor,
  itemId: string,
  key: string,
  input: { revision: number; reason: string },
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await loadItem(tx, itemId, input.revision);
    refuse(refuseOverride(await situationOf(tx, item), partyOf(actor, item.agency_id, item.unit_id)));
    const finding = await tx
      .selectFrom('item_finding')
      .selectAll()
      .where('item_id', '=', itemId)
      .where('version', '=', item.version)
      .where('key', '=', key)
      .executeTakeFirst();
    if (!finding) throw new InformationError('FINDING_NOT_FOUND');
    const answer = {
      detector: finding.detector,
      excerpt: finding.excerpt,
      reason: storable(input.reason),
      person_id: actor.personId,
      person_name: actor.name,
      at: services.clock.now(),
    };
    await tx
      .insertInto('finding_override')
      .values({ item_id: itemId, version: item.version, key, ...answer })
      .onConflict((conflict) => conflict.columns(['item_id', 'version', 'key']).doUpdateSet(answer))
      .execute();
    await touchItem(tx, services, item, {});
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'finding.overridden',
      agencyId: item.agency_id,
      subjectKind: 'item',
      subjectId: itemId,
      detail: { key, detector: finding.detector, excerpt: finding.excerpt, reason: input.reason },
    });
  });
}
