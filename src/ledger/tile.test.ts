import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  decodeBundle,
  decodeTile,
  encodeBundle,
  parseTilePath,
  tilePath,
  tilesOf,
  tileWidth,
} from './tile.ts';

describe('tile paths', () => {
  // c2sp.org/tlog-tiles, and Tessera's api/layout/paths_test.go at 1811ae1a (values only).
  const valid: [string, number | 'entries', number, number][] = [
    ['tile/0/x001/x234/067', 0, 1234067, 256],
    ['tile/0/x001/x234/067.p/89', 0, 1234067, 89],
    ['tile/0/000', 0, 0, 256],
    ['tile/0/000.p/255', 0, 0, 255],
    ['tile/1/000', 1, 0, 256],
    ['tile/15/x455/667', 15, 455667, 256],
    ['tile/15/x123/x456/789.p/41', 15, 123456789, 41],
    ['tile/0/001', 0, 1, 256],
    ['tile/entries/000', 'entries', 0, 256],
    ['tile/entries/255.p/253', 'entries', 255, 253],
    ['tile/entries/x123/x456/789', 'entries', 123456789, 256],
    ['tile/63/999.p/1', 63, 999, 1],
  ];
  for (const [path, level, index, width] of valid)
    test(`${path} is written and read alike`, () => {
      assert.equal(tilePath({ level, index, width }), path);
      assert.deepEqual(parseTilePath(path), { level, index, width });
    });

  const invalid = [
    ...['x001/x234/067.p/', 'x001/x234/067.p', 'x001/x234/', 'x001/x234', 'x001/', 'x001', 'x001/.p/abc'].map(
      (rest) => `tile/0/${rest}`,
    ),
    'tile/64/x001/002',
    'tile/-1/x001/002',
    'tile/abc/x001/002',
    'tile/8/001/002',
    'tile/8/x001/0002',
    'tile/8/x001/-002',
    'tile/8/x001/002.p/256',
    'tile/63/x999/x999/x999/x999/x999/x999/999.p/255',
    // Ours: one tile has one address, and no index from 2^53 on (Tessera reads this one as a uint64).
    'tile/63/x999/x999/x999/x999/x999/999.p/255',
    'tile/00/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000/',
    'tile/0/000\n',
    'tile/0/../000',
    'tile//000',
    '/tile/0/000',
    'tile/data/000',
  ];
  for (const path of invalid)
    test(`${JSON.stringify(path)} is no tile`, () => assert.equal(parseTilePath(path), undefined));

  test('every path written is read back', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
    const index = fc.maxSafeNat();
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        assert.deepEqual(parseTilePath(tilePath({ level, index, width })), { level, index, width });
      }),
    );
  });
});

describe('the tiles of a tree', () => {
  test('70,000 leaves: 273 full and one of 112, one full and one of 17, one of 1, as in the specification', () => {
    const tiles = [...tilesOf(70_000)];
    const of = (level: number) => tiles.filter((tile) => tile.level === level).map((tile) => tile.width);
    assert.deepEqual(of(0), [...Array<number>(273).fill(256), 112]);
    assert.deepEqual(of(1), [256, 17]);
    assert.deepEqual(of(2), [1]);
    assert.equal(tiles.length, 277);
  });

  test('256 leaves: one full tile and a partial one of width 1 above it, as in the specification', () => {
    assert.deepEqual(
      [...tilesOf(256)],
      [
        { level: 0, index: 0, width: 256 },
        { level: 1, index: 0, width: 1 },
      ],
    );
  });

  test('an empty tree has none, and tiles beyond a tree have width 0', () => {
    assert.deepEqual([...tilesOf(0)], []);
    assert.equal(tileWidth(0, 1, 256), 0);
    assert.equal(tileWidth(0, 5, 256), 0);
    assert.equal(tileWidth(1, 0, 255), 0);
  });
});

describe('entry bundles', () => {
  test('what is encoded is decoded', () => {
    const entry = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (entries) => {
        const decoded = decodeBundle(encodeBundle(entries), entries.length);
        assert.deepEqual(
          decoded.map((one) => [...one]),
          entries.map((one) => [...one]),
        );
      }),
    );
  });

  test('the largest entry, 65,535 bytes, fits', () => {
    const large = Buffer.alloc(65_535, 7);
    assert.deepEqual(decodeBundle(encodeBundle([large]), 1), [large]);
  });

  test('a bundle cut short, too long or of another width is refused', () => {
    const bundle = encodeBundle([Buffer.from('one'), Buffer.from('two')]);
    for (const [bytes, width] of [
      [bundle.subarray(0, -1), 2],
      [bundle.subarray(0, 6), 2],
      [Buffer.concat([bundle, Buffer.of(0)]), 2],
      [bundle, 1],
      [bundle, 3],
      [Buffer.alloc(0), 1],
    ] as const)
      assert.throws(() => decodeBundle(bytes, width), { code: 'LOG_BUNDLE_MALFORMED' });
  });

  test('a tile of another length than its width is refused', () => {
    assert.equal(decodeTile(Buffer.alloc(64), 2)?.length, 2);
    assert.equal(decodeTile(Buffer.alloc(65), 2), undefined);
    assert.equal(decodeTile(Buffer.alloc(32), 2), undefined);
  });
});
