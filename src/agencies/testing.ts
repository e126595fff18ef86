/** For the route tests of this and other rooms: people of each role, signed-in clients, the table of who may call what. */
import assert from 'node:assert/strict';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { type App, createApp, newId, type Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { assignRole } from './assign-role.ts';
import type { CreateAgencyBody } from './contract.ts';
import { createAgency } from './create-agency.ts';
import { addPerson } from './create-person.ts';
import { CSRF_HEADER, csrfToken } from './csrf.ts';
import { registerGuard, SESSION_COOKIE } from './guard.ts';
import { loadActor, systemActor } from './load-actor.ts';
import { hashPassword } from './passwords.ts';
import { ROLES, type Role } from './roles.ts';
import { openSession } from './sessions.ts';

/** The password of everyone made by `createStaff`; hashed once, so that a test of many people stays fast. */
export const STAFF_PASSWORD = 'correct horse battery';
let staffHash: Promise<string> | undefined;

export interface Staff {
  readonly personId: string;
  readonly login: string;
  readonly name: string;
}

/** An agency, at the top of the tree unless said otherwise. @returns its id */
export async function createTestAgency(
  services: Services,
  over: Partial<CreateAgencyBody> = {},
): Promise<string> {
  const code = over.code ?? `A${newId().slice(0, 8)}`;
  const body: CreateAgencyBody = { name: `测试机关${code}`, parentId: null, kind: 'bureau', ...over, code };
  return createAgency(services, await systemActor(services.database.read), body);
}

/** A person with a post in the agency and, unless null, one role there. */
export async function createStaff(
  services: Services,
  role: Role | null,
  agencyId: string,
  options: { login?: string; unitId?: string | null; mustChange?: boolean } = {},
): Promise<Staff> {
  staffHash ??= hashPassword(STAFF_PASSWORD);
  const passwordHash = await staffHash;
  const login = options.login ?? `${role ?? 'nobody'}-${newId().slice(0, 6)}`;
  const name = `测试${role ?? '无角色'}`;
  const system = await systemActor(services.database.read);
  const post = { agencyId, unitId: options.unitId ?? null, title: '科员' };
  const personId = await services.database.write((tx) =>
    addPerson(
      tx,
      services,
      system,
      { login, name, post },
      { passwordHash, mustChange: options.mustChange ?? false },
    ),
  );
  if (role) await assignRole(services, system, personId, { agencyId, role, unitId: options.unitId ?? null });
  return { personId, login, name };
}

/** The person as an actor, for tests that call verbs. */
export function actorOfStaff(services: Services, person: Staff): Promise<Actor> {
  return loadActor(services.database.read, services.clock, person.personId, {
    via: 'session',
    sessionId: null,
    address: null,
  });
}

/** A client of the application: every call carries its cookie, its token, and no more. */
export interface Agent {
  readonly cookie: string | null;
  readonly csrfToken: string | null;
  request(method: string, url: string, body?: unknown): Promise<LightMyRequestResponse>;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  patch(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  put(url: string, body?: unknown): Promise<LightMyRequestResponse>;
  delete(url: string, body?: unknown): Promise<LightMyRequestResponse>;
}

export function anonymousAgent(app: App): Agent {
  return agentWith(app, null);
}

/** Signed in without the password's slow hash and without the limit on sign-ins: the session is opened directly. */
export async function signedInAgent(
  app: App,
  services: Services,
  person: { personId: string },
): Promise<Agent> {
  const { token } = await services.database.write((tx) =>
    openSession(tx, services, person.personId, { address: '127.0.0.1', userAgent: 'test' }),
  );
  return agentWith(app, token);
}

/** A client that holds a session token, e.g. the one of a `set-cookie`. */
export function agentWith(app: App, token: string | null): Agent {
  const request = (method: string, url: string, body?: unknown) => {
    const options: InjectOptions = {
      method: method as NonNullable<InjectOptions['method']>,
      url,
      headers: {},
    };
    if (token) options.headers = { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfToken(token) };
    if (body !== undefined) options.payload = body as NonNullable<InjectOptions['payload']>;
    return app.inject(options);
  };
  return {
    cookie: token && `${SESSION_COOKIE}=${token}`,
    csrfToken: token && csrfToken(token),
    request,
    get: (url) => request('GET', url),
    post: (url, body) => request('POST', url, body),
    patch: (url, body) => request('PATCH', url, body),
    put: (url, body) => request('PUT', url, body),
    delete: (url, body) => request('DELETE', url, body),
  };
}

/** An application with the guard and the routes a test registers on it. */
export async function guardedApp<S extends Services>(
  services: S,
  register: (app: App, services: S) => void | Promise<void>,
): Promise<App> {
  const app = await createApp(services.config);
  await registerGuard(app, services);
  await register(app, services);
  await app.ready();
  return app;
}

/** Who may call a route: everyone, everyone signed in, or holders of these roles. */
export interface AccessRow {
  readonly method: string;
  /** As registered, e.g. `/api/v1/items/:id`. */
  readonly url: string;
  readonly allowed: 'public' | 'staff' | readonly Role[];
  /** Values for the parameters; others become `none`, which belongs to nothing. */
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One client a role, one of a person without any, and one not signed in. */
export type Agents = Record<Role | 'nobody' | 'anonymous', Agent>;

export async function agentsOfEveryRole(app: App, services: Services, agencyId: string): Promise<Agents> {
  const agents: Partial<Agents> = { anonymous: anonymousAgent(app) };
  agents.nobody = await signedInAgent(app, services, await createStaff(services, null, agencyId));
  for (const role of ROLES)
    agents[role] = await signedInAgent(app, services, await createStaff(services, role, agencyId));
  return agents as Agents;
}

/**
 * Calls every route of the table as every role and as nobody, and compares who is let in with what the table
 * says. "Let in" means: neither 401 nor FORBIDDEN nor CSRF_REFUSED; what the verb then answers is another
 * test's matter. The table must name every route the application registered, and no other.
 * @param under only routes whose address starts so are compared
 */
export async function assertAccessTable(
  app: App,
  agents: Agents,
  rows: readonly AccessRow[],
  under = '/api/',
): Promise<void> {
  const key = (row: { method: string; url: string }) => `${row.method} ${row.url}`;
  const registered = app.routeAccess.filter((route) => route.url.startsWith(under)).map(key);
  assert.deepEqual(rows.map(key).sort(), registered.sort(), 'the table names every route');
  const wrong: string[] = [];
  for (const row of rows) {
    for (const [who, agent] of Object.entries(agents) as [keyof Agents, Agent][]) {
      const answer = await agent.request(row.method, urlOf(row), row.body);
      const expected = expectation(row, who);
      const actual = verdict(answer);
      if (actual !== expected) wrong.push(`${key(row)} as ${who}: ${actual}, expected ${expected}`);
    }
  }
  assert.deepEqual(wrong, []);
}

type Verdict = 'let in' | 'SIGN_IN_REQUIRED' | 'FORBIDDEN' | 'CSRF_REFUSED';

function expectation(row: AccessRow, who: keyof Agents): Verdict {
  if (row.allowed === 'public') return 'let in';
  if (who === 'anonymous') return 'SIGN_IN_REQUIRED';
  if (row.allowed === 'staff') return 'let in';
  return who !== 'nobody' && row.allowed.includes(who) ? 'let in' : 'FORBIDDEN';
}

function verdict(answer: LightMyRequestResponse): Verdict {
  if (answer.statusCode !== 401 && answer.statusCode !== 403) return 'let in';
  const code = (answer.json() as { error: { code: string } }).error.code;
  return code === 'SIGN_IN_REQUIRED' || code === 'FORBIDDEN' || code === 'CSRF_REFUSED' ? code : 'let in';
}

function urlOf(row: AccessRow): string {
  return row.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(row.params?.[name] ?? 'none'));
}
