import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TOTP } from 'otpauth';
import { onEachDatabase, type TestServices } from '../platform/testing.ts';
import type { Actor } from './actor.ts';
import { changePassword } from './change-password.ts';
import { confirmTotp } from './confirm-totp.ts';
import { disableTotp } from './disable-totp.ts';
import { enrolTotp } from './enrol-totp.ts';
import { loadActor } from './load-actor.ts';
import { resetPassword } from './reset-password.ts';
import { migrations } from './schema.ts';
import { endOtherSessions, endSession, findSession, listSessions, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { actorOfStaff, createStaff, createTestAgency, STAFF_PASSWORD, type Staff } from './testing.ts';

const ORIGIN = { address: '10.1.2.3', userAgent: 'test browser' };
const START = '2026-11-23T01:00:00.000Z';

onEachDatabase('sign-in', (open) => {
  let services: TestServices;
  let agencyId: string;
  before(async () => {
    services = await open(migrations);
    agencyId = await createTestAgency(services);
  });
  after(() => services.dispose());

  const wait = (minutes: number) =>
    services.clock.set(new Date(Date.parse(services.clock.now()) + minutes * 60_000).toISOString());
  const enter = (login: string, password = STAFF_PASSWORD, code?: string) =>
    signIn(services, { login, password, code }, ORIGIN);
  const actorIn = (person: Staff, sessionId: string): Promise<Actor> =>
    loadActor(services.database.read, services.clock, person.personId, {
      via: 'session',
      sessionId,
      address: ORIGIN.address,
    });
  const actions = async (personId: string) => {
    const rows = await services.database.read
      .selectFrom('audit_event')
      .select('action')
      .where('subject_id', '=', personId)
      .orderBy('seq')
      .execute();
    return rows.map((row) => row.action);
  };

  describe('with a password', () => {
    test('opens a session that the database does not let anyone take over', async () => {
      const person = await createStaff(services, 'clerk', agencyId, { login: 'li.lei' });
      const opened = await enter(' LI.Lei ');
      const session = await findSession(services.database.read, opened.token, services.clock.now());
      assert.equal(session?.personId, person.personId);
      const stored = JSON.stringify(await services.database.read.selectFrom('session').selectAll().execute());
      assert.ok(!stored.includes(opened.token));
      assert.deepEqual((await actions(person.personId)).slice(-1), ['session.started']);
    });

    test('an unknown login, a wrong password and a closed account look alike', async () => {
      const closed = await createStaff(services, null, agencyId);
      await services.database.write((tx) =>
        tx.updateTable('person').set({ active: 0 }).where('id', '=', closed.personId).execute(),
      );
      const known = await createStaff(services, null, agencyId);
      await assert.rejects(enter('no-such-login'), { code: 'SIGN_IN_FAILED' });
      await assert.rejects(enter(known.login, 'wrong'), { code: 'SIGN_IN_FAILED' });
      await assert.rejects(enter(closed.login), { code: 'SIGN_IN_FAILED' });
      await assert.rejects(enter('system', ''), { code: 'SIGN_IN_FAILED' });
      assert.equal((await actions(closed.personId)).at(-1), 'session.refused');
    });

    test('a session ends when its hours are over', async () => {
      const person = await createStaff(services, null, agencyId);
      const { token } = await enter(person.login);
      const at = (hours: number) =>
        new Date(Date.parse(services.clock.now()) + hours * 3_600_000).toISOString();
      assert.ok(await findSession(services.database.read, token, at(9.99)));
      assert.equal(await findSession(services.database.read, token, at(10)), null);
    });
  });

  describe('lockout', () => {
    for (const known of [true, false]) {
      test(`the sixth attempt is refused unseen, for ${known ? 'a known' : 'an unknown'} login`, async () => {
        const login = known ? (await createStaff(services, null, agencyId)).login : 'nobody.at.all';
        for (let n = 0; n < 5; n++) await assert.rejects(enter(login, 'wrong'), { code: 'SIGN_IN_FAILED' });
        await assert.rejects(enter(login), { code: 'LOCKED_OUT', details: { minutes: 15 } });
        wait(14);
        await assert.rejects(enter(login), { code: 'LOCKED_OUT' });
        services.clock.set(START);
      });
    }

    test('the lock grows with each failure after it, and a success clears it', async () => {
      const { login } = await createStaff(services, null, agencyId);
      for (let n = 0; n < 5; n++) await assert.rejects(enter(login, 'wrong'));
      wait(15);
      await assert.rejects(enter(login, 'wrong'), { code: 'SIGN_IN_FAILED' });
      await assert.rejects(enter(login), { code: 'LOCKED_OUT', details: { minutes: 30 } });
      wait(30);
      await enter(login);
      await assert.rejects(enter(login, 'wrong'), { code: 'SIGN_IN_FAILED' });
      await enter(login);
      services.clock.set(START);
    });

    test('guesses made at once count one by one', async () => {
      const { login } = await createStaff(services, null, agencyId);
      const answers = await Promise.allSettled(Array.from({ length: 12 }, () => enter(login, 'wrong')));
      const codes = answers.map((one) => (one.status === 'rejected' ? one.reason.code : 'signed in'));
      assert.equal(codes.filter((code) => code === 'SIGN_IN_FAILED').length, 5);
      assert.equal(codes.filter((code) => code === 'LOCKED_OUT').length, 7);
    });

    test('a reset by an administrator lifts it and ends all sessions', async () => {
      const admin = await actorOfStaff(services, await createStaff(services, 'administrator', agencyId));
      const person = await createStaff(services, null, agencyId);
      const { token } = await enter(person.login);
      for (let n = 0; n < 5; n++) await assert.rejects(enter(person.login, 'wrong'));
      const { password } = await resetPassword(services, admin, person.personId);
      assert.equal(await findSession(services.database.read, token, services.clock.now()), null);
      await enter(person.login, password);
    });

    test('every refusal is in the audit trail, without the login that was typed', async () => {
      await assert.rejects(enter('hunter2-typed-into-the-wrong-field'));
      const last = await services.database.read
        .selectFrom('audit_event')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      assert.equal(last.action, 'session.refused');
      assert.equal(last.address, ORIGIN.address);
      assert.ok(!JSON.stringify(last).includes('hunter2'));
    });
  });

  describe('the own password', () => {
    test('is changed with the old one, ends other sessions and lifts the duty to change it', async () => {
      const person = await createStaff(services, null, agencyId, { mustChange: true });
      const other = await enter(person.login);
      const mine = await enter(person.login);
      const actor = await actorIn(person, mine.sessionId);
      const newPassword = 'a wholly new phrase';
      await changePassword(services, actor, { currentPassword: STAFF_PASSWORD, newPassword });
      const session = await findSession(services.database.read, mine.token, services.clock.now());
      assert.equal(session?.mustChangePassword, false);
      assert.equal(await findSession(services.database.read, other.token, services.clock.now()), null);
      await assert.rejects(enter(person.login), { code: 'SIGN_IN_FAILED' });
      await enter(person.login, newPassword);
    });

    test('is not changed without the old one, to the old one, to the login or to a common one', async () => {
      const person = await createStaff(services, null, agencyId, { login: 'wang.xiaoming' });
      const actor = await actorOfStaff(services, person);
      const rows: [currentPassword: string, newPassword: string, code: string][] = [
        ['wrong', 'a wholly new phrase', 'PASSWORD_WRONG'],
        [STAFF_PASSWORD, STAFF_PASSWORD, 'PASSWORD_UNCHANGED'],
        [STAFF_PASSWORD, 'Wang.Xiaoming', 'PASSWORD_IS_LOGIN'],
        [STAFF_PASSWORD, 'qwertyuiop', 'PASSWORD_COMMON'],
        [STAFF_PASSWORD, 'short', 'PASSWORD_TOO_SHORT'],
      ];
      for (const [currentPassword, newPassword, code] of rows)
        await assert.rejects(changePassword(services, actor, { currentPassword, newPassword }), { code });
      await enter(person.login);
    });

    test('cannot be guessed from within a session', async () => {
      const person = await createStaff(services, null, agencyId);
      const actor = await actorOfStaff(services, person);
      const guess = () =>
        changePassword(services, actor, { currentPassword: 'wrong', newPassword: 'a wholly new phrase' });
      for (let n = 0; n < 5; n++) await assert.rejects(guess(), { code: 'PASSWORD_WRONG' });
      await assert.rejects(guess(), { code: 'LOCKED_OUT' });
      assert.equal((await actions(person.personId)).filter((one) => one === 'password.refused').length, 5);
    });
  });

  describe('the second step', () => {
    async function withTotp() {
      const person = await createStaff(services, null, agencyId);
      const actor = await actorOfStaff(services, person);
      const { secret, uri, qrSvg } = await enrolTotp(services, actor, STAFF_PASSWORD);
      assert.ok(uri.startsWith('otpauth://totp/') && qrSvg.includes('<svg'));
      const code = () => new TOTP({ secret }).generate({ timestamp: Date.parse(services.clock.now()) });
      const recoveryCodes = await confirmTotp(services, actor, code());
      wait(1);
      return { person, actor, secret, code, recoveryCodes };
    }

    test('is asked for, accepts the code, and refuses it a second time', async () => {
      const { person, code } = await withTotp();
      await assert.rejects(enter(person.login), { code: 'SECOND_STEP_REQUIRED' });
      await assert.rejects(enter(person.login, STAFF_PASSWORD, '000000'), { code: 'SECOND_STEP_FAILED' });
      await enter(person.login, STAFF_PASSWORD, code());
      await assert.rejects(enter(person.login, STAFF_PASSWORD, code()), { code: 'SECOND_STEP_FAILED' });
      wait(1);
      await enter(person.login, STAFF_PASSWORD, code());
    });

    test('the code that confirmed it does not sign in', async () => {
      const person = await createStaff(services, null, agencyId);
      const actor = await actorOfStaff(services, person);
      const { secret } = await enrolTotp(services, actor, STAFF_PASSWORD);
      const code = new TOTP({ secret }).generate({ timestamp: Date.parse(services.clock.now()) });
      await confirmTotp(services, actor, code);
      await assert.rejects(enter(person.login, STAFF_PASSWORD, code), { code: 'SECOND_STEP_FAILED' });
    });

    test('wrong codes lock like wrong passwords; being asked for the code does not', async () => {
      const { person } = await withTotp();
      for (let n = 0; n < 8; n++) await assert.rejects(enter(person.login), { code: 'SECOND_STEP_REQUIRED' });
      for (let n = 0; n < 5; n++)
        await assert.rejects(enter(person.login, STAFF_PASSWORD, '000000'), { code: 'SECOND_STEP_FAILED' });
      await assert.rejects(enter(person.login), { code: 'LOCKED_OUT' });
    });

    test('each recovery code signs in once', async () => {
      const { person, recoveryCodes } = await withTotp();
      assert.equal(recoveryCodes.length, 10);
      await enter(person.login, STAFF_PASSWORD, recoveryCodes[0]!.toUpperCase());
      await assert.rejects(enter(person.login, STAFF_PASSWORD, recoveryCodes[0]), {
        code: 'SECOND_STEP_FAILED',
      });
      await enter(person.login, STAFF_PASSWORD, recoveryCodes[1]);
    });

    test('neither secret nor recovery codes are readable in the database', async () => {
      const { secret, recoveryCodes } = await withTotp();
      const { read } = services.database;
      const stored = JSON.stringify([
        await read.selectFrom('person').selectAll().execute(),
        await read.selectFrom('recovery_code').selectAll().execute(),
      ]);
      assert.ok(!stored.includes(secret));
      for (const code of recoveryCodes) assert.ok(!stored.includes(code));
    });

    test('is not in force before it is confirmed, nor confirmed by a wrong code or twice', async () => {
      const person = await createStaff(services, null, agencyId);
      const actor = await actorOfStaff(services, person);
      await assert.rejects(confirmTotp(services, actor, '123456'), { code: 'TOTP_NOT_ENROLLED' });
      await assert.rejects(enrolTotp(services, actor, 'wrong'), { code: 'PASSWORD_WRONG' });
      const { secret } = await enrolTotp(services, actor, STAFF_PASSWORD);
      await enter(person.login);
      await assert.rejects(confirmTotp(services, actor, 'abcdef'), { code: 'TOTP_CODE_WRONG' });
      const code = new TOTP({ secret }).generate({ timestamp: Date.parse(services.clock.now()) });
      await confirmTotp(services, actor, code);
      await assert.rejects(confirmTotp(services, actor, code), { code: 'TOTP_ALREADY_ENABLED' });
      await assert.rejects(enrolTotp(services, actor, STAFF_PASSWORD), { code: 'TOTP_ALREADY_ENABLED' });
    });

    test('is turned off with the password, or by an administrator who resets it', async () => {
      const first = await withTotp();
      await assert.rejects(disableTotp(services, first.actor, 'wrong'), { code: 'PASSWORD_WRONG' });
      await disableTotp(services, first.actor, STAFF_PASSWORD);
      await enter(first.person.login);
      await assert.rejects(disableTotp(services, first.actor, STAFF_PASSWORD), { code: 'TOTP_NOT_ENABLED' });
      const second = await withTotp();
      const admin = await actorOfStaff(services, await createStaff(services, 'administrator', agencyId));
      const kept = await resetPassword(services, admin, second.person.personId);
      await assert.rejects(enter(second.person.login, kept.password), { code: 'SECOND_STEP_REQUIRED' });
      const dropped = await resetPassword(services, admin, second.person.personId, { disableTotp: true });
      await enter(second.person.login, dropped.password);
    });
  });

  describe('sessions', () => {
    test('are listed for their owner, ended one by one or all others at once', async () => {
      const person = await createStaff(services, null, agencyId);
      const [one, two, three] = [
        await enter(person.login),
        await enter(person.login),
        await enter(person.login),
      ];
      const actor = await actorIn(person, one.sessionId);
      const listed = await listSessions(services, actor);
      assert.equal(listed.length, 3);
      assert.deepEqual(
        listed.filter((session) => session.current).map((session) => session.id),
        [one.sessionId],
      );
      assert.equal(listed[0]!.userAgent, ORIGIN.userAgent);
      await endSession(services, actor, two.sessionId);
      await assert.rejects(endSession(services, actor, two.sessionId), { code: 'SESSION_NOT_FOUND' });
      assert.equal(await endOtherSessions(services, actor), 1);
      assert.equal(await findSession(services.database.read, three.token, services.clock.now()), null);
      assert.ok(await findSession(services.database.read, one.token, services.clock.now()));
      await signOut(services, actor);
      assert.equal(await findSession(services.database.read, one.token, services.clock.now()), null);
    });

    test("someone else's session cannot be ended", async () => {
      const victim = await createStaff(services, null, agencyId);
      const opened = await enter(victim.login);
      const other = await actorOfStaff(services, await createStaff(services, 'administrator', agencyId));
      await assert.rejects(endSession(services, other, opened.sessionId), { code: 'SESSION_NOT_FOUND' });
      assert.ok(await findSession(services.database.read, opened.token, services.clock.now()));
    });
  });
});
