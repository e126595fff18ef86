import { join } from 'node:path';
import { closeIsolatedReader, limitIsolatedReader } from './documents/index.ts';
import type { InformationServices } from './information/index.ts';
import { openLogKey } from './ledger/index.ts';
import { migrations } from './migrations.ts';
import {
  type Config,
  type DatabaseLocation,
  ensureDataDirectory,
  FileStore,
  openDatabase,
  systemClock,
} from './platform/index.ts';

export type OpenServices = InformationServices & { close(): Promise<void> };

/** Opens database, files and log key of a data directory; for the server and for every command. */
export async function openServices(config: Config): Promise<OpenServices> {
  ensureDataDirectory(config);
  limitIsolatedReader({
    timeoutMs: config.parseTimeLimitMs,
    memoryMib: Math.floor(config.parseMemoryLimitBytes / 2 ** 20),
  });
  const database = await openDatabase(databaseLocation(config), migrations);
  return {
    config,
    clock: systemClock,
    database,
    files: new FileStore(join(config.dataDirectory, 'files')),
    logKey: openLogKey(config),
    close: async () => {
      await closeIsolatedReader();
      await database.close();
    },
  };
}

/** PostgreSQL where DATABASE_URL names one, else one SQLite file in the data directory. */
export function databaseLocation(config: Config): DatabaseLocation {
  return config.databaseUrl
    ? { url: config.databaseUrl }
    : { file: join(config.dataDirectory, 'zhaogao.db') };
}
