import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { onEachDatabase } from '../../platform/testing.ts';
import { openOffice, type TestOffice } from '../testing.ts';
import { intakeMigrations } from './schema.ts';
import { startImport, unfinishedImport } from './start-import.ts';
import { folderOf, importPaths, importTry, recordFile } from './testing.ts';
import { viewImport } from './view-import.ts';

onEachDatabase('an import that does not end at once', (open) => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice(open, intakeMigrations);
  });
  after(() => office.services.dispose());

  const items = async () =>
    (await office.services.database.read.selectFrom('item').select('id').execute()).length;

  test('an interrupted import goes on where it stopped', async () => {
    const names = Array.from({ length: 6 }, (_, n) => `n${n}.json`);
    const folder = folderOf(
      Object.fromEntries(names.map((name) => [name, recordFile({ title: `第${name}条`, url: null })])),
    );
    const before = await items();
    const stop = new AbortController();
    const first = await importPaths(office, [folder], {
      signal: stop.signal,
      onProgress: ({ done }) => done === 3 && stop.abort(),
    });
    assert.equal(first.job.status, 'interrupted');
    assert.equal(first.job.created, 3);
    assert.equal(await items(), before + 3);
    const request = { agencyId: office.agencyId, unitId: null, publish: false, paths: [folder] };
    assert.equal(await unfinishedImport(office.services, request), first.job.id);
    writeFileSync(join(folder, 'n9.json'), recordFile({ title: '后来放进来的' }));
    const seen: string[] = [];
    const second = await importPaths(office, [folder], {
      jobId: first.job.id,
      onProgress: ({ path }) => seen.push(path.split('/').at(-1)!),
    });
    assert.deepEqual(seen, ['n3.json', 'n4.json', 'n5.json', 'n9.json']);
    assert.deepEqual([second.job.status, second.job.created, second.job.duplicates], ['done', 7, 0]);
    assert.equal(await unfinishedImport(office.services, request), null);
    await assert.rejects(importPaths(office, [folder], { jobId: first.job.id }), { code: 'IMPORT_FINISHED' });
  });

  test('a runner whose job was taken over stops without writing anything more', async () => {
    const folder = folderOf(
      Object.fromEntries([1, 2, 3].map((n) => [`t${n}.json`, recordFile({ title: `接管${n}` })])),
    );
    const before = await items();
    let second: Awaited<ReturnType<typeof importPaths>> | undefined;
    const { services, people, agencyId } = office;
    const jobId = await startImport(services, people.administrator, {
      agencyId,
      unitId: null,
      publish: false,
      paths: [folder],
    });
    const takeOver: Promise<unknown>[] = [];
    const first = importPaths(office, [folder], {
      jobId,
      onProgress: ({ done }) => {
        if (done !== 1) return;
        takeOver.push(importPaths(office, [folder], { jobId }).then((found) => (second = found)));
      },
    });
    const [result] = await Promise.allSettled([first]);
    await Promise.all(takeOver);
    assert.equal(result.status === 'rejected' && result.reason.code, 'IMPORT_TAKEN_OVER');
    assert.equal(second?.job.created, 3);
    assert.equal(await items(), before + 3);
  });

  test('a file that is gone when the import goes on is refused by name', async () => {
    const folder = folderOf({
      'a.json': recordFile({ title: '先来的' }),
      'b.json': recordFile({ title: '后走的' }),
    });
    const stop = new AbortController();
    const first = await importPaths(office, [folder], {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    rmSync(join(folder, 'b.json'));
    const { outcome } = await importPaths(office, [folder], { jobId: first.job.id });
    assert.equal(outcome['b.json'], 'refused SOURCE_GONE');
  });

  test('a running import that stopped moving is shown as interrupted', async () => {
    const { services, people, agencyId } = office;
    const paths = [folderOf({ 'a.json': recordFile() })];
    const jobId = await startImport(services, people.administrator, {
      agencyId,
      unitId: null,
      publish: false,
      paths,
    });
    await services.database.write((tx) =>
      tx
        .updateTable('import_job')
        .set({ status: 'running', runner: 'killed' })
        .where('id', '=', jobId)
        .execute(),
    );
    assert.equal((await viewImport(services, jobId, 'zh')).status, 'running');
    const now = services.clock.now();
    services.clock.set('2026-11-23T01:10:00Z');
    assert.equal((await viewImport(services, jobId, 'zh')).status, 'interrupted');
    services.clock.set(now);
    assert.equal((await importTry(office, jobId)).job.total, 0);
  });
});
