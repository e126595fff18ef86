import { type Entry, parseEntry } from './entry.ts';
import { LedgerError } from './errors.ts';
import { equalHashes, type Hash, leafHash } from './merkle.ts';
import { type Fetch, RemoteLog } from './remote.ts';
import { decodeBundle, decodeTile, hashesAtLevel, TILE_HEIGHT, TILE_WIDTH, tileWidth } from './tile.ts';
import {
  Findings,
  openOrReport,
  Recomputation,
  type VerificationOptions,
  type VerificationReport,
} from './verification.ts';
import { parseVkey, type Verifier } from './vkey.ts';

export interface RemoteOptions extends VerificationOptions {
  /** The log's key, had from elsewhere; without it the server's own word is taken, and the report says so. */
  readonly vkey?: string;
  readonly fetch?: Fetch;
}

/**
 * Downloads a log and recomputes all of it: every entry, every tile at every level, the root, and that it
 * still begins with what an earlier checkpoint signed. Memory does not grow with the log.
 * @param url the log's prefix, e.g. https://jt.example.gov.cn/log
 * @throws LedgerError 'VKEY_INVALID' when the key given is not one
 */
export async function verifyRemote(url: string, options: RemoteOptions = {}): Promise<VerificationReport> {
  const log = new RemoteLog(url, options.fetch);
  const findings = new Findings();
  const verifier = await keyOf(log, options.vkey, findings);
  const note = await log.text('checkpoint');
  if (note === undefined) findings.add('CHECKPOINT_MISSING');
  const signed =
    note !== undefined && verifier ? openOrReport(findings, 'CHECKPOINT_INVALID', note, verifier) : undefined;
  const tree = new Recomputation(findings, verifier, options);
  if (signed) await recompute(log, signed.size, tree, findings, options);
  tree.finish(signed);
  return {
    ok: findings.count === 0,
    size: signed?.size ?? 0,
    checked: tree.frontier.size,
    root: tree.root,
    ...(verifier && { vkey: verifier.vkey }),
    keyTrusted: options.vkey !== undefined,
    ...(note !== undefined && { checkpoint: note }),
    findings: findings.first,
    findingCount: findings.count,
  };
}

async function keyOf(
  log: RemoteLog,
  vkey: string | undefined,
  findings: Findings,
): Promise<Verifier | undefined> {
  if (vkey !== undefined) return parseVkey(vkey);
  try {
    return parseVkey(((await log.text('key')) ?? '').trim());
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add('KEY_MISSING');
    return undefined;
  }
}

async function recompute(
  log: RemoteLog,
  size: number,
  tree: Recomputation,
  findings: Findings,
  options: VerificationOptions,
): Promise<void> {
  const tiles = new TileComparison(log, size, findings);
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const entries = await bundleOf(log, index, tileWidth(0, index, size), findings);
    // Without these leaves nothing after them can be recomputed.
    if (!entries) return;
    for (const data of entries) {
      const seq = tree.frontier.size;
      for (const { height, hash } of tree.append(leafHash(data)))
        if (height % TILE_HEIGHT === 0) await tiles.add(height / TILE_HEIGHT, hash);
      const entry = parsedOrReported(seq, data, findings);
      if (entry) findings.addAll(await options.onEntry?.({ seq, entry }));
    }
    options.onProgress?.(tree.frontier.size, size);
  }
  await tiles.finish();
}

async function bundleOf(
  log: RemoteLog,
  index: number,
  width: number,
  findings: Findings,
): Promise<readonly Uint8Array[] | undefined> {
  const bundle = await log.tile({ level: 'entries', index, width });
  if (!bundle) {
    findings.add('BUNDLE_MISSING', { index });
    return undefined;
  }
  try {
    return decodeBundle(bundle.bytes, bundle.width).slice(0, width);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add('BUNDLE_MALFORMED', { index });
    return undefined;
  }
}

function parsedOrReported(seq: number, data: Uint8Array, findings: Findings): Entry | undefined {
  try {
    return parseEntry(data);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add('ENTRY_INVALID', { seq, reason: String(error.details.field ?? error.code) });
    return undefined;
  }
}

/** Compares the served tiles with the recomputed hashes, holding one unfinished tile a level. */
class TileComparison {
  readonly #log: RemoteLog;
  readonly #size: number;
  readonly #findings: Findings;
  readonly #unfinished: { index: number; hashes: Hash[] }[] = [];

  constructor(log: RemoteLog, size: number, findings: Findings) {
    this.#log = log;
    this.#size = size;
    this.#findings = findings;
  }

  async add(level: number, hash: Hash): Promise<void> {
    this.#unfinished[level] ??= { index: 0, hashes: [] };
    const tile = this.#unfinished[level];
    tile.hashes.push(hash);
    if (tile.hashes.length < TILE_WIDTH) return;
    await this.#compare(level, tile.index, tile.hashes);
    this.#unfinished[level] = { index: tile.index + 1, hashes: [] };
  }

  async finish(): Promise<void> {
    for (let level = 0; hashesAtLevel(level, this.#size) > 0; level++) {
      const { index, hashes } = this.#unfinished[level]!;
      if (hashes.length > 0) await this.#compare(level, index, hashes);
    }
  }

  async #compare(level: number, index: number, hashes: readonly Hash[]): Promise<void> {
    const tile = await this.#log.tile({ level, index, width: hashes.length });
    if (!tile) return this.#findings.add('TILE_MISSING', { level, index });
    const served = decodeTile(tile.bytes, tile.width);
    if (!served || !hashes.every((hash, at) => equalHashes(hash, served[at]!)))
      this.#findings.add('TILE_DIFFERS', { level, index });
  }
}
