import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { onEachDatabase, type TestServices } from '../platform/testing.ts';
import type { Actor } from './actor.ts';
import { auditHash, auditHead, recordAudit, recordLook } from './audit.ts';
import type { AuditFilter } from './contract.ts';
import { exportAudit } from './export-audit.ts';
import { systemActor } from './load-actor.ts';
import { migrations } from './schema.ts';
import { searchAudit } from './search-audit.ts';
import { actorOfStaff, createStaff, createTestAgency } from './testing.ts';
import { verifyAuditTrail } from './verify-audit-trail.ts';

onEachDatabase('the audit trail', (open) => {
  let services: TestServices;
  let system: Actor;
  let office: string;
  let bureau: string;
  before(async () => {
    services = await open(migrations);
    office = await createTestAgency(services, { code: 'office' });
    bureau = await createTestAgency(services, { code: 'bureau', parentId: office });
    system = await systemActor(services.database.read);
  });
  after(() => services.dispose());

  const note = (action: string, over: object = {}, actor: Actor = system) =>
    services.database.write((tx) =>
      recordAudit(tx, actor, { at: services.clock.now(), action, agencyId: bureau, ...over }),
    );
  const verify = () => verifyAuditTrail(services.database.read);
  const count = async () => (await auditHead(services.database.read)).seq;

  test('is written with the act or not at all', async () => {
    const before = await count();
    await assert.rejects(
      services.database.write(async (tx) => {
        await recordAudit(tx, system, { at: services.clock.now(), action: 'x.done', agencyId: bureau });
        throw new Error('the act failed');
      }),
    );
    assert.equal(await count(), before);
  });

  test('a verb whose event cannot be recorded changes nothing', async () => {
    const failing = {
      ...services,
      clock: { today: () => services.clock.today(), now: () => null as never },
    };
    const people = async () =>
      (await services.database.read.selectFrom('person').select('id').execute()).length;
    const before = await people();
    await assert.rejects(createStaff(failing, 'clerk', bureau));
    assert.equal(await people(), before);
  });

  test('numbers events without gaps, however many are written at once', async () => {
    const before = await count();
    await Promise.all(Array.from({ length: 20 }, (_, n) => note('n.noted', { detail: { n } })));
    assert.equal(await count(), before + 20);
    assert.deepEqual((await verify()).intact, true);
  });

  test('an event says who looked at what', async () => {
    const clerk = await actorOfStaff(services, await createStaff(services, 'clerk', bureau));
    await recordLook(services, clerk, { agencyId: bureau, subjectKind: 'request', subjectId: 'r1' });
    const { events } = await searchAudit(services, system, { subjectId: 'r1', page: 1, pageSize: 10 });
    assert.deepEqual(
      events.map((event) => [event.action, event.personId, event.personName]),
      [['request.looked', clerk.personId, clerk.name]],
    );
  });

  describe('shows tampering', () => {
    beforeEach(async () => {
      for (let n = 0; n < 3; n++) await note('t.noted', { detail: { n } });
    });
    const rows = [
      ['detail', '{"n":7}'],
      ['person_name', '别人'],
      ['at', '2020-01-01T00:00:00.000Z'],
      ['agency_id', null],
      ['address', '1.2.3.4'],
    ] as const;
    for (const [column, value] of rows) {
      test(`an altered ${column}`, async () => {
        const seq = (await count()) - 1;
        const { read } = services.database;
        const original = await read
          .selectFrom('audit_event')
          .selectAll()
          .where('seq', '=', seq)
          .executeTakeFirst();
        const set = (to: unknown) =>
          services.database.write((tx) =>
            tx
              .updateTable('audit_event')
              .set({ [column]: to })
              .where('seq', '=', seq)
              .execute(),
          );
        await set(value);
        assert.deepEqual((await verify()).fault, { seq, reason: 'ALTERED' });
        await set(original![column]);
        assert.equal((await verify()).intact, true);
      });
    }

    test('an altered event whose own hash was recomputed breaks the link after it', async () => {
      const seq = (await count()) - 1;
      const original = await services.database.read
        .selectFrom('audit_event')
        .selectAll()
        .where('seq', '=', seq)
        .executeTakeFirstOrThrow();
      const forged = { ...original, person_name: '别人' };
      const store = (row: typeof original) =>
        services.database.write((tx) =>
          tx.updateTable('audit_event').set(row).where('seq', '=', seq).execute(),
        );
      await store({ ...forged, hash: auditHash(forged) });
      assert.deepEqual((await verify()).fault, { seq: seq + 1, reason: 'LINK_BROKEN' });
      await store(original);
    });

    test('a removed event leaves a gap; a cut-off end shows against a head noted before', async () => {
      const noted = (await verify()).head;
      const { read } = services.database;
      const last = await read
        .selectFrom('audit_event')
        .selectAll()
        .where('seq', '>=', noted.seq - 1)
        .orderBy('seq')
        .execute();
      const remove = (seq: number) =>
        services.database.write((tx) => tx.deleteFrom('audit_event').where('seq', '=', seq).execute());
      await remove(noted.seq - 1);
      assert.deepEqual((await verify()).fault, { seq: noted.seq - 1, reason: 'GAP' });
      await remove(noted.seq);
      assert.equal((await verify()).intact, true);
      assert.deepEqual((await verifyAuditTrail(read, noted)).fault, {
        seq: noted.seq,
        reason: 'HEAD_MISSING',
      });
      await services.database.write((tx) => tx.insertInto('audit_event').values(last).execute());
      await note('t.noted');
      assert.equal((await verifyAuditTrail(read, noted)).intact, true);
    });
  });

  describe('is searched', () => {
    const find = async (actor: Actor, filter: AuditFilter) =>
      (await searchAudit(services, actor, { ...filter, page: 1, pageSize: 200 })).events.map(
        (one) => one.action,
      );

    test('by action, its beginning, person, subject, agency and period', async () => {
      const person = await actorOfStaff(services, await createStaff(services, 'clerk', bureau));
      services.clock.set('2026-11-24T15:59:59Z');
      await note('search.first', { subjectKind: 'thing', subjectId: 'thing-1' }, person);
      services.clock.set('2026-11-24T16:00:00Z');
      await note('search.second', { subjectKind: 'thing', subjectId: 'thing-2' });
      await note('searching', { subjectKind: 'thing', subjectId: 'thing-2' });
      services.clock.set('2026-11-23T01:00:00Z');
      assert.deepEqual(await find(system, { action: 'search' }), ['search.second', 'search.first']);
      assert.deepEqual(await find(system, { action: 'search.first' }), ['search.first']);
      assert.deepEqual(await find(system, { personId: person.personId }), ['search.first']);
      assert.deepEqual(await find(system, { subjectKind: 'thing', subjectId: 'thing-2' }), [
        'searching',
        'search.second',
      ]);
      assert.deepEqual(await find(system, { subjectKind: 'thing', fromOn: '2026-11-25' }), [
        'searching',
        'search.second',
      ]);
      assert.deepEqual(await find(system, { subjectKind: 'thing', toOn: '2026-11-24' }), ['search.first']);
      assert.deepEqual(await find(system, { subjectKind: 'thing', agencyId: office }), []);
    });

    test('by an auditor for the own agency and those below; what belongs to no agency by the top only', async () => {
      await note('scope.office', { agencyId: office });
      await note('scope.bureau');
      await note('scope.none', { agencyId: null });
      const of = async (agencyId: string, role: 'auditor' | 'clerk') =>
        actorOfStaff(services, await createStaff(services, role, agencyId));
      assert.deepEqual(await find(await of(bureau, 'auditor'), { action: 'scope' }), ['scope.bureau']);
      assert.deepEqual(await find(await of(office, 'auditor'), { action: 'scope' }), [
        'scope.none',
        'scope.bureau',
        'scope.office',
      ]);
      await assert.rejects(find(await of(bureau, 'clerk'), {}), { code: 'FORBIDDEN' });
    });
  });

  describe('is exported', () => {
    const exported = async (actor: Actor, filter: AuditFilter, format: 'csv' | 'jsonl') => {
      let text = '';
      for await (const part of await exportAudit(services, actor, filter, format, 'zh')) text += part;
      return text;
    };

    test('as CSV that no spreadsheet runs, over more than a page of events', async () => {
      await services.database.write(async (tx) => {
        for (let n = 0; n < 1100; n++)
          await recordAudit(
            tx,
            { personId: null, name: n === 0 ? '=HYPERLINK("http://x")' : '某', address: null },
            {
              at: services.clock.now(),
              action: 'csv.noted',
              agencyId: bureau,
            },
          );
      });
      const text = await exported(system, { action: 'csv' }, 'csv');
      const lines = text.trimEnd().split('\r\n');
      assert.ok(text.startsWith('\uFEFF'));
      assert.equal(lines.length, 1101);
      assert.ok(lines[1]!.includes(`,"'=HYPERLINK(""http://x"")",`));
    });

    test('as JSON Lines from which the chain can be recomputed', async () => {
      const lines = (await exported(system, {}, 'jsonl')).trimEnd().split('\n');
      let previous = '0'.repeat(64);
      for (const [index, line] of lines.entries()) {
        const event = JSON.parse(line);
        assert.equal(event.seq, index + 1);
        assert.equal(event.previous_hash, previous);
        assert.equal(auditHash(event), event.hash);
        previous = event.hash;
      }
    });

    test('and the export is itself an event', async () => {
      const auditor = await actorOfStaff(services, await createStaff(services, 'auditor', bureau));
      await exported(auditor, { action: 'scope' }, 'csv');
      const { events } = await searchAudit(services, auditor, {
        personId: auditor.personId,
        page: 1,
        pageSize: 5,
      });
      assert.deepEqual(
        events.map((one) => [one.action, one.detail]),
        [['audit.exported', { format: 'csv', filter: { action: 'scope' } }]],
      );
    });
  });
});
