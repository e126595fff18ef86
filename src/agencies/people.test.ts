import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { onEachDatabase, type TestServices } from '../platform/testing.ts';
import { type Actor, agenciesWhere, can } from './actor.ts';
import { agencyById, listUnits } from './agency-store.ts';
import { assignRole } from './assign-role.ts';
import { changePost } from './change-post.ts';
import { createAgency } from './create-agency.ts';
import { createPerson } from './create-person.ts';
import { createUnit } from './create-unit.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { delegate } from './delegate.ts';
import { endRole } from './end-role.ts';
import { initialise } from './init.ts';
import { listDelegations } from './list-delegations.ts';
import { commandActor, systemActor } from './load-actor.ts';
import { colleagues, holdersOf, personById, postsOn, searchPeople } from './people-store.ts';
import { reactivatePerson } from './reactivate-person.ts';
import { resetPassword } from './reset-password.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { migrations } from './schema.ts';
import { findSession, openSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { actorOfStaff, createStaff, createTestAgency, type Staff } from './testing.ts';
import { updateAgency } from './update-agency.ts';
import { updatePerson } from './update-person.ts';
import { updateUnit } from './update-unit.ts';

onEachDatabase('people and agencies', (open) => {
  let services: TestServices;
  let system: Actor;
  let office: string;
  let bureau: string;
  let station: string;
  let school: string;
  let unit: string;
  let admin: Staff;
  before(async () => {
    services = await open(migrations);
    system = await systemActor(services.database.read);
    office = await createTestAgency(services, { code: 'office', kind: 'office' });
    bureau = await createTestAgency(services, { code: 'bureau', parentId: office });
    station = await createTestAgency(services, { code: 'station', parentId: bureau, kind: 'subordinate' });
    school = await createTestAgency(services, { code: 'school', parentId: office, kind: 'bureau' });
    unit = await createUnit(services, system, bureau, { code: 'BGS', name: '办公室', kind: 'department' });
    await createStaff(services, 'administrator', office);
    admin = await createStaff(services, 'administrator', bureau);
  });
  after(() => services.dispose());

  const as = (person: Staff) => actorOfStaff(services, person);

  describe('roles in the tree', () => {
    test('watchers read below their agency, administrators manage there, nobody sees sideways or upward', async () => {
      const rows = [
        ['inspector', 'item.read', [bureau, station]],
        ['auditor', 'audit.read', [bureau, station]],
        ['administrator', 'people.manage', [bureau, station]],
        ['administrator', 'import.publish', [bureau]],
        ['disclosure-officer', 'item.read', [bureau]],
        ['clerk', 'item.read', [bureau]],
      ] as const;
      for (const [role, permission, expected] of rows) {
        const actor = await as(await createStaff(services, role, bureau));
        assert.deepEqual(
          agenciesWhere(actor, permission).sort(),
          [...expected].sort(),
          `${role} ${permission}`,
        );
      }
      const top = await as(await createStaff(services, 'inspector', office));
      assert.deepEqual(agenciesWhere(top, 'item.read').sort(), [office, bureau, station, school].sort());
    });

    test('a role of a deactivated agency counts for nothing', async () => {
      const closing = await createTestAgency(services, { code: 'closing', parentId: bureau });
      const clerk = await createStaff(services, 'clerk', closing);
      assert.equal(can(await as(clerk), 'item.write', closing), true);
      await updateAgency(services, system, closing, { active: false });
      assert.equal(can(await as(clerk), 'item.write', closing), false);
    });
  });

  describe('agencies and units', () => {
    test('an administrator adds below the own agency, and nowhere else', async () => {
      const actor = await as(admin);
      const id = await createAgency(services, actor, {
        code: 'road-office',
        name: '公路中心',
        parentId: bureau,
        kind: 'subordinate',
        orgCode: 'SL10107',
      });
      const view = await agencyById(services.database.read, id);
      assert.deepEqual([view.parentId, view.orgCode, view.active], [bureau, 'SL10107', true]);
      for (const parentId of [office, school, null])
        await assert.rejects(
          createAgency(services, actor, { code: 'x1', name: '某机关', parentId, kind: 'bureau' }),
          { code: 'FORBIDDEN' },
        );
    });

    test('codes are unique, input is checked for commands too', async () => {
      const body = { code: 'bureau', name: '某机关', parentId: office, kind: 'bureau' } as const;
      await assert.rejects(createAgency(services, system, body), { code: 'AGENCY_CODE_TAKEN' });
      await assert.rejects(createAgency(services, system, { ...body, code: 'no spaces', name: ' ' }), {
        code: 'INVALID_INPUT',
        details: { fields: ['code', 'name'] },
      });
      const again = { code: 'BGS', name: '办公室', kind: 'department' } as const;
      await assert.rejects(createUnit(services, system, bureau, again), { code: 'UNIT_CODE_TAKEN' });
      await createUnit(services, system, school, again);
    });

    test('an update changes what it names and leaves the rest', async () => {
      await updateAgency(services, system, school, { phone: '0593-0000000', name: '示例市教育局' });
      await updateAgency(services, system, school, { hours: '工作日 8:00-12:00' });
      const view = await agencyById(services.database.read, school);
      assert.deepEqual(
        [view.name, view.phone, view.hours, view.parentId, view.code],
        ['示例市教育局', '0593-0000000', '工作日 8:00-12:00', office, 'school'],
      );
      await updateAgency(services, system, school, { phone: null });
      assert.equal((await agencyById(services.database.read, school)).phone, null);
    });

    test('the tree stays a tree, and nobody moves out of the sight of those above', async () => {
      await assert.rejects(updateAgency(services, system, office, { parentId: station }), {
        code: 'AGENCY_CIRCLE',
      });
      await assert.rejects(updateAgency(services, system, bureau, { parentId: bureau }), {
        code: 'AGENCY_CIRCLE',
      });
      await assert.rejects(updateAgency(services, system, bureau, { active: false }), {
        code: 'AGENCY_IN_USE',
      });
      const both = await createStaff(services, 'administrator', bureau);
      await assignRole(services, system, both.personId, { agencyId: school, role: 'administrator' });
      await assert.rejects(updateAgency(services, await as(both), bureau, { parentId: school }), {
        code: 'FORBIDDEN',
      });
      await updateAgency(services, await as(both), station, { parentId: school });
      await updateAgency(services, await as(both), station, { parentId: bureau });
    });

    test('a unit in use stays active; units keep their order', async () => {
      const empty = await createUnit(services, system, bureau, {
        code: 'FGK',
        name: '法规科',
        kind: 'department',
      });
      await createStaff(services, 'clerk', bureau, { unitId: unit });
      await assert.rejects(updateUnit(services, system, unit, { active: false }), { code: 'UNIT_IN_USE' });
      await updateUnit(services, system, empty, { active: false, position: 0 });
      const units = await listUnits(services.database.read, bureau);
      assert.deepEqual(
        units.map((one) => [one.code, one.active]),
        [
          ['FGK', false],
          ['BGS', true],
        ],
      );
    });
  });

  describe('people', () => {
    test('a new person signs in with the generated password and must change it', async () => {
      const { personId, password } = await createPerson(services, await as(admin), {
        login: 'New.Person',
        name: '新同志',
        post: { agencyId: bureau, unitId: unit, title: '科员' },
      });
      const view = await personById(services.database.read, personId);
      assert.deepEqual(
        [view.login, view.mustChangePassword, view.posts[0]?.fromOn],
        ['new.person', true, '2026-11-23'],
      );
      await signIn(services, { login: 'new.person', password }, { address: null, userAgent: null });
      const dump = JSON.stringify(
        await services.database.read.selectFrom('audit_event').selectAll().execute(),
      );
      assert.ok(!dump.includes(password));
    });

    test('a taken login, a foreign unit and a future day are refused, and nothing remains', async () => {
      const post = { agencyId: bureau, title: '科员' };
      const make = (login: string, over: object = {}) =>
        createPerson(services, system, { login, name: '某人', post: { ...post, ...over } });
      await make('taken');
      await assert.rejects(make('TAKEN'), { code: 'LOGIN_TAKEN' });
      await assert.rejects(make('foreign', { agencyId: school, unitId: unit }), { code: 'UNIT_NOT_FOUND' });
      await assert.rejects(make('early', { fromOn: '2026-11-24' }), { code: 'POST_IN_FUTURE' });
      for (const login of ['foreign', 'early'])
        await assert.rejects(commandActor(services.database.read, services.clock, login), {
          code: 'PERSON_NOT_FOUND',
        });
    });

    test('only the system makes accounts whose password need not be changed', async () => {
      const body = { login: 'demo.clerk', name: '演示', post: { agencyId: bureau, title: '科员' } };
      await assert.rejects(createPerson(services, await as(admin), body, { mustChangePassword: false }), {
        code: 'FORBIDDEN',
      });
      await createPerson(services, system, body, { mustChangePassword: false });
    });

    test('the list shows the people of the agencies one may see, and finds part of a name', async () => {
      await createStaff(services, 'clerk', school, { login: 'school_clerk' });
      const find = (ids: string[], query: object = {}) =>
        searchPeople(services.database.read, ids, { page: 1, pageSize: 50, ...query });
      assert.deepEqual(
        (await find([school], { q: 'SCHOOL_' })).people.map((one) => one.login),
        ['school_clerk'],
      );
      assert.equal((await find([bureau], { q: 'school_' })).total, 0);
      assert.equal((await find([school], { q: '%' })).total, 0);
      assert.equal((await find([])).total, 0);
      const all = await find([office, bureau, station, school], { pageSize: 2 });
      assert.equal(all.people.length, 2);
      assert.ok(all.total > 5 && !all.people.some((one) => one.login === 'system'));
    });

    test('an account is managed only by who manages all its agencies', async () => {
      const superior = await createStaff(services, 'administrator', office);
      await assignRole(services, system, superior.personId, { agencyId: bureau, role: 'inspector' });
      const actor = await as(admin);
      await assert.rejects(resetPassword(services, actor, superior.personId), { code: 'FORBIDDEN' });
      await assert.rejects(deactivatePerson(services, actor, superior.personId), { code: 'FORBIDDEN' });
      await assert.rejects(updatePerson(services, actor, superior.personId, { name: '改名' }), {
        code: 'FORBIDDEN',
      });
      await assert.rejects(
        assignRole(services, actor, admin.personId, { agencyId: office, role: 'administrator' }),
        {
          code: 'FORBIDDEN',
        },
      );
    });

    test('an administrator of another agency changes nothing here', async () => {
      const stranger = await as(await createStaff(services, 'administrator', school));
      const person = await createStaff(services, 'clerk', bureau);
      const { roles } = await personById(services.database.read, person.personId);
      const begins = { agencyId: school, title: '教师' };
      const acts = [
        endRole(services, stranger, roles[0]!.id),
        changePost(services, stranger, person.personId, { on: '2026-11-23', begins }),
        createUnit(services, stranger, bureau, { code: 'X1', name: '某科', kind: 'department' }),
        updateUnit(services, stranger, unit, { name: '某科' }),
        updateAgency(services, stranger, bureau, { name: '某局' }),
        updatePerson(services, stranger, person.personId, { name: '某人' }),
        reactivatePerson(services, stranger, person.personId),
        assignRole(services, stranger, person.personId, { agencyId: bureau, role: 'auditor' }),
        createPerson(services, stranger, {
          login: 'smuggled',
          name: '某人',
          post: { agencyId: bureau, title: '科员' },
        }),
      ];
      const outcomes = await Promise.allSettled(acts);
      assert.deepEqual(
        outcomes.map((one) => (one.status === 'rejected' ? one.reason.code : 'done')),
        acts.map(() => 'FORBIDDEN'),
      );
    });

    test('a closed account keeps its history and nothing else; reopened, it has no role', async () => {
      const person = await createStaff(services, 'clerk', bureau);
      const { token } = await services.database.write((tx) =>
        openSession(tx, services, person.personId, { address: null, userAgent: null }),
      );
      await deactivatePerson(services, await as(admin), person.personId);
      const view = await personById(services.database.read, person.personId);
      assert.equal(view.active, false);
      assert.equal(view.posts[0]?.toOn, '2026-11-23');
      assert.ok(view.roles[0]?.endedAt);
      await assert.rejects(as(person), { code: 'PERSON_NOT_FOUND' });
      await assert.rejects(deactivatePerson(services, await as(admin), person.personId), {
        code: 'PERSON_INACTIVE',
      });
      const { password } = await reactivatePerson(services, await as(admin), person.personId);
      assert.equal(await findSession(services.database.read, token, services.clock.now()), null);
      await signIn(services, { login: person.login, password }, { address: null, userAgent: null });
      assert.deepEqual((await as(person)).assignments, []);
    });

    test('the last administrator stays', async () => {
      const alone = await createTestAgency(services, { code: 'alone' });
      const last = await createStaff(services, 'administrator', alone);
      const { roles, posts } = await personById(services.database.read, last.personId);
      await assert.rejects(endRole(services, await as(last), roles[0]!.id), { code: 'LAST_ADMINISTRATOR' });
      await assert.rejects(deactivatePerson(services, await as(last), last.personId), {
        code: 'LAST_ADMINISTRATOR',
      });
      services.clock.set('2026-11-25T01:00:00Z');
      await assert.rejects(
        changePost(services, await as(last), last.personId, { on: '2026-11-25', begins: null }),
        { code: 'LAST_ADMINISTRATOR' },
      );
      assert.equal((await personById(services.database.read, last.personId)).posts[0]!.toOn, posts[0]!.toOn);
      services.clock.set('2026-11-23T01:00:00Z');
      await createStaff(services, 'administrator', alone);
      await endRole(services, await as(last), roles[0]!.id);
      await assert.rejects(endRole(services, system, roles[0]!.id), { code: 'ROLE_NOT_FOUND' });
    });

    test('a role is held once; another unit is another role', async () => {
      const person = await createStaff(services, 'clerk', bureau);
      const actor = await as(admin);
      const give = (unitId: string | null, role: 'clerk' | 'unit-head' = 'clerk') =>
        assignRole(services, actor, person.personId, { agencyId: bureau, role, unitId });
      await assert.rejects(give(null), { code: 'ROLE_ALREADY_HELD' });
      await give(unit);
      await assert.rejects(give(unit), { code: 'ROLE_ALREADY_HELD' });
      await give(unit, 'unit-head');
      assert.equal(can(await as(person), 'item.review', bureau, unit), true);
    });
  });

  describe('posts over time', () => {
    test('a change of post keeps the history, and roles go with the post', async () => {
      services.clock.set('2026-11-23T01:00:00Z');
      const person = await createStaff(services, 'unit-head', bureau, { unitId: unit });
      await assignRole(services, system, person.personId, { agencyId: bureau, role: 'disclosure-officer' });
      const legal = await createUnit(services, system, bureau, {
        code: 'ZCK',
        name: '政策科',
        kind: 'department',
      });
      services.clock.set('2026-12-15T01:00:00Z');
      const moved = await changePost(services, await as(admin), person.personId, {
        on: '2026-12-01',
        begins: { agencyId: bureau, unitId: legal, title: '科长' },
      });
      assert.deepEqual(moved.endedRoles, ['unit-head']);
      const view = await personById(services.database.read, person.personId);
      assert.deepEqual(
        view.posts.map((post) => [post.title, post.fromOn, post.toOn]),
        [
          ['科长', '2026-12-01', null],
          ['科员', '2026-11-23', '2026-11-30'],
        ],
      );
      const titles = async (on: string) =>
        (await postsOn(services.database.read, bureau, on))
          .filter((post) => post.personId === person.personId)
          .map((post) => post.title);
      assert.deepEqual(await titles('2026-11-22'), []);
      assert.deepEqual(await titles('2026-11-30'), ['科员']);
      assert.deepEqual(await titles('2026-12-01'), ['科长']);
      const left = await changePost(services, system, person.personId, { on: '2026-12-10', begins: null });
      assert.deepEqual(left.endedRoles, ['disclosure-officer']);
      assert.deepEqual((await as(person)).assignments, []);
      services.clock.set('2026-11-23T01:00:00Z');
    });

    test('a second post beside the first ends nothing', async () => {
      const person = await createStaff(services, 'clerk', bureau);
      const change = await changePost(services, system, person.personId, {
        on: '2026-11-23',
        ends: [],
        begins: { agencyId: station, title: '站长(兼)' },
      });
      assert.deepEqual([change.endedPostIds, change.endedRoles], [[], []]);
      const { posts } = await personById(services.database.read, person.personId);
      assert.equal(posts.filter((post) => post.toOn === null).length, 2);
    });

    test('days out of order, foreign posts and foreign agencies are refused', async () => {
      const person = await createStaff(services, 'clerk', bureau);
      const begins = { agencyId: bureau, title: '科长' };
      const change = (actor: Actor, over: object) =>
        changePost(services, actor, person.personId, { on: '2026-11-23', begins, ...over });
      await assert.rejects(change(system, {}), { code: 'POST_DATE_ORDER' });
      await assert.rejects(change(system, { on: '2026-11-24' }), { code: 'POST_IN_FUTURE' });
      await assert.rejects(change(system, { ends: ['none'] }), { code: 'POST_NOT_FOUND' });
      const toSchool = { ends: [], begins: { agencyId: school, title: '校长' } };
      await assert.rejects(change(await as(admin), toSchool), { code: 'FORBIDDEN' });
    });
  });

  describe('delegation', () => {
    const period = { fromOn: '2026-11-23', toOn: '2026-11-27' };

    test('the delegate holds the role for the period, shown as lent, and no longer', async () => {
      const head = await createStaff(services, 'unit-head', bureau, { unitId: unit });
      const deputy = await createStaff(services, 'clerk', bureau);
      await delegate(services, await as(head), {
        toPersonId: deputy.personId,
        agencyId: bureau,
        role: 'unit-head',
        ...period,
      });
      const rows: [instant: string, holds: boolean][] = [
        ['2026-11-22T15:59:59Z', false], // 23:59:59 on the 22nd in Shanghai
        ['2026-11-22T16:00:00Z', true],
        ['2026-11-27T15:59:59Z', true],
        ['2026-11-27T16:00:00Z', false],
      ];
      for (const [instant, holds] of rows) {
        services.clock.set(instant);
        assert.equal(can(await as(deputy), 'item.review', bureau, unit), holds, instant);
      }
      services.clock.set('2026-11-23T01:00:00Z');
      const lent = (await as(deputy)).assignments.find((one) => one.role === 'unit-head');
      assert.deepEqual([lent?.delegatedFrom?.personId, lent?.unitId], [head.personId, unit]);
      const holders = await holdersOf(services.database.read, bureau, 'unit-head', '2026-11-25');
      assert.deepEqual(
        holders
          .filter((one) => one.personId === deputy.personId)
          .map((one) => [one.delegatedFrom, one.unitId]),
        [[head.personId, unit]],
      );
    });

    test('it ends when revoked, and when the delegator loses the role or the account', async () => {
      const endings: ((id: string, head: Staff, deputy: Staff) => Promise<unknown>)[] = [
        async (id, _head, deputy) => revokeDelegation(services, await as(deputy), id),
        async (_id, head) => {
          const { roles } = await personById(services.database.read, head.personId);
          return endRole(services, system, roles[0]!.id);
        },
        async (_id, head) => deactivatePerson(services, system, head.personId),
        (_id, head) =>
          services.database.write((tx) =>
            tx.updateTable('person').set({ active: 0 }).where('id', '=', head.personId).execute(),
          ),
      ];
      for (const end of endings) {
        const head = await createStaff(services, 'approving-leader', bureau);
        const deputy = await createStaff(services, null, bureau);
        const id = await delegate(services, await as(head), {
          toPersonId: deputy.personId,
          agencyId: bureau,
          role: 'approving-leader',
          ...period,
        });
        assert.equal(can(await as(deputy), 'item.publish', bureau), true);
        await end(id, head, deputy);
        assert.equal(can(await as(deputy), 'item.publish', bureau), false);
      }
    });

    test('what may not be lent is refused', async () => {
      const head = await createStaff(services, 'approving-leader', bureau);
      const deputy = await createStaff(services, 'clerk', bureau);
      const stranger = await createStaff(services, 'clerk', school);
      const officer = await createStaff(services, 'disclosure-officer', bureau);
      const base = {
        toPersonId: deputy.personId,
        agencyId: bureau,
        role: 'approving-leader',
        ...period,
      } as const;
      const rows: [by: Staff, over: object, code: string][] = [
        [head, { toPersonId: head.personId }, 'DELEGATION_TO_SELF'],
        [head, { toPersonId: stranger.personId }, 'DELEGATE_NOT_IN_AGENCY'],
        [head, { role: 'secrecy-reviewer' }, 'DELEGATION_ROLE_NOT_HELD'],
        [admin, { role: 'administrator' }, 'DELEGATION_ROLE_NOT_DELEGABLE'],
        [head, { toOn: '2026-11-22' }, 'DELEGATION_PERIOD'],
        [head, { fromOn: '2026-11-01', toOn: '2026-11-20' }, 'DELEGATION_PERIOD'],
        [head, { toOn: '2028-01-01' }, 'DELEGATION_PERIOD'],
        [deputy, { fromPersonId: head.personId, toPersonId: officer.personId }, 'FORBIDDEN'],
      ];
      for (const [by, over, code] of rows)
        await assert.rejects(delegate(services, await as(by), { ...base, ...over }), { code });
      const id = await delegate(services, await as(officer), { ...base, fromPersonId: head.personId });
      const further = { ...base, toPersonId: officer.personId };
      await assert.rejects(delegate(services, await as(deputy), further), {
        code: 'DELEGATION_ROLE_NOT_HELD',
      });
      await assert.rejects(revokeDelegation(services, await as(stranger), id), { code: 'FORBIDDEN' });
      assert.deepEqual(await listDelegations(services, await as(stranger)), []);
      assert.ok(
        (await listDelegations(services, await as(head))).some((one) => one.id === id && one.current),
      );
      await revokeDelegation(services, await as(head), id);
      await assert.rejects(revokeDelegation(services, await as(head), id), { code: 'DELEGATION_NOT_FOUND' });
    });
  });

  test('colleagues are the active people with a post or role, once each', async () => {
    const own = await createTestAgency(services, { code: 'colleagues', parentId: office });
    const two = await createStaff(services, 'clerk', own);
    await changePost(services, system, two.personId, {
      on: '2026-11-23',
      ends: [],
      begins: { agencyId: own, title: '档案员' },
    });
    const guest = await createStaff(services, null, bureau);
    await assignRole(services, system, guest.personId, { agencyId: own, role: 'inspector' });
    const gone = await createStaff(services, null, own);
    await deactivatePerson(services, system, gone.personId);
    const found = await colleagues(services.database.read, own);
    assert.deepEqual(
      found.map((one) => [one.id, [...one.titles].sort()]).sort(),
      [
        [two.personId, ['档案员', '科员'].sort()],
        [guest.personId, []],
      ].sort(),
    );
  });
});

onEachDatabase('a fresh installation', (open) => {
  let services: TestServices;
  before(async () => {
    services = await open(migrations);
  });
  after(() => services.dispose());

  test('gets its agency and administrator, once', async () => {
    const input = {
      agency: { code: 'jtj', name: '示例市交通运输局' },
      administrator: { login: 'admin', name: '系统管理员' },
    };
    await assert.rejects(initialise(services, { ...input, administrator: { login: 'x', name: '某' } }), {
      code: 'INVALID_INPUT',
      details: { fields: ['login'] },
    });
    const { password } = await initialise(services, input);
    await signIn(services, { login: 'admin', password }, { address: null, userAgent: null });
    const actor = await commandActor(services.database.read, services.clock, 'admin');
    assert.equal(actor.via, 'command');
    assert.equal(agenciesWhere(actor, 'people.manage').length, 1);
    await assert.rejects(initialise(services, input), { code: 'ALREADY_INITIALISED' });
  });
});
