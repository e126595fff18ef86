import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { demandManagesPerson } from './manages-person.ts';
import { homeAgency, personRow } from './people-store.ts';
import { endAssignments, presentRoles } from './role-store.ts';
import { endSessionsOf } from './sessions.ts';

/**
 * Closes a person's account: no sign-in, no session, no role; posts end today. The person stays in the records.
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'PERSON_INACTIVE', 'LAST_ADMINISTRATOR'
 */
export async function deactivatePerson(services: Services, actor: Actor, personId: string): Promise<void> {
  await services.database.write(async (tx) => {
    const person = await personRow(tx, personId);
    await demandManagesPerson(tx, actor, personId);
    if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
    const at = services.clock.now();
    const agencyId = await homeAgency(tx, personId);
    await tx.updateTable('person').set({ active: 0 }).where('id', '=', personId).execute();
    const endedRoles = await endAssignments(tx, await presentRoles(tx, personId), at);
    await tx
      .updateTable('post')
      .set({ to_on: services.clock.today() })
      .where('person_id', '=', personId)
      .where('to_on', 'is', null)
      .execute();
    await tx
      .updateTable('delegation')
      .set({ revoked_at: at })
      .where((eb) => eb.or([eb('from_person', '=', personId), eb('to_person', '=', personId)]))
      .where('revoked_at', 'is', null)
      .execute();
    await endSessionsOf(tx, personId, at);
    await recordAudit(tx, actor, {
      at,
      action: 'person.deactivated',
      agencyId,
      subjectKind: 'person',
      subjectId: personId,
      detail: { endedRoles },
    });
  });
}
