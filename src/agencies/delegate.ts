import { newId, type Services, type Tx } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type DelegateBody, delegateBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { colleagues, personRow } from './people-store.ts';
import { DELEGABLE_ROLES, type Role } from './roles.ts';

/** Longest delegation: longer absences are a change of post. */
const LONGEST_DAYS = 366;

/**
 * Lets a colleague hold a role while its holder is away: by the holder, or by whoever manages delegations in
 * the agency. A role held by delegation cannot be passed on.
 * @returns its id
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'PERSON_INACTIVE', 'DELEGATION_TO_SELF',
 *   'DELEGATION_PERIOD' (ends before it begins, is over, or exceeds a year), 'DELEGATION_ROLE_NOT_HELD',
 *   'DELEGATION_ROLE_NOT_DELEGABLE', 'DELEGATE_NOT_IN_AGENCY', 'INVALID_INPUT'
 */
export async function delegate(services: Services, actor: Actor, input: DelegateBody): Promise<string> {
  const body = checked(delegateBody, input);
  const from = body.fromPersonId ?? actor.personId;
  if (from !== actor.personId) demand(actor, 'delegation.manage', body.agencyId);
  if (from === body.toPersonId) throw new AgenciesError('DELEGATION_TO_SELF');
  if (!DELEGABLE_ROLES.includes(body.role)) throw new AgenciesError('DELEGATION_ROLE_NOT_DELEGABLE');
  demandPeriod(body.fromOn, body.toOn, services.clock.today());
  return services.database.write(async (tx) => {
    await demandHeld(tx, from, body.agencyId, body.role);
    await demandColleague(tx, body.toPersonId, body.agencyId);
    const id = newId();
    const at = services.clock.now();
    await tx
      .insertInto('delegation')
      .values({
        id,
        from_person: from,
        to_person: body.toPersonId,
        agency_id: body.agencyId,
        role: body.role,
        from_on: body.fromOn,
        to_on: body.toOn,
        created_at: at,
        revoked_at: null,
      })
      .execute();
    await recordAudit(tx, actor, {
      at,
      action: 'delegation.made',
      agencyId: body.agencyId,
      subjectKind: 'delegation',
      subjectId: id,
      detail: { from, to: body.toPersonId, role: body.role, fromOn: body.fromOn, toOn: body.toOn },
    });
    return id;
  });
}

function demandPeriod(fromOn: string, toOn: string, today: string): void {
  const days = Temporal.PlainDate.from(fromOn).until(Temporal.PlainDate.from(toOn)).days;
  if (days < 0 || days > LONGEST_DAYS || toOn < today) throw new AgenciesError('DELEGATION_PERIOD');
}

async function demandHeld(tx: Tx, personId: string, agencyId: string, role: Role): Promise<void> {
  const person = await personRow(tx, personId);
  if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
  const held = await tx
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', personId)
    .where('agency_id', '=', agencyId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!held) throw new AgenciesError('DELEGATION_ROLE_NOT_HELD');
}

async function demandColleague(tx: Tx, personId: string, agencyId: string): Promise<void> {
  const person = await personRow(tx, personId);
  if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
  const there = await colleagues(tx, agencyId);
  if (!there.some((one) => one.id === personId)) throw new AgenciesError('DELEGATE_NOT_IN_AGENCY');
}
