import { newSecret, type Queryable, type Services, sha256, type Tx } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import type { SessionsView } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { homeAgency } from './people-store.ts';

/** A request is noted on its session at most this often, so that reading stays reading. */
const TOUCH_INTERVAL_MS = 60_000;
const USER_AGENT_LENGTH = 300;

/** Where a sign-in comes from. */
export interface SessionOrigin {
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** A session that holds now, with its person. */
export interface OpenSession {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly mustChangePassword: boolean;
  readonly totpEnabled: boolean;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

/** Opens a session. @returns the token for the cookie: the only copy, only its SHA-256 is kept */
export async function openSession(
  tx: Tx,
  services: Services,
  personId: string,
  origin: SessionOrigin,
): Promise<{ token: string; sessionId: string; expiresAt: string }> {
  const token = newSecret();
  const now = services.clock.now();
  const expiresAt = new Date(Date.parse(now) + services.config.sessionHours * 3_600_000).toISOString();
  const sessionId = sha256(token);
  await tx
    .insertInto('session')
    .values({
      id: sessionId,
      person_id: personId,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      user_agent: origin.userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
      address: origin.address,
      ended_at: null,
    })
    .execute();
  return { token, sessionId, expiresAt };
}

/** The session of a token; null when there is none, it ended or expired, or its person is inactive. */
export async function findSession(
  database: Queryable,
  token: string,
  now: string,
): Promise<OpenSession | null> {
  const row = await database
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select([
      's.id',
      's.person_id as personId',
      'p.name',
      'p.login',
      'p.must_change_password',
      'p.totp_enabled',
      's.last_seen_at as lastSeenAt',
      's.expires_at as expiresAt',
    ])
    .where('s.id', '=', sha256(token))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('p.active', '=', 1)
    .executeTakeFirst();
  if (!row) return null;
  const { must_change_password, totp_enabled, ...session } = row;
  return { ...session, mustChangePassword: must_change_password === 1, totpEnabled: totp_enabled === 1 };
}

/** Notes that a session was used, when the last note is old enough. */
export async function touchSession(services: Services, session: OpenSession): Promise<void> {
  const now = services.clock.now();
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < TOUCH_INTERVAL_MS) return;
  await services.database.write((tx) =>
    tx.updateTable('session').set({ last_seen_at: now }).where('id', '=', session.id).execute(),
  );
}

/** The actor's own sessions that hold now, newest first. */
export async function listSessions(services: Services, actor: Actor): Promise<SessionsView['sessions']> {
  const rows = await services.database.read
    .selectFrom('session')
    .select([
      'id',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
      'user_agent as userAgent',
      'address',
    ])
    .where('person_id', '=', actor.personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', services.clock.now())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
}

/** Ends one of the actor's own sessions. @throws AgenciesError 'SESSION_NOT_FOUND' for anyone else's too */
export async function endSession(services: Services, actor: Actor, sessionId: string): Promise<void> {
  await services.database.write(async (tx) => {
    const at = services.clock.now();
    const { numUpdatedRows } = await tx
      .updateTable('session')
      .set({ ended_at: at })
      .where('id', '=', sessionId)
      .where('person_id', '=', actor.personId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AgenciesError('SESSION_NOT_FOUND');
    await auditEnd(tx, actor, at, { own: sessionId === actor.sessionId });
  });
}

/** Ends the session the actor uses. @throws AgenciesError 'SESSION_NOT_FOUND' */
export async function signOut(services: Services, actor: Actor): Promise<void> {
  await endSession(services, actor, actor.sessionId ?? '');
}

/** Ends every other session of the actor. @returns how many */
export async function endOtherSessions(services: Services, actor: Actor): Promise<number> {
  return services.database.write(async (tx) => {
    const at = services.clock.now();
    const count = await endSessionsOf(tx, actor.personId, at, actor.sessionId);
    if (count > 0) await auditEnd(tx, actor, at, { others: count });
    return count;
  });
}

/** Ends a person's sessions within a verb that records itself why. @param keep the session that stays */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  at: string,
  keep: string | null = null,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('id', '<>', keep ?? '')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function auditEnd(tx: Tx, actor: Actor, at: string, detail: Record<string, unknown>): Promise<void> {
  await recordAudit(tx, actor, {
    at,
    action: 'session.ended',
    agencyId: await homeAgency(tx, actor.personId),
    subjectKind: 'person',
    subjectId: actor.personId,
    detail,
  });
}
