import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { verifyAuditTrail } from '../agencies/index.ts';
import {
  approveItem,
  loadItem,
  publicItem,
  publishItem,
  saveCategory,
  startChange,
  submitItem,
  withdrawItem,
} from '../information/index.ts';
import { openOffice, passChain, publishedItem, revisionOf, type TestOffice } from '../information/testing.ts';
import { onEachDatabase } from '../platform/testing.ts';
import { makeReportItem } from './make-report-item.ts';
import { saveReportTexts } from './save-report-texts.ts';
import { reportMigrations } from './schema.ts';
import { reportTexts } from './store.ts';
import { figureLinks, recordsOfFigure, yearlyReport } from './yearly-report.ts';

onEachDatabase('yearly reports', (open) => {
  let office: TestOffice;
  beforeEach(async () => {
    office = await openOffice(open, reportMigrations);
  });
  afterEach(() => office.services.dispose());

  const officer = () => office.people['disclosure-officer'];
  const report = (year = 2026) =>
    yearlyReport(office.services, { agencyId: office.agencyId, year, form: '2014' });
  const save = (revision: number, text = '困难', year = 2026) =>
    saveReportTexts(office.services, officer(), {
      agencyId: office.agencyId,
      year,
      texts: [{ key: 'difficulties', text, revision }],
    });
  const withdraw = async (id: string) =>
    withdrawItem(office.services, officer(), id, {
      revision: await revisionOf(office, id),
      reasonCode: 'factual-error',
      reason: '内容有误。',
    });

  it('keep the officer’s texts by year, with who wrote them and the audit trail', async () => {
    await save(0, '第一稿\u0000');
    await save(1, '第二稿');
    await save(0, '去年的', 2025);
    const { difficulties, plan } = await reportTexts(office.services.database.read, office.agencyId, 2026);
    assert.deepEqual([difficulties.text, difficulties.revision], ['第二稿', 2]);
    assert.equal(difficulties.updatedByName, officer().name);
    assert.deepEqual([plan.text, plan.revision], ['', 0]);
    assert.equal((await report(2025)).texts.difficulties, '去年的');
    const events = await office.services.database.read
      .selectFrom('audit_event')
      .select('detail')
      .where('action', '=', 'report.texts-saved')
      .orderBy('seq')
      .execute();
    assert.equal(events.length, 3);
    assert.equal(JSON.parse(events[1]!.detail).texts[0].before, '第一稿');
    assert.equal((await verifyAuditTrail(office.services.database.read)).intact, true);
  });

  it('tell the second of two writers, and then keep none of what they sent', async () => {
    await save(0, '第一稿');
    const both = saveReportTexts(office.services, officer(), {
      agencyId: office.agencyId,
      year: 2026,
      texts: [
        { key: 'plan', text: '安排', revision: 0 },
        { key: 'difficulties', text: '另一稿', revision: 0 },
      ],
    });
    await assert.rejects(both, { code: 'REPORT_TEXT_CONFLICT' });
    const texts = await reportTexts(office.services.database.read, office.agencyId, 2026);
    assert.deepEqual([texts.difficulties.text, texts.plan.revision], ['第一稿', 0]);
    const [first, second] = await Promise.allSettled([save(1, '甲'), save(1, '乙')]);
    assert.deepEqual([first.status, second.status].sort(), ['fulfilled', 'rejected']);
  });

  it('let only the disclosure officer write', async () => {
    for (const [role, actor] of Object.entries(office.people)) {
      if (role === 'disclosure-officer') continue;
      const attempt = saveReportTexts(office.services, actor, {
        agencyId: office.agencyId,
        year: 2026,
        texts: [{ key: 'plan', text: '不该', revision: 0 }],
      });
      await assert.rejects(attempt, { code: 'FORBIDDEN' }, role);
    }
  });

  it('count from the records, under the category at the top, each figure with its records', async () => {
    const { services, agencyId, categoryId } = office;
    const sub = await saveCategory(services, office.people.administrator, {
      agencyId,
      parentId: categoryId,
      code: 'GGFW-GJ',
      name: '公共交通',
      indexClass: '0401',
    });
    const kept = await publishedItem(office);
    await publishedItem(office, { title: '关于另一条线路的通告' }, { categoryId: sub });
    const late = await publishedItem(office, { title: '逾期的通告', formedOn: '2026-09-01' });
    const gone = await publishedItem(office, { title: '撤回的通告' });
    await publishedItem(office, { title: '公开指南' }, { section: 'guide', categoryId: null });
    await withdraw(gone);
    const made = await report();
    assert.deepEqual(made.proactive, { total: 3, byCategory: { 公共服务类: 3 } });
    assert.deepEqual([made.timeliness.inTime, made.timeliness.late], [2, 1]);
    assert.deepEqual(made.changes, { amended: 0, repealed: 0, withdrawn: 1 });
    assert.equal(made.logSize, 6);
    for (const { key, value } of figureLinks(made, agencyId))
      assert.equal((await recordsOfFigure(services, agencyId, 2026, key)).length, value, key);
    const [record] = await recordsOfFigure(services, agencyId, 2026, 'timeliness.late');
    assert.equal(record?.itemId, late);
    assert.notEqual(record?.itemId, kept);
    await assert.rejects(recordsOfFigure(services, agencyId, 2026, 'proactive.all'), {
      code: 'REPORT_FIGURE_UNKNOWN',
    });
  });

  it('stay what they were when the next year changes what they counted', async () => {
    const id = await publishedItem(office);
    const repealed = await publishedItem(office, { title: '将废止的通告' });
    office.services.clock.set('2027-01-04T02:00:00Z');
    await withdraw(id);
    await startChange(office.services, office.people.clerk, repealed, {
      revision: await revisionOf(office, repealed),
      change: 'repeal',
      reason: '不再适用。',
    });
    await passChain(office, repealed);
    await publishItem(office.services, officer(), repealed, {
      revision: await revisionOf(office, repealed),
      at: 'now',
    });
    assert.deepEqual(
      [(await report(2026)).proactive.total, (await report(2026)).changes],
      [2, { amended: 0, repealed: 0, withdrawn: 0 }],
    );
    assert.deepEqual((await report(2027)).changes, { amended: 0, repealed: 1, withdrawn: 1 });
  });

  it('draw the year’s line in Shanghai, not in Greenwich', async () => {
    office.services.clock.set('2025-12-31T15:59:00Z');
    const old = await publishedItem(office, { formedOn: '2025-12-30' });
    office.services.clock.set('2025-12-31T16:01:00Z');
    await withdraw(old);
    assert.deepEqual([(await report(2025)).proactive.total, (await report(2025)).changes.withdrawn], [1, 0]);
    assert.equal((await report(2026)).changes.withdrawn, 1);
  });

  it('refuse a year that has not begun', () =>
    assert.rejects(report(2027), { code: 'REPORT_YEAR_NOT_BEGUN' }));

  it('become an item that goes through the chain, with the Word file', async () => {
    const { services } = office;
    await publishedItem(office);
    await save(0, '人手不足。');
    const subject = { agencyId: office.agencyId, year: 2026, form: '2014' } as const;
    await assert.rejects(makeReportItem(services, office.people.clerk, subject), { code: 'FORBIDDEN' });
    const id = await makeReportItem(services, officer(), subject);
    const draft = await loadItem(services.database.read, id);
    assert.deepEqual([draft.section, draft.state], ['annual-reports', 'draft']);
    await submitItem(services, officer(), id, { revision: draft.revision });
    for (const role of ['unit-head', 'secrecy-reviewer', 'approving-leader'] as const)
      await approveItem(services, office.people[role], id, { revision: await revisionOf(office, id) });
    await publishItem(services, officer(), id, { revision: await revisionOf(office, id), at: 'now' });
    const published = await publicItem(services.database.read, id);
    assert.match(published?.record?.bodyHtml ?? '', /人手不足。/);
    assert.equal(published?.record?.files.length, 1);
    assert.ok(await services.files.has(published!.record!.files[0]!.sha256));
    assert.equal((await report()).proactive.total, 1, 'the report does not count itself');
  });
});
