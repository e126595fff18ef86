import { hash as digest } from 'node:crypto';

/** A SHA-256 value, 32 bytes. */
export type Hash = Uint8Array;

/** The hash of the empty tree, RFC 6962 §2.1. */
export const EMPTY_ROOT: Hash = sha256Bytes(Buffer.alloc(0));

const LEAF_PREFIX = Buffer.of(0);
const NODE_PREFIX = Buffer.of(1);

/** Hash of a leaf's data: SHA-256(0x00 ‖ data), RFC 6962 §2.1. */
export function leafHash(data: Uint8Array): Hash {
  return sha256Bytes(Buffer.concat([LEAF_PREFIX, data]));
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right), RFC 6962 §2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256Bytes(Buffer.concat([NODE_PREFIX, left, right]));
}

function sha256Bytes(bytes: Uint8Array): Hash {
  return digest('sha256', bytes, 'buffer');
}

/**
 * The compact right edge of a tree: the hashes of its complete subtrees, largest (leftmost) first, one for
 * each 1 in the size's binary digits. It is all that is needed to append and to know the root.
 */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** A complete subtree: the Merkle tree hash of leaves `index·2^height` up to `(index+1)·2^height`. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * Adds one leaf.
 * @returns the new right edge and the complete subtrees this leaf closed, the leaf itself first
 */
export function appendLeaf(frontier: Frontier, leaf: Hash): { frontier: Frontier; completed: Subtree[] } {
  const hashes = [...frontier.hashes];
  let node: Subtree = { height: 0, index: frontier.size, hash: leaf };
  const completed = [node];
  while (node.index % 2 === 1) {
    const left = hashes.pop();
    if (!left) throw new RangeError('frontier does not fit its size');
    node = { height: node.height + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) };
    completed.push(node);
  }
  hashes.push(node.hash);
  return { frontier: { size: frontier.size + 1, hashes }, completed };
}

/** The Merkle tree hash of a whole tree, RFC 6962 §2.1. */
export function rootOf(frontier: Frontier): Hash {
  return frontier.hashes.length === 0
    ? EMPTY_ROOT
    : frontier.hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** True when the frontier has as many hashes as its size has 1s in binary. */
export function isFrontier(frontier: Frontier): boolean {
  let ones = 0;
  for (let rest = frontier.size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return (
    Number.isSafeInteger(frontier.size) &&
    frontier.size >= 0 &&
    frontier.hashes.length === ones &&
    frontier.hashes.every((hash) => hash.length === 32)
  );
}

export function equalHashes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/**
 * Checks an inclusion proof (RFC 9162 §2.1.3.2; the proofs are those of RFC 6962 §2.1.1). Hostile input.
 * @param leaf the leaf's hash, not its data
 * @param proof sibling hashes from the leaf upwards
 */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, ...proof])) return false;
  const walk = new Walk(index, size - 1);
  let result = leaf;
  for (const sibling of proof) {
    if (walk.atTop) return false;
    result = walk.siblingIsLeft() ? nodeHash(sibling, result) : nodeHash(result, sibling);
    walk.up();
  }
  return walk.atTop && equalHashes(result, root);
}

/**
 * Checks that the tree of `size1` leaves is the beginning of the tree of `size2` leaves (RFC 9162 §2.1.4.2;
 * proofs of RFC 6962 §2.1.2). Hostile input. An empty first tree proves nothing and is refused.
 */
export function verifyConsistency(
  size1: number,
  size2: number,
  proof: readonly Hash[],
  root1: Hash,
  root2: Hash,
): boolean {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && equalHashes(root1, root2);
  if (proof.length === 0 || !areHashes(proof)) return false;
  const walk = new Walk(size1 - 1, size2 - 1);
  walk.skipRightChildren();
  // Climbed to the top of the first tree: it is one complete subtree, whose hash the proof leaves out.
  const path = walk.atFirst ? [root1, ...proof] : proof;
  let [old] = path as [Hash];
  let now = old;
  for (const hash of path.slice(1)) {
    if (walk.atTop) return false;
    if (walk.siblingIsLeft()) {
      old = nodeHash(hash, old);
      now = nodeHash(hash, now);
    } else now = nodeHash(now, hash);
    walk.up();
  }
  return walk.atTop && equalHashes(old, root1) && equalHashes(now, root2);
}

/** The climb both verifications share: a node's number and its level's last number (`fn` and `sn` in RFC 9162). */
class Walk {
  #node: number;
  #last: number;

  constructor(node: number, last: number) {
    this.#node = node;
    this.#last = last;
  }

  get atTop(): boolean {
    return this.#last === 0;
  }

  get atFirst(): boolean {
    return this.#node === 0;
  }

  /** True when the next proof hash stands left; at the ragged right edge this skips the levels without one. */
  siblingIsLeft(): boolean {
    if (this.#node % 2 === 0 && this.#node !== this.#last) return false;
    while (this.#node % 2 === 0 && this.#node !== 0) this.up();
    return true;
  }

  skipRightChildren(): void {
    while (this.#node % 2 === 1) this.up();
  }

  up(): void {
    this.#node = Math.floor(this.#node / 2);
    this.#last = Math.floor(this.#last / 2);
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Hash[]): boolean {
  return hashes.every((hash) => hash.length === 32);
}
