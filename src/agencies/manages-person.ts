import type { Tx } from '../platform/index.ts';
import { type Actor, demand, EVERYWHERE } from './actor.ts';
import { listAgencies } from './agency-store.ts';
import { AgenciesError } from './errors.ts';
import { agenciesOfPerson } from './people-store.ts';
import { lineage } from './tree.ts';

/**
 * Managing a person's account needs the permission in every agency where the person has a post or a role:
 * otherwise the administrator of a small body could reset the password of one of its superiors.
 * @throws AgenciesError 'FORBIDDEN'
 */
export async function demandManagesPerson(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const agencies = await agenciesOfPerson(tx, personId);
  for (const agencyId of agencies.length > 0 ? agencies : [EVERYWHERE])
    demand(actor, 'people.manage', agencyId);
}

/**
 * Called after an administrator's role ended: someone must be left who can manage the agency, there or above.
 * @throws AgenciesError 'LAST_ADMINISTRATOR'
 */
export async function demandAdministratorRemains(tx: Tx, agencyId: string): Promise<void> {
  const line = lineage(await listAgencies(tx), agencyId);
  const left = await tx
    .selectFrom('role_assignment as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('r.id')
    .where('r.role', '=', 'administrator')
    .where('r.ended_at', 'is', null)
    .where('r.agency_id', 'in', line)
    .where('p.active', '=', 1)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new AgenciesError('LAST_ADMINISTRATOR');
}
