import pg from 'pg';
import { newId } from '../../src/platform/index.ts';

/** The PostgreSQL that `scripts/test.ts` started, if it did. */
export const postgresUrl = process.env.ZHAOGAO_TEST_POSTGRES;

/** Option of a test that needs it. */
export const needsPostgres = { skip: postgresUrl ? false : 'ZHAOGAO_TEST_POSTGRES not set' };

/** Runs work with the address of a fresh database, dropped afterwards. */
export async function withPostgresDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `test_${newId()}`;
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  try {
    await work(postgresUrl!.replace(/\/postgres$/, `/${name}`));
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}
