import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  type Frontier,
  type Hash,
  isFrontier,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { consistencyProof, type HashReader, inclusionProof } from './merkle-proof.ts';
import { oracle, vectors } from './testing.ts';

interface InclusionVector {
  file: string;
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  wantErr: boolean;
}
interface ConsistencyVector {
  file: string;
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  wantErr: boolean;
}
const published = vectors<{
  inclusion: InclusionVector[];
  consistency: ConsistencyVector[];
  leafInputs: string[];
  roots: string[];
}>('merkle.json');

const base64 = (text: string): Hash => Buffer.from(text, 'base64');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leavesOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, n) => Buffer.from(`leaf ${n}`));

/** Grows a tree and keeps every complete subtree, as the database does for tiles. */
function grow(leaves: readonly Buffer[]): { frontiers: Frontier[]; read: HashReader } {
  const nodes = new Map<string, Hash>();
  const frontiers: Frontier[] = [EMPTY_FRONTIER];
  for (const leaf of leaves) {
    const { frontier, completed } = appendLeaf(frontiers.at(-1)!, leafHash(leaf));
    for (const { height, index, hash } of completed) nodes.set(`${height}/${index}`, hash);
    frontiers.push(frontier);
  }
  return { frontiers, read: async (height, index) => nodes.get(`${height}/${index}`)! };
}

describe('RFC 6962 hashing against transparency-dev/merkle', () => {
  test('leaf and node hashes are those of rfc6962_test.go', () => {
    assert.equal(hex(EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(
      hex(leafHash(Buffer.alloc(0))),
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    assert.equal(
      hex(leafHash(Buffer.from('L123456'))),
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    assert.equal(
      hex(nodeHash(Buffer.from('N123'), Buffer.from('N456'))),
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  test('the roots of the eight published leaves are the published ones', () => {
    const { frontiers } = grow(published.leafInputs.map((input) => Buffer.from(input, 'hex')));
    assert.deepEqual(
      frontiers.map((frontier) => hex(rootOf(frontier))),
      published.roots,
    );
  });

  test('all published inclusion probes are judged as published', () => {
    assert.equal(published.inclusion.length, 98);
    for (const v of published.inclusion) {
      const proof = (v.proof ?? []).map(base64);
      const verdict = verifyInclusion(base64(v.leafHash), v.leafIdx, v.treeSize, proof, base64(v.root));
      assert.equal(verdict, !v.wantErr, v.file);
    }
  });

  test('all published consistency probes are judged as published', () => {
    assert.equal(published.consistency.length, 98);
    for (const v of published.consistency) {
      const proof = (v.proof ?? []).map(base64);
      const verdict = verifyConsistency(v.size1, v.size2, proof, base64(v.root1), base64(v.root2));
      assert.equal(verdict, !v.wantErr, v.file);
    }
  });
});

describe('the tree against an independent implementation', () => {
  const leaves = leavesOf(70);
  const { frontiers, read } = grow(leaves);

  test('every size up to 70 has the root of MTH, and a frontier that fits', () => {
    for (const [size, frontier] of frontiers.entries()) {
      assert.equal(hex(rootOf(frontier)), hex(oracle.root(leaves.slice(0, size))));
      assert.ok(isFrontier(frontier));
    }
  });

  test('every inclusion proof up to 70 is PATH, and verifies', async () => {
    for (let size = 1; size <= 70; size++) {
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, read);
        assert.deepEqual(proof.map(hex), oracle.path(index, leaves.slice(0, size)).map(hex));
        const root = rootOf(frontiers[size]!);
        assert.ok(verifyInclusion(leafHash(leaves[index]!), index, size, proof, root));
      }
    }
  });

  test('every consistency proof up to 70 is PROOF, and verifies: no size forgets an earlier one', async () => {
    for (let size2 = 1; size2 <= 70; size2++) {
      for (let size1 = 1; size1 <= size2; size1++) {
        const proof = await consistencyProof(size1, size2, read);
        assert.deepEqual(proof.map(hex), oracle.proof(size1, leaves.slice(0, size2)).map(hex));
        assert.ok(
          verifyConsistency(size1, size2, proof, rootOf(frontiers[size1]!), rootOf(frontiers[size2]!)),
        );
      }
    }
  });

  test('a proof about what is not there is refused', async () => {
    for (const [index, size] of [
      [5, 5],
      [-1, 5],
      [0, 0],
      [1.5, 5],
      [0, Number.NaN],
    ] as const)
      await assert.rejects(inclusionProof(index, size, read), { code: 'LOG_SIZE_INVALID' });
    for (const [size1, size2] of [
      [0, 5],
      [6, 5],
      [1, 1.5],
    ] as const)
      await assert.rejects(consistencyProof(size1, size2, read), { code: 'LOG_SIZE_INVALID' });
  });
});

describe('what was altered does not verify', () => {
  const leaves = leavesOf(200);
  const { frontiers, read } = grow(leaves);
  const sizes = fc.integer({ min: 2, max: 200 });

  const flip = (hashes: readonly Hash[], bit: number): Hash[] =>
    hashes.map((hash, at) => {
      if (Math.floor(bit / 256) !== at) return hash;
      const copy = Buffer.from(hash);
      copy[Math.floor((bit % 256) / 8)]! ^= 1 << (bit % 8);
      return copy;
    });

  test('flipping any one bit of leaf, root or inclusion proof fails', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, someIndex, someBit) => {
        const index = someIndex % size;
        const proof = await inclusionProof(index, size, read);
        const parts = [leafHash(leaves[index]!), rootOf(frontiers[size]!), ...proof];
        const [leaf, root, ...altered] = flip(parts, someBit % (parts.length * 256));
        assert.ok(!verifyInclusion(leaf!, index, size, altered, root!));
      }),
      { numRuns: 500 },
    );
  });

  test('flipping any one bit of roots or consistency proof fails', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size2, someSize, someBit) => {
        const size1 = 1 + (someSize % size2);
        const proof = await consistencyProof(size1, size2, read);
        const parts = [rootOf(frontiers[size1]!), rootOf(frontiers[size2]!), ...proof];
        const [root1, root2, ...altered] = flip(parts, someBit % (parts.length * 256));
        assert.ok(!verifyConsistency(size1, size2, altered, root1!, root2!));
      }),
      { numRuns: 500 },
    );
  });

  test('another index, another size, one hash more or less fails', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, someIndex, someOther) => {
        const index = someIndex % size;
        const other = someOther % size;
        const proof = await inclusionProof(index, size, read);
        const leaf = leafHash(leaves[index]!);
        const root = rootOf(frontiers[size]!);
        if (other !== index) assert.ok(!verifyInclusion(leaf, other, size, proof, root));
        assert.ok(!verifyInclusion(leaf, index, size, proof.slice(1), root));
        assert.ok(!verifyInclusion(leaf, index, size, [...proof, root], root));
        assert.ok(!verifyInclusion(leaf, index, size, proof, rootOf(frontiers[size - 1]!)));
      }),
    );
  });
});
