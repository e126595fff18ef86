import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/agencies/index.ts';
import { systemActor } from '../../src/agencies/index.ts';
import { createStaff, STAFF_PASSWORD } from '../../src/agencies/testing.ts';
import { saveCategory } from '../../src/information/index.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { axeViolations, openBrowser, picture } from '../support/browser.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

const TITLE = '关于102路公交线路临时绕行的通告';

/** The Word file as a unit has it on its disk: title, number, text, a table, signature and date. */
async function wordFile(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: TITLE, heading: 'Title' }),
          new Paragraph('测交〔2026〕15号'),
          new Paragraph('因东湖大道施工,102路公交线路自下周起临时绕行,停靠站点调整如下。'),
          new Table({ rows: [row('原站点', '临时站点'), row('东湖公园', '会展中心')] }),
          new Paragraph('测试市交通运输局'),
          new Paragraph('2026年11月16日'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The main job, by people of four roles, each in a browser of their own. */
describe('a Word file becomes a public page', () => {
  let installation: Installation;
  let server: RunningServer;
  let browser: Browser;
  const logins = new Map<Role, string>();
  const open: BrowserContext[] = [];

  before(async () => {
    installation = await openInstallation();
    const { services, agencyId } = installation;
    const system = await systemActor(services.database.read);
    await saveCategory(services, system, { agencyId, code: 'GGFW', name: '公共服务类', indexClass: '0400' });
    for (const role of ['clerk', 'unit-head', 'secrecy-reviewer', 'approving-leader'] as const)
      logins.set(role, (await createStaff(services, role, agencyId)).login);
    server = await startServer(services);
    browser = await openBrowser();
  });
  after(async () => {
    for (const context of open) await context.close();
    await browser?.close();
    await server?.close();
    await installation?.dispose();
  });

  async function signedIn(role: Role): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 900 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${server.address}/workbench/`);
    await page.locator('input').nth(0).fill(logins.get(role)!);
    await page.locator('input').nth(1).fill(STAFF_PASSWORD);
    await page.locator('input').nth(1).press('Enter');
    await page.getByRole('heading', { name: '我的待办' }).waitFor();
    return page;
  }

  test('the clerk drops the file, confirms what was read from it, and hands it in', async () => {
    const page = await signedIn('clerk');
    await page.getByRole('link', { name: '新建信息' }).first().click();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: '绕行通告.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: await wordFile(),
      });
    await page.getByRole('button', { name: '报送审核' }).waitFor();
    const value = (label: string) => page.getByLabel(label, { exact: true }).first().inputValue();
    assert.equal(await value('标题'), TITLE);
    assert.equal(await value('文号'), '测交〔2026〕15号');
    assert.equal(await value('成文日期'), '2026-11-16');
    assert.equal(await value('发布机构'), '测试市交通运输局');
    assert.equal(await page.locator('.ProseMirror table').count(), 1, 'the table stayed a table');
    await page.getByLabel('目录类别').selectOption({ label: '公共服务类' });
    assert.deepEqual(await axeViolations(page), []);
    await picture(page, 'editor');
    await page.getByRole('button', { name: '报送审核' }).click();
    await page.waitForURL(/\/workbench\/items\/[0-9a-z]+$/);
  });

  for (const role of ['unit-head', 'secrecy-reviewer'] as const)
    test(`the ${role} opens it from the queue and approves with one click`, async () => {
      const page = await signedIn(role);
      assert.deepEqual(await axeViolations(page), []);
      await page
        .getByRole('link', { name: new RegExp(TITLE) })
        .first()
        .click();
      await page.getByRole('button', { name: /^通过/ }).waitFor();
      assert.deepEqual(await axeViolations(page), []);
      await picture(page, `review-${role}`);
      await page.getByRole('button', { name: /^通过/ }).click();
      await page.getByText('已通过').first().waitFor();
    });

  test('the leader approves and publishes in one stroke, and the public finds it', async () => {
    const page = await signedIn('approving-leader');
    await page
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click();
    await page.getByRole('radio', { name: '立即发布' }).check();
    await page
      .getByRole('button', { name: /通过并立即发布/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /通过并立即发布/ })
      .click();
    await page.getByText('已发布').first().waitFor();

    const citizen = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await citizen.goto(`${server.address}/catalogue`);
    await citizen.getByRole('link', { name: TITLE }).click();
    assert.equal(await citizen.locator('h1').textContent(), TITLE);
    assert.match((await citizen.locator('main').textContent()) ?? '', /CSJT-0400-\d{4}-00001/);
    assert.equal(await citizen.locator('main td', { hasText: '会展中心' }).count(), 1);
    await picture(citizen, 'public-page');
    await citizen.close();
  });

  test('the leader withdraws it with a reason, and the public sees only that it was withdrawn', async () => {
    const page = await signedIn('approving-leader');
    const { id } = await installation.services.database.read
      .selectFrom('item')
      .select('id')
      .executeTakeFirstOrThrow();
    await page.goto(`${server.address}/workbench/items/${id}`);
    await page.getByRole('button', { name: /^撤回/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('撤回事由').selectOption({ label: '内容有误' });
    await dialog.getByLabel('向公众说明的理由').fill('临时站点有误,更正后重新公开');
    await dialog.getByLabel('我确认立即撤回').check();
    await picture(page, 'withdrawal');
    await dialog.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('已撤回').first().waitFor();

    const answer = await fetch(`${server.address}/information/${id}`);
    assert.equal(answer.status, 410);
    const shown = await answer.text();
    assert.ok(!shown.includes('会展中心') && !shown.includes(TITLE));
    assert.match(shown, /临时站点有误,更正后重新公开/);
  });

  test('of what was done every step is on record, by whom', async () => {
    const steps = await installation.services.database.read
      .selectFrom('review_step')
      .select(['action', 'from_state', 'to_state'])
      .orderBy('step')
      .execute();
    assert.deepEqual(
      steps.map((step) => `${step.action}: ${step.from_state} → ${step.to_state}`),
      [
        'submit: draft → unit-review',
        'approve: unit-review → secrecy-review',
        'approve: secrecy-review → approval',
        'approve: approval → approved',
        'publish: approved → published',
        'withdraw: published → published',
      ],
    );
  });
});
