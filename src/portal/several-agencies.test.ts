import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { publishedItem } from '../information/testing.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { openPortal, secondAgency, type TestPortal } from './testing.ts';

describe('a platform of several agencies', () => {
  let portal: TestPortal;
  let traffic: string;
  let water: string;

  before(async () => {
    portal = await openPortal(openOnSqlite);
    traffic = await publishedItem(portal.office);
    const alone = await portal.get('/');
    assert.match(alone.body, /<title>测试市交通运输局政府信息公开平台<\/title>/);
    const second = await secondAgency(portal.office);
    water = await publishedItem(second, { title: '水库除险加固公告', issuingAgency: '测试市水利局' });
    await portal.catchUp();
  });
  after(() => portal.close());

  const body = async (url: string) => (await portal.get(url)).body;

  test('has a home of its own that lists them', async () => {
    const home = await body('/');
    assert.match(home, /<title>政府信息公开平台<\/title>/);
    assert.match(home, /href="\/\?agency&#61;CSJT"/);
    assert.match(home, /href="\/\?agency&#61;CSSL"/);
    assert.ok(home.includes(traffic) && home.includes(water));
  });

  test('shows each agency its own home, catalogue and search', async () => {
    for (const url of ['/?agency=CSSL', '/catalogue?agency=CSSL', '/search?agency=CSSL&q=公告']) {
      const page = await body(url);
      assert.match(page, /测试市水利局/, url);
      assert.ok(page.includes(water), url);
      assert.ok(!page.includes(traffic), url);
      assert.match(page, /href="\/guide\?agency&#61;CSSL"/, url);
    }
  });

  test('shows an item under its own agency, with links that stay there', async () => {
    const page = await body(`/information/${water}`);
    assert.match(page, /<meta name="SiteName" content="测试市水利局政府信息公开平台">/);
    assert.match(page, /href="\/catalogue\?category&#61;SLGC&#38;agency&#61;CSSL"/);
  });

  test('takes no category of one agency for that of another', async () => {
    assert.match(await body('/catalogue?agency=CSSL&category=GGFW'), /没有符合所选条件/);
    assert.match(await body('/catalogue?agency=CSSL&category=SLGC'), /水库除险加固公告/);
  });

  test('gives one agency’s items by its code in JSON', async () => {
    const { items } = JSON.parse(await body('/api/v1/information?agency=CSSL'));
    assert.deepEqual(
      items.map((item: { id: string }) => item.id),
      [water],
    );
  });
});
