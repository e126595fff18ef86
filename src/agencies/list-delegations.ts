import type { Services } from '../platform/index.ts';
import { type Actor, agenciesWhere } from './actor.ts';
import type { DelegationView } from './contract.ts';

/** The actor's own delegations, given and received, and those of agencies whose delegations the actor manages. */
export async function listDelegations(
  services: Services,
  actor: Actor,
  agencyId?: string,
): Promise<DelegationView[]> {
  const managed = agenciesWhere(actor, 'delegation.manage');
  const today = services.clock.today();
  const rows = await services.database.read
    .selectFrom('delegation as d')
    .innerJoin('person as f', 'f.id', 'd.from_person')
    .innerJoin('person as t', 't.id', 'd.to_person')
    .select([
      'd.id',
      'd.from_person as fromId',
      'f.name as fromName',
      'd.to_person as toId',
      't.name as toName',
      'd.agency_id as agencyId',
      'd.role',
      'd.from_on as fromOn',
      'd.to_on as toOn',
      'd.revoked_at as revokedAt',
    ])
    .where((eb) =>
      eb.or([
        eb('d.from_person', '=', actor.personId),
        eb('d.to_person', '=', actor.personId),
        ...(managed.length > 0 ? [eb('d.agency_id', 'in', managed)] : []),
      ]),
    )
    .$if(agencyId !== undefined, (query) => query.where('d.agency_id', '=', agencyId!))
    .orderBy('d.from_on', 'desc')
    .orderBy('d.id')
    .execute();
  return rows.map(({ fromId, fromName, toId, toName, ...row }) => ({
    ...row,
    from: { id: fromId, name: fromName },
    to: { id: toId, name: toName },
    current: row.revokedAt === null && row.fromOn <= today && today <= row.toOn,
  }));
}
