import { type Kysely, type Migration, sql, type Transaction } from 'kysely';

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

/** True when the database answers; for /readyz. */
export async function ping(database: Database): Promise<boolean> {
  return sql`select 1`.execute(database.read).then(
    () => true,
    () => false,
  );
}
