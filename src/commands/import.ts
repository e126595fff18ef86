import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Actor, agencyByCode, commandActor, systemActor, unitByCode } from '../agencies/index.ts';
import { closeIsolatedReader } from '../documents/index.ts';
import type { contract } from '../information/index.ts';
import { runImport, startImport, unfinishedImport, viewImport } from '../information/intake/index.ts';
import type { OpenServices } from '../services.ts';
import { type Command, type CommandIo, UsageError } from './command.ts';
import { progressBar } from './progress.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'take in documents, folders, archives, tables and records',
  usage: `import PATH… --agency CODE [--unit CODE] [--publish] [--as LOGIN] [--json]

  PATH            a folder (with its sub-folders), .zip, .docx, .pdf, .html, .txt or .md file; a table (.csv,
                  .xlsx) with one item a row; a table with a column 文件名 beside its files (an inventory);
                  a JSON record
  --agency CODE   whose items they become
  --unit CODE     the unit they come from, where a row does not name one
  --publish       they are public elsewhere already: take them to the publication log at once. What screening
                  finds critical, or what lacks something, stays a draft
  --as LOGIN      act as this person, with that person's rights; without it as the system
  --json          print one JSON document

The same file, record or row twice is one item. An import that was interrupted goes on when the same command is
given again. Exit code: 0 all went in, 1 something was refused or could not be published, 2 bad usage.`,
  async run(args, io) {
    const request = parse(args);
    const services = await io.openServices();
    try {
      return await importPaths(services, io, request);
    } finally {
      await closeIsolatedReader();
      await services.close();
    }
  },
};

interface Request {
  paths: string[];
  agency: string;
  unit: string | undefined;
  publish: boolean;
  as: string | undefined;
  json: boolean;
}

function parse(args: string[]): Request {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      unit: { type: 'string' },
      publish: { type: 'boolean', default: false },
      as: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError('at least one PATH is needed');
  if (!values.agency) throw new UsageError('--agency CODE is needed');
  return {
    paths: positionals.map((path) => resolve(path)),
    agency: values.agency,
    unit: values.unit,
    publish: values.publish,
    as: values.as,
    json: values.json,
  };
}

async function importPaths(services: OpenServices, io: CommandIo, request: Request): Promise<number> {
  const { read } = services.database;
  const agency = await agencyByCode(read, request.agency);
  const unit = request.unit ? await unitByCode(read, agency.id, request.unit) : null;
  const actor = await actorFor(services, request.as);
  const { paths, publish } = request;
  const wanted = { agencyId: agency.id, unitId: unit?.id ?? null, publish, paths };
  const unfinished = await unfinishedImport(services, wanted);
  const jobId = unfinished ?? (await startImport(services, actor, wanted));
  if (unfinished) io.stderr.write('继续上次中断的导入 resuming the interrupted import\n');
  const status = await runWithProgress(services, io, actor, jobId);
  const job = await viewImport(services, jobId, 'zh');
  const drafts = draftsLeft(job).length;
  const published = publish ? job.created - drafts : 0;
  if (request.json)
    io.stdout.write(`${JSON.stringify({ agency: request.agency, publish, published, drafts, ...job })}\n`);
  else report(io, job, published);
  if (status === 'interrupted')
    io.stderr.write('已中断;再次执行同一命令即可继续 interrupted: give the same command again to go on\n');
  return status === 'done' && job.refused === 0 && drafts === 0 ? 0 : 1;
}

async function actorFor(services: OpenServices, login: string | undefined): Promise<Actor> {
  const { database, clock } = services;
  return login
    ? commandActor(database.read, clock, login)
    : systemActor(database.read, '命令行 import', 'command');
}

async function runWithProgress(
  services: OpenServices,
  io: CommandIo,
  actor: Actor,
  jobId: string,
): Promise<'done' | 'interrupted'> {
  const bar = progressBar(io.stderr, 'items');
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  // Once: a second Ctrl-C ends the program at once, which loses nothing either.
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    return await runImport(services, actor, jobId, {
      signal: stop.signal,
      onProgress: ({ done, total, path, status }) => {
        bar.update(done, total);
        if (!io.stderr.isTTY) io.stderr.write(`${done}/${total} ${status} ${path}\n`);
      },
    });
  } finally {
    bar.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function draftsLeft(job: contract.ImportJob): contract.ImportJob['files'] {
  return job.files.filter((file) => file.code === 'LEFT_AS_DRAFT');
}

function report(io: CommandIo, job: contract.ImportJob, published: number): void {
  const { total, created, duplicates, refused } = job;
  io.stdout.write(
    `共 ${total} 项:新增 ${created}(公开 ${published}),重复 ${duplicates},拒收 ${refused}\n${total} in all: ${created} new (${published} published), ${duplicates} known already, ${refused} refused\n`,
  );
  for (const file of job.files.filter((one) => one.status === 'refused'))
    io.stdout.write(`拒收 refused    ${file.path}\n    ${file.code}: ${file.message}\n`);
  for (const file of job.files.filter((one) => one.status === 'duplicate'))
    io.stdout.write(`重复 duplicate  ${file.path}  →  ${file.itemId}\n`);
  for (const file of job.files.filter((one) => one.status === 'done' && one.message))
    io.stdout.write(`说明 note       ${file.path}  →  ${file.itemId}\n    ${file.message}\n`);
}
