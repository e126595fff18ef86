import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import type { Connections, Schema } from './database.ts';

/** Advisory lock that makes writers queue as they do on SQLite: one order of events, on both databases. */
const WRITER_LOCK = 0x7a68616f;

/** int8 as number: counts and sizes stay far below 2^53. */
const parsers = new pg.TypeOverrides();
parsers.setTypeParser(pg.types.builtins.INT8, Number);

export async function openPostgres(location: { url: string; schema?: string }): Promise<Connections> {
  const pool = new pg.Pool({
    connectionString: location.url,
    types: parsers,
    max: 10,
    ...(location.schema ? { options: `-c search_path=${quoted(location.schema)}` } : {}),
  });
  // A server that goes away while a connection idles is noticed by the next query, not by a crash.
  pool.on('error', () => {});
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
  if (location.schema) await sql`create schema if not exists ${sql.id(location.schema)}`.execute(read);
  return {
    flags: { name: 'postgres' },
    read,
    write: (work) =>
      read.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(WRITER_LOCK)})`.execute(tx);
        return work(tx);
      }),
    snapshot: (work) => read.transaction().setIsolationLevel('repeatable read').execute(work),
    close: () => read.destroy(),
  };
}

function quoted(schema: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new RangeError('not a schema name');
  return schema;
}
