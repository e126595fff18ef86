import type { Kysely } from 'kysely';
import type { Migrations } from '../platform/index.ts';

declare module '../platform/database.ts' {
  interface Schema {
    report_text: ReportTextTable;
  }
}

/** What the officer writes into a year's report. No figure is ever kept here. */
export interface ReportTextTable {
  agency_id: string;
  year: number;
  key: string;
  text: string;
  revision: number;
  updated_by: string;
  updated_by_name: string;
  updated_at: string;
}

export const reportMigrations: Migrations = {
  '070-reports': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('report_text')
        .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('revision', 'integer', (c) => c.notNull())
        .addColumn('updated_by', 'text', (c) => c.notNull())
        .addColumn('updated_by_name', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('report_text_pk', ['agency_id', 'year', 'key'])
        .execute();
    },
  },
};
