import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { dumpTables } from '../platform/index.ts';
import type { OpenServices } from '../services.ts';
import { type Command, UsageError } from './command.ts';
import { progressBar } from './progress.ts';

export const BACKUP_FORMAT = 'zhaogao/backup/v1';

export const backup: Command = {
  name: 'backup',
  summary: 'write database, files and keys into one file, while the server runs',
  usage: `backup FILE

The file (tar.gz) holds the log's private key and personal data: keep it as you keep the server.
It can be restored into either database.`,
  async run(args, io) {
    const [file] = args;
    if (!file || args.length > 1) throw new UsageError('one FILE is needed');
    const services = await io.openServices();
    const bar = progressBar(io.stderr, 'files');
    try {
      await writeBackup(services, file, bar.update);
      bar.end();
      io.stdout.write(`${file}\n`);
      return 0;
    } finally {
      await services.close();
    }
  },
};

/**
 * Writes a backup. The rows are of one moment; files are only ever added, so all they name are there. The
 * file appears under its name only when it is whole.
 */
export async function writeBackup(
  services: OpenServices,
  file: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const archive = pack();
  const partial = `${file}.part`;
  const written = pipeline(archive, createGzip(), createWriteStream(partial, { mode: 0o600 }));
  written.catch(() => {});
  try {
    await add(archive, 'manifest.json', JSON.stringify({ format: BACKUP_FORMAT, at: services.clock.now() }));
    const hashes = await addTables(services, archive);
    let done = 0;
    for (const hash of hashes) {
      await add(archive, `files/${hash}`, await services.files.get(hash));
      onProgress(++done, hashes.size);
    }
    await addKeys(services, archive);
    archive.finalize();
    await written;
    await rename(partial, file);
  } catch (error) {
    archive.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

/** @returns the hashes of all files the rows name */
async function addTables(services: OpenServices, archive: Pack): Promise<Set<string>> {
  const hashes = new Set<string>();
  let part = 0;
  await dumpTables(services.database, async (table, rows) => {
    for (const row of rows) if (typeof row.sha256 === 'string') hashes.add(row.sha256);
    const name = `tables/${String(++part).padStart(8, '0')}-${table}.jsonl`;
    await add(archive, name, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  });
  return hashes;
}

async function addKeys(services: OpenServices, archive: Pack): Promise<void> {
  const directory = join(services.config.dataDirectory, 'keys');
  for (const name of await readdir(directory))
    await add(archive, `keys/${name}`, await readFile(join(directory, name)));
}

function add(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}
