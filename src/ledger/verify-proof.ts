import { sha256 } from '../platform/index.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type Entry, parseEntry } from './entry.ts';
import { LedgerError } from './errors.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { type ProofFile, parseProof } from './proof-file.ts';
import { keyFingerprint, parseVkey, type Verifier } from './vkey.ts';

/** What a check found; each has a text under `ledger.proof.<CODE>`. */
export const PROOF_CODES = [
  'FORMAT_VALID',
  'FORMAT_MALFORMED',
  'KEY_TRUSTED',
  'KEY_FROM_FILE',
  'KEY_UNKNOWN',
  'KEY_INVALID',
  'CHECKPOINT_SIGNED',
  'CHECKPOINT_INVALID',
  'ENTRY_VALID',
  'ENTRY_INVALID',
  'ENTRY_INCLUDED',
  'ENTRY_NOT_INCLUDED',
  'RECORD_MATCHES',
  'RECORD_DIFFERS',
  'RECORD_ABSENT',
  'FILE_LISTED',
  'FILE_NOT_LISTED',
] as const;
export type ProofCode = (typeof PROOF_CODES)[number];

export interface ProofCheck {
  readonly name: 'format' | 'key' | 'checkpoint' | 'entry' | 'inclusion' | 'record' | 'file';
  readonly ok: boolean;
  readonly code: ProofCode;
  /** Values for the text: key, fingerprint, size, file name, hash. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface ProofReport {
  /** True when every check passed. With `keyTrusted` false this still hangs on comparing the fingerprint. */
  readonly ok: boolean;
  readonly checks: readonly ProofCheck[];
  /** False when the key came out of the proof file itself. */
  readonly keyTrusted: boolean;
  /** vkey of the log that signed. */
  readonly signedBy?: string;
  readonly fingerprint?: string;
  readonly seq?: number;
  /** Entries in the log when it was signed. */
  readonly size?: number;
  readonly entry?: Entry;
  readonly record?: string;
}

export interface ProofInputs {
  /** vkeys of logs one trusts; without any, the key in the file is used and the report says so. */
  readonly trustedKeys?: readonly string[];
  /** Files one holds: each must be an attachment the entry lists. */
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The public record one holds, when the proof comes without it. */
  readonly record?: string;
}

type Detail = ProofCheck['detail'];

/**
 * Checks a proof file offline: no database, no network. Hostile input never throws; it fails a check.
 * @throws LedgerError 'VKEY_INVALID' when one of `trustedKeys` is not a vkey
 */
export function verifyProof(text: string, inputs: ProofInputs = {}): ProofReport {
  const trusted = (inputs.trustedKeys ?? []).map(parseVkey);
  const checks: ProofCheck[] = [];
  const check = (name: ProofCheck['name'], ok: boolean, code: ProofCode, detail: Detail = {}) => {
    checks.push({ name, ok, code, detail });
    return ok;
  };
  const report = (more: Omit<ProofReport, 'ok' | 'checks'>): ProofReport => ({
    ok: checks.every((one) => one.ok),
    checks,
    ...more,
  });

  const proof = attempt(() => parseProof(text));
  if ('error' in proof) {
    check('format', false, 'FORMAT_MALFORMED', { part: String(proof.error.details.part) });
    return report({ keyTrusted: false });
  }
  check('format', true, 'FORMAT_VALID');
  const signer = checkSigner(proof.value, trusted, check);
  const entry = checkEntry(proof.value, signer?.checkpoint, check);
  if (entry) checkContent(entry, proof.value, inputs, check);
  const record = inputs.record ?? proof.value.extra.record;
  return report({
    keyTrusted: signer !== undefined && trusted.length > 0,
    seq: proof.value.seq,
    ...(signer && {
      signedBy: signer.key.vkey,
      fingerprint: keyFingerprint(signer.key.vkey),
      size: signer.checkpoint.size,
    }),
    ...(entry && { entry }),
    ...(record !== null && { record }),
  });
}

type Check = (name: ProofCheck['name'], ok: boolean, code: ProofCode, detail?: Detail) => boolean;

interface Signer {
  readonly key: Verifier;
  readonly checkpoint: Checkpoint;
}

function checkSigner(proof: ProofFile, trusted: readonly Verifier[], check: Check): Signer | undefined {
  const embedded = attempt(() => parseVkey(proof.extra.vkey));
  if ('error' in embedded) {
    check('key', false, 'KEY_INVALID');
    return undefined;
  }
  const opened = attempt(() =>
    openCheckpoint(proof.checkpoint, trusted.length > 0 ? trusted : [embedded.value]),
  );
  if ('error' in opened) {
    const unknown = opened.error.code === 'NOTE_UNVERIFIED' && trusted.length > 0;
    if (unknown) check('key', false, 'KEY_UNKNOWN', { key: proof.extra.vkey });
    check('checkpoint', false, 'CHECKPOINT_INVALID', { reason: opened.error.code });
    return undefined;
  }
  const { signedBy: key, ...checkpoint } = opened.value;
  const detail = { key: key.vkey, fingerprint: keyFingerprint(key.vkey) };
  check('key', true, trusted.length > 0 ? 'KEY_TRUSTED' : 'KEY_FROM_FILE', detail);
  check('checkpoint', true, 'CHECKPOINT_SIGNED', { origin: checkpoint.origin, size: checkpoint.size });
  return { key, checkpoint };
}

function checkEntry(proof: ProofFile, checkpoint: Checkpoint | undefined, check: Check): Entry | undefined {
  const parsed = attempt(() => parseEntry(proof.extra.entry));
  if ('error' in parsed) check('entry', false, 'ENTRY_INVALID', { reason: parsed.error.code });
  else check('entry', true, 'ENTRY_VALID', { item: parsed.value.item, version: parsed.value.version });
  if (checkpoint) {
    const leaf = leafHash(Buffer.from(proof.extra.entry));
    const included = verifyInclusion(leaf, proof.seq, checkpoint.size, proof.hashes, checkpoint.root);
    check('inclusion', included, included ? 'ENTRY_INCLUDED' : 'ENTRY_NOT_INCLUDED', { seq: proof.seq });
  }
  return 'error' in parsed ? undefined : parsed.value;
}

function checkContent(entry: Entry, proof: ProofFile, inputs: ProofInputs, check: Check): void {
  const records = [proof.extra.record, inputs.record].filter((record) => typeof record === 'string');
  if (records.length === 0) check('record', true, 'RECORD_ABSENT', { sha256: entry.record });
  else {
    const matches = records.every((record) => sha256(record) === entry.record);
    check('record', matches, matches ? 'RECORD_MATCHES' : 'RECORD_DIFFERS', { sha256: entry.record });
  }
  for (const { name, bytes } of inputs.files ?? []) {
    const hash = sha256(bytes);
    const listed = entry.files.includes(hash);
    check('file', listed, listed ? 'FILE_LISTED' : 'FILE_NOT_LISTED', { name, sha256: hash });
  }
}

function attempt<T>(work: () => T): { value: T } | { error: LedgerError } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof LedgerError) return { error };
    throw error;
  }
}
