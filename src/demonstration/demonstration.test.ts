import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agenciesRoutes, agencyByCode, verifyAuditTrail } from '../agencies/index.ts';
import { anonymousAgent, guardedApp } from '../agencies/testing.ts';
import { recordText } from '../information/index.ts';
import { openLogKey, verifyLocal } from '../ledger/index.ts';
import { migrations } from '../migrations.ts';
import { legalDate, sha256 } from '../platform/index.ts';
import { openOnSqlite, type TestServices } from '../platform/testing.ts';
import { figureLinks, recordsOfFigure, yearlyReport } from '../reports/index.ts';
import { buildDemonstration, type DemoSignIn, isDemonstration } from './index.ts';

/** The numbers of the source: data/bureau-2014.json. */
const SOURCE = { 权力运行类: 17, 财政资金类: 14, 人事党建及廉政类: 33, 公共服务类: 98 };

async function open() {
  const opened = await openOnSqlite(migrations);
  return { ...opened, logKey: openLogKey(opened.config) };
}

describe('the demonstration agency', () => {
  let services: Awaited<ReturnType<typeof open>>;
  let signIns: DemoSignIn[];
  let agencyId: string;
  before(async () => {
    services = await open();
    assert.equal(await isDemonstration(services.database), false);
    signIns = await buildDemonstration(services);
    agencyId = (await agencyByCode(services.database.read, 'SLJT')).id;
  });
  after(() => services.dispose());

  const read = () => services.database.read;
  const report = (year: number) => yearlyReport(services, { agencyId, year, form: '2014' });

  it('is marked as one', async () => assert.equal(await isDemonstration(services.database), true));

  it('gives exactly the source’s numbers for 2014', async () => {
    const { proactive, requests, remedies } = await report(2014);
    assert.deepEqual(proactive, { total: 162, byCategory: SOURCE });
    assert.deepEqual([...Object.values(requests), ...Object.values(remedies)], [0, 0, 0, 0, 0, 0]);
  });

  it('counts what an independent reading of the log’s records counts', async () => {
    const made = await report(2014);
    const entries = await read().selectFrom('publication_entry').selectAll().orderBy('seq').execute();
    const within = entries.filter((entry) => legalDate(entry.at).startsWith('2014-'));
    const counts = new Map<string, number>();
    const first = within.filter((entry) => entry.action === 'publish' && entry.record !== null);
    for (const entry of first) {
      const record = JSON.parse(entry.record!);
      if (record.section === 'catalogue')
        counts.set(record.category.name, (counts.get(record.category.name) ?? 0) + 1);
    }
    assert.deepEqual(Object.fromEntries(counts), SOURCE);
    const actions = (action: string) => within.filter((entry) => entry.action === action).length;
    assert.deepEqual(made.changes, {
      amended: actions('amend'),
      repealed: actions('repeal'),
      withdrawn: actions('withdraw'),
    });
    assert.deepEqual(made.changes, { amended: 3, repealed: 2, withdrawn: 2 });
    assert.equal(made.timeliness.late, 4);
  });

  it('has behind every figure exactly its records', async () => {
    for (const year of [2014, 2019, 2026]) {
      for (const { key, value } of figureLinks(await report(year), agencyId)) {
        const records = await recordsOfFigure(services, agencyId, year, key);
        assert.equal(records.length, value, `${year} ${key}`);
      }
    }
  });

  it('has a log that verifies, with every kept record under its hash', async () => {
    const verification = await verifyLocal(services.database, services.logKey);
    assert.equal(verification.ok, true, JSON.stringify(verification));
    const entries = await read().selectFrom('log_entry').select(['seq', 'data']).execute();
    let kept = 0;
    for (const { seq, data } of entries) {
      const text = await recordText(read(), seq);
      if (text === null) continue;
      assert.equal(JSON.parse(data).record, sha256(text), `entry ${seq}`);
      kept++;
    }
    assert.equal(entries.length - kept, 2, 'the two withdrawn ones');
  });

  it('has an audit trail that is whole and runs forward', async () => {
    assert.equal((await verifyAuditTrail(read())).intact, true);
    const times = await read().selectFrom('audit_event').select('at').orderBy('seq').execute();
    for (const [index, { at }] of times.entries()) assert.ok(index === 0 || at >= times[index - 1]!.at, at);
    assert.ok(times.at(-1)!.at <= services.clock.now(), 'nothing lies in the future');
  });

  it('had four eyes on everything it published', async () => {
    const steps = await read().selectFrom('review_step').selectAll().orderBy('step').execute();
    const versions = Map.groupBy(steps, (step) => `${step.item_id}/${step.version}`);
    let published = 0;
    for (const own of versions.values()) {
      if (!own.some((step) => step.action === 'publish')) continue;
      const writers = new Set(own.filter((step) => step.action === 'submit').map((step) => step.person_id));
      const deciders = own.filter((step) => step.action === 'approve').map((step) => step.person_id);
      assert.equal(new Set(deciders).size, 3);
      assert.ok(deciders.every((person) => !writers.has(person)));
      published++;
    }
    assert.ok(published > 200, String(published));
    assert.ok(steps.some((step) => step.action === 'return' && (step.comment ?? '').length > 5));
  });

  it('has index numbers of the Fujian form, without gap or double', async () => {
    const rows = await read()
      .selectFrom('item')
      .select('index_number')
      .where('index_number', 'is not', null)
      .execute();
    const series = new Map<string, number[]>();
    for (const { index_number } of rows) {
      const [, head, number] = /^(SL10107-\d{4}-\d{4})-(\d{5})$/.exec(index_number!)!;
      series.set(head!, [...(series.get(head!) ?? []), Number(number)]);
    }
    for (const [head, numbers] of series)
      assert.deepEqual(
        numbers.sort((a, b) => a - b),
        numbers.map((_, index) => index + 1),
        head,
      );
  });

  it('has something in every queue of the present', async () => {
    const rows = await read()
      .selectFrom('item')
      .select(['state', 'reexamine_on', 'due_on', 'attribute', 'public_status', 'scheduled_for'])
      .execute();
    const states = new Set(rows.map((row) => row.state));
    for (const state of [
      'draft',
      'unit-review',
      'secrecy-review',
      'risk-assessment',
      'approval',
      'approved',
      'scheduled',
      'published',
      'withheld',
    ])
      assert.ok(states.has(state), state);
    const today = services.clock.today();
    assert.ok(
      rows.some((row) => row.reexamine_on !== null && row.reexamine_on <= today),
      're-examination',
    );
    const overdue = rows.filter(
      (row) =>
        row.public_status === null &&
        row.attribute === 'proactive' &&
        row.due_on !== null &&
        row.due_on < today,
    );
    assert.ok(overdue.length >= 1, 'overdue');
    assert.ok(rows.every((row) => row.scheduled_for === null || row.scheduled_for > services.clock.now()));
  });

  it('has one item whose critical finding waits for the secrecy reviewer, and no other', async () => {
    const found = await read()
      .selectFrom('item_finding as f')
      .innerJoin('item as i', 'i.id', 'f.item_id')
      .select(['f.detector', 'f.severity', 'i.state', 'f.excerpt'])
      .execute();
    const critical = found.filter((one) => one.severity === 'critical');
    assert.deepEqual(
      critical.map((one) => [one.detector, one.state]),
      [['resident-id', 'secrecy-review']],
    );
    assert.doesNotMatch(critical[0]!.excerpt, /\d{17}/);
  });

  it('has its 2014 report among the annual reports, counted before it was published', async () => {
    const row = await read()
      .selectFrom('publication')
      .select(['record', 'published_on', 'index_number'])
      .where('section', '=', 'annual-reports')
      .executeTakeFirstOrThrow();
    const record = JSON.parse(row.record!);
    assert.match(row.published_on, /^2015-01-/);
    assert.match(
      record.bodyHtml,
      /162条，其中权力运行类17条、财政资金类14条、人事党建及廉政类33条、公共服务类98条/,
    );
    assert.match(record.bodyHtml, /全年未收到依申请公开/);
    assert.equal(record.files.length, 1);
    const { plan } = (await report(2014)).texts;
    assert.equal(plan.match(/^\| [一二三四五六]、[^|]*\| \d+ \|/gm)?.length, 13);
    assert.equal(new Set(plan.match(/^\| [一二三四五六七]、/gm)).size, 7);
  });

  it('has its guide, regulations and safeguards', async () => {
    const rows = await read()
      .selectFrom('publication')
      .select(['section', 'title'])
      .where('section', '!=', 'catalogue')
      .execute();
    const sections = rows.map((row) => row.section).sort();
    assert.deepEqual(sections, ['annual-reports', 'guide', 'regulations', 'regulations', 'supervision']);
  });

  it('lets each of the eight roles sign in with its generated password, which stands nowhere', async () => {
    assert.equal(new Set(signIns.map((one) => one.role)).size, 8);
    const app = await guardedApp(services as TestServices, agenciesRoutes);
    for (const { login, password } of signIns) {
      const answer = await anonymousAgent(app).post('/api/v1/session', { login, password });
      assert.equal(answer.statusCode, 200, `${login}: ${answer.body}`);
      assert.equal(answer.json().mustChangePassword, false);
    }
    await app.close();
  });
});
