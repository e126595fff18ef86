import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Agents, agentsOfEveryRole, assertAccessTable, guardedApp } from '../agencies/testing.ts';
import { openOffice, publishedItem, type TestOffice } from '../information/testing.ts';
import type { App } from '../platform/index.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { reportRoutes } from './routes.ts';
import { reportMigrations } from './schema.ts';

const READERS = [
  'unit-head',
  'approving-leader',
  'disclosure-officer',
  'inspector',
  'administrator',
  'auditor',
] as const;

describe('the API of yearly reports', () => {
  let office: TestOffice;
  let app: App;
  let agents: Agents;
  let base: string;
  before(async () => {
    office = await openOffice(openOnSqlite, reportMigrations);
    app = await guardedApp(office.services, reportRoutes);
    agents = await agentsOfEveryRole(app, office.services, office.agencyId);
    await publishedItem(office);
    base = `/api/v1/reports/${office.agencyId}/2026`;
  });
  after(async () => {
    await app.close();
    await office.services.dispose();
  });

  it('lets in who may read, and who may edit, and nobody else', async () => {
    const params = { agencyId: office.agencyId, year: '2026' };
    const url = '/api/v1/reports/:agencyId/:year';
    const body = { texts: [{ key: 'overview', text: '概述', revision: 0 }] };
    const row = (
      method: string,
      tail: string,
      allowed: readonly (typeof READERS)[number][],
      sent?: unknown,
    ) => ({
      method,
      url: url + tail,
      allowed,
      params,
      ...(sent === undefined ? {} : { body: sent }),
    });
    await assertAccessTable(app, agents, [
      row('GET', '', READERS),
      row('GET', '/records', READERS),
      row('GET', '/report.html', READERS),
      row('GET', '/report.docx', READERS),
      row('PUT', '/texts', ['disclosure-officer'], body),
      row('POST', '/item', ['disclosure-officer']),
    ]);
  });

  it('gives a link for every figure, and behind it as many records', async () => {
    const report = (await agents.inspector.get(base)).json();
    assert.deepEqual(report.proactive, { total: 1, byCategory: { 公共服务类: 1 } });
    for (const { value, list } of report.figures)
      assert.equal((await agents.inspector.get(list)).json().total, value, list);
    const unknown = await agents.inspector.get(`${base}/records?figure=constructor`);
    assert.equal(unknown.statusCode, 404);
  });

  it('answers a text written on an old revision with a conflict', async () => {
    const officer = agents['disclosure-officer'];
    const send = (revision: number) =>
      officer.put(`${base}/texts`, { texts: [{ key: 'plan', text: '安排', revision }] });
    assert.equal((await send(0)).statusCode, 200);
    const second = await send(0);
    assert.deepEqual([second.statusCode, second.json().error.code], [409, 'REPORT_TEXT_CONFLICT']);
    const saved = (await send(1)).json();
    assert.equal(saved.textStates.find((one: { key: string }) => one.key === 'plan').revision, 2);
  });

  it('sends the page without script, and the Word file under a Chinese name', async () => {
    const page = await agents.auditor.get(`${base}/report.html`);
    assert.match(page.headers['content-type'] as string, /text\/html/);
    assert.doesNotMatch(page.body, /<script/);
    const file = await agents.auditor.get(`${base}/report.docx`);
    assert.match(file.headers['content-disposition'] as string, /filename\*=UTF-8''%E6/);
    assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK');
  });

  it('refuses what is not a year or not a form', async () => {
    const bad = [`/api/v1/reports/${office.agencyId}/20x6`, `${base}?form=1999`];
    for (const url of bad) assert.equal((await agents.auditor.get(url)).statusCode, 400, url);
    assert.equal((await agents.auditor.get('/api/v1/reports/none/2026')).statusCode, 403);
  });
});
