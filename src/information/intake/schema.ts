import type { Kysely } from 'kysely';
import type { Migrations } from '../../platform/index.ts';

declare module '../../platform/database.ts' {
  interface Schema {
    import_job: ImportJobTable;
    import_file: ImportFileTable;
    import_upload: ImportUploadTable;
  }
}

/** One batch import. What is done is in its files, so an interrupted job goes on where it stopped. */
export interface ImportJobTable {
  id: string;
  agency_id: string;
  unit_id: string | null;
  publish: number;
  /** Absolute paths on the server (JSON array) for the command line; '[]' for uploads. */
  paths: string;
  /** running, done, interrupted, failed. */
  status: string;
  /**
   * Token of whoever runs it. Each item's transaction checks it, so that of two runners only the last one to
   * take the job goes on; a runner that was killed leaves it behind.
   */
  runner: string | null;
  started_by: string;
  started_at: string;
  /** Moved by every item: a running job that stands still was killed. */
  updated_at: string;
}

/** One source of a job: a document, a record, a row of a table, or something that was refused. */
export interface ImportFileTable {
  job_id: string;
  position: number;
  /** Name shown, unique in the job: `list.xlsx#3`, `files.zip/notice.docx`. */
  path: string;
  /** waiting, done, duplicate, refused. */
  status: string;
  /** Why it was refused. */
  code: string | null;
  /** Details of the code (JSON). */
  details: string;
  /** What a person should know about an item that did go in (JSON array of ImportNote). */
  notes: string;
  item_id: string | null;
  published: number;
}

/** Files sent with an import over HTTP; kept, so that the import can go on after a restart. */
export interface ImportUploadTable {
  job_id: string;
  position: number;
  name: string;
  size_bytes: number;
  sha256: string;
}

export const intakeMigrations: Migrations = {
  '035-intake': {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('import_job')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
        .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
        .addColumn('publish', 'integer', (c) => c.notNull())
        .addColumn('paths', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('runner', 'text')
        .addColumn('started_by', 'text', (c) => c.notNull())
        .addColumn('started_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      await schema
        .createIndex('import_job_by_agency')
        .on('import_job')
        .columns(['agency_id', 'started_at'])
        .execute();
      await schema
        .createTable('import_file')
        .addColumn('job_id', 'text', (c) => c.notNull().references('import_job.id'))
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('path', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('code', 'text')
        .addColumn('details', 'text', (c) => c.notNull())
        .addColumn('notes', 'text', (c) => c.notNull())
        // No reference: a draft that came from an import may be discarded, its report stays.
        .addColumn('item_id', 'text')
        .addColumn('published', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('import_file_pk', ['job_id', 'position'])
        .addUniqueConstraint('import_file_path', ['job_id', 'path'])
        .execute();
      await schema
        .createTable('import_upload')
        .addColumn('job_id', 'text', (c) => c.notNull().references('import_job.id'))
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('size_bytes', 'integer', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('import_upload_pk', ['job_id', 'position'])
        .execute();
    },
  },
};
