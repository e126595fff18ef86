import type { Kysely } from 'kysely';
import type { Database, Queryable } from './database.ts';

/** A row as it stands in a dump: texts, whole numbers and nulls only, the same on both databases. */
export type DumpRow = Record<string, string | number | null>;
type AnyTables = Kysely<Record<string, DumpRow>>;

/** What other tables' foreign keys point to; the rest may follow in any order. */
const REFERRED = ['agency', 'unit', 'person', 'category', 'log_entry', 'item', 'import_job'];
const ROWS_PER_CHUNK = 500;

/**
 * Every row of every table as of one moment, while others go on writing; tables that others refer to first.
 * A dump of one database can be loaded into the other.
 */
export async function dumpTables(
  database: Database,
  take: (table: string, rows: DumpRow[]) => Promise<void>,
): Promise<void> {
  await database.snapshot(async (tx) => {
    for (const table of await tablesInOrder(tx)) await dumpTable(tx, table, (rows) => take(table, rows));
  });
}

async function dumpTable(
  tx: Queryable,
  table: string,
  take: (rows: DumpRow[]) => Promise<void>,
): Promise<void> {
  let chunk: DumpRow[] = [];
  const rows: AsyncIterable<DumpRow> = refersToItself(table)
    ? parentsFirst(tx, table)
    : (tx as unknown as AnyTables).selectFrom(table).selectAll().stream(ROWS_PER_CHUNK);
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    await take(chunk);
    chunk = [];
  }
  if (chunk.length > 0) await take(chunk);
}

/** Puts dumped rows back as they were; the caller keeps the order of the dump. */
export async function loadRows(tx: Queryable, table: string, rows: readonly DumpRow[]): Promise<void> {
  const known = await tablesInOrder(tx);
  if (!known.includes(table)) throw new RangeError(`no such table: ${table}`);
  for (let start = 0; start < rows.length; start += 100)
    await (tx as unknown as AnyTables)
      .insertInto(table)
      .values(rows.slice(start, start + 100))
      .execute();
}

/** Tables with their rows, without the migrator's own. */
export async function tablesInOrder(database: Queryable): Promise<string[]> {
  const tables = await (database as unknown as AnyTables).introspection.getTables();
  const names = tables.map((table) => table.name).filter((name) => !name.startsWith('kysely_'));
  const others = names.filter((name) => !REFERRED.includes(name)).sort();
  return [...REFERRED.filter((name) => names.includes(name)), ...others];
}

function refersToItself(table: string): boolean {
  return table === 'agency' || table === 'category';
}

async function* parentsFirst(tx: Queryable, table: string): AsyncGenerator<DumpRow> {
  let waiting = await (tx as unknown as AnyTables).selectFrom(table).selectAll().execute();
  const done = new Set<unknown>([null]);
  while (waiting.length > 0) {
    const ready = waiting.filter((row) => done.has(row.parent_id));
    if (ready.length === 0) throw new Error(`rows of ${table} refer to each other in a circle`);
    yield* ready;
    for (const row of ready) done.add(row.id);
    waiting = waiting.filter((row) => !done.has(row.id));
  }
}
