import { newId, type Services, type Tx } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { agencyById, unitOfAgency } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type AssignRoleBody, assignRoleBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { personRow } from './people-store.ts';

/**
 * Gives a person a role in an agency, or in one unit of it.
 * @returns the id of the assignment
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'PERSON_INACTIVE', 'AGENCY_NOT_FOUND',
 *   'UNIT_NOT_FOUND', 'ROLE_ALREADY_HELD', 'INVALID_INPUT'
 */
export async function assignRole(
  services: Services,
  actor: Actor,
  personId: string,
  input: AssignRoleBody,
): Promise<string> {
  const body = checked(assignRoleBody, input);
  demand(actor, 'people.manage', body.agencyId);
  return services.database.write(async (tx) => {
    const person = await personRow(tx, personId);
    if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
    await agencyById(tx, body.agencyId);
    if (body.unitId) await unitOfAgency(tx, body.agencyId, body.unitId);
    return addRole(tx, services, actor, personId, body);
  });
}

/** The same within a transaction that does more; who, where and which unit have been checked. */
export async function addRole(
  tx: Tx,
  services: Services,
  actor: Actor,
  personId: string,
  body: AssignRoleBody,
): Promise<string> {
  const unitId = body.unitId ?? null;
  const held = await tx
    .selectFrom('role_assignment')
    .select('unit_id')
    .where('person_id', '=', personId)
    .where('agency_id', '=', body.agencyId)
    .where('role', '=', body.role)
    .where('ended_at', 'is', null)
    .execute();
  if (held.some((one) => one.unit_id === unitId)) throw new AgenciesError('ROLE_ALREADY_HELD');
  const id = newId();
  const at = services.clock.now();
  await tx
    .insertInto('role_assignment')
    .values({
      id,
      person_id: personId,
      agency_id: body.agencyId,
      unit_id: unitId,
      role: body.role,
      started_at: at,
      ended_at: null,
    })
    .execute();
  await recordAudit(tx, actor, {
    at,
    action: 'role.assigned',
    agencyId: body.agencyId,
    subjectKind: 'person',
    subjectId: personId,
    detail: { role: body.role, unitId },
  });
  return id;
}
