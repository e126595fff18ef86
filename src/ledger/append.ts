import type { Tx } from '../platform/index.ts';
import { checkpointText, openCheckpoint } from './checkpoint.ts';
import { type Entry, encodeEntry } from './entry.ts';
import { LedgerError } from './errors.ts';
import type { LogKey } from './key.ts';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  equalHashes,
  type Frontier,
  isFrontier,
  leafHash,
  rootOf,
} from './merkle.ts';
import { head } from './read.ts';
import type { LogEntryTable, LogNodeTable } from './schema.ts';
import { TILE_HEIGHT } from './tile.ts';

/** Rows of one insert: well below SQLite's 32,766 and PostgreSQL's 65,535 parameters. */
const ROWS_PER_INSERT = 1_000;

/**
 * Appends to the publication log inside the caller's transaction, so that what is published and the log that
 * says so become durable together or not at all. The new checkpoint is signed once for all entries and leaves
 * this process only when the transaction has committed.
 * @returns the place of each entry, in the order given
 * @throws LedgerError 'LOG_ENTRY_INVALID', 'LOG_ENTRY_TOO_LARGE'; 'LOG_INCONSISTENT' when head, entries and key
 *   contradict each other: nothing is signed that does not continue what was signed before
 */
export async function appendEntries(
  tx: Tx,
  key: LogKey,
  entries: readonly Entry[],
): Promise<{ seq: number }[]> {
  if (entries.length === 0) return [];
  const before = await trustedFrontier(tx, key);
  const { frontier, rows, nodes } = grow(before, entries);
  for (const chunk of chunksOf(rows)) await tx.insertInto('log_entry').values(chunk).execute();
  for (const chunk of chunksOf(nodes)) await tx.insertInto('log_node').values(chunk).execute();
  await writeHead(tx, key, before, frontier, entries.at(-1)!.at);
  return rows.map(({ seq }) => ({ seq }));
}

/** The tree to continue, after making sure that it is the one this key signed last. */
async function trustedFrontier(tx: Tx, key: LogKey): Promise<Frontier> {
  const now = await head(tx);
  const last = await tx
    .selectFrom('log_entry')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if ((last?.seq ?? -1) + 1 !== (now?.size ?? 0))
    throw new LedgerError('LOG_INCONSISTENT', { reason: 'entries' });
  if (!now) return EMPTY_FRONTIER;
  const signed = signedHead(now.checkpoint, key);
  if (
    !isFrontier(now.frontier) ||
    signed.size !== now.size ||
    !equalHashes(signed.root, rootOf(now.frontier))
  )
    throw new LedgerError('LOG_INCONSISTENT', { reason: 'head' });
  return now.frontier;
}

function signedHead(checkpoint: string, key: LogKey) {
  try {
    return openCheckpoint(checkpoint, [key.verifier]);
  } catch (cause) {
    throw new LedgerError('LOG_INCONSISTENT', { reason: 'signature' }, { cause });
  }
}

function grow(before: Frontier, entries: readonly Entry[]) {
  let frontier = before;
  const rows: LogEntryTable[] = [];
  const nodes: LogNodeTable[] = [];
  for (const entry of entries) {
    const data = encodeEntry(entry);
    const leaf = leafHash(Buffer.from(data));
    rows.push({
      seq: frontier.size,
      data,
      leaf_hash: hex(leaf),
      item_id: entry.item,
      action: entry.action,
      at: entry.at,
    });
    const grown = appendLeaf(frontier, leaf);
    frontier = grown.frontier;
    for (const { height, index, hash } of grown.completed)
      if (height > 0 && height % TILE_HEIGHT === 0)
        nodes.push({ level: height / TILE_HEIGHT, idx: index, hash: hex(hash) });
  }
  return { frontier, rows, nodes };
}

async function writeHead(tx: Tx, key: LogKey, before: Frontier, after: Frontier, at: string): Promise<void> {
  const state = {
    size: after.size,
    frontier: JSON.stringify(after.hashes.map(hex)),
    checkpoint: key.sign(checkpointText({ origin: key.origin, size: after.size, root: rootOf(after) })),
    at,
  };
  if (before.size === 0) {
    await tx
      .insertInto('log_head')
      .values({ id: 1, ...state })
      .execute();
    return;
  }
  const updated = await tx
    .updateTable('log_head')
    .set(state)
    .where('id', '=', 1)
    .where('size', '=', before.size)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) throw new LedgerError('LOG_INCONSISTENT', { reason: 'head' });
}

function* chunksOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) yield rows.slice(at, at + ROWS_PER_INSERT);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
