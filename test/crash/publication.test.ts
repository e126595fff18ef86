import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { checkRecords, publicItem } from '../../src/information/index.ts';
import { verifyLocal } from '../../src/ledger/index.ts';
import { type OpenServices, openServices } from '../../src/services.ts';
import { openInstallation } from '../support/installation.ts';
import { needsPostgres, withPostgresDatabase } from '../support/postgres-database.ts';

const KILLS = 8;

/** Lets the publisher run for a while and kills it where it stands. @returns what it was told is done */
async function runAndKill(environment: Record<string, string>, lifetimeMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'publisher.ts')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, lifetimeMs));
  const gone = once(child, 'close');
  child.kill('SIGKILL');
  await gone;
  return output.slice(0, output.lastIndexOf('\n')).split('\n');
}

async function survives(databaseUrl: string): Promise<void> {
  const { services, directory, dispose } = await openInstallation(databaseUrl);
  const environment = { ZHAOGAO_DATA: directory, DATABASE_URL: databaseUrl };
  try {
    const confirmed: string[] = [];
    for (let kill = 0; kill < KILLS; kill++)
      confirmed.push(...(await runAndKill(environment, 40 + kill * 37)));
    assert.ok(confirmed.length > KILLS);
    await assertNothingLost(await openServices(services.config), confirmed);
  } finally {
    await dispose();
  }
}

async function assertNothingLost(services: OpenServices, confirmed: readonly string[]): Promise<void> {
  const { read } = services.database;
  try {
    for (const itemId of confirmed) {
      const item = await publicItem(read, itemId);
      assert.equal(item?.status, 'in-force', `${itemId} was confirmed and is not public`);
      for (const file of item.record!.files) assert.ok(await services.files.has(file.sha256));
    }
    const report = await verifyLocal(services.database, services.logKey, {
      onEntry: checkRecords(services.database),
    });
    assert.deepEqual(report.findings, []);
    const { rows } = await sql<{ items: number; entries: number }>`
      select (select count(*) from publication) as items, (select count(*) from publication_entry) as entries
    `.execute(read);
    assert.equal(Number(rows[0]!.entries), report.size);
    assert.equal(Number(rows[0]!.items), report.size);
    const numbers = await read.selectFrom('item').select('index_number').execute();
    const running = numbers.map((row) => Number(row.index_number!.slice(-5))).sort((a, b) => a - b);
    assert.deepEqual(
      running,
      running.map((_, index) => index + 1),
    );
  } finally {
    await services.close();
  }
}

describe('kill -9 during publication loses nothing that was confirmed', () => {
  test('on SQLite', () => survives(''));
  test('on PostgreSQL', needsPostgres, () => withPostgresDatabase(survives));
});
