import type { Queryable, Tx } from '../../platform/index.ts';
import { InformationError } from '../errors.ts';
import { type ImportNote, IntakeError } from './errors.ts';
import type { ImportFileTable, ImportJobTable } from './schema.ts';
import type { ImportPlan } from './source.ts';

/** @throws InformationError 'IMPORT_NOT_FOUND' */
export async function loadJob(database: Queryable, jobId: string): Promise<ImportJobTable> {
  const job = await database.selectFrom('import_job').selectAll().where('id', '=', jobId).executeTakeFirst();
  if (!job) throw new InformationError('IMPORT_NOT_FOUND');
  return job;
}

export async function jobFiles(database: Queryable, jobId: string): Promise<ImportFileTable[]> {
  return database
    .selectFrom('import_file')
    .selectAll()
    .where('job_id', '=', jobId)
    .orderBy('position')
    .execute();
}

export async function jobUploads(
  database: Queryable,
  jobId: string,
): Promise<{ name: string; sha256: string }[]> {
  return database
    .selectFrom('import_upload')
    .select(['name', 'sha256'])
    .where('job_id', '=', jobId)
    .orderBy('position')
    .execute();
}

/**
 * Shows that this runner still has the job, and that it is alive.
 * @throws IntakeError 'IMPORT_TAKEN_OVER': whatever the transaction did is undone
 */
export async function holdJob(tx: Tx, jobId: string, runner: string, now: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('import_job')
    .set({ updated_at: now })
    .where('id', '=', jobId)
    .where('runner', '=', runner)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new IntakeError('IMPORT_TAKEN_OVER');
}

const ROWS_AT_ONCE = 100;

/**
 * Brings a job's list in line with what was found now: new sources wait, refused ones are refused, waiting ones
 * that are gone are refused as such. What is settled stays as it is.
 */
export async function syncFiles(tx: Tx, jobId: string, plan: ImportPlan): Promise<void> {
  const known = new Map((await jobFiles(tx, jobId)).map((file) => [file.path, file]));
  const refused = plan.refused.map(({ path, error }) => ({
    path,
    status: 'refused',
    code: error.code as string,
    details: JSON.stringify(error.details),
  }));
  const waiting = plan.sources.map(({ path }) => ({ path, status: 'waiting', code: null, details: '{}' }));
  const found = [...waiting, ...refused];
  let position = Math.max(0, ...[...known.values()].map((file) => file.position));
  const added = found
    .filter(({ path }) => !known.has(path))
    .map((file) => ({
      ...file,
      job_id: jobId,
      position: ++position,
      notes: '[]',
      item_id: null,
      published: 0,
    }));
  for (let at = 0; at < added.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto('import_file')
      .values(added.slice(at, at + ROWS_AT_ONCE))
      .execute();
  for (const { path, code, details } of refused)
    if (known.get(path)?.status === 'waiting')
      await settle(tx, jobId, path, { status: 'refused', code, details });
  const paths = new Set(found.map(({ path }) => path));
  for (const file of known.values())
    if (file.status === 'waiting' && !paths.has(file.path))
      await settle(tx, jobId, file.path, { status: 'refused', code: 'SOURCE_GONE' });
}

/** Writes what became of one source. */
export async function settle(
  tx: Tx,
  jobId: string,
  path: string,
  outcome: {
    status: 'done' | 'duplicate' | 'refused';
    code?: string;
    details?: string;
    notes?: readonly ImportNote[];
    itemId?: string;
    published?: boolean;
  },
): Promise<void> {
  await tx
    .updateTable('import_file')
    .set({
      status: outcome.status,
      code: outcome.code ?? null,
      details: outcome.details ?? '{}',
      notes: JSON.stringify(outcome.notes ?? []),
      item_id: outcome.itemId ?? null,
      published: outcome.published ? 1 : 0,
    })
    .where('job_id', '=', jobId)
    .where('path', '=', path)
    .execute();
}
