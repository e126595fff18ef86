import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { publishedItem } from '../information/testing.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { COLUMNS, columnName } from './columns.ts';
import { change, openPortal, publishWithFile, type TestPortal } from './testing.ts';

const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>通告';

/** Name → content of the page's meta tags. */
function metaTags(html: string): Map<string, string> {
  const tags = html.matchAll(/<meta name="([^"]*)" content="([^"]*)">/g);
  return new Map([...tags].map(([, name, content]) => [name!, content!]));
}

function assertNoScript(html: string): void {
  assert.doesNotMatch(html, /<script|<iframe|<object|javascript:/i);
  assert.doesNotMatch(html, /<[^>]+\son[a-z]+\s*=/i);
}

/** Landmarks, one h1, headings that never skip a level, labels for fields. */
function assertStructure(html: string): void {
  assert.match(html, /^<!doctype html>\n<html lang="(?:zh-CN|en)">/);
  for (const landmark of ['<header', '<main id="content"', '<footer', '<nav'])
    assert.ok(html.includes(landmark), landmark);
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));
  assert.equal(levels.filter((level) => level === 1).length, 1, 'one h1');
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `heading h${level} after h${before}`);
    return level;
  }, 0);
  for (const [, id] of html.matchAll(/<input id="([^"]+)"/g))
    assert.ok(html.includes(`for="${id}"`), `label of ${id}`);
}

describe('the public pages', () => {
  let portal: TestPortal;
  const ids: Record<'plain' | 'hostile' | 'repealed' | 'amended' | 'filed' | 'guide' | 'late', string> =
    {} as never;

  before(async () => {
    portal = await openPortal(openOnSqlite, { identityCode: '3509000001' });
    const { office } = portal;
    ids.plain = await publishedItem(office);
    ids.hostile = await publishedItem(office, {
      title: HOSTILE,
      documentNumber: '<b>测交</b>〔2026〕1号',
      keywords: '"><script>',
      summary: '</dd><script>alert(3)</script>',
    });
    ids.late = await publishedItem(office, { title: '迟到的公告', formedOn: '2026-06-01' });
    ids.repealed = await publishedItem(office, { title: '旧的收费办法' });
    await change(office, ids.repealed, 'repeal', '已有新的办法');
    ids.amended = await publishedItem(office, { title: '第一稿标题' });
    await change(office, ids.amended, 'amend', '线路调整', { title: '第二稿标题' });
    ids.filed = (
      await publishWithFile(
        office,
        { name: '附表 "一"（2026）.csv', mediaType: 'text/csv', content: 'a,b\n1,2\n' },
        { title: '有附件的通知' },
      )
    ).id;
    ids.guide = await publishedItem(
      office,
      {
        title: '测试市交通运输局政府信息公开指南',
        bodyHtml: '<h3>一、分类</h3><p>说明</p><h4>细目</h4><p>条</p>',
      },
      { section: 'guide', categoryId: null },
    );
    await portal.catchUp();
  });
  after(() => portal.close());

  const get = (url: string, headers?: Record<string, string>) => portal.get(url, headers);

  for (const { key, path } of COLUMNS)
    test(`the section ${key} has its name, breadcrumb, tags and structure`, async () => {
      const { status, body, headers } = await get(path);
      assert.equal(status, 200);
      assert.match(String(headers['content-type']), /^text\/html; charset=utf-8/);
      assertStructure(body);
      assertNoScript(body);
      const tags = metaTags(body);
      for (const name of [
        'SiteName',
        'SiteDomain',
        'ColumnName',
        'ColumnDescription',
        'ColumnKeywords',
        'ColumnType',
      ])
        assert.ok(tags.get(name), name);
      assert.equal(tags.get('SiteIDCode'), '3509000001');
      assert.equal(tags.get('ColumnName'), columnName(key, 'zh'));
      if (key !== 'home') assert.match(body, /<nav class="breadcrumb"[\s\S]*首页[\s\S]*政府信息公开平台/);
    });

  test('every page leads to all seven sections', async () => {
    const { body } = await get(`/information/${ids.plain}`);
    for (const { path } of COLUMNS) assert.ok(body.includes(`href="${path}"`), path);
  });

  test('an item shows its particulars, its tags, what was signed and how to cite it', async () => {
    const { status, body } = await get(`/information/${ids.plain}`);
    assert.equal(status, 200);
    assertStructure(body);
    assertNoScript(body);
    const tags = metaTags(body);
    assert.equal(tags.get('ArticleTitle'), '关于调整102路公交线路的通告');
    assert.equal(tags.get('PubDate'), '2026-11-23 09:00');
    assert.equal(tags.get('ContentSource'), '测试市交通运输局');
    assert.equal(tags.get('ColumnName'), '政府信息公开目录');
    for (const text of [
      '测交〔2026〕12号',
      'CS10107-0400-2026-00001',
      '2026-11-16',
      '公共服务类',
      '办公室',
      '有效',
    ])
      assert.ok(body.includes(text), text);
    assert.match(body, /公开日志第 1 条/);
    assert.match(body, /\[EB\/OL\]/);
    assert.match(body, /成文后 5 个工作日公开/);
    assert.ok(body.includes(`/information/${ids.plain}/proof`));
  });

  test('a late item says by how much', async () => {
    const { body } = await get(`/information/${ids.late}`);
    assert.match(body, /逾期 \d+ 个工作日/);
  });

  test('hostile titles, numbers and summaries stay text on every page', async () => {
    for (const url of ['/', '/catalogue', `/information/${ids.hostile}`, '/search?q=通告', '/sitemap.xml']) {
      const { status, body } = await get(url);
      assert.equal(status, 200, url);
      assertNoScript(body);
      assert.doesNotMatch(body, /<img src=x|<b>测交/, url);
    }
  });

  test('a hostile query stays text', async () => {
    for (const query of [HOSTILE, '"', '-', 'a'.repeat(10_000), '\u0000', "' OR 1=1 --", 'NEAR(']) {
      const { status, body } = await get(`/search?q=${encodeURIComponent(query)}`);
      assert.equal(status, 200, query);
      assertNoScript(body);
      assertStructure(body);
    }
  });

  test('a repealed item says so before its text, with the reason', async () => {
    const { body } = await get(`/information/${ids.repealed}`);
    assert.match(body, /class="banner danger"[\s\S]*已有新的办法[\s\S]*<h1>/);
    const list = await get('/catalogue?status=repealed');
    assert.match(list.body, /旧的收费办法/);
    assert.doesNotMatch(list.body, /关于调整102路/);
  });

  test('an earlier version can be read and is marked; the present one has one address', async () => {
    const earlier = await get(`/information/${ids.amended}/versions/1`);
    assert.equal(earlier.status, 200);
    assert.match(earlier.body, /这是历史版本[\s\S]*第一稿标题/);
    assert.match(earlier.body, /name="robots" content="noindex"/);
    const present = await get(`/information/${ids.amended}/versions/2`);
    assert.equal(present.status, 302);
    assert.equal(present.headers.location, `/information/${ids.amended}`);
    assert.equal((await get(`/information/${ids.amended}/versions/3`)).status, 404);
    const page = await get(`/information/${ids.amended}`);
    assert.match(page.body, /第二稿标题/);
    assert.match(page.body, /线路调整/);
    assert.doesNotMatch(page.body, /第一稿标题/);
  });

  test('a file downloads under its own name and can do nothing in the browser', async () => {
    const { body } = await get(`/information/${ids.filed}`);
    const path = /href="(\/information\/[^"]+\/files\/[^"]+)"/.exec(body)?.[1];
    assert.ok(path);
    const { status, headers, body: content } = await get(path);
    assert.equal(status, 200);
    assert.equal(content, 'a,b\n1,2\n');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /default-src 'none'; sandbox/);
    const disposition = String(headers['content-disposition']);
    assert.match(disposition, /^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
    assert.equal(decodeURIComponent(disposition.split("UTF-8''")[1]!), '附表 "一"（2026）.csv');
    const again = await get(path, { 'if-none-match': String(headers.etag) });
    assert.equal(again.status, 304);
  });

  test('the guide is read in full in its section, its headings in order', async () => {
    const { body } = await get('/guide');
    assert.match(body, /<h2>测试市交通运输局政府信息公开指南<\/h2>/);
    assert.match(body, /<h3>一、分类<\/h3>[\s\S]*<h4>细目<\/h4>/);
    assertStructure(body);
  });

  test('the catalogue counts by category, unit and year, and filters by the address', async () => {
    const { body } = await get('/catalogue');
    assert.match(body, /公共服务类<\/span> <span class="count">6</);
    assert.match(body, /办公室<\/span> <span class="count">6</);
    assert.match(body, /2026年<\/span> <span class="count">6</);
    assert.match((await get('/catalogue?category=GGFW&unit=BGS&year=2026')).body, /共 6 条/);
    for (const nothing of ['category=NONE', 'unit=NONE', 'year=2014'])
      assert.match((await get(`/catalogue?${nothing}`)).body, /没有符合所选条件/, nothing);
    assert.equal((await get('/catalogue?page=-5&year=abc&order=%00')).status, 200);
  });

  test('search finds, marks and filters', async () => {
    const { body } = await get('/search?q=公交线路');
    assert.match(body, /<mark>/);
    assert.ok(body.includes(ids.plain));
    assert.match((await get('/search?q=测交[2026]12号')).body, new RegExp(ids.plain));
    const none = await get('/search?q=没有这样的词组组合');
    assert.match(none.body, /没有找到/);
    assert.match((await get('/search')).body, /检索方法/);
  });

  test('English is a choice that links keep', async () => {
    const { body } = await get(`/information/${ids.plain}?lang=en`);
    assert.match(body, /<html lang="en">/);
    assert.match(body, /Index number/);
    assert.match(body, /href="\/catalogue\?lang&#61;en"/);
  });

  test('an unchanged item page costs no bytes, and a new entry in the log ends that', async () => {
    const url = `/information/${ids.plain}`;
    const first = await get(url);
    assert.equal(first.headers['cache-control'], 'no-cache');
    const tag = String(first.headers.etag);
    const same = await get(url, { 'if-none-match': tag });
    assert.equal(same.status, 304);
    assert.equal(same.body, '');
    assert.equal((await get(`${url}?lang=en`, { 'if-none-match': tag })).status, 200);
    await publishedItem(portal.office, { title: '又一条' });
    assert.equal((await get(url, { 'if-none-match': tag })).status, 200);
  });

  test('what does not exist gets a page that says what to do', async () => {
    for (const url of [
      '/nothing',
      '/information/none',
      `/information/${ids.plain}/versions/abc`,
      `/information/${ids.plain}/files/${'0'.repeat(64)}/x`,
      `/information/${ids.plain}/files/../../etc/passwd`,
      `/information/${ids.plain}/proof?seq=99999`,
      '/catalogue?agency=NONE',
      '/sitemaps/99.xml/',
    ]) {
      const { status, body, headers } = await get(url);
      assert.equal(status, 404, url);
      assert.match(String(headers['content-type']), /^text\/html/, url);
      assertStructure(body);
      assertNoScript(body);
    }
    assert.match(String((await get('/api/v1/none')).headers['content-type']), /json/);
  });

  test('search and verification carry the tags of a column and a breadcrumb too', async () => {
    for (const url of ['/search', '/search?q=公交', '/verification']) {
      const { status, body } = await get(url);
      assert.equal(status, 200);
      assertStructure(body);
      assertNoScript(body);
      assert.match(body, /<nav class="breadcrumb"/);
      const tags = metaTags(body);
      for (const name of ['SiteName', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'])
        assert.ok(tags.get(name), name);
    }
    const { body } = await get('/verification');
    assert.ok(body.includes(portal.office.services.logKey.origin));
  });

  test('asking too often gets a page', async () => {
    let last = await get('/search?q=x');
    for (let i = 0; i < 130 && last.status !== 429; i++) last = await get('/search?q=x');
    assert.equal(last.status, 429);
    assertStructure(last.body);
  });

  test('a page loads one stylesheet, one picture and no script, and says so in its policy', async () => {
    const { body, headers } = await get(`/information/${ids.plain}`);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /script-src/);
    const sheet = /href="(\/assets\/portal\.[0-9a-f]{16}\.css)"/.exec(body)?.[1];
    assert.ok(sheet);
    const css = await get(sheet);
    assert.equal(css.status, 200);
    assert.match(String(css.headers['cache-control']), /immutable/);
    assert.ok(Buffer.byteLength(body) + Buffer.byteLength(css.body) < 60_000, 'page weight');
  });

  test('robots and sitemap name what is public', async () => {
    assert.match((await get('/robots.txt')).body, /Sitemap: http:\/\/[^\n]+\/sitemap\.xml/);
    const { body } = await get('/sitemap.xml');
    assert.ok(body.includes(`/information/${ids.plain}</loc>`));
  });
});

test('when the database fails, people get a page with a number and no internals', async () => {
  const portal = await openPortal(openOnSqlite);
  try {
    await portal.office.services.database.write((tx) =>
      sql`alter table publication rename to lost`.execute(tx),
    );
    const { status, body, headers } = await portal.get('/');
    assert.equal(status, 500);
    assert.equal(headers['cache-control'], 'no-store');
    assertStructure(body);
    assert.match(body, /编号 req-/);
    assert.doesNotMatch(body, /publication|sqlite|\.ts/i);
  } finally {
    await portal.close();
  }
});
