import type { Tx } from '../platform/index.ts';
import { demandAdministratorRemains } from './manages-person.ts';
import type { Role } from './roles.ts';

/**
 * Ends assignments of one person, all at one instant.
 * @returns the roles that ended
 * @throws AgenciesError 'LAST_ADMINISTRATOR'
 */
export async function endAssignments(
  tx: Tx,
  assignments: readonly { id: string; agency_id: string; role: Role }[],
  at: string,
): Promise<Role[]> {
  if (assignments.length === 0) return [];
  await tx
    .updateTable('role_assignment')
    .set({ ended_at: at })
    .where(
      'id',
      'in',
      assignments.map((one) => one.id),
    )
    .execute();
  for (const one of assignments)
    if (one.role === 'administrator') await demandAdministratorRemains(tx, one.agency_id);
  return assignments.map((one) => one.role);
}

export function presentRoles(tx: Tx, personId: string) {
  return tx
    .selectFrom('role_assignment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}
