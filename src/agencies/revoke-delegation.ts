import type { Services } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';

/**
 * Ends a delegation at once: by who gave it, who received it, or who manages delegations in the agency.
 * @throws AgenciesError 'FORBIDDEN', 'DELEGATION_NOT_FOUND' (unknown or revoked)
 */
export async function revokeDelegation(
  services: Services,
  actor: Actor,
  delegationId: string,
): Promise<void> {
  await services.database.write(async (tx) => {
    const delegation = await tx
      .selectFrom('delegation')
      .selectAll()
      .where('id', '=', delegationId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!delegation) throw new AgenciesError('DELEGATION_NOT_FOUND');
    if (actor.personId !== delegation.from_person && actor.personId !== delegation.to_person)
      demand(actor, 'delegation.manage', delegation.agency_id);
    const at = services.clock.now();
    await tx.updateTable('delegation').set({ revoked_at: at }).where('id', '=', delegationId).execute();
    await recordAudit(tx, actor, {
      at,
      action: 'delegation.revoked',
      agencyId: delegation.agency_id,
      subjectKind: 'delegation',
      subjectId: delegationId,
      detail: { from: delegation.from_person, to: delegation.to_person, role: delegation.role },
    });
  });
}
