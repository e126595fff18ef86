import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import writeXlsxFile from 'write-excel-file/node';
import { createUnit, systemActor } from '../../agencies/index.ts';
import { closeIsolatedReader } from '../../documents/index.ts';
import { makeRawDocx, makeZip, wordParagraph } from '../../documents/testing.ts';
import { verifyLocal } from '../../ledger/index.ts';
import { onEachDatabase } from '../../platform/testing.ts';
import { checkRecords } from '../check-records.ts';
import { publicItem } from '../public.ts';
import { loadItem } from '../store.ts';
import { openOffice, type TestOffice } from '../testing.ts';
import { intakeMigrations } from './schema.ts';
import { startImport } from './start-import.ts';
import { folderOf, importPaths, notice, recordFile, wordFile } from './testing.ts';

/** GB 11643 example of the standard's own text: no living person's number. */
const STANDARD_ID = '11010519491231002X';

after(() => closeIsolatedReader());

onEachDatabase('importing', (open) => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice(open, intakeMigrations);
  });
  after(() => office.services.dispose());

  const item = (id: string | null | undefined) => loadItem(office.services.database.read, id!);
  const shown = (id: string | null | undefined) => publicItem(office.services.database.read, id!);
  const items = async () =>
    (await office.services.database.read.selectFrom('item').select('id').execute()).length;

  test('a folder with sub-folders, an archive and a table becomes drafts with proposals', async () => {
    const folder = folderOf({
      '绕行通知.docx': notice('关于101路公交线路绕行的通知'),
      '下级/说明.txt': '关于站牌更新的说明\n站牌将在月底前更新完毕。\n测试市交通运输局\n2026年11月2日\n',
      '下级/.DS_Store': 'junk',
      'more.zip': makeZip([{ name: 'a/公告.docx', content: notice('关于102路停运的公告') }]),
      '目录.csv':
        '标题,发文机关,成文日期,正文,公开属性\n103路通告,测试市交通运输局,2026/11/3,改道通行。,主动公开\n',
    });
    const { outcome, job } = await importPaths(office, [folder], { actor: office.people.clerk });
    assert.deepEqual(outcome, {
      '绕行通知.docx': 'done CATEGORY_NOT_GIVEN',
      '下级/说明.txt': outcome['下级/说明.txt']!,
      'more.zip/a/公告.docx': 'done CATEGORY_NOT_GIVEN',
      '目录.csv#2': 'done CATEGORY_NOT_GIVEN',
    });
    assert.match(outcome['下级/说明.txt']!, /^done/);
    assert.equal(job.status, 'done');
    const one = await item(job.files.find(({ path }) => path.endsWith('绕行通知.docx'))?.itemId);
    assert.equal(one.title, '关于101路公交线路绕行的通知');
    assert.equal(one.formed_on, '2026-11-16');
    assert.equal(one.state, 'draft');
    assert.ok((JSON.parse(one.proposals) as { field: string }[]).some(({ field }) => field === 'formedOn'));
    const row = await item(job.files.find(({ path }) => path.endsWith('#2'))?.itemId);
    assert.equal(row.formed_on, '2026-11-03');
    assert.equal(row.body_text, '改道通行。');
  });

  test('the same file twice is one item, in one import and in the next', async () => {
    const bytes = notice('关于同一文件的通知');
    const folder = folderOf({
      'a.docx': bytes,
      'b.docx': bytes,
      'r1.json': recordFile(),
      'r2.json': `  ${recordFile()}`,
    });
    const before = await items();
    const first = await importPaths(office, [folder]);
    assert.equal(await items(), before + 2);
    assert.equal(first.outcome['b.docx'], 'duplicate');
    assert.equal(first.outcome['r2.json'], 'duplicate');
    const again = await importPaths(office, [folder]);
    assert.equal(again.job.duplicates, 4);
    assert.equal(await items(), before + 2);
    const id = (found: typeof first, path: string) =>
      found.job.files.find((file) => file.path.endsWith(path))!.itemId;
    assert.equal(id(again, 'b.docx'), id(first, 'a.docx'));
  });

  test('an inventory takes its files in, and names what does not fit both ways', async () => {
    const folder = folderOf({
      '清单.csv': [
        '标题,文件名,文号,成文日期',
        '关于甲的通知,甲.docx,测交〔2026〕1号,2026-11-01',
        '关于乙的通知,附件/乙.docx;表.csv,测交〔2026〕2号,2026-11-02',
        '缺文件,没有.docx,,',
        '没写文件,,,',
        '外面的,../../etc/passwd,,',
        '绝对的,/etc/passwd,,',
        '又是甲,甲.docx,,',
      ].join('\n'),
      '甲.docx': notice('文件里的题目甲'),
      '附件/乙.docx': notice('文件里的题目乙'),
      '表.csv': '站点,客流\n东站,12\n',
      '多余.docx': notice('清单里没有'),
    });
    const { outcome, job } = await importPaths(office, [folder]);
    assert.deepEqual(outcome, {
      '清单.csv#2': 'done CATEGORY_NOT_GIVEN',
      '清单.csv#3': 'done CATEGORY_NOT_GIVEN',
      '清单.csv#4': 'refused ROW_FILE_MISSING',
      '清单.csv#5': 'refused ROW_WITHOUT_FILE',
      '清单.csv#6': 'refused ROW_FILE_UNSAFE',
      '清单.csv#7': 'refused ROW_FILE_UNSAFE',
      '清单.csv#8': 'refused ROW_FILE_TWICE',
      '多余.docx': 'refused FILE_WITHOUT_ROW',
    });
    const row = job.files.find(({ path }) => path.endsWith('#3'))!;
    const one = await item(row.itemId);
    assert.equal(one.title, '关于乙的通知');
    assert.equal(one.document_number, '测交〔2026〕2号');
    assert.match(one.body_text, /临时绕行/);
    const files = await office.services.database.read
      .selectFrom('attachment')
      .select(['name', 'text'])
      .where('item_id', '=', row.itemId!)
      .orderBy('position')
      .execute();
    assert.deepEqual(
      files.map(({ name }) => name),
      ['乙.docx', '表.csv'],
    );
    assert.match(files[1]!.text, /东站/);
    for (const file of job.files.filter(({ status }) => status === 'refused'))
      assert.doesNotMatch(file.message!, /^error\.|\{/u);
  });

  test('hostile and unreadable files are refused by name and stop nobody else', async () => {
    const folder = folderOf({
      '1-empty.docx': '',
      '2-cut.docx': notice('断掉的文件').subarray(0, 200),
      '3-disguised.pdf': '<html><script>alert(1)</script></html>',
      '4-program.docx': Buffer.from('MZ\u0090\u0000program'),
      '5-slip.zip': makeZip([{ name: '../../evil.txt', content: 'x' }]),
      '6-bomb.docx': makeRawDocx(wordParagraph('a'), { 'word/bomb.xml': ' '.repeat(30_000_000) }),
      '7-old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '8-record.json': '{"no":"title"}',
      '9-table.csv': '站点,客流\n东站,12\n',
      'good.docx': notice('关于照常进行的通知'),
    });
    symlinkSync('/etc/passwd', join(folder, 'link.txt'));
    const { outcome, job } = await importPaths(office, [folder]);
    const { 'good.docx': good, ...others } = outcome;
    assert.equal(good, 'done CATEGORY_NOT_GIVEN');
    assert.equal(job.refused, 10);
    assert.ok(
      Object.values(others).every((one) => /^refused [A-Z_]+$/.test(one)),
      JSON.stringify(others),
    );
    assert.equal(outcome['link.txt'], 'refused LINK_REFUSED');
    assert.equal(outcome['5-slip.zip'], 'refused ZIP_NAME_UNSAFE');
    assert.equal(outcome['8-record.json'], 'refused RECORD_INVALID');
    assert.equal(outcome['9-table.csv'], 'refused TABLE_NO_HEADER');
  });

  test('bad rows are refused, good rows go in, and an unknown attribute is never taken for public', async () => {
    const table = join(
      folderOf({
        't.csv': [
          '标题,发文机关,成文日期,正文,公开属性,效力状态,类别',
          '好的,测试市交通运输局,2020-01-02,正文一,主动公开,有效,公共服务类',
          '坏日期,测试市交通运输局,某日,正文二,主动公开,有效,公共服务类',
          ',测试市交通运输局,2020-01-02,没有标题,主动公开,有效,公共服务类',
          '怪属性,测试市交通运输局,2020-01-02,正文四,看情况,有效,公共服务类',
          '不公开,测试市交通运输局,2020-01-02,正文五,不予公开,有效,公共服务类',
          '已废止,测试市交通运输局,2020-01-02,正文六,主动公开,废止,公共服务类',
        ].join('\n'),
      }),
      't.csv',
    );
    const { outcome, job } = await importPaths(office, [table], { publish: true });
    assert.match(job.files[1]!.message!, /成文日期「某日」/);
    assert.deepEqual(outcome, {
      't.csv#2': 'done PUBLISHED_ON_MISSING',
      't.csv#3': 'refused ROW_INVALID',
      't.csv#4': 'refused ROW_INVALID',
      't.csv#5': 'refused ROW_ATTRIBUTE_UNKNOWN',
      't.csv#6': 'done LEFT_AS_DRAFT',
      't.csv#7': 'done LEFT_AS_DRAFT',
    });
  });

  test('publishing takes complete items to the log and leaves the rest as drafts, said so', async () => {
    const folder = folderOf({
      'a.json': recordFile({ title: '完整的一条' }),
      'b.json': recordFile({ title: '泄露的一条', text: `当事人身份证号${STANDARD_ID}。` }),
      'c.json': recordFile({ title: '没有机关', issuing_agency: null }),
      'd.json': recordFile({
        title: '只有月份',
        formed_date: null,
        published_date: '2020-03',
        category: '没有的类',
      }),
      'e.json': recordFile({ title: '没有正文', text: null }),
    });
    const { outcome, job } = await importPaths(office, [folder], { publish: true });
    assert.deepEqual(outcome, {
      'a.json': 'done',
      'b.json': 'done LEFT_AS_DRAFT',
      'c.json': 'done LEFT_AS_DRAFT',
      'd.json': 'done PUBLISHED_MONTH_ONLY',
      'e.json': 'done LEFT_AS_DRAFT',
    });
    const [a, b, , d] = job.files;
    const published = await shown(a!.itemId);
    assert.equal(published?.publishedOn, '2020-03-05');
    assert.equal(published?.categoryId, office.categoryId);
    assert.equal(await shown(b!.itemId), null);
    assert.equal((await item(b!.itemId)).state, 'draft');
    const findings = await office.services.database.read
      .selectFrom('item_finding')
      .select('severity')
      .where('item_id', '=', b!.itemId!)
      .execute();
    assert.ok(findings.some(({ severity }) => severity === 'critical'));
    const monthly = await shown(d!.itemId);
    assert.equal(monthly?.formedOn, null);
    assert.equal(monthly?.publishedOn, '2026-11-23');
    assert.equal(monthly?.record?.category.code, 'imported');
    const report = await verifyLocal(office.services.database, office.services.logKey, {
      onEntry: checkRecords(office.services.database),
    });
    assert.deepEqual(report.findings, []);
  });

  test('an original with tracked changes or comments is kept but not published with the item', async () => {
    const deleted =
      '<w:p><w:del w:id="1" w:author="x" w:date="2026-11-01T00:00:00Z"><w:r><w:delText>原来的措辞</w:delText></w:r></w:del><w:r><w:t>新的措辞</w:t></w:r></w:p>';
    const body = ['关于修订痕迹的通知', '测试市交通运输局', '2026年11月16日'].map((text) =>
      wordParagraph(text),
    );
    const folder = folderOf({ 'a.docx': makeRawDocx([body[0], deleted, ...body.slice(1)].join('')) });
    const { job } = await importPaths(office, [folder], { publish: true });
    const record = (await shown(job.files[0]!.itemId))?.record;
    assert.equal(record?.title, '关于修订痕迹的通知');
    assert.deepEqual(record?.files, []);
    assert.doesNotMatch(record!.bodyHtml, /原来的措辞/);
  });

  test('only who may import imports, and only an administrator publishes by import', async () => {
    const folder = folderOf({ 'a.json': recordFile({ title: '权限' }) });
    const roles = ['unit-head', 'secrecy-reviewer', 'approving-leader'] as const;
    for (const role of roles)
      await assert.rejects(importPaths(office, [folder], { actor: office.people[role] }), {
        code: 'FORBIDDEN',
      });
    for (const role of ['clerk', 'disclosure-officer'] as const)
      await assert.rejects(importPaths(office, [folder], { actor: office.people[role], publish: true }), {
        code: 'FORBIDDEN',
      });
    const { services, people, agencyId } = office;
    const request = { agencyId, unitId: null, publish: true, paths: [folder] };
    const jobId = await startImport(services, people.administrator, request);
    await assert.rejects(importPaths(office, [folder], { actor: people.clerk, jobId }), {
      code: 'FORBIDDEN',
    });
    await importPaths(office, [folder], { jobId, publish: true });
    const audited = await services.database.read
      .selectFrom('audit_event')
      .select(['action', 'person_id', 'detail'])
      .where('subject_id', '=', jobId)
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      audited.map(({ action }) => action),
      ['import.started', 'import.done'],
    );
    assert.equal(audited[0]!.person_id, people.administrator.personId);
    assert.equal(JSON.parse(audited[1]!.detail).counts.published, 1);
  });

  test('a workbook is a table too, and rows name categories and units', async () => {
    const header = ['标题', '发文机关', '成文日期', '正文', '类别', '科室'].map((value) => ({ value }));
    const row = ['工作簿里的一条', '测试市交通运输局', '2026-11-09', '一段正文。', '公共服务类', '办公室'];
    const file = await writeXlsxFile([header, row.map((value) => ({ value }))]).toBuffer();
    const { outcome, job } = await importPaths(office, [folderOf({ '表.xlsx': file })]);
    assert.deepEqual(outcome, { '表.xlsx#2': 'done' });
    const one = await item(job.files[0]!.itemId);
    assert.deepEqual(
      [one.title, one.formed_on, one.category_id, one.unit_id],
      ['工作簿里的一条', '2026-11-09', office.categoryId, office.unitId],
    );
  });

  test('characters no database takes are dropped, not choked on', async () => {
    const odd = '\u0000\ud800';
    const folder = folderOf({
      'a.json': recordFile({
        title: `怪字符${odd}甲`,
        url: `https://x.example/${odd}`,
        category: odd,
        text: `正${odd}文`,
      }),
    });
    const { job } = await importPaths(office, [folder], { publish: true });
    assert.deepEqual([job.status, job.created], ['done', 1]);
    assert.equal((await item(job.files[0]!.itemId)).title, '怪字符\ufffd甲');
  });

  test('an attachment of a row that hides text is refused by name', async () => {
    const hidden = makeRawDocx(
      '<w:p><w:ins w:id="1" w:author="x" w:date="2026-11-01T00:00:00Z"><w:r><w:t>加上的</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>删掉的</w:delText></w:r></w:del></w:p>',
    );
    const folder = folderOf({
      '单.csv': '标题,正文,附件\n有附件的,正文,附.docx\n',
      '附.docx': hidden,
    });
    const { outcome } = await importPaths(office, [folder]);
    assert.deepEqual(outcome, { '单.csv#2': 'refused ATTACHMENT_HIDES_TEXT' });
  });

  test('a clerk of one unit cannot put items into another', async () => {
    const { services, agencyId, unitId, people } = office;
    const clerk = {
      ...people.clerk,
      assignments: people.clerk.assignments.map((one) => ({ ...one, unitId })),
    };
    const system = await systemActor(services.database.read);
    await createUnit(services, system, agencyId, {
      code: 'CWK',
      name: '财务科',
      kind: 'department',
      position: 2,
    });
    const folder = folderOf({ 'a.csv': '标题,正文,科室\n自己的,正文甲,办公室\n别人的,正文乙,财务科\n' });
    const jobId = await startImport(services, clerk, { agencyId, unitId, publish: false, paths: [folder] });
    const { outcome } = await importPaths(office, [folder], { actor: clerk, jobId });
    assert.deepEqual(outcome, { 'a.csv#2': 'done CATEGORY_NOT_GIVEN', 'a.csv#3': 'refused FORBIDDEN' });
  });

  test('a Word file without a heading still says what it is called', async () => {
    const folder = folderOf({ '关于停运的通知.docx': wordFile('只有一句话。') });
    const { job } = await importPaths(office, [folder]);
    assert.notEqual((await item(job.files[0]!.itemId)).title, '');
  });
});
