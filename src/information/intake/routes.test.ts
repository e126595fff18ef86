import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Agent, guardedApp, signedInAgent } from '../../agencies/testing.ts';
import { makeZip } from '../../documents/testing.ts';
import type { App } from '../../platform/index.ts';
import { onEachDatabase } from '../../platform/testing.ts';
import { loadItem } from '../store.ts';
import { OFFICE_ROLES, type OfficeRole, openOffice, type TestOffice } from '../testing.ts';
import { intakeRoutes } from './routes.ts';
import { intakeMigrations } from './schema.ts';
import { notice, recordFile } from './testing.ts';

type Part = [name: string, value: string] | [name: 'file', fileName: string, bytes: string | Uint8Array];

onEachDatabase('uploads over HTTP', (open) => {
  let office: TestOffice;
  let app: App;
  const agents = {} as Record<OfficeRole, Agent>;
  before(async () => {
    office = await openOffice(open, intakeMigrations);
    app = await guardedApp(office.services, (on) => intakeRoutes(on, office.services));
    for (const role of OFFICE_ROLES)
      agents[role] = await signedInAgent(app, office.services, office.people[role]);
    await office.services.database.write((tx) =>
      tx.updateTable('person').set({ must_change_password: 0 }).execute(),
    );
  });
  after(async () => {
    await app.close();
    await office.services.dispose();
  });

  /** Sends a form as a browser does. */
  async function send(role: OfficeRole, url: string, parts: Part[]) {
    const form = new FormData();
    for (const [name, value, bytes] of parts)
      if (bytes === undefined) form.append(name, value);
      else form.append(name, new Blob([bytes as string]), value);
    const packed = new Response(form);
    const { cookie, csrfToken } = agents[role];
    const reply = await app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: cookie!,
        'x-csrf-token': csrfToken!,
        'content-type': packed.headers.get('content-type')!,
      },
      payload: Buffer.from(await packed.arrayBuffer()),
    });
    return { status: reply.statusCode, body: reply.json() };
  }

  const agency = (): Part => ['agencyId', office.agencyId];
  const item = (id: string) => loadItem(office.services.database.read, id);

  async function finished(id: string) {
    for (let tries = 0; tries < 200; tries++) {
      const job = (await agents.administrator.get(`/api/v1/imports/${id}`)).json();
      if (job.status !== 'running') return job;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the import did not end');
  }

  test('a Word file becomes a draft with the original attached', async () => {
    const { status, body } = await send('clerk', '/api/v1/items/from-file', [
      agency(),
      ['unitId', office.unitId],
      ['file', '通知.docx', notice('关于上传的通知')],
    ]);
    assert.equal(status, 200);
    const draft = await item(body.id);
    assert.deepEqual([draft.state, draft.title, draft.unit_id], ['draft', '关于上传的通知', office.unitId]);
    assert.equal(body.revision, draft.revision);
    const file = await office.services.database.read
      .selectFrom('attachment')
      .selectAll()
      .where('item_id', '=', body.id)
      .executeTakeFirstOrThrow();
    assert.equal(file.name, '通知.docx');
    assert.ok(await office.services.files.has(file.sha256));
  });

  test('the same document uploaded twice is two drafts: a person starts from it again', async () => {
    const form: Part[] = [agency(), ['file', 'a.docx', notice('关于样板的通知')]];
    const one = await send('clerk', '/api/v1/items/from-file', form);
    const two = await send('clerk', '/api/v1/items/from-file', form);
    assert.notEqual(one.body.id, two.body.id);
  });

  const attached: [string, string | Uint8Array, number, string | null][] = [
    ['表.csv', '站点,客流\n东站,12\n', 200, null],
    ['说明.txt', '一段说明', 200, null],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'LEGACY_DOC'],
    ['a.exe', Buffer.from('MZ\u0090\u0000'), 415, 'UNSUPPORTED_TYPE'],
    ['a.zip', makeZip([{ name: 'a.txt', content: 'x' }]), 415, 'UNSUPPORTED_TYPE'],
    ['a.png', '<html></html>', 415, 'TYPE_MISMATCH'],
    ['empty.txt', '', 422, 'FILE_EMPTY'],
    [
      'a.png',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      200,
      null,
    ],
  ];
  test('attachments are taken in by what they are, not by what they are called', async () => {
    const { body } = await send('clerk', '/api/v1/items/from-file', [
      agency(),
      ['file', 'a.txt', '关于附件的通知\n正文。'],
    ]);
    let { revision } = body as { revision: number };
    for (const [name, bytes, expected, code] of attached) {
      const answer = await send('clerk', `/api/v1/items/${body.id}/attachments`, [
        ['revision', String(revision)],
        ['file', name, bytes],
      ]);
      assert.equal(answer.status, expected, `${name}: ${JSON.stringify(answer.body)}`);
      assert.equal(answer.body.error?.code ?? null, code);
      if (expected === 200) revision = answer.body.revision;
    }
    const stale = await send('clerk', `/api/v1/items/${body.id}/attachments`, [
      ['revision', '1'],
      ['file', 'b.txt', 'x'],
    ]);
    assert.deepEqual([stale.status, stale.body.error.code], [409, 'REVISION_CONFLICT']);
  });

  test('a zip is imported in the background, listed, and cannot be resumed once done', async () => {
    const zip = makeZip([
      { name: 'a.docx', content: notice('关于压缩包的通知') },
      { name: 'b.json', content: recordFile({ title: '压缩包里的记录' }) },
      { name: 'c.doc', content: 'old' },
    ]);
    const { status, body } = await send('clerk', '/api/v1/imports', [agency(), ['file', 'files.zip', zip]]);
    assert.equal(status, 200);
    assert.equal(body.status, 'running');
    const job = await finished(body.id);
    assert.deepEqual([job.created, job.refused, job.total], [2, 1, 3]);
    const list = (await agents.clerk.get(`/api/v1/imports?agency=${office.agencyId}`)).json();
    assert.ok(list.some((one: { id: string; created: number }) => one.id === body.id && one.created === 2));
    const again = await agents.clerk.post(`/api/v1/imports/${body.id}/resume`);
    assert.equal(again.json().error.code, 'IMPORT_FINISHED');
  });

  test('an inventory and its files may be sent side by side, and paths in their names mean nothing', async () => {
    const { body } = await send('clerk', '/api/v1/imports', [
      agency(),
      ['file', '清单.csv', '标题,文件名\n关于并列上传的通知,甲.txt\n'],
      ['file', '..\\..\\甲.txt', '并列上传的正文'],
    ]);
    const job = await finished(body.id);
    assert.deepEqual(
      job.files.map((file: { path: string; status: string }) => [file.path, file.status]),
      [['清单.csv#2', 'done']],
    );
  });

  test('publishing by import is the administrator’s', async () => {
    const form: Part[] = [
      agency(),
      ['publish', 'true'],
      ['file', 'a.json', recordFile({ title: '网上导入公开' })],
    ];
    assert.equal((await send('clerk', '/api/v1/imports', form)).status, 403);
    const { body } = await send('administrator', '/api/v1/imports', form);
    const job = await finished(body.id);
    assert.equal((await item(job.files[0].itemId)).state, 'published');
    assert.equal((await agents.clerk.post(`/api/v1/imports/${body.id}/resume`)).statusCode, 403);
  });

  const routes = {
    '/api/v1/items/from-file': ['clerk', 'unit-head', 'disclosure-officer'],
    '/api/v1/imports': ['clerk', 'disclosure-officer', 'administrator'],
  } as const;
  for (const [url, allowed] of Object.entries(routes))
    test(`${url} is open to ${allowed.join(', ')} and refused to everyone else`, async () => {
      for (const role of OFFICE_ROLES) {
        const { status } = await send(role, url, [['file', 'a.txt', 'x']]);
        assert.equal(status, (allowed as readonly string[]).includes(role) ? 400 : 403, role);
      }
    });

  test('a form without a file, without an agency, or that is no form at all is a clear error', async () => {
    assert.equal(
      (await send('clerk', '/api/v1/items/from-file', [agency()])).body.error.code,
      'UPLOAD_MISSING',
    );
    const lacking = await send('clerk', '/api/v1/items/from-file', [['file', 'a.txt', 'x']]);
    assert.deepEqual(
      [lacking.body.error.code, lacking.body.error.details.field],
      ['UPLOAD_FIELD_MISSING', 'agencyId'],
    );
    const json = await agents.clerk.post('/api/v1/items/from-file', { agencyId: office.agencyId });
    assert.equal(json.json().error.code, 'UPLOAD_MISSING');
  });
});
