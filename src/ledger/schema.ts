import type { Kysely } from 'kysely';
import type { Migrations } from '../platform/index.ts';

/** The log itself: whoever alters a row breaks the signed root, which `zhaogao log verify` shows. */
export interface LogEntryTable {
  /** From 0, without gaps; the leaf's index in the tree. */
  seq: number;
  /** The leaf data: canonical JSON of the entry. */
  data: string;
  leaf_hash: string;
  item_id: string;
  action: string;
  at: string;
}

/** Hash of each full tile: the hashes of the tiles from level 1 up. Derived from the entries. */
export interface LogNodeTable {
  level: number;
  idx: number;
  hash: string;
}

/** One row: the state after the last append, and what was signed for it. */
export interface LogHeadTable {
  id: number;
  size: number;
  /** JSON array of hex hashes, largest subtree first. */
  frontier: string;
  /** The signed note. */
  checkpoint: string;
  at: string;
}

declare module '../platform/database.ts' {
  interface Schema {
    log_entry: LogEntryTable;
    log_node: LogNodeTable;
    log_head: LogHeadTable;
  }
}

export const ledgerMigrations: Migrations = {
  '020-ledger-log': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('log_entry')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('data', 'text', (column) => column.notNull())
        .addColumn('leaf_hash', 'text', (column) => column.notNull())
        .addColumn('item_id', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('log_entry_item').on('log_entry').columns(['item_id', 'seq']).execute();
      await db.schema
        .createTable('log_node')
        .addColumn('level', 'integer', (column) => column.notNull())
        .addColumn('idx', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('log_node_key', ['level', 'idx'])
        .execute();
      await db.schema
        .createTable('log_head')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('frontier', 'text', (column) => column.notNull())
        .addColumn('checkpoint', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
};
