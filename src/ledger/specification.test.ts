import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sha256 } from '../platform/index.ts';
import { canonicalJson } from './canonical.ts';
import { checkpointText } from './checkpoint.ts';
import { encodeEntry, parseEntry } from './entry.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { appendLeaf, EMPTY_FRONTIER, leafHash, rootOf, verifyConsistency } from './merkle.ts';
import { formatProof } from './proof-file.ts';
import { encodeBundle } from './tile.ts';
import { verifyProof } from './verify-proof.ts';
import { keyFingerprint } from './vkey.ts';

const page = readFileSync(new URL('../../docs/reference/publication-log.md', import.meta.url), 'utf8');

/** The block under a vector's heading, byte for byte. */
function vector(name: string): string {
  const heading = page.indexOf(`\n### ${name}\n`);
  const start = page.indexOf('\n```\n', heading) + 5;
  assert.ok(heading > 0 && start > heading, `no vector "${name}"`);
  return page.slice(start, page.indexOf('\n```\n', start) + 1);
}
const line = (name: string) => vector(name).trimEnd();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const key = logKey(line('Origin'), privateKeyFromSeed(Buffer.from(line('Private key seed (hex)'), 'hex')));
const records = [line('Record 0'), line('Record 1')];
const entries = [line('Entry 0'), line('Entry 1')];
const leaves = entries.map((entry) => leafHash(Buffer.from(entry)));
const one = appendLeaf(EMPTY_FRONTIER, leaves[0]!).frontier;
const two = appendLeaf(one, leaves[1]!).frontier;

test('key, key ID and fingerprint of the specification are the code’s', () => {
  assert.equal(key.vkey, line('vkey'));
  assert.equal(keyFingerprint(key.vkey), line('Fingerprint'));
});

test('records and entries of the specification are canonical, and the entries name the records', () => {
  for (const [at, text] of entries.entries()) {
    assert.equal(canonicalJson(JSON.parse(records[at]!)), records[at]);
    assert.equal(encodeEntry(parseEntry(text)), text);
    assert.equal(parseEntry(text).record, sha256(records[at]!));
  }
});

test('leaf hashes, checkpoints and the level 0 tile follow from the entries', () => {
  assert.deepEqual(leaves.map(hex), [line('Leaf hash 0 (hex)'), line('Leaf hash 1 (hex)')]);
  for (const frontier of [one, two]) {
    const text = checkpointText({ origin: key.origin, size: frontier.size, root: rootOf(frontier) });
    assert.equal(key.sign(text), vector(`Checkpoint of size ${frontier.size}`));
  }
  assert.equal(hex(Buffer.concat(leaves)), line('Tile tile/0/000.p/2 (hex)'));
  const bundle = encodeBundle(entries.map((entry) => Buffer.from(entry)));
  assert.equal(sha256(bundle), line('SHA-256 of tile/entries/000.p/2 (hex)'));
  assert.ok(verifyConsistency(1, 2, [leaves[1]!], rootOf(one), rootOf(two)));
});

test('the proof file is the code’s, and verifies', () => {
  const proof = formatProof({
    seq: 0,
    hashes: [leaves[1]!],
    checkpoint: vector('Checkpoint of size 2'),
    extra: { entry: entries[0]!, record: records[0]!, vkey: key.vkey },
  });
  assert.equal(proof, vector('Proof file of entry 0'));
  const files = [{ name: 'a', bytes: Buffer.from(line('Attachment (UTF-8, no newline)')) }];
  const report = verifyProof(proof, { trustedKeys: [key.vkey], files });
  assert.deepEqual([report.ok, report.checks.length], [true, 7]);
});
