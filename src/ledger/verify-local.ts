import type { Database } from '../platform/index.ts';
import { type Entry, parseEntry } from './entry.ts';
import { LedgerError } from './errors.ts';
import type { LogKey } from './key.ts';
import { equalHashes, leafHash, type Subtree } from './merkle.ts';
import { fromHex, type Head, head } from './read.ts';
import type { LogEntryTable } from './schema.ts';
import { hashesAtLevel, TILE_HEIGHT } from './tile.ts';
import {
  Findings,
  openOrReport,
  Recomputation,
  type VerificationOptions,
  type VerificationReport,
} from './verification.ts';

const PAGE_ROWS = 256;

/**
 * Recomputes the whole log in the database: every entry parses, its columns and leaf hash are its own, no
 * number is missing, every stored node, the frontier and the signed root follow from the entries. Works while
 * the log is appended to: it verifies the log as it stood when it began. Memory does not grow with the log.
 */
export async function verifyLocal(
  database: Database,
  key: Pick<LogKey, 'verifier' | 'vkey'>,
  options: VerificationOptions = {},
): Promise<VerificationReport> {
  const findings = new Findings();
  const now = await head(database.read);
  const size = now?.size ?? 0;
  const tree = new Recomputation(findings, key.verifier, options);
  for await (const row of rowsUpTo(database, size)) {
    if (row.seq !== tree.frontier.size) {
      findings.add('SEQUENCE_GAP', { expected: tree.frontier.size, found: row.seq });
      break;
    }
    await checkNodes(database, checkRow(row, tree, findings), findings);
    const entry = parsedOrReported(row, findings);
    if (entry) findings.addAll(await options.onEntry?.({ seq: row.seq, entry }));
    if (tree.frontier.size % PAGE_ROWS === 0 || tree.frontier.size === size)
      options.onProgress?.(tree.frontier.size, size);
  }
  const signed = now && openOrReport(findings, 'CHECKPOINT_INVALID', now.checkpoint, key.verifier);
  if (now && signed && signed.size !== now.size)
    findings.add('SIZE_DIFFERS', { found: now.size, signed: signed.size });
  tree.finish(signed);
  checkFrontier(now, tree, findings);
  await checkNothingBeyond(database, findings);
  return {
    ok: findings.count === 0,
    size,
    checked: tree.frontier.size,
    root: tree.root,
    vkey: key.vkey,
    keyTrusted: true,
    ...(now && { checkpoint: now.checkpoint }),
    findings: findings.first,
    findingCount: findings.count,
  };
}

async function* rowsUpTo(database: Database, size: number): AsyncGenerator<LogEntryTable> {
  for (let cursor = -1; ; ) {
    const rows = await database.read
      .selectFrom('log_entry')
      .selectAll()
      .where('seq', '>', cursor)
      .where('seq', '<', size)
      .orderBy('seq')
      .limit(PAGE_ROWS)
      .execute();
    yield* rows;
    if (rows.length < PAGE_ROWS) return;
    cursor = rows.at(-1)!.seq;
  }
}

/** Hashes the row's data, not its stored hash: the data is what was published. */
function checkRow(row: LogEntryTable, tree: Recomputation, findings: Findings): readonly Subtree[] {
  const leaf = leafHash(Buffer.from(row.data));
  if (!equalHashes(leaf, fromHex(row.leaf_hash))) findings.add('LEAF_DIFFERS', { seq: row.seq });
  return tree.append(leaf);
}

function parsedOrReported(row: LogEntryTable, findings: Findings): Entry | undefined {
  try {
    const entry = parseEntry(row.data);
    if (entry.item !== row.item_id || entry.action !== row.action || entry.at !== row.at)
      findings.add('COLUMN_DIFFERS', { seq: row.seq });
    return entry;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add('ENTRY_INVALID', { seq: row.seq, reason: String(error.details.field ?? error.code) });
    return undefined;
  }
}

async function checkNodes(
  database: Database,
  completed: readonly Subtree[],
  findings: Findings,
): Promise<void> {
  for (const { height, index, hash } of completed) {
    if (height === 0 || height % TILE_HEIGHT !== 0) continue;
    const level = height / TILE_HEIGHT;
    const row = await database.read
      .selectFrom('log_node')
      .select('hash')
      .where('level', '=', level)
      .where('idx', '=', index)
      .executeTakeFirst();
    if (!row || !equalHashes(hash, fromHex(row.hash))) findings.add('NODE_DIFFERS', { level, index });
  }
}

function checkFrontier(now: Head | undefined, tree: Recomputation, findings: Findings): void {
  if (!now || now.size !== tree.frontier.size) return;
  const stored = now.frontier.hashes;
  const same = stored.length === tree.frontier.hashes.length;
  if (!same || !stored.every((hash, at) => equalHashes(hash, tree.frontier.hashes[at]!)))
    findings.add('FRONTIER_DIFFERS');
}

/** Rows the signed head does not speak for. One statement each: a snapshot, even while others append. */
async function checkNothingBeyond(database: Database, findings: Findings): Promise<void> {
  const entries = await database.read
    .selectFrom('log_entry')
    .select((eb) => [
      eb.fn.max('seq').as('last'),
      eb.selectFrom('log_head').select('size').where('id', '=', 1).as('size'),
    ])
    .executeTakeFirstOrThrow();
  const last = entries.last as number | null;
  if (last !== null && last >= (entries.size ?? 0)) findings.add('ENTRY_BEYOND_HEAD', { seq: last });
  const levels = await database.read
    .selectFrom('log_node')
    .select((eb) => [
      'level',
      eb.fn.countAll().as('count'),
      eb.selectFrom('log_head').select('size').where('id', '=', 1).as('size'),
    ])
    .groupBy('level')
    .execute();
  for (const { level, count, size } of levels)
    if (Number(count) > hashesAtLevel(level, size ?? 0) || level < 1) findings.add('NODE_EXCESS', { level });
}
