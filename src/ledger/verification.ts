import { openCheckpoint } from './checkpoint.ts';
import type { Entry } from './entry.ts';
import { LedgerError } from './errors.ts';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  equalHashes,
  type Frontier,
  type Hash,
  rootOf,
  type Subtree,
} from './merkle.ts';
import type { Verifier } from './vkey.ts';

/** What a verification may find wrong; each has a text under `ledger.finding.<CODE>`. */
export const FINDING_CODES = [
  'CHECKPOINT_MISSING',
  'CHECKPOINT_INVALID',
  'KEY_MISSING',
  'ROOT_DIFFERS',
  'SIZE_DIFFERS',
  'SEQUENCE_GAP',
  'ENTRY_INVALID',
  'ENTRY_BEYOND_HEAD',
  'COLUMN_DIFFERS',
  'LEAF_DIFFERS',
  'NODE_DIFFERS',
  'NODE_EXCESS',
  'FRONTIER_DIFFERS',
  'TILE_MISSING',
  'TILE_DIFFERS',
  'BUNDLE_MISSING',
  'BUNDLE_MALFORMED',
  'PREVIOUS_INVALID',
  'LOG_SHRUNK',
  'LOG_REWRITTEN',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something wrong. Codes of this room are FINDING_CODES; `onEntry` of other rooms adds its own. */
export interface Finding {
  readonly code: FindingCode | (string & {});
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface VerificationReport {
  readonly ok: boolean;
  /** Entries the checkpoint speaks for. */
  readonly size: number;
  /** Entries read and hashed. */
  readonly checked: number;
  /** Recomputed from the leaves, hex. */
  readonly root: string;
  readonly vkey?: string;
  /** False when the key was taken from the server that is being verified. */
  readonly keyTrusted: boolean;
  /** The signed note; keep it, and give it as `previousCheckpoint` next time. */
  readonly checkpoint?: string;
  /** The first hundred. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

export interface VerificationOptions {
  /** A checkpoint seen earlier: the log must still begin with exactly those entries. */
  readonly previousCheckpoint?: string;
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * Called for each valid entry in order; what it returns joins the findings. This is where the room that
   * keeps the content compares it with the log.
   */
  readonly onEntry?: (entry: { seq: number; entry: Entry }) => Promise<readonly Finding[] | undefined>;
}

const MAX_FINDINGS = 100;

/** Collects findings in constant memory: a rewritten log of a million entries must not exhaust the verifier. */
export class Findings {
  readonly first: Finding[] = [];
  count = 0;

  add(code: Finding['code'], detail: Finding['detail'] = {}): void {
    this.count += 1;
    if (this.first.length < MAX_FINDINGS) this.first.push({ code, detail });
  }

  addAll(findings: readonly Finding[] = []): void {
    for (const { code, detail } of findings) this.add(code, detail);
  }
}

/** Grows the tree anew from the leaves, comparing it with what was signed earlier as it passes that size. */
export class Recomputation {
  frontier: Frontier = EMPTY_FRONTIER;
  readonly #previous: { size: number; root: Hash } | undefined;
  readonly #findings: Findings;

  constructor(findings: Findings, verifier: Verifier | undefined, options: VerificationOptions) {
    this.#findings = findings;
    this.#previous = previousHead(findings, verifier, options.previousCheckpoint);
    if (this.#previous?.size === 0 && !equalHashes(this.#previous.root, EMPTY_ROOT))
      findings.add('LOG_REWRITTEN', { size: 0 });
  }

  /** @returns the complete subtrees this leaf closed */
  append(leaf: Hash): readonly Subtree[] {
    const { frontier, completed } = appendLeaf(this.frontier, leaf);
    this.frontier = frontier;
    if (this.#previous?.size === frontier.size && !equalHashes(this.#previous.root, rootOf(frontier)))
      this.#findings.add('LOG_REWRITTEN', { size: frontier.size });
    return completed;
  }

  /** Compares the finished tree with the checkpoint. */
  finish(checkpoint: { size: number; root: Hash } | undefined): void {
    if (this.#previous && this.#previous.size > (checkpoint?.size ?? 0))
      this.#findings.add('LOG_SHRUNK', { before: this.#previous.size, size: checkpoint?.size ?? 0 });
    if (!checkpoint) return;
    if (this.frontier.size !== checkpoint.size)
      this.#findings.add('SIZE_DIFFERS', { found: this.frontier.size, signed: checkpoint.size });
    else if (!equalHashes(rootOf(this.frontier), checkpoint.root)) this.#findings.add('ROOT_DIFFERS');
  }

  get root(): string {
    return Buffer.from(rootOf(this.frontier)).toString('hex');
  }
}

function previousHead(findings: Findings, verifier: Verifier | undefined, note: string | undefined) {
  if (note === undefined || !verifier) return undefined;
  return openOrReport(findings, 'PREVIOUS_INVALID', note, verifier);
}

/** The verified checkpoint, or undefined and a finding. */
export function openOrReport(findings: Findings, code: FindingCode, note: string, verifier: Verifier) {
  try {
    return openCheckpoint(note, [verifier]);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    findings.add(code, { reason: error.code });
    return undefined;
  }
}
