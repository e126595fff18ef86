import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkRecords } from '../../src/information/index.ts';
import { verifyLocal } from '../../src/ledger/index.ts';
import { openInstallation } from '../support/installation.ts';
import { needsPostgres, withPostgresDatabase } from '../support/postgres-database.ts';

const FILES = 60;
const KILLS = 5;
const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'zhaogao.ts');

/** `zhaogao import` on the folder; killed once it has reported some files, or run to its end. */
async function runImport(environment: Record<string, string>, folder: string, killAfter: number | null) {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'import', folder, '--agency', 'CSJT', '--publish', '--json'],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const closed = once(child, 'close');
  let reported = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    reported += chunk.toString().split('\n').length - 1;
    if (killAfter !== null && reported >= killAfter) child.kill('SIGKILL');
  });
  child.stdout.resume();
  const [code] = (await closed) as [number | null];
  return code;
}

async function survives(databaseUrl: string): Promise<void> {
  const { services, directory, dispose } = await openInstallation(databaseUrl);
  const folder = join(directory, 'incoming');
  mkdirSync(folder);
  for (let number = 1; number <= FILES; number++)
    writeFileSync(
      join(folder, `${number}.txt`),
      `关于第${number}号公路养护工程的公告\n\n第${number}号工程已经完工。\n\n测试市交通运输局\n2026年11月2日\n`,
    );
  const environment = { ZHAOGAO_DATA: directory, DATABASE_URL: databaseUrl };
  try {
    for (let kill = 1; kill <= KILLS; kill++)
      assert.equal(await runImport(environment, folder, 3 * kill), null, 'it was to be killed');
    assert.equal(await runImport(environment, folder, null), 0);
    const items = await services.database.read
      .selectFrom('item_version')
      .innerJoin('item', 'item.id', 'item_version.item_id')
      .select(['title', 'public_status'])
      .execute();
    assert.equal(items.length, FILES, 'each file is one item, none lost, none twice');
    assert.equal(new Set(items.map((item) => item.title)).size, FILES);
    assert.ok(items.every((item) => item.public_status === 'in-force'));
    const report = await verifyLocal(services.database, services.logKey, {
      onEntry: checkRecords(services.database),
    });
    assert.deepEqual(report.findings, []);
    assert.equal(report.size, FILES);
  } finally {
    await dispose();
  }
}

describe('an import that is killed with -9 again and again goes on where it stood', () => {
  test('on SQLite', () => survives(''));
  test('on PostgreSQL', needsPostgres, () => withPostgresDatabase(survives));
});
