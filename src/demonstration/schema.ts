import type { Kysely } from 'kysely';
import type { Database, Migrations } from '../platform/index.ts';

declare module '../platform/database.ts' {
  interface Schema {
    demonstration: DemonstrationTable;
  }
}

/** One row marks a data directory as a demonstration for good; who removes it makes invented data look real. */
interface DemonstrationTable {
  id: number;
  built_at: string;
}

export const demonstrationMigrations: Migrations = {
  '090-demonstration': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('demonstration')
        .addColumn('id', 'integer', (c) => c.primaryKey())
        .addColumn('built_at', 'text', (c) => c.notNull())
        .execute();
    },
  },
};

/** Whether this is a demonstration: it refuses public addresses. */
export async function isDemonstration(database: Database): Promise<boolean> {
  const row = await database.read.selectFrom('demonstration').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
