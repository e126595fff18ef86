import type { Services } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { endAssignments } from './role-store.ts';

/**
 * Ends a role at once; requests already signed in with it are refused from the next one on.
 * @throws AgenciesError 'FORBIDDEN', 'ROLE_NOT_FOUND' (unknown or ended), 'LAST_ADMINISTRATOR'
 */
export async function endRole(services: Services, actor: Actor, assignmentId: string): Promise<void> {
  await services.database.write(async (tx) => {
    const assignment = await tx
      .selectFrom('role_assignment')
      .selectAll()
      .where('id', '=', assignmentId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!assignment) throw new AgenciesError('ROLE_NOT_FOUND');
    demand(actor, 'people.manage', assignment.agency_id);
    const at = services.clock.now();
    await endAssignments(tx, [assignment], at);
    await recordAudit(tx, actor, {
      at,
      action: 'role.ended',
      agencyId: assignment.agency_id,
      subjectKind: 'person',
      subjectId: assignment.person_id,
      detail: { role: assignment.role, unitId: assignment.unit_id },
    });
  });
}
