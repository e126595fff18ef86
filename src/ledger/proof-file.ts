import { fromBase64, toBase64 } from './base64.ts';
import { canonicalJson } from './canonical.ts';
import { isDecimal } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import type { Hash } from './merkle.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
export const PROOF_SCHEMA = 'zhaogao/proof/v1';
/** A tree of 2^53 leaves has proofs of 53 hashes. */
const MAX_HASHES = 64;

/** A proof file taken apart (c2sp.org/tlog-proof). */
export interface ProofFile {
  /** The leaf's index. */
  readonly seq: number;
  readonly hashes: readonly Hash[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
  readonly extra: ProofExtra;
}

/** What the `extra` line carries: everything but the key one trusts. It is not authenticated by itself. */
export interface ProofExtra {
  /** The leaf data. */
  readonly entry: string;
  /** The public record's canonical JSON; null when it is not given out, because it was withdrawn. */
  readonly record: string | null;
  readonly vkey: string;
}

export function formatProof({ seq, hashes, checkpoint, extra }: ProofFile): string {
  const { entry, record, vkey } = extra;
  const json = canonicalJson({ schema: PROOF_SCHEMA, entry, record, vkey });
  const lines = [HEADER, `extra ${toBase64(Buffer.from(json))}`, `index ${seq}`, ...hashes.map(toBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/**
 * Reads a proof file. Hostile input; nothing is verified here.
 * @throws LedgerError 'PROOF_MALFORMED' (details.part: header, extra, index, hashes or checkpoint)
 */
export function parseProof(text: string): ProofFile {
  const end = text.indexOf('\n\n');
  const [header, extra, index, ...hashes] = text.slice(0, end).split('\n');
  if (end < 0 || header !== HEADER) throw malformed('header');
  if (!extra?.startsWith('extra ')) throw malformed('extra');
  if (!index?.startsWith('index ') || !isDecimal(index.slice(6))) throw malformed('index');
  if (hashes.length > MAX_HASHES) throw malformed('hashes');
  return {
    seq: Number(index.slice(6)),
    hashes: hashes.map(parseHash),
    checkpoint: text.slice(end + 2),
    extra: parseExtra(extra.slice(6)),
  };
}

function parseHash(line: string): Hash {
  const hash = fromBase64(line);
  if (hash?.length !== 32) throw malformed('hashes');
  return hash;
}

function parseExtra(encoded: string): ProofExtra {
  const bytes = fromBase64(encoded);
  if (!bytes) throw malformed('extra');
  const json = decode(bytes);
  const value = parseObject(json);
  const { entry, record, vkey } = value;
  const known = typeof entry === 'string' && typeof vkey === 'string' && value.schema === PROOF_SCHEMA;
  if (!known || (record !== null && typeof record !== 'string')) throw malformed('extra');
  if (canonicalJson({ schema: PROOF_SCHEMA, entry, record, vkey }) !== json) throw malformed('extra');
  return { entry, record, vkey };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw malformed('extra', cause);
  }
}

function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (cause) {
    throw malformed('extra', cause);
  }
  throw malformed('extra');
}

function malformed(part: string, cause?: unknown): LedgerError {
  return new LedgerError('PROOF_MALFORMED', { part }, { cause });
}
