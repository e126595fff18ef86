import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { systemActor } from '../../src/agencies/index.ts';
import { withdrawItem } from '../../src/information/index.ts';
import { loadItem } from '../../src/information/store.ts';
import { verifyProof } from '../../src/ledger/index.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { axeViolations, openBrowser, picture } from '../support/browser.ts';
import { type Installation, openInstallation, publishQuickly } from '../support/installation.ts';

/** A citizen on a phone, without JavaScript; what holds here holds everywhere. */
describe('a citizen', () => {
  let installation: Installation;
  let server: RunningServer;
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let itemId: string;

  before(async () => {
    installation = await openInstallation();
    const { services, agencyId } = installation;
    for (let number = 1; number <= 25; number++)
      await publishQuickly(services, agencyId, {
        title: `关于第${number}号农村公路养护工程的公告`,
        bodyHtml: `<h2>工程概况</h2><p>第${number}号工程位于示例县。</p><table><tr><th>项目</th><th>金额(万元)</th></tr><tr><td>路面</td><td>${number}</td></tr></table>`,
      });
    itemId = await publishQuickly(services, agencyId, {
      title: '关于调整102路公交线路走向的通告',
      bodyHtml: '<p>自下周起,102路公交线路改经东湖大道,停靠会展中心站。</p>',
    });
    server = await startServer(services);
    browser = await openBrowser();
    phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      locale: 'zh-CN',
    });
    page = await phone.newPage();
    await findable('会展中心');
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await installation?.dispose();
  });

  const go = async (path: string) => {
    const response = await page.goto(server.address + path);
    return response!.status();
  };
  /** The index follows the log within a second. */
  const findable = async (words: string) => {
    for (let tries = 0; tries < 50; tries++) {
      const answer = await fetch(`${server.address}/api/v1/search?q=${encodeURIComponent(words)}`);
      if (answer.ok && ((await answer.json()) as { total: number }).total > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`${words} was not indexed`);
  };

  test('searches with two words on the phone and opens the item from the first hit', async () => {
    await go('/');
    await page.locator('input[name="q"]').first().fill('102路 会展中心');
    await page.locator('input[name="q"]').first().press('Enter');
    assert.match(page.url(), /\/search\?/);
    await picture(page, 'search-on-the-phone');
    await page.locator('main a[href*="/information/"]').first().click();
    assert.equal(await page.locator('h1').textContent(), '关于调整102路公交线路走向的通告');
    assert.ok(page.url().includes(itemId));
  });

  test('gets a proof with the item and checks it without the server', async () => {
    const answer = await fetch(`${server.address}/information/${itemId}/proof`);
    const report = verifyProof(await answer.text(), { trustedKeys: [installation.services.logKey.vkey] });
    assert.equal(report.ok, true);
    assert.match(report.record ?? '', /102路公交线路改经东湖大道/);
  });

  const pages = [
    '/',
    '/guide',
    '/catalogue',
    '/catalogue?page=2',
    '/annual-reports',
    '/regulations',
    '/requests',
    '/supervision',
    '/verification',
    '/search?q=%E5%85%AC%E8%B7%AF',
    '/search?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D',
    '/nothing-here',
  ];
  for (const path of [...pages, 'item'])
    test(`finds ${path} accessible, fitting the screen, in Chinese and English`, async () => {
      const open = await browser.newPage({ viewport: { width: 390, height: 844 } });
      for (const language of ['zh', 'en']) {
        const address = path === 'item' ? `/information/${itemId}` : path;
        await open.goto(`${server.address}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
        assert.deepEqual(await axeViolations(open), [], `${path} ${language}`);
        const overflow = await open.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.equal(overflow, 0, `${path} scrolls sideways on a phone`);
      }
      await open.close();
    });

  test('finds nothing of a withdrawn item anywhere, only that it was withdrawn', async () => {
    const { services, agencyId } = installation;
    const secret = '梧桐里小区三栋';
    const id = await publishQuickly(services, agencyId, {
      title: `关于${secret}的公示`,
      bodyHtml: `<p>住户住址为${secret}。</p>`,
    });
    await findable(secret);
    const item = await loadItem(services.database.read, id);
    const { record } = await services.database.read
      .selectFrom('publication')
      .select('record')
      .where('item_id', '=', id)
      .executeTakeFirstOrThrow();
    const file = (JSON.parse(record!) as { files: { sha256: string }[] }).files[0]!.sha256;
    await withdrawItem(services, await systemActor(services.database.read), id, {
      revision: item.revision,
      reasonCode: 'personal-data',
      reason: '误公开个人信息,现予撤回',
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await go(`/information/${id}`), 410);
    assert.match((await page.locator('main').textContent()) ?? '', /撤回/);
    for (const path of [
      `/information/${id}`,
      `/information/${id}/versions/1`,
      `/information/${id}/files/${file}/x.txt`,
      `/information/${id}/proof`,
      `/api/v1/information/${id}`,
      `/search?q=${encodeURIComponent(secret)}&x=1`,
      `/api/v1/search?q=${encodeURIComponent('住户住址')}`,
      '/catalogue',
      '/',
      '/sitemap.xml',
    ]) {
      const body = await (await fetch(server.address + path)).text();
      const shown = body.replaceAll(encodeURIComponent(secret), '').replace(/value="[^"]*"/g, '');
      assert.ok(!shown.includes(`${secret}的公示`) && !shown.includes(`住址为${secret}`), path);
    }
    const attached = await fetch(`${server.address}/information/${id}/files/${file}/x.txt`);
    assert.ok([404, 410].includes(attached.status));
  });
});
