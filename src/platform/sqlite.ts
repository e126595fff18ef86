import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Connections, Schema } from './database.ts';

const BUSY_TIMEOUT_MS = 10_000;

/** One file, one writer, readers beside it (WAL); a commit is on the disk before it is confirmed. */
export function openSqlite(file: string): Connections {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = kyselyOver(connect(file), 'begin immediate');
  const read = kyselyOver(connect(file), 'begin');
  const connections: Connections & { writer: Kysely<Schema> } = {
    flags: { name: 'sqlite' },
    read,
    writer,
    write: (work) => writer.transaction().execute(work),
    snapshot: (work) => read.transaction().execute(work),
    close: async () => {
      await read.destroy();
      await writer.destroy();
    },
  };
  return connections;
}

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file);
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
    PRAGMA trusted_schema = OFF;
  `);
  return connection;
}

/**
 * Kysely's own SQLite dialect expects better-sqlite3's shape: a statement that knows whether it has columns.
 * @param begin a writer takes the lock at once: a deferred transaction could fail half-way when upgraded
 */
function kyselyOver(connection: DatabaseSync, begin: 'begin' | 'begin immediate'): Kysely<Schema> {
  const statements = new Map<string, ReturnType<typeof wrap>>();
  const wrap = (text: string) => {
    const statement = connection.prepare(text);
    const reader = statement.columns().length > 0;
    return {
      reader,
      all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters: readonly unknown[]) =>
        statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
    };
  };
  const prepare = (text: string) => {
    if (text === 'begin') return wrap(begin);
    let statement = statements.get(text);
    if (!statement) {
      statement = wrap(text);
      if (/^(select|insert|update|delete)/i.test(text) && statements.size < 500)
        statements.set(text, statement);
    }
    return statement;
  };
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare, close: () => connection.close() } }),
  });
}
