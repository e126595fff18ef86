import { type Language, type Queryable, type Services, translate } from '../../platform/index.ts';
import type { ImportJob } from '../contract.ts';
import '../labels.ts';
import type { ImportNote } from './errors.ts';
import { jobFiles, loadJob } from './job-store.ts';
import './labels.ts';
import type { ImportFileTable, ImportJobTable } from './schema.ts';

/** A running job that has not moved for so long was killed and can be resumed. */
const DEAD_AFTER_MS = 60_000;

/** An import with all its files. @throws InformationError 'IMPORT_NOT_FOUND' */
export async function viewImport(services: Services, jobId: string, language: Language): Promise<ImportJob> {
  const { read } = services.database;
  const job = await loadJob(read, jobId);
  const files = await jobFiles(read, jobId);
  return {
    ...summary(job, tally(files), services.clock.now()),
    files: files.map((one) => fileView(one, language)),
  };
}

/** An agency's imports, the latest first, without their files. */
export async function listImports(services: Services, agencyId: string, limit = 50): Promise<ImportJob[]> {
  const { read } = services.database;
  const jobs = await read
    .selectFrom('import_job')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  const counts = await countsOf(
    read,
    jobs.map((job) => job.id),
  );
  return jobs.map((job) => ({ ...summary(job, counts.get(job.id) ?? {}, services.clock.now()), files: [] }));
}

type Counts = Record<string, number>;

function tally(files: readonly ImportFileTable[]): Counts {
  const counts: Counts = {};
  for (const { status } of files) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function countsOf(database: Queryable, jobIds: readonly string[]): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>(jobIds.map((id) => [id, {}]));
  if (jobIds.length === 0) return counts;
  const rows = await database
    .selectFrom('import_file')
    .select(['job_id', 'status'])
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('job_id', 'in', jobIds)
    .groupBy(['job_id', 'status'])
    .execute();
  for (const row of rows) counts.get(row.job_id)![row.status] = Number(row.total);
  return counts;
}

function summary(job: ImportJobTable, counts: Counts, now: string): Omit<ImportJob, 'files'> {
  const { waiting = 0, done = 0, duplicate = 0, refused = 0 } = counts;
  return {
    id: job.id,
    agencyId: job.agency_id,
    status: statusOf(job, now),
    total: waiting + done + duplicate + refused,
    done: done + duplicate + refused,
    created: done,
    duplicates: duplicate,
    refused,
    startedAt: job.started_at,
  };
}

function statusOf(job: ImportJobTable, now: string): ImportJob['status'] {
  const dead = Date.parse(now) - Date.parse(job.updated_at) > DEAD_AFTER_MS;
  return job.status === 'running' && dead ? 'interrupted' : (job.status as ImportJob['status']);
}

function fileView(file: ImportFileTable, language: Language): ImportJob['files'][number] {
  const notes = JSON.parse(file.notes) as ImportNote[];
  const { path, item_id: itemId } = file;
  const status = file.status as ImportJob['files'][number]['status'];
  if (file.code) {
    const details = worded(JSON.parse(file.details) as Details, language);
    return {
      path,
      status,
      code: file.code,
      message: translate(`error.${file.code}`, language, details),
      itemId,
    };
  }
  const texts = notes.map((note) => explainNote(note, language));
  const message = texts.length > 0 ? texts.join(language === 'zh' ? ';' : '; ') : null;
  return { path, status, code: notes[0]?.code ?? null, message, itemId };
}

type Details = Record<string, string | readonly string[]>;

function explainNote({ code, details = {} }: ImportNote, language: Language): string {
  return translate(`import-note.${code}`, language, worded(details, language));
}

/** Details that are codes themselves, in the reader's words. */
function worded(details: Details, language: Language): Details {
  const words = { ...details };
  if (Array.isArray(details.reasons))
    words.reasons = details.reasons.map((reason: string) => translate(`refusal.${reason}`, language));
  if (Array.isArray(details.problems))
    words.problems = details.problems.map((problem: string) => problemText(problem, language));
  return words;
}

/** `code:column:value` of a row's problem, e.g. 成文日期「某日」 日期无法识别. */
function problemText(problem: string, language: Language): string {
  const [code = '', column = '', ...value] = problem.split(':');
  const cell = value.join(':') && `「${value.join(':')}」`;
  return `${column}${cell} ${translate(`row-problem.${code}`, language)}`.trim();
}
