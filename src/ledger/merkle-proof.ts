import { LedgerError } from './errors.ts';
import { type Hash, nodeHash } from './merkle.ts';

/** Gives the hash of the complete subtree over leaves `index·2^height` up to `(index+1)·2^height`. */
export type HashReader = (height: number, index: number) => Promise<Hash>;

/** Leaves from `start` up to, not including, `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * PATH(m, D[n]) of RFC 6962 §2.1.1: the sibling hashes from a leaf up to the root's child.
 * @throws LedgerError 'LOG_SIZE_INVALID' when the tree of that size has no such leaf
 */
export async function inclusionProof(index: number, size: number, read: HashReader): Promise<Hash[]> {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new LedgerError('LOG_SIZE_INVALID', { index, size });
  return hashesOf(pathRanges(index, { start: 0, end: size }), read);
}

/**
 * PROOF(m, D[n]) of RFC 6962 §2.1.2: that the first `size1` leaves of the tree of `size2` are the tree of `size1`.
 * @throws LedgerError 'LOG_SIZE_INVALID' unless 0 < size1 ≤ size2
 */
export async function consistencyProof(size1: number, size2: number, read: HashReader): Promise<Hash[]> {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2)
    throw new LedgerError('LOG_SIZE_INVALID', { index: size1, size: size2 });
  return hashesOf(subproofRanges(size1, { start: 0, end: size2 }, true), read);
}

function pathRanges(index: number, range: Range): Range[] {
  if (range.end - range.start === 1) return [];
  const [left, right] = split(range);
  return index < left.end ? [...pathRanges(index, left), right] : [...pathRanges(index, right), left];
}

/** SUBPROOF(m, D[n], b): `whole` says that the verifier already knows the hash of the first tree. */
function subproofRanges(size1: number, range: Range, whole: boolean): Range[] {
  if (size1 === range.end) return whole ? [] : [range];
  const [left, right] = split(range);
  return size1 <= left.end
    ? [...subproofRanges(size1, left, whole), right]
    : [...subproofRanges(size1, right, false), left];
}

/** RFC 6962 §2.1 splits n leaves after the largest power of two smaller than n. */
function split(range: Range): [Range, Range] {
  const middle = range.start + powerBelow(range.end - range.start);
  return [
    { start: range.start, end: middle },
    { start: middle, end: range.end },
  ];
}

function powerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

async function hashesOf(ranges: readonly Range[], read: HashReader): Promise<Hash[]> {
  const hashes: Hash[] = [];
  for (const range of ranges) hashes.push(await hashOf(range, read));
  return hashes;
}

async function hashOf(range: Range, read: HashReader): Promise<Hash> {
  const count = range.end - range.start;
  const height = Math.log2(count);
  if (Number.isInteger(height)) return read(height, range.start / count);
  const [left, right] = split(range);
  return nodeHash(await hashOf(left, read), await hashOf(right, read));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
