import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { appendLeaf, EMPTY_FRONTIER, EMPTY_ROOT, leafHash, rootOf } from './merkle.ts';
import { testKey, vectors } from './testing.ts';
import { encodeBundle } from './tile.ts';
import { parseVkey } from './vkey.ts';

const tessera = vectors<{
  vkey: string;
  seedFromSkey: string;
  entries: string[];
  checkpoints: Record<string, string>;
  tiles: Record<string, string>;
}>('tessera-log.json');
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const VALID = `example.com/behind-the-sofa\n20852163\n${ROOT}\n`;

describe('checkpoints', () => {
  test('the example of c2sp.org/tlog-checkpoint is read and written alike', () => {
    const checkpoint = parseCheckpoint(VALID);
    assert.equal(checkpoint.origin, 'example.com/behind-the-sofa');
    assert.equal(checkpoint.size, 20852163);
    assert.equal(checkpointText(checkpoint), VALID);
  });

  test("the tree of golang.org/x/mod's tlog tests is written alike", () => {
    const root = leafHash(Buffer.from('hello world'));
    assert.equal(
      checkpointText({ origin: 'go.sum database tree', size: 123456789012, root }),
      'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n',
    );
  });

  test('extension lines are allowed and ignored', () =>
    assert.equal(parseCheckpoint(`${VALID}extension\nmore\n`).size, 20852163));

  for (const [what, text] of [
    ['an empty origin', VALID.replace('example.com/behind-the-sofa', '')],
    ['a leading zero', VALID.replace('20852163', '020852163')],
    ['a hexadecimal size', VALID.replace('20852163', '0xabcdef')],
    ['a negative size', VALID.replace('20852163', '-1')],
    ['a size with a sign', VALID.replace('20852163', '+1')],
    ['a size beyond 2^53', VALID.replace('20852163', '9007199254740993')],
    ['a root that is too long', VALID.replace('q2I=', 'q2IOOBIG=')],
    ['a root that is too short', `o\n1\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a root of another spelling', VALID.replace('q2I=', 'q2J=')],
    ['no root', 'o\n1\n'],
    ['no last newline', VALID.slice(0, -1)],
    ['an empty extension line', `${VALID}\nx\n`],
    ['an empty last line', `${VALID}\n`],
    ['nothing', ''],
  ] as const)
    test(`a checkpoint with ${what} is malformed`, () =>
      assert.throws(() => parseCheckpoint(text), { code: 'CHECKPOINT_MALFORMED' }));

  test('a trusted key cannot speak for another log', () => {
    const note = testKey.sign(checkpointText({ origin: 'other.example', size: 0, root: EMPTY_ROOT }));
    assert.throws(() => openCheckpoint(note, [testKey.verifier]), { code: 'CHECKPOINT_ORIGIN_DIFFERS' });
  });
});

describe('a log written by Tessera', () => {
  const key = logKey(
    'example.com/log/testdata',
    privateKeyFromSeed(Buffer.from(tessera.seedFromSkey, 'base64').subarray(1)),
  );
  const leaves = tessera.entries.map((entry) => leafHash(Buffer.from(entry)));

  test('our key of the published seed is its key', () => assert.equal(key.vkey, tessera.vkey));

  test('all sixteen checkpoints verify, and ours for the same entries are the same bytes', () => {
    let frontier = EMPTY_FRONTIER;
    for (let size = 0; size <= 15; size++) {
      const note = tessera.checkpoints[String(size)]!;
      assert.equal(openCheckpoint(note, [parseVkey(tessera.vkey)]).size, size);
      assert.equal(key.sign(checkpointText({ origin: key.origin, size, root: rootOf(frontier) })), note);
      if (size < 15) frontier = appendLeaf(frontier, leaves[size]!).frontier;
    }
  });

  test('its tiles and entry bundles are the bytes we would serve', () => {
    for (let width = 1; width <= 15; width++) {
      const served = (path: string) => tessera.tiles[`tile/${path}/000.p/${width}`]!;
      assert.equal(Buffer.concat(leaves.slice(0, width)).toString('base64'), served('0'));
      const entries = tessera.entries.slice(0, width).map((entry) => Buffer.from(entry));
      assert.equal(encodeBundle(entries).toString('base64'), served('entries'));
    }
  });
});
