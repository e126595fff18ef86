import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { publishedItem } from '../information/testing.ts';
import { verifyProof } from '../ledger/index.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { openPortal, publishWithFile, type TestPortal } from './testing.ts';

describe('the public JSON API', () => {
  let portal: TestPortal;
  let id: string;

  before(async () => {
    portal = await openPortal(openOnSqlite);
    await publishedItem(portal.office);
    const file = { name: '附表.csv', mediaType: 'text/csv', content: 'a,b\n' };
    ({ id } = await publishWithFile(portal.office, file, { title: '年度预算公开说明', genre: '公告' }));
    await portal.catchUp();
  });
  after(() => portal.close());

  const json = async (url: string) => {
    const { status, body } = await portal.get(url);
    return { status, body: JSON.parse(body) };
  };

  test('lists public items with filters and paging', async () => {
    const all = await json('/api/v1/information');
    assert.equal(all.body.total, 2);
    assert.equal((await json('/api/v1/information?genre=公告')).body.items[0].id, id);
    assert.equal((await json('/api/v1/information?category=NONE')).body.total, 0);
    assert.equal((await json('/api/v1/information?category=GGFW&agency=CSJT')).body.total, 2);
    const second = await json('/api/v1/information?pageSize=1&page=2');
    assert.equal(second.body.items.length, 1);
    assert.equal((await json('/api/v1/information?pageSize=100000')).status, 400);
  });

  test('gives an item with files, timeliness and a history whose proofs verify', async () => {
    const { status, body } = await json(`/api/v1/information/${id}`);
    assert.equal(status, 200);
    assert.equal(body.title, '年度预算公开说明');
    assert.equal(body.timeliness.status, 'in-time');
    assert.equal((await portal.get(new URL(body.files[0].url).pathname)).body, 'a,b\n');
    const proofUrl = new URL(body.history[0].proofUrl);
    const proof = await portal.get(proofUrl.pathname + proofUrl.search);
    assert.equal(verifyProof(proof.body, {}).ok, true);
    assert.match(String(proof.headers['content-disposition']), /\.tlog-proof/);
  });

  test('gives nothing that is not public: no nonce, no names of staff', async () => {
    const { body } = await portal.get(`/api/v1/information/${id}`);
    assert.doesNotMatch(body, /nonce|测试clerk|created_by/);
  });

  test('answers an unknown item with a code', async () => {
    const { status, body } = await json('/api/v1/information/none');
    assert.equal(status, 404);
    assert.equal(body.error.code, 'INFORMATION_NOT_PUBLIC');
  });

  test('searches as the page does, with pieces instead of markup', async () => {
    const { body } = await json('/api/v1/search?q=预算');
    assert.equal(body.total, 1);
    assert.equal(body.hits[0].id, id);
    assert.ok(body.hits[0].titleHighlighted.some((piece: { hit: boolean }) => piece.hit));
    assert.equal(body.facets.genre[0].value, '公告');
  });
});
