import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import type { App } from '../platform/index.ts';
import { onEachDatabase, openOnSqlite, type TestServices } from '../platform/testing.ts';
import { assignRole } from './assign-role.ts';
import type { PersonView, SessionView } from './contract.ts';
import { SESSION_COOKIE } from './guard.ts';
import { systemActor } from './load-actor.ts';
import { agenciesRoutes } from './routes.ts';
import { migrations } from './schema.ts';
import {
  type AccessRow,
  agentsOfEveryRole,
  agentWith,
  anonymousAgent,
  assertAccessTable,
  createStaff,
  createTestAgency,
  guardedApp,
  STAFF_PASSWORD,
  signedInAgent,
} from './testing.ts';

const READ_PEOPLE = ['disclosure-officer', 'inspector', 'administrator', 'auditor'] as const;
const MANAGE = ['administrator'] as const;
const AUDIT = ['administrator', 'auditor'] as const;

/** Rows that end sessions stand last. */
function accessTable(agencyId: string): AccessRow[] {
  const inAgency = { id: agencyId };
  const anyPerson = ['clerk', 'unit-head', 'secrecy-reviewer', 'approving-leader', ...READ_PEOPLE] as const;
  const newUnit = { code: 'none', name: '', kind: 'department' };
  return [
    { method: 'POST', url: '/api/v1/session', allowed: 'public', body: { login: 'x', password: 'x' } },
    { method: 'GET', url: '/api/v1/session', allowed: 'staff' },
    { method: 'POST', url: '/api/v1/session/password', allowed: 'staff', body: {} },
    { method: 'POST', url: '/api/v1/session/totp', allowed: 'staff', body: {} },
    { method: 'POST', url: '/api/v1/session/totp/confirmation', allowed: 'staff', body: { code: '1' } },
    { method: 'POST', url: '/api/v1/session/totp/removal', allowed: 'staff', body: {} },
    { method: 'GET', url: '/api/v1/sessions', allowed: 'staff' },
    { method: 'DELETE', url: '/api/v1/sessions/:id', allowed: 'staff' },
    { method: 'DELETE', url: '/api/v1/sessions', allowed: 'staff' },
    { method: 'GET', url: '/api/v1/agencies', allowed: 'staff' },
    { method: 'GET', url: '/api/v1/agencies/:id', allowed: 'staff' },
    { method: 'POST', url: '/api/v1/agencies', allowed: MANAGE, body: {} },
    { method: 'PATCH', url: '/api/v1/agencies/:id', allowed: MANAGE, params: inAgency, body: { kind: '' } },
    { method: 'GET', url: '/api/v1/agencies/:id/units', allowed: 'staff' },
    { method: 'POST', url: '/api/v1/agencies/:id/units', allowed: MANAGE, body: newUnit },
    { method: 'PATCH', url: '/api/v1/units/:id', allowed: MANAGE, body: {} },
    { method: 'GET', url: '/api/v1/agencies/:id/colleagues', allowed: anyPerson, params: inAgency },
    { method: 'GET', url: '/api/v1/agencies/:id/posts', allowed: READ_PEOPLE, params: inAgency },
    { method: 'GET', url: '/api/v1/people', allowed: READ_PEOPLE },
    { method: 'GET', url: '/api/v1/people/:id', allowed: READ_PEOPLE },
    { method: 'POST', url: '/api/v1/people', allowed: MANAGE, body: {} },
    { method: 'PATCH', url: '/api/v1/people/:id', allowed: MANAGE, body: {} },
    { method: 'POST', url: '/api/v1/people/:id/posts', allowed: MANAGE, body: {} },
    { method: 'POST', url: '/api/v1/people/:id/roles', allowed: MANAGE, body: {} },
    { method: 'DELETE', url: '/api/v1/roles/:id', allowed: MANAGE },
    { method: 'POST', url: '/api/v1/people/:id/password', allowed: MANAGE, body: {} },
    { method: 'POST', url: '/api/v1/people/:id/deactivation', allowed: MANAGE },
    { method: 'POST', url: '/api/v1/people/:id/reactivation', allowed: MANAGE },
    { method: 'GET', url: '/api/v1/delegations', allowed: 'staff' },
    { method: 'POST', url: '/api/v1/delegations', allowed: 'staff', body: {} },
    { method: 'DELETE', url: '/api/v1/delegations/:id', allowed: 'staff' },
    { method: 'GET', url: '/api/v1/audit', allowed: AUDIT },
    { method: 'GET', url: '/api/v1/audit/verify', allowed: AUDIT },
    { method: 'GET', url: '/api/v1/audit/export.csv', allowed: AUDIT },
    { method: 'GET', url: '/api/v1/audit/export.jsonl', allowed: AUDIT },
    { method: 'DELETE', url: '/api/v1/session', allowed: 'staff' },
  ];
}

onEachDatabase('the routes', (open) => {
  let services: TestServices;
  let app: App;
  let agencyId: string;
  before(async () => {
    services = await open(migrations);
    agencyId = await createTestAgency(services);
    app = await guardedApp(services, agenciesRoutes);
  });
  after(async () => {
    await app.close();
    await services.dispose();
  });

  const code = (answer: { json(): unknown }) => (answer.json() as { error?: { code: string } }).error?.code;
  const tokenOf = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies.find((cookie) => cookie.name === SESSION_COOKIE)!.value;

  test('each lets in exactly whom the table names', async () => {
    await assertAccessTable(app, await agentsOfEveryRole(app, services, agencyId), accessTable(agencyId));
  });

  describe('a session', () => {
    test('begins with the cookie, tells who one is, and ends', async () => {
      const person = await createStaff(services, 'unit-head', agencyId);
      const answer = await anonymousAgent(app).post('/api/v1/session', {
        login: person.login,
        password: STAFF_PASSWORD,
      });
      assert.equal(answer.statusCode, 200);
      const cookie = String(answer.headers['set-cookie']);
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) assert.ok(cookie.includes(part), part);
      assert.ok(!cookie.includes('Secure'));
      const agent = agentWith(app, tokenOf(answer));
      const view = (await agent.get('/api/v1/session')).json() as SessionView;
      assert.deepEqual(view, answer.json());
      assert.equal(view.person.login, person.login);
      assert.equal(view.csrfToken, agent.csrfToken);
      assert.deepEqual(
        view.agencies.map((one) => [one.id, one.roles.map((held) => held.role)]),
        [[agencyId, ['unit-head']]],
      );
      assert.ok(view.agencies[0]!.permissions.includes('item.review'));
      assert.ok(!view.agencies[0]!.permissions.includes('item.publish'));
      const bye = await agent.delete('/api/v1/session');
      assert.equal(bye.statusCode, 200);
      assert.equal(code(await agent.get('/api/v1/session')), 'SIGN_IN_REQUIRED');
    });

    test('is cookie-secure when the public address is https', async () => {
      const person = await createStaff(services, null, agencyId);
      const secure = { ...services, config: { ...services.config, publicUrl: 'https://jt.example.cn' } };
      const other = await guardedApp(secure, agenciesRoutes);
      const answer = await anonymousAgent(other).post('/api/v1/session', {
        login: person.login,
        password: STAFF_PASSWORD,
      });
      assert.ok(String(answer.headers['set-cookie']).includes('Secure'));
      await other.close();
    });

    test('refusals name their code in both languages and set no cookie', async () => {
      const agent = anonymousAgent(app);
      const zh = await agent.post('/api/v1/session', { login: 'nobody-here', password: 'x' });
      const en = await agent.post('/api/v1/session?lang=en', { login: 'nobody-here', password: 'x' });
      assert.deepEqual([zh.statusCode, code(zh), code(en)], [401, 'SIGN_IN_FAILED', 'SIGN_IN_FAILED']);
      assert.notEqual(zh.json().error.message, en.json().error.message);
      assert.equal(zh.headers['set-cookie'], undefined);
    });

    test('a forged or foreign token is no session', async () => {
      for (const token of ['x', 'a'.repeat(43), "' or 1=1 --"])
        assert.equal(
          code(await agentWith(app, encodeURIComponent(token)).get('/api/v1/session')),
          'SIGN_IN_REQUIRED',
        );
    });

    test('a generated password must be changed before anything else', async () => {
      const person = await createStaff(services, 'administrator', agencyId, { mustChange: true });
      const agent = await signedInAgent(app, services, person);
      assert.equal(((await agent.get('/api/v1/session')).json() as SessionView).mustChangePassword, true);
      for (const url of ['/api/v1/agencies', '/api/v1/people', '/api/v1/audit'])
        assert.equal(code(await agent.get(url)), 'PASSWORD_CHANGE_REQUIRED');
      assert.equal(
        code(await agent.post('/api/v1/session/totp', { password: STAFF_PASSWORD })),
        'PASSWORD_CHANGE_REQUIRED',
      );
      const changed = await agent.post('/api/v1/session/password', {
        currentPassword: STAFF_PASSWORD,
        newPassword: 'a wholly new phrase',
      });
      assert.equal(changed.statusCode, 200);
      assert.equal((await agent.get('/api/v1/people')).statusCode, 200);
    });

    test('the second step works over HTTP', async () => {
      const person = await createStaff(services, null, agencyId);
      const agent = await signedInAgent(app, services, person);
      const enrolment = (await agent.post('/api/v1/session/totp', { password: STAFF_PASSWORD })).json();
      const totp = new TOTP({ secret: enrolment.secret });
      const now = Date.parse(services.clock.now());
      const confirmed = await agent.post('/api/v1/session/totp/confirmation', {
        code: totp.generate({ timestamp: now }),
      });
      assert.equal(confirmed.json().recoveryCodes.length, 10);
      const body = { login: person.login, password: STAFF_PASSWORD };
      assert.equal(code(await anonymousAgent(app).post('/api/v1/session', body)), 'SECOND_STEP_REQUIRED');
      const signedIn = await anonymousAgent(app).post('/api/v1/session', {
        ...body,
        code: totp.generate({ timestamp: now + 30_000 }),
      });
      assert.equal((signedIn.json() as SessionView).totpEnabled, true);
    });
  });

  describe('a request that changes something', () => {
    test('is refused without the token of its own session, and nothing happens', async () => {
      const person = await createStaff(services, 'administrator', agencyId);
      const agent = await signedInAgent(app, services, person);
      const other = await signedInAgent(app, services, person);
      const send = (headers: Record<string, string>) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/agencies',
          headers: { cookie: agent.cookie!, ...headers },
          payload: { code: 'forged', name: '伪造', parentId: agencyId, kind: 'bureau' },
        });
      const token = { 'x-csrf-token': agent.csrfToken! };
      const refused: Record<string, string>[] = [
        {},
        { 'x-csrf-token': '' },
        { 'x-csrf-token': other.csrfToken! },
        { ...token, origin: 'https://evil.example' },
        { ...token, origin: 'null' },
        { ...token, 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of refused)
        assert.equal(code(await send(headers)), 'CSRF_REFUSED', JSON.stringify(headers));
      const tree = (await agent.get('/api/v1/agencies')).json().agencies as { code: string }[];
      assert.ok(!tree.some((one) => one.code === 'forged'));
      const ours = await send({ ...token, origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' });
      assert.equal(ours.statusCode, 201);
    });

    test('cannot sign anyone in from another site', async () => {
      const person = await createStaff(services, null, agencyId);
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { origin: 'https://evil.example' },
        payload: { login: person.login, password: STAFF_PASSWORD },
      });
      assert.equal(code(answer), 'CSRF_REFUSED');
    });
  });

  test('a person is made, given a post and a role, and seen, all over HTTP', async () => {
    const admin = await signedInAgent(app, services, await createStaff(services, 'administrator', agencyId));
    const unit = (
      await admin.post(`/api/v1/agencies/${agencyId}/units`, {
        code: 'YAK',
        name: '运安科',
        kind: 'department',
      })
    ).json();
    const made = await admin.post('/api/v1/people', {
      login: 'over.http',
      name: '网上来的',
      post: { agencyId, unitId: unit.id, title: '科员' },
    });
    assert.equal(made.statusCode, 201);
    const { personId } = made.json();
    const role = await admin.post(`/api/v1/people/${personId}/roles`, {
      agencyId,
      role: 'clerk',
      unitId: unit.id,
    });
    assert.equal(role.statusCode, 201);
    const view = (await admin.get(`/api/v1/people/${personId}`)).json() as PersonView;
    assert.deepEqual([view.posts[0]?.unitId, view.roles[0]?.role], [unit.id, 'clerk']);
    assert.ok(!JSON.stringify(view).includes('argon2'));
    const list = (await admin.get('/api/v1/people?q=over.&pageSize=1')).json();
    assert.equal(list.total, 1);
    assert.equal((await admin.delete(`/api/v1/roles/${role.json().id}`)).statusCode, 200);
    assert.equal(code(await admin.post('/api/v1/people', { login: 'X', name: '' })), 'INVALID_INPUT');
  });

  test('people of another agency are not shown', async () => {
    const elsewhere = await createTestAgency(services);
    const stranger = await createStaff(services, 'clerk', elsewhere);
    const admin = await signedInAgent(app, services, await createStaff(services, 'administrator', agencyId));
    assert.equal(code(await admin.get(`/api/v1/people/${stranger.personId}`)), 'FORBIDDEN');
    assert.equal((await admin.get(`/api/v1/people?q=${stranger.login}`)).json().total, 0);
    assert.equal(code(await admin.get(`/api/v1/agencies/${elsewhere}/posts`)), 'FORBIDDEN');
    assert.equal(code(await admin.get(`/api/v1/agencies/${elsewhere}/colleagues`)), 'FORBIDDEN');
    const reset = await admin.post(`/api/v1/people/${stranger.personId}/password`, {});
    assert.equal(code(reset), 'FORBIDDEN');
  });

  test('the trail is exported as files and verified', async () => {
    const auditor = await signedInAgent(app, services, await createStaff(services, 'auditor', agencyId));
    const csv = await auditor.get('/api/v1/audit/export.csv?action=person');
    assert.match(String(csv.headers['content-disposition']), /attachment; filename="audit-2026-11-23\.csv"/);
    assert.ok(csv.body.includes('person.created'));
    const verified = (await auditor.get('/api/v1/audit/verify')).json();
    assert.equal(verified.intact, true);
    const again = await auditor.get(`/api/v1/audit/verify?seq=${verified.head.seq}&hash=${'0'.repeat(64)}`);
    assert.equal(again.json().fault.reason, 'HEAD_MISSING');
  });

  test('the OpenAPI document describes every route', () => {
    const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const registered = app.routeAccess.map((route) => `${route.method} ${route.url}`);
    assert.deepEqual(described.sort(), registered.sort());
  });

  test('a role that ended is refused from the next request on', async () => {
    const person = await createStaff(services, 'auditor', agencyId);
    const agent = await signedInAgent(app, services, person);
    assert.equal((await agent.get('/api/v1/audit')).statusCode, 200);
    await services.database.write((tx) =>
      tx
        .updateTable('role_assignment')
        .set({ ended_at: services.clock.now() })
        .where('person_id', '=', person.personId)
        .execute(),
    );
    assert.equal(code(await agent.get('/api/v1/audit')), 'FORBIDDEN');
    const system = await systemActor(services.database.read);
    await assignRole(services, system, person.personId, { agencyId, role: 'auditor' });
    assert.equal((await agent.get('/api/v1/audit')).statusCode, 200);
  });

  test('one address cannot try to sign in without end', async () => {
    const answers = [];
    for (let n = 0; n < 40; n++)
      answers.push(await anonymousAgent(app).post('/api/v1/session', { login: '', password: '' }));
    assert.ok(answers.some((answer) => answer.statusCode === 429));
  });
});

describe('the guard', () => {
  test('a route with an unknown permission does not start', async () => {
    const services = await openOnSqlite(migrations);
    await assert.rejects(
      guardedApp(services, (app) => {
        app.get('/api/v1/x', { config: { access: 'item.raed' } }, async () => ({}));
      }),
      /unknown access "item.raed"/,
    );
    await services.dispose();
  });

  test('a public route that changes something needs the token unless it says otherwise', async () => {
    const services = await openOnSqlite(migrations);
    const app = await guardedApp(services, (one) => {
      one.post('/closed', { config: { access: 'public' } }, async () => ({ done: true }));
      one.post('/open', { config: { access: 'public', withoutCsrf: true } }, async () => ({ done: true }));
    });
    assert.equal((await anonymousAgent(app).post('/closed')).statusCode, 403);
    assert.equal((await anonymousAgent(app).post('/open')).statusCode, 200);
    assert.equal((await anonymousAgent(app).get('/nowhere')).statusCode, 404);
    await app.close();
    await services.dispose();
  });
});
