import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { sql } from 'kysely';
import { ManualClock } from './clock.ts';
import { loadConfig } from './config.ts';
import type { Database, Migrations } from './database.ts';
import { FileStore } from './files.ts';
import { newId } from './ids.ts';
import { openDatabase } from './open-database.ts';
import type { Services } from './services.ts';

export interface TestServices extends Services {
  clock: ManualClock;
  /** Closes and removes everything. */
  dispose(): Promise<void>;
}

/**
 * Runs one suite on SQLite and on a real PostgreSQL (started once by `scripts/test.ts`, which names it in
 * ZHAOGAO_TEST_POSTGRES). Run without it, the PostgreSQL half is skipped and said so.
 */
export function onEachDatabase(name: string, suite: (open: Opener) => void): void {
  describe(`${name} on SQLite`, () => suite(openOnSqlite));
  const url = process.env.ZHAOGAO_TEST_POSTGRES;
  describe(`${name} on PostgreSQL`, { skip: url ? false : 'ZHAOGAO_TEST_POSTGRES not set' }, () =>
    suite((migrations) => openOnPostgres(url!, migrations)),
  );
}

export type Opener = (migrations: Migrations) => Promise<TestServices>;

/** Fresh services on SQLite in a temporary directory. The clock stands at 2026-11-23T01:00:00Z. */
export async function openOnSqlite(migrations: Migrations): Promise<TestServices> {
  const directory = temporaryDirectory();
  const database = await openDatabase({ file: join(directory, 'zhaogao.db') }, migrations);
  return assemble(directory, database, async () => {});
}

async function openOnPostgres(url: string, migrations: Migrations): Promise<TestServices> {
  const directory = temporaryDirectory();
  const schema = `t_${newId()}`;
  const database = await openDatabase({ url, schema }, migrations);
  return assemble(directory, database, async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(database.read);
  });
}

function assemble(directory: string, database: Database, drop: () => Promise<void>): TestServices {
  return {
    config: loadConfig({ dataDirectory: directory, logLevel: 'silent' }, {}),
    clock: new ManualClock('2026-11-23T01:00:00Z'),
    database,
    files: new FileStore(join(directory, 'files')),
    dispose: async () => {
      await drop();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'zhaogao-test-'));
}
