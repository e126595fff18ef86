import type { Clock, Queryable } from '../platform/index.ts';
import { type Actor, type Assignment, EVERYWHERE } from './actor.ts';
import { AgenciesError } from './errors.ts';
import { reachesBelow } from './permissions.ts';
import { ROLES, type Role } from './roles.ts';
import { SYSTEM_PERSON_ID } from './schema.ts';

interface Held {
  agencyId: string;
  role: Role;
  unitId: string | null;
  fromId: string | null;
  fromName: string | null;
}

/**
 * The person as an actor with what they hold today, by assignment and by delegation. Roles in an agency that
 * is no longer active count for nothing.
 * @throws AgenciesError 'PERSON_NOT_FOUND' when there is no such active person
 */
export async function loadActor(
  database: Queryable,
  clock: Clock,
  personId: string,
  origin: Pick<Actor, 'via' | 'sessionId' | 'address'>,
): Promise<Actor> {
  const person = await database
    .selectFrom('person')
    .select(['id', 'name', 'login'])
    .where('id', '=', personId)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!person) throw new AgenciesError('PERSON_NOT_FOUND');
  const assignments = await loadAssignments(database, clock, personId);
  return { personId, name: person.name, login: person.login, assignments, ...origin };
}

/** What a person holds today, without asking who they are; see `loadActor`. */
export async function loadAssignments(
  database: Queryable,
  clock: Clock,
  personId: string,
): Promise<Assignment[]> {
  const held = [
    ...(await ownRoles(database, personId)),
    ...(await lentRoles(database, personId, clock.today())),
  ];
  const below = await agenciesBelow(
    database,
    held.filter((one) => reachesBelow(one.role)).map((one) => one.agencyId),
  );
  return held.map((one) => ({
    agencyId: one.agencyId,
    role: one.role,
    unitId: one.unitId,
    delegatedFrom: one.fromId === null ? null : { personId: one.fromId, name: one.fromName! },
    below: (reachesBelow(one.role) && below.get(one.agencyId)) || new Set<string>(),
  }));
}

async function ownRoles(database: Queryable, personId: string): Promise<Held[]> {
  const rows = await database
    .selectFrom('role_assignment as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .select(['r.agency_id as agencyId', 'r.role', 'r.unit_id as unitId'])
    .where('r.person_id', '=', personId)
    .where('r.ended_at', 'is', null)
    .where('a.active', '=', 1)
    .orderBy('r.started_at')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ ...row, fromId: null, fromName: null }));
}

/** A lent role lasts as long as the lender holds it, limited to the same unit. */
function lentRoles(database: Queryable, personId: string, today: string): Promise<Held[]> {
  return database
    .selectFrom('delegation as d')
    .innerJoin('role_assignment as r', (join) =>
      join
        .onRef('r.person_id', '=', 'd.from_person')
        .onRef('r.agency_id', '=', 'd.agency_id')
        .onRef('r.role', '=', 'd.role')
        .on('r.ended_at', 'is', null),
    )
    .innerJoin('person as p', 'p.id', 'd.from_person')
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .select([
      'd.agency_id as agencyId',
      'd.role',
      'r.unit_id as unitId',
      'p.id as fromId',
      'p.name as fromName',
    ])
    .where('d.to_person', '=', personId)
    .where('d.revoked_at', 'is', null)
    .where('d.from_on', '<=', today)
    .where('d.to_on', '>=', today)
    .where('p.active', '=', 1)
    .where('a.active', '=', 1)
    .orderBy('d.created_at')
    .orderBy('d.id')
    .execute();
}

/**
 * For each agency, the ids of all below it in the tree, at any depth. The whole tree is read and walked here:
 * for a thousand agencies a third of the time of a recursive query.
 */
export async function agenciesBelow(
  database: Queryable,
  agencyIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (agencyIds.length === 0) return new Map();
  const rows = await database.selectFrom('agency').select(['id', 'parent_id']).execute();
  const children = Map.groupBy(rows, (row) => row.parent_id);
  return new Map(
    agencyIds.map((top) => {
      const below = new Set<string>();
      // A set grows while it is walked: each agency found brings its children, each at most once.
      const add = (id: string) => children.get(id)?.forEach((child) => void below.add(child.id));
      add(top);
      for (const id of below) add(id);
      return [top, below];
    }),
  );
}

/**
 * The program itself, for jobs and for commands that name no person: every role in every agency. Load it for
 * each piece of work: `agenciesWhere` knows the agencies of the moment it was loaded.
 * @param name how the audit trail names it, e.g. `系统` or `命令行 import`
 */
export async function systemActor(
  database: Queryable,
  name = '系统',
  via: 'system' | 'command' = 'system',
): Promise<Actor> {
  const agencies = await database.selectFrom('agency').select('id').execute();
  const below = new Set(agencies.map((agency) => agency.id));
  const assignments = ROLES.map((role) => ({
    agencyId: EVERYWHERE,
    role,
    unitId: null,
    delegatedFrom: null,
    below,
  }));
  return {
    personId: SYSTEM_PERSON_ID,
    name,
    login: SYSTEM_PERSON_ID,
    assignments,
    sessionId: null,
    address: null,
    via,
  };
}

/**
 * A named person acting through the command line on the server, with that person's own roles.
 * @throws AgenciesError 'PERSON_NOT_FOUND'
 */
export async function commandActor(database: Queryable, clock: Clock, login: string): Promise<Actor> {
  const person = await database
    .selectFrom('person')
    .select('id')
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
  if (!person) throw new AgenciesError('PERSON_NOT_FOUND');
  return loadActor(database, clock, person.id, { via: 'command', sessionId: null, address: null });
}
