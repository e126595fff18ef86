import { fromBase64, toBase64 } from './base64.ts';
import { LedgerError } from './errors.ts';
import type { Hash } from './merkle.ts';
import { openNote } from './note.ts';
import type { Verifier } from './vkey.ts';

/** A tree head as it is signed (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The note text of a checkpoint; we write no extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads a checkpoint's note text. Hostile input; extension lines are allowed and ignored.
 * @throws LedgerError 'CHECKPOINT_MALFORMED'
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const [origin = '', size = '', encodedRoot = ''] = lines;
  const root = fromBase64(encodedRoot);
  if (lines.length < 3 || lines.includes('') || !isDecimal(size) || root?.length !== 32)
    throw new LedgerError('CHECKPOINT_MALFORMED');
  return { origin, size: Number(size), root };
}

/** ASCII decimal without leading zeros, at most 2^53−1. */
export function isDecimal(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));
}

/**
 * Verifies a signed checkpoint. A log's key carries the log's name, so the origin line must be the name of a
 * key that signed it: a trusted log cannot speak for another.
 * @throws LedgerError as openNote and parseCheckpoint, 'CHECKPOINT_ORIGIN_DIFFERS'
 */
export function openCheckpoint(
  note: string | Uint8Array,
  trusted: readonly Verifier[],
): Checkpoint & { readonly signedBy: Verifier } {
  const { text, signedBy } = openNote(note, trusted);
  const checkpoint = parseCheckpoint(text);
  const signer = signedBy.find((key) => key.name === checkpoint.origin);
  if (!signer) throw new LedgerError('CHECKPOINT_ORIGIN_DIFFERS', { origin: checkpoint.origin });
  return { ...checkpoint, signedBy: signer };
}
