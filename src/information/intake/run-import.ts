import { type Actor, demand, recordAudit } from '../../agencies/index.ts';
import { DomainError, newId, type Tx } from '../../platform/index.ts';
import type { InformationServices } from '../services.ts';
import { IntakeError } from './errors.ts';
import { holdJob, jobFiles, jobUploads, loadJob, settle, syncFiles } from './job-store.ts';
import { planImport } from './plan.ts';
import { readSource } from './read-source.ts';
import type { ImportJobTable } from './schema.ts';
import type { Source } from './source.ts';
import { takeIn } from './take-in.ts';
import { Scratch } from './tree.ts';

export interface RunOptions {
  /** Called after each source with how many are settled, and which came last. */
  onProgress?: (progress: { done: number; total: number; path: string; status: string }) => void;
  /** Stops after the running item; the job can be resumed. */
  signal?: AbortSignal;
}

/**
 * Runs an import from where it stands to its end, one item a transaction. May be called again after anything:
 * an interruption, a crash, a restart. Whoever calls last has the job.
 * @returns the status it ended with
 * @throws AgenciesError 'FORBIDDEN', IntakeError 'IMPORT_FINISHED' | 'IMPORT_TAKEN_OVER'
 */
export async function runImport(
  services: InformationServices,
  actor: Actor,
  jobId: string,
  options: RunOptions = {},
): Promise<'done' | 'interrupted'> {
  const runner = newId();
  const job = await takeJob(services, actor, jobId, runner);
  const scratch = new Scratch();
  try {
    const uploads = await jobUploads(services.database.read, jobId);
    const origin = uploads.length > 0 ? { uploads } : { paths: JSON.parse(job.paths) as string[] };
    const plan = await planImport(services, origin, scratch);
    await services.database.write(async (tx) => {
      await holdJob(tx, jobId, runner, services.clock.now());
      await syncFiles(tx, jobId, plan);
    });
    const status = await runSources(services, actor, job, runner, plan.sources, options);
    await endJob(services, actor, job, runner, status);
    return status;
  } catch (error) {
    if (!(error instanceof IntakeError && error.code === 'IMPORT_TAKEN_OVER'))
      await endJob(services, actor, job, runner, 'failed').catch(() => {});
    throw error;
  } finally {
    await scratch.clear();
  }
}

async function takeJob(
  services: InformationServices,
  actor: Actor,
  jobId: string,
  runner: string,
): Promise<ImportJobTable> {
  return services.database.write(async (tx) => {
    const job = await loadJob(tx, jobId);
    demandImport(actor, job);
    if (job.status === 'done') throw new IntakeError('IMPORT_FINISHED');
    const now = services.clock.now();
    await tx
      .updateTable('import_job')
      .set({ runner, status: 'running', updated_at: now })
      .where('id', '=', jobId)
      .execute();
    await audit(tx, services, actor, job, job.runner === null ? 'import.started' : 'import.resumed');
    return job;
  });
}

/** @throws AgenciesError 'FORBIDDEN': publishing by import passes the chain by, so only administrators may */
export function demandImport(
  actor: Actor,
  job: Pick<ImportJobTable, 'agency_id' | 'unit_id' | 'publish'>,
): void {
  demand(actor, 'item.import', job.agency_id, job.unit_id);
  if (job.publish === 1) demand(actor, 'import.publish', job.agency_id);
}

async function runSources(
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  runner: string,
  sources: readonly Source[],
  { onProgress, signal }: RunOptions,
): Promise<'done' | 'interrupted'> {
  const files = await jobFiles(services.database.read, job.id);
  const waiting = new Set(files.filter((file) => file.status === 'waiting').map((file) => file.path));
  const total = files.length;
  for (const source of sources) {
    if (!waiting.has(source.path)) continue;
    if (signal?.aborted) return 'interrupted';
    const status = await runSource(services, actor, job, runner, source);
    waiting.delete(source.path);
    onProgress?.({ done: total - waiting.size, total, path: source.path, status });
  }
  return 'done';
}

/** Whatever is wrong with one source is its own refusal; only what is wrong with us stops the import. */
async function runSource(
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  runner: string,
  source: Source,
): Promise<string> {
  try {
    const incoming = await readSource(services, source);
    return (await takeIn(services, actor, job, runner, source.path, incoming)).status;
  } catch (error) {
    if (!(error instanceof DomainError) || fatal(error)) throw error;
    await services.database.write(async (tx) => {
      await holdJob(tx, job.id, runner, services.clock.now());
      const details = JSON.stringify(error.details);
      await settle(tx, job.id, source.path, { status: 'refused', code: error.code, details });
    });
    return 'refused';
  }
}

/** The reader was closed because the server stops: the file has done nothing wrong. */
function fatal(error: DomainError): boolean {
  return error.code === 'IMPORT_TAKEN_OVER' || error.code === 'READER_CLOSED';
}

async function endJob(
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  runner: string,
  status: 'done' | 'interrupted' | 'failed',
): Promise<void> {
  await services.database.write(async (tx) => {
    await holdJob(tx, job.id, runner, services.clock.now());
    await tx.updateTable('import_job').set({ status }).where('id', '=', job.id).execute();
    await audit(tx, services, actor, job, `import.${status}`);
  });
}

async function audit(
  tx: Tx,
  services: InformationServices,
  actor: Actor,
  job: ImportJobTable,
  action: string,
): Promise<void> {
  const counts = await tx
    .selectFrom('import_file')
    .select(['status', 'published'])
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('job_id', '=', job.id)
    .groupBy(['status', 'published'])
    .execute();
  await recordAudit(tx, actor, {
    at: services.clock.now(),
    action,
    agencyId: job.agency_id,
    subjectKind: 'import',
    subjectId: job.id,
    detail: {
      publish: job.publish === 1,
      counts: Object.fromEntries(
        counts.map((row) => [row.published ? 'published' : row.status, Number(row.total)]),
      ),
    },
  });
}
