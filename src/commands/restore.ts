import { createReadStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { migrations } from '../migrations.ts';
import { type Config, type DumpRow, FileStore, loadRows, openDatabase } from '../platform/index.ts';
import { databaseLocation } from '../services.ts';
import { BACKUP_FORMAT } from './backup.ts';
import { type Command, UsageError } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'put a backup back into an empty data directory and database',
  usage: `restore FILE --data DIR

DIR must hold no installation yet. With DATABASE_URL set, the rows go into that PostgreSQL database.`,
  async run(args, io) {
    const [file] = args;
    if (!file || args.length > 1) throw new UsageError('one FILE is needed');
    if (existsSync(join(io.config.dataDirectory, 'keys'))) {
      io.stderr.write(`${io.config.dataDirectory} holds an installation already\n`);
      return 1;
    }
    await readBackup(io.config, file);
    io.stdout.write(`${io.config.dataDirectory}\n`);
    return 0;
  },
};

/**
 * Restores a backup: files and rows first, the keys last, so that a broken-off restore is not taken for an
 * installation. All rows go in one transaction.
 * @throws Error when the file is no backup or the database is not empty
 */
export async function readBackup(config: Config, file: string): Promise<void> {
  const database = await openDatabase(databaseLocation(config), migrations);
  const files = new FileStore(join(config.dataDirectory, 'files'));
  const keys = new Map<string, Buffer>();
  try {
    await database.write(async (tx) => {
      const agency = await tx.selectFrom('agency').select('id').limit(1).executeTakeFirst();
      if (agency) throw new Error('the database holds an installation already');
      // The migrations may have written rows of their own (the system's person): the backup has them too.
      await tx.deleteFrom('person').execute();
      await eachEntry(file, async (name, content) => {
        const [, folder, rest = ''] = /^(manifest\.json|tables\/|files\/|keys\/)([\w.-]*)$/.exec(name) ?? [];
        if (folder === 'manifest.json') checkManifest(content);
        else if (folder === 'tables/') await loadRows(tx, tableOf(rest), rowsOf(content));
        else if (folder === 'files/') await files.put(content);
        else if (folder === 'keys/' && /^[a-z.]+$/.test(rest)) keys.set(rest, content);
        else throw new Error(`not a part of a backup: ${name}`);
      });
      if (!keys.has('log.key')) throw new Error('the backup ends too early');
    });
  } finally {
    await database.close();
  }
  await mkdir(join(config.dataDirectory, 'keys'), { recursive: true, mode: 0o700 });
  for (const [name, content] of keys)
    await writeFile(join(config.dataDirectory, 'keys', name), content, { mode: 0o600 });
}

async function eachEntry(
  file: string,
  take: (name: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const archive = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), archive);
  reading.catch(() => {});
  for await (const entry of archive) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    await take(entry.header.name, Buffer.concat(chunks));
  }
  await reading;
}

function checkManifest(content: Buffer): void {
  const { format } = JSON.parse(content.toString()) as { format?: string };
  if (format !== BACKUP_FORMAT) throw new Error('not a backup of this program');
}

function tableOf(name: string): string {
  return /^\d{8}-([a-z_]+)\.jsonl$/.exec(name)?.[1] ?? '';
}

function rowsOf(content: Buffer): DumpRow[] {
  return content
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DumpRow);
}
