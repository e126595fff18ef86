import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verifyProof } from '../ledger/index.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { change, openPortal, publishWithFile, type TestPortal, withdraw } from './testing.ts';

const SECRET = '雪松路七号名单';

/** Every way by which the content of one item could be reached. */
function exits(id: string, sha256: string): string[] {
  return [
    `/information/${id}`,
    `/information/${id}/versions/1`,
    `/information/${id}/versions/2`,
    `/information/${id}/files/${sha256}/x.txt`,
    `/information/${id}/proof`,
    `/information/${id}/proof?seq=0`,
    `/information/${id}/proof?seq=1`,
    '/',
    '/catalogue',
    '/catalogue?category=GGFW&year=2026',
    `/search?q=${encodeURIComponent(SECRET)}`,
    `/search?q=${encodeURIComponent('雪松路')}`,
    `/api/v1/search?q=${encodeURIComponent(SECRET)}`,
    '/api/v1/information',
    `/api/v1/information/${id}`,
    '/sitemap.xml',
    '/log/tile/entries/000.p/1',
  ];
}

describe('a withdrawal', () => {
  let portal: TestPortal;
  let id: string;
  let sha256: string;
  let oldTag: string;

  before(async () => {
    portal = await openPortal(openOnSqlite);
    ({ id, sha256 } = await publishWithFile(
      portal.office,
      { name: `${SECRET}.txt`, mediaType: 'text/plain', content: SECRET },
      { title: `关于${SECRET}的公示`, bodyHtml: `<p>${SECRET}</p>`, keywords: SECRET },
    ));
    await change(portal.office, id, 'amend', '补充说明', { summary: SECRET });
    await portal.catchUp();
    for (const url of exits(id, sha256)) await portal.get(url);
    const page = await portal.get(`/information/${id}`);
    assert.ok(page.body.includes(SECRET));
    oldTag = String(page.headers.etag);
    assert.equal((await portal.get(`/information/${id}/files/${sha256}/x`)).status, 200);
    // The index has not caught up when the questions are asked: that must not show the content either.
    await withdraw(portal.office, id, '公示期满前误含个人信息');
  });
  after(() => portal.close());

  const leaksAt = async (headers?: Record<string, string>) => {
    const leaks: string[] = [];
    for (const url of exits(id, sha256)) {
      const { body, headers: answered } = await portal.get(url, headers);
      // What the reader typed may be repeated to them.
      const text = body
        .replaceAll(`value="${SECRET}"`, '')
        .replaceAll(`：${SECRET}`, '')
        .replaceAll(`“${SECRET}”`, '');
      const asked = url.startsWith('/api/v1/search') ? text.replace(`"query":"${SECRET}"`, '') : text;
      const decoded = /extra (\S+)/.exec(asked)?.[1];
      const inside = decoded ? Buffer.from(decoded, 'base64').toString() : '';
      if (`${asked}${inside}${JSON.stringify(answered)}`.includes(SECRET)) leaks.push(url);
    }
    return leaks;
  };

  test('leaves nothing reachable, even before the search index follows', async () => {
    assert.deepEqual(await leaksAt(), []);
    assert.deepEqual(await leaksAt({ 'if-none-match': oldTag }), []);
  });

  test('leaves nothing reachable after the search index followed', async () => {
    await portal.catchUp();
    assert.deepEqual(await leaksAt(), []);
  });

  test('answers 410 with number, date and reason, and a browser that kept the page hears of it', async () => {
    const page = await portal.get(`/information/${id}`, { 'if-none-match': oldTag });
    assert.equal(page.status, 410);
    for (const text of ['CS10107-0400-2026-00001', '2026-11-23', '涉及个人信息', '公示期满前误含个人信息'])
      assert.ok(page.body.includes(text), text);
    assert.match(page.body, /name="robots" content="noindex"/);
    for (const rest of ['versions/1', 'versions/2', `files/${sha256}/x.txt`])
      assert.equal((await portal.get(`/information/${id}/${rest}`)).status, 410, rest);
  });

  test('answers 410 in JSON with its history', async () => {
    const { status, body } = await portal.get(`/api/v1/information/${id}`);
    assert.equal(status, 410);
    const answer = JSON.parse(body);
    assert.equal(answer.reasonCode, 'personal-data');
    assert.deepEqual(
      answer.history.map((entry: { action: string }) => entry.action),
      ['publish', 'amend', 'withdraw'],
    );
  });

  test('is itself proved, and its page is not listed', async () => {
    const proof = await portal.get(`/information/${id}/proof`);
    assert.equal(proof.status, 200);
    assert.equal(verifyProof(proof.body, {}).ok, true);
    assert.ok(!(await portal.get('/catalogue')).body.includes(id));
    assert.ok(!(await portal.get('/sitemap.xml')).body.includes(id));
  });

  test('undone by a reinstatement, the old versions stay gone', async () => {
    await change(portal.office, id, 'reinstate', '已删除个人信息', {
      title: '关于名单的公示（已删节）',
      bodyHtml: '<p>已删节</p>',
      keywords: null,
    });
    assert.equal((await portal.get(`/information/${id}`)).status, 200);
    assert.equal((await portal.get(`/information/${id}/versions/1`)).status, 410);
  });
});
