import { type Kysely, type Migration, Migrator, sql, type Transaction } from 'kysely';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * All tables. Each room adds its own in its `schema.ts`:
 * `declare module '../platform/database.ts' { interface Schema { item: ItemTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add their tables by declaration merging
export interface Schema {}

export type Reader = Kysely<Schema>;
export type Tx = Transaction<Schema>;
/** Either: for queries that must also run inside a verb's transaction. */
export type Queryable = Reader | Tx;

/** What differs between the two databases, named once; nobody else asks which one it is. */
export interface DialectFlags {
  readonly name: 'sqlite' | 'postgres';
}

export interface Connections {
  readonly flags: DialectFlags;
  /** Reads; never waits for a running write. */
  readonly read: Reader;
  /** One transaction; on both databases one writer at a time, so every verb sees the state it changes. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads that all see one moment, while others go on writing. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Migrations by name; a room's are called `NNN-room-what` and run in the order of their names. */
export type Migrations = Record<string, Migration>;

/** Where to find the database: a file, or a PostgreSQL address. */
export type DatabaseLocation = { file: string } | { url: string; schema?: string };

export type Database = Connections;

/**
 * Opens the database and brings its schema up to date before anyone uses it.
 * @throws Error when a migration fails; nothing of that migration remains
 */
export async function openDatabase(location: DatabaseLocation, migrations: Migrations): Promise<Database> {
  const database = 'file' in location ? openSqlite(location.file) : await openPostgres(location);
  try {
    await migrate(database, migrations, 'url' in location ? location.schema : undefined);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function migrate(
  database: Connections,
  migrations: Migrations,
  schema: string | undefined,
): Promise<void> {
  // The migrator takes its own lock, so that two processes starting at once do not both migrate.
  const migrator = new Migrator({
    db: database.flags.name === 'sqlite' ? writerOf(database) : database.read,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
    // Its lock table stands in our schema, whatever other schemas of the database hold.
    ...(schema && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

function writerOf(database: Connections): Reader {
  return (database as Connections & { writer: Reader }).writer;
}

/** True when the database answers; for /readyz. */
export async function ping(database: Database): Promise<boolean> {
  return sql`select 1`.execute(database.read).then(
    () => true,
    () => false,
  );
}
