import { type Expression, type SqlBool, sql } from 'kysely';
import { type Queryable, sha256 } from '../platform/index.ts';
import type { PeopleQuery, PeopleView, PersonView, PostView, RoleView } from './contract.ts';
import { AgenciesError } from './errors.ts';
import type { Role } from './roles.ts';
import { SYSTEM_PERSON_ID } from './schema.ts';

const postColumns = [
  'id',
  'person_id as personId',
  'agency_id as agencyId',
  'unit_id as unitId',
  'title',
  'from_on as fromOn',
  'to_on as toOn',
] as const;

const roleColumns = [
  'id',
  'person_id as personId',
  'agency_id as agencyId',
  'unit_id as unitId',
  'role',
  'started_at as startedAt',
  'ended_at as endedAt',
] as const;

/** Key of the failure counter of a login, known or not. */
export function loginHash(login: string): string {
  return sha256(login.trim().toLowerCase());
}

/** The bare row. @throws AgenciesError 'PERSON_NOT_FOUND' */
export async function personRow(database: Queryable, personId: string) {
  const row = await database
    .selectFrom('person')
    .selectAll()
    .where('id', '=', personId)
    .where('id', '<>', SYSTEM_PERSON_ID)
    .executeTakeFirst();
  if (!row) throw new AgenciesError('PERSON_NOT_FOUND');
  return row;
}

/** Names by id, for lists that show who did something. */
export async function personNames(
  database: Queryable,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** One person with all posts and roles, past ones too, newest first. @throws AgenciesError 'PERSON_NOT_FOUND' */
export async function personById(database: Queryable, personId: string): Promise<PersonView> {
  const row = await personRow(database, personId);
  const posts = await database
    .selectFrom('post')
    .select(postColumns)
    .where('person_id', '=', personId)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute();
  const roles = await database
    .selectFrom('role_assignment')
    .select(roleColumns)
    .where('person_id', '=', personId)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
  const locks = await locksOf(database, [row.login]);
  return present(row, posts, roles, locks);
}

/**
 * People who hold or held a post, or hold a role, in one of the agencies; by name.
 * @param agencyIds what the asker may see (`agenciesWhere(actor, 'people.read')`)
 */
export async function searchPeople(
  database: Queryable,
  agencyIds: readonly string[],
  query: PeopleQuery,
): Promise<PeopleView> {
  const { page, pageSize } = query;
  const within = query.agencyId ? agencyIds.filter((id) => id === query.agencyId) : agencyIds;
  if (within.length === 0) return { total: 0, page, pageSize, people: [] };
  const matching = database
    .selectFrom('person')
    .where('person.id', '<>', SYSTEM_PERSON_ID)
    .where((eb) => {
      const conditions: Expression<SqlBool>[] = [
        eb.or([
          eb.exists(
            eb
              .selectFrom('post')
              .select('post.id')
              .whereRef('post.person_id', '=', 'person.id')
              .where('post.agency_id', 'in', within),
          ),
          eb.exists(
            eb
              .selectFrom('role_assignment as r')
              .select('r.id')
              .whereRef('r.person_id', '=', 'person.id')
              .where('r.agency_id', 'in', within)
              .where('r.ended_at', 'is', null),
          ),
        ]),
      ];
      if (query.active !== undefined) conditions.push(eb('person.active', '=', query.active ? 1 : 0));
      if (query.q) conditions.push(nameLike(query.q));
      return eb.and(conditions);
    });
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll()
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { total: Number(total), page, pageSize, people: await withPresent(database, rows) };
}

function nameLike(text: string): Expression<SqlBool> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`(lower(person.name) like ${pattern} escape '\\' or person.login like ${pattern} escape '\\')`;
}

type PersonRow = Awaited<ReturnType<typeof personRow>>;

async function withPresent(database: Queryable, rows: PersonRow[]): Promise<PersonView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const posts = await database
    .selectFrom('post')
    .select(postColumns)
    .where('person_id', 'in', ids)
    .where('to_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const roles = await database
    .selectFrom('role_assignment')
    .select(roleColumns)
    .where('person_id', 'in', ids)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const locks = await locksOf(
    database,
    rows.map((row) => row.login),
  );
  return rows.map((row) => present(row, posts, roles, locks));
}

async function locksOf(database: Queryable, logins: string[]): Promise<Map<string, string | null>> {
  const rows = await database
    .selectFrom('sign_in_failure')
    .select(['login_hash', 'locked_until'])
    .where('login_hash', 'in', logins.map(loginHash))
    .execute();
  return new Map(rows.map((row) => [row.login_hash, row.locked_until]));
}

/** What leaves the server about a person, field by field: no hash, no secret. */
function present(
  row: PersonRow,
  posts: PostView[],
  roles: (RoleView & { personId: string })[],
  locks: Map<string, string | null>,
): PersonView {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    email: row.email,
    active: row.active === 1,
    mustChangePassword: row.must_change_password === 1,
    totpEnabled: row.totp_enabled === 1,
    lockedUntil: locks.get(loginHash(row.login)) ?? null,
    createdAt: row.created_at,
    posts: posts.filter((post) => post.personId === row.id),
    roles: roles.filter((role) => role.personId === row.id).map(({ personId: _, ...role }) => role),
  };
}

/** Posts of an agency as they stood on a date (YYYY-MM-DD), by unit and title. */
export function postsOn(
  database: Queryable,
  agencyId: string,
  on: string,
): Promise<(PostView & { personName: string })[]> {
  return database
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.person_id as personId',
      'person.name as personName',
      'post.agency_id as agencyId',
      'post.unit_id as unitId',
      'post.title',
      'post.from_on as fromOn',
      'post.to_on as toOn',
    ])
    .where('post.agency_id', '=', agencyId)
    .where('post.from_on', '<=', on)
    .where((eb) => eb.or([eb('post.to_on', 'is', null), eb('post.to_on', '>=', on)]))
    .orderBy('post.unit_id')
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute();
}

/** Active people with a present post in the agency, or a role in it, with their titles there. */
export async function colleagues(
  database: Queryable,
  agencyId: string,
): Promise<{ id: string; name: string; titles: string[] }[]> {
  const rows = await database
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join
        .onRef('post.person_id', '=', 'person.id')
        .on('post.agency_id', '=', agencyId)
        .on('post.to_on', 'is', null),
    )
    .select(['person.id', 'person.name', 'post.title'])
    .where('person.active', '=', 1)
    .where((eb) =>
      eb.or([
        eb('post.id', 'is not', null),
        eb.exists(
          eb
            .selectFrom('role_assignment as r')
            .select('r.id')
            .whereRef('r.person_id', '=', 'person.id')
            .where('r.agency_id', '=', agencyId)
            .where('r.ended_at', 'is', null),
        ),
      ]),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.id);
  return [...byPerson].map(([id, own]) => ({
    id,
    name: own[0]!.name,
    titles: own.flatMap((row) => (row.title === null ? [] : [row.title])),
  }));
}

/**
 * Who holds a role in an agency today, by assignment or delegation: whom to ask, whom to remind.
 * @param today YYYY-MM-DD
 */
export async function holdersOf(
  database: Queryable,
  agencyId: string,
  role: Role,
  today: string,
): Promise<{ personId: string; name: string; unitId: string | null; delegatedFrom: string | null }[]> {
  const own = await database
    .selectFrom('role_assignment as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.id as personId', 'p.name', 'r.unit_id as unitId'])
    .where('r.agency_id', '=', agencyId)
    .where('r.role', '=', role)
    .where('r.ended_at', 'is', null)
    .where('p.active', '=', 1)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  const lent = await database
    .selectFrom('delegation as d')
    .innerJoin('person as p', 'p.id', 'd.to_person')
    .select(['p.id as personId', 'p.name', 'd.from_person as delegatedFrom'])
    .where('d.agency_id', '=', agencyId)
    .where('d.role', '=', role)
    .where('d.revoked_at', 'is', null)
    .where('d.from_on', '<=', today)
    .where('d.to_on', '>=', today)
    .where('p.active', '=', 1)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  const held = own.map((row) => ({ ...row, delegatedFrom: null as string | null }));
  for (const row of lent)
    for (const source of own.filter((one) => one.personId === row.delegatedFrom))
      held.push({ ...row, unitId: source.unitId });
  return held;
}

/** Agencies whose administrators answer for a person: those of present posts and roles, else of the last post. */
export async function agenciesOfPerson(database: Queryable, personId: string): Promise<string[]> {
  const posts = await database
    .selectFrom('post')
    .select(['agency_id', 'to_on'])
    .where('person_id', '=', personId)
    .orderBy('from_on', 'desc')
    .execute();
  const roles = await database
    .selectFrom('role_assignment')
    .select('agency_id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  const present = [...posts.filter((post) => post.to_on === null), ...roles].map((row) => row.agency_id);
  if (present.length > 0) return [...new Set(present)];
  return posts.slice(0, 1).map((post) => post.agency_id);
}

/** The agency an event about the person's own account is filed under; null when there is none. */
export async function homeAgency(database: Queryable, personId: string): Promise<string | null> {
  return (await agenciesOfPerson(database, personId))[0] ?? null;
}
