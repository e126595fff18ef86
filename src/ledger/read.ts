import type { Queryable } from '../platform/index.ts';
import { type Entry, parseEntry } from './entry.ts';
import { LedgerError } from './errors.ts';
import type { Frontier, Hash } from './merkle.ts';
import * as merkleProof from './merkle-proof.ts';
import { encodeBundle, hashReader, type TileReader } from './tile.ts';

/** The state after the last append. */
export interface Head {
  readonly size: number;
  readonly frontier: Frontier;
  /** The signed note, as served under /log/checkpoint. */
  readonly checkpoint: string;
  /** Instant of the last entry. */
  readonly at: string;
}

/** An entry in its place. */
export interface LoggedEntry {
  readonly seq: number;
  readonly entry: Entry;
  /** The leaf data, byte for byte. */
  readonly data: string;
  /** Hex. */
  readonly leafHash: string;
}

/** The log's head; undefined while nothing has been published. */
export async function head(db: Queryable): Promise<Head | undefined> {
  const row = await db.selectFrom('log_head').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!row) return undefined;
  const hashes = (JSON.parse(row.frontier) as string[]).map(fromHex);
  return { size: row.size, frontier: { size: row.size, hashes }, checkpoint: row.checkpoint, at: row.at };
}

/** @throws LedgerError 'LOG_ENTRY_NOT_FOUND' */
export async function entry(db: Queryable, seq: number): Promise<LoggedEntry> {
  const [found] = await entriesAfter(db, seq - 1, 1);
  if (found?.seq !== seq) throw new LedgerError('LOG_ENTRY_NOT_FOUND', { seq });
  return found;
}

/** Entries behind a projection's cursor, in order. @param seq the last one seen; −1 for none */
export async function entriesAfter(db: Queryable, seq: number, limit: number): Promise<LoggedEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['seq', 'data', 'leaf_hash'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(logged);
}

/** All that happened to one item in public, oldest first. */
export async function entriesOfItem(db: Queryable, itemId: string): Promise<LoggedEntry[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['seq', 'data', 'leaf_hash'])
    .where('item_id', '=', itemId)
    .orderBy('seq')
    .execute();
  return rows.map(logged);
}

function logged(row: { seq: number; data: string; leaf_hash: string }): LoggedEntry {
  return { seq: row.seq, entry: parseEntry(row.data), data: row.data, leafHash: row.leaf_hash };
}

/** The bytes of a tile of hashes; undefined when the log has not that many yet. */
export async function tile(
  db: Queryable,
  level: number,
  index: number,
  width: number,
): Promise<Buffer | undefined> {
  const hashes = await levelHashes(db, level, index * 256, width);
  return hashes.length === width ? Buffer.concat(hashes) : undefined;
}

/** The bytes of an entry bundle; undefined when the log has not that many entries yet. */
export async function entryBundle(db: Queryable, index: number, width: number): Promise<Buffer | undefined> {
  const rows = await db
    .selectFrom('log_entry')
    .select('data')
    .where('seq', '>=', index * 256)
    .where('seq', '<', index * 256 + width)
    .orderBy('seq')
    .execute();
  return rows.length === width ? encodeBundle(rows.map((row) => Buffer.from(row.data))) : undefined;
}

/**
 * Inclusion proof of an entry in the tree of `size` entries, leaf's sibling first (RFC 6962 §2.1.1).
 * @throws LedgerError 'LOG_SIZE_INVALID'
 */
export async function inclusionProof(db: Queryable, seq: number, size: number): Promise<Hash[]> {
  await requireSize(db, size);
  return merkleProof.inclusionProof(seq, size, hashReader(size, tileReader(db)));
}

/**
 * Proof that the log at `size2` continues the log at `size1` (RFC 6962 §2.1.2).
 * @throws LedgerError 'LOG_SIZE_INVALID'
 */
export async function consistencyProof(db: Queryable, size1: number, size2: number): Promise<Hash[]> {
  await requireSize(db, size2);
  return merkleProof.consistencyProof(size1, size2, hashReader(size2, tileReader(db)));
}

async function requireSize(db: Queryable, size: number): Promise<void> {
  const now = (await head(db))?.size ?? 0;
  if (size > now) throw new LedgerError('LOG_SIZE_INVALID', { index: size, size: now });
}

function tileReader(db: Queryable): TileReader {
  return async (level, index, width) => {
    const hashes = await levelHashes(db, level, index * 256, width);
    if (hashes.length !== width) throw new LedgerError('LOG_INCONSISTENT', { reason: 'tile' });
    return hashes;
  };
}

async function levelHashes(db: Queryable, level: number, from: number, count: number): Promise<Hash[]> {
  const rows =
    level === 0
      ? await db
          .selectFrom('log_entry')
          .select('leaf_hash as hash')
          .where('seq', '>=', from)
          .where('seq', '<', from + count)
          .orderBy('seq')
          .execute()
      : await db
          .selectFrom('log_node')
          .select('hash')
          .where('level', '=', level)
          .where('idx', '>=', from)
          .where('idx', '<', from + count)
          .orderBy('idx')
          .execute();
  return rows.map((row) => fromHex(row.hash));
}

export function fromHex(hex: string): Hash {
  return Buffer.from(hex, 'hex');
}
