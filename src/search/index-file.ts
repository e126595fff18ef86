import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SearchError } from './errors.ts';
import { ensureTables } from './schema.ts';

const BUSY_TIMEOUT_MS = 5_000;
const REPLACED_CHECK_MS = 1_000;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
const SQLITE_IOERR_SHORT_READ = 522;

/** Thrown where the content of the index contradicts itself; treated like a damaged file. */
export class DamagedIndex extends Error {}

/**
 * The one file of the index and our connection to it. A damaged file is discarded and started afresh: it is
 * a projection and fills again from the log. A file that another process has replaced is opened anew.
 */
export class IndexFile {
  readonly path: string;
  #connection: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #inode: bigint;
  #checkedAt = 0;
  #ownChanges = 0;

  /** @throws Error when the place cannot be written to */
  constructor(path: string) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#connection = openOrRecreate(path);
    this.#inode = inodeOf(path);
  }

  /**
   * Works on the index.
   * @throws SearchError 'INDEX_UNAVAILABLE' when the file turned out damaged; it is empty by then
   */
  use<T>(work: () => T): T {
    this.#reopenIfReplaced();
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.discard();
      throw new SearchError('INDEX_UNAVAILABLE', {}, { cause: error });
    }
  }

  /** One write transaction, which waits for that of another process. */
  transaction<T>(work: () => T): T {
    const connection = this.#connection;
    connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      connection.exec('COMMIT');
      this.#ownChanges++;
      return result;
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Changes whenever the content may have changed, by us or by another process. */
  version(): string {
    const seen = this.get<{ data_version: number }>('PRAGMA data_version')!.data_version;
    return `${this.#ownChanges}.${seen}`;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values);
  }

  /**
   * Brings everything written into the main file and empties the write-ahead log, which otherwise keeps what
   * was removed. @returns false while another process is reading
   */
  emptyLog(): boolean {
    // Without waiting: whoever reads may read for long, and everything else would wait with us.
    this.exec('PRAGMA busy_timeout = 0');
    try {
      return this.#connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!.busy === 0;
    } finally {
      this.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }

  /** Throws the file away and starts an empty one. */
  discard(): void {
    this.close();
    removeFiles(this.path);
    this.#open();
  }

  /**
   * Puts a finished index in the place of this one. Crash-safe: the name stands for the old or the new file,
   * and never is the write-ahead log of the one beside the other.
   */
  replaceWith(finished: IndexFile): void {
    finished.emptyLog();
    finished.exec('PRAGMA journal_mode = DELETE');
    finished.close();
    sync(finished.path);
    this.emptyLog();
    this.close();
    removeLogs(this.path);
    renameSync(finished.path, this.path);
    sync(dirname(this.path));
    this.#open();
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #open(): void {
    this.#ownChanges++;
    this.#connection = openOrRecreate(this.path);
    this.#inode = inodeOf(this.path);
  }

  #reopenIfReplaced(): void {
    if (Date.now() - this.#checkedAt < REPLACED_CHECK_MS) return;
    this.#checkedAt = Date.now();
    if (inodeOf(this.path) === this.#inode) return;
    this.close();
    this.#open();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Removes an index with its side files; the logs first, so that no old log is ever found beside a new file. */
export function removeFiles(path: string): void {
  removeLogs(path);
  rmSync(path, { force: true });
}

function removeLogs(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function openOrRecreate(path: string): DatabaseSync {
  try {
    const connection = connect(path);
    if (connection) return connection;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  removeFiles(path);
  const connection = connect(path);
  if (!connection) throw new DamagedIndex('an empty index has the wrong version');
  return connection;
}

/** @returns null when the file is an index of another version */
function connect(path: string): DatabaseSync | null {
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    // Not memory-mapped: a file truncated under a mapping would end the process instead of giving an error.
    // NORMAL: what a power cut undoes, the cursor with it, is applied again from the log.
    connection.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -32000;
      PRAGMA trusted_schema = OFF;
    `);
    if (ensureTables(connection)) return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return null;
}

function isDamage(error: unknown): boolean {
  if (error instanceof DamagedIndex) return true;
  const code = (error as { errcode?: number }).errcode;
  if (typeof code !== 'number') return false;
  return code === SQLITE_IOERR_SHORT_READ || [SQLITE_CORRUPT, SQLITE_NOTADB].includes(code & 0xff);
}

function inodeOf(path: string): bigint {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? -1n;
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
