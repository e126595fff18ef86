import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writeBackup } from '../src/commands/backup.ts';
import { readBackup } from '../src/commands/restore.ts';
import { checkRecords, publicItem } from '../src/information/index.ts';
import { verifyLocal } from '../src/ledger/index.ts';
import { type Config, loadConfig } from '../src/platform/index.ts';
import { temporaryDirectory } from '../src/platform/testing.ts';
import { openServices } from '../src/services.ts';
import { type Installation, openInstallation, publishQuickly } from './support/installation.ts';
import { needsPostgres, withPostgresDatabase } from './support/postgres-database.ts';

describe('a backup', () => {
  let source: Installation;
  let file: string;
  const published: string[] = [];

  before(async () => {
    source = await openInstallation();
    for (let number = 0; number < 30; number++)
      published.push(await publishQuickly(source.services, source.agencyId, { title: `备份前 ${number}` }));
    file = join(source.directory, 'backup.tar.gz');
    let going = true;
    const meanwhile = (async () => {
      for (let number = 0; going; number++)
        await publishQuickly(source.services, source.agencyId, { title: `备份中 ${number}` });
    })();
    const other = await openServices(source.services.config);
    await writeBackup(other, file);
    await other.close();
    going = false;
    await meanwhile;
  });
  after(() => source.dispose());

  async function restoredInto(databaseUrl: string, check: (config: Config) => Promise<void>): Promise<void> {
    const directory = temporaryDirectory();
    try {
      const config = loadConfig({ dataDirectory: directory, databaseUrl, logLevel: 'silent' }, {});
      await readBackup(config, file);
      await check(config);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }

  async function assertWhole(config: Config): Promise<void> {
    const services = await openServices(config);
    try {
      for (const id of published) {
        const item = await publicItem(services.database.read, id);
        assert.equal(item?.status, 'in-force');
        const bytes = await services.files.get(item.record!.files[0]!.sha256);
        assert.equal(bytes.toString(), `附件:${item.title}`);
      }
      assert.equal(services.logKey.vkey, source.services.logKey.vkey);
      const report = await verifyLocal(services.database, services.logKey, {
        onEntry: checkRecords(services.database),
      });
      assert.deepEqual(report.findings, []);
      assert.ok(report.size >= published.length);
      const next = await publishQuickly(services, source.agencyId, { title: '恢复后继续' });
      const last = await publicItem(services.database.read, next);
      assert.equal(last?.seq, report.size, 'the log goes on where it stood');
    } finally {
      await services.close();
    }
  }

  test('taken while items are published restores to a moment at which everything agrees', () =>
    restoredInto('', assertWhole));

  test('of SQLite restores into PostgreSQL', needsPostgres, () =>
    withPostgresDatabase((url) => restoredInto(url, assertWhole)),
  );

  test('is not restored over an installation', async () => {
    await assert.rejects(readBackup(source.services.config, file), /holds an installation/);
  });

  test('that is broken restores nothing', async () => {
    const broken = join(source.directory, 'broken.tar.gz');
    const bytes = await readFile(file);
    await writeFile(broken, bytes.subarray(0, bytes.length - 2000));
    const directory = temporaryDirectory();
    const config = loadConfig({ dataDirectory: directory, logLevel: 'silent' }, {});
    await assert.rejects(readBackup(config, broken));
    const services = await openServices(config);
    const agency = await services.database.read.selectFrom('agency').select('id').executeTakeFirst();
    await services.close();
    rmSync(directory, { recursive: true, force: true });
    assert.equal(agency, undefined);
  });
});
