import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type App, createApp } from '../platform/index.ts';
import { onEachDatabase, openOnSqlite, type TestServices } from '../platform/testing.ts';
import { appendEntries } from './append.ts';
import { openCheckpoint } from './checkpoint.ts';
import { encodeEntry } from './entry.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { ledgerRoutes } from './routes.ts';
import { ledgerMigrations } from './schema.ts';
import { testEntries, testEntry, testKey, vectors } from './testing.ts';
import { decodeBundle, tilePath, tilesOf } from './tile.ts';
import { type RemoteOptions, verifyRemote } from './verify-remote.ts';

async function serve(services: TestServices): Promise<{ app: App; url: string }> {
  const app = await createApp(services.config);
  ledgerRoutes(app, services, testKey);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, url: `${address}/log` };
}

onEachDatabase('the log over HTTP', (open) => {
  let services: TestServices;
  let app: App;
  let url: string;
  before(async () => {
    services = await open(ledgerMigrations);
    ({ app, url } = await serve(services));
  });
  after(async () => {
    await app.close();
    await services.dispose();
  });
  const get = (path: string, headers = {}) => fetch(`${url}/${path}`, { headers });

  test('the empty log has a signed checkpoint of size 0 and no tiles', async () => {
    const note = await (await get('checkpoint')).text();
    const checkpoint = openCheckpoint(note, [testKey.verifier]);
    assert.deepEqual([checkpoint.size, checkpoint.root], [0, EMPTY_ROOT]);
    assert.equal((await get('tile/0/000.p/1')).status, 404);
    const report = await verifyRemote(url, { vkey: testKey.vkey });
    assert.deepEqual([report.ok, report.size], [true, 0]);
  });

  test('checkpoint and key are text, cached for seconds only', async () => {
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 600)));
    for (const path of ['checkpoint', 'key']) {
      const response = await get(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8');
      assert.equal(response.headers.get('cache-control'), 'public, max-age=2');
    }
    assert.equal(await (await get('key')).text(), `${testKey.vkey}\n`);
    const note = await (await get('checkpoint')).text();
    assert.equal(openCheckpoint(note, [testKey.verifier]).size, 600);
  });

  test('every tile of the tree is served as bytes that never change', async () => {
    for (const name of tilesOf(600)) {
      const response = await get(tilePath(name));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/octet-stream');
      assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal((await response.arrayBuffer()).byteLength, name.width * 32);
    }
  });

  test('entry bundles are the entries, compressed for who can read that', async () => {
    const plain = await get('tile/entries/002.p/88', { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    const entries = decodeBundle(new Uint8Array(await plain.arrayBuffer()), 88);
    assert.deepEqual(
      entries.map(String),
      testEntries(512, 600).map((one) => encodeEntry(one)),
    );
    const raw = await app.inject({
      url: '/log/tile/entries/002.p/88',
      headers: { 'accept-encoding': 'gzip' },
    });
    assert.equal(raw.headers['content-encoding'], 'gzip');
    assert.equal(raw.headers.vary, 'accept-encoding');
    assert.equal(decodeBundle(gunzipSync(raw.rawPayload), 88).length, 88);
    const refused = await get('tile/entries/002.p/88', { 'accept-encoding': 'gzip;q=0' });
    assert.equal(refused.headers.get('content-encoding'), null);
  });

  test('partial tiles of earlier heads stay, also when the tile is full', async () => {
    for (const path of [
      'tile/0/000.p/1',
      'tile/0/000.p/255',
      'tile/0/002.p/5',
      'tile/1/000.p/1',
      'tile/entries/000.p/7',
    ])
      assert.equal((await get(path)).status, 200, path);
  });

  test('what is not in the tree, or not an address, is not found', async () => {
    for (const path of [
      'tile/0/002',
      'tile/0/002.p/89',
      'tile/0/003.p/1',
      'tile/1/000',
      'tile/1/000.p/3',
      'tile/2/000.p/1',
      'tile/63/000.p/1',
      'tile/64/000',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/0',
      'tile/00/000',
      'tile/0/x000/000',
      'tile/0/x999/x999/x999/x999/x999/999',
      'tile/0/x009/x007/x199/x254/x740/992',
      'tile/entries/003.p/1',
      'tile/entries/002.p/89',
      'tile/data/000',
      'tile/0/000%00',
      'tile/0/..%2f..%2fcheckpoint',
      'tile/',
      'tile',
    ]) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      assert.equal(response.headers.get('cache-control'), null);
    }
    assert.equal((await get(`tile/0/${'x000/'.repeat(30)}000`)).status, 400);
  });

  test('the whole log verifies from outside, and still begins with what was seen before', async () => {
    const first = await verifyRemote(url, { vkey: testKey.vkey });
    assert.deepEqual([first.findings, first.checked, first.keyTrusted], [[], 600, true]);
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(600, 700)));
    const progress: number[] = [];
    const seen: number[] = [];
    const second = await verifyRemote(url, {
      previousCheckpoint: first.checkpoint!,
      onProgress: (done) => progress.push(done),
      onEntry: async ({ seq }) => {
        seen.push(seq);
        return undefined;
      },
    });
    assert.deepEqual([second.findings, second.size, second.keyTrusted], [[], 700, false]);
    assert.deepEqual(progress, [256, 512, 700]);
    assert.equal(seen.length, 700);
  });
});

describe('verifying a log that lies', () => {
  let services: TestServices;
  let app: App;
  let url: string;
  before(async () => {
    services = await openOnSqlite(ledgerMigrations);
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 600)));
    ({ app, url } = await serve(services));
  });
  after(async () => {
    await app.close();
    await services.dispose();
  });

  type Answer = (bytes: Buffer) => Buffer | number;
  /** Answers as the real server does, but for one path. */
  const lying =
    (path: string, answer: Answer): NonNullable<RemoteOptions['fetch']> =>
    async (address, init) => {
      const response = await fetch(address, init);
      if (!address.endsWith(path)) return response;
      const altered = answer(Buffer.from(await response.arrayBuffer()));
      return typeof altered === 'number'
        ? new Response(null, { status: altered })
        : new Response(new Uint8Array(altered));
    };
  const flipLast: Answer = (bytes) => {
    bytes[bytes.length - 1]! ^= 1;
    return bytes;
  };
  const codes = async (options: RemoteOptions) =>
    (await verifyRemote(url, { vkey: testKey.vkey, ...options })).findings.map((finding) => finding.code);

  const cases: [string, string, Answer, string[]][] = [
    ['a leaf tile altered', '/tile/0/001', flipLast, ['TILE_DIFFERS']],
    ['a partial leaf tile altered', '/tile/0/002.p/88', flipLast, ['TILE_DIFFERS']],
    ['a tile of level 1 altered', '/tile/1/000.p/2', flipLast, ['TILE_DIFFERS']],
    ['a tile missing', '/tile/0/001', () => 404, ['TILE_MISSING']],
    ['a tile too short', '/tile/0/001', (bytes) => bytes.subarray(32), ['TILE_DIFFERS']],
    ['a bundle missing', '/tile/entries/001', () => 500, ['BUNDLE_MISSING', 'SIZE_DIFFERS']],
    [
      'a bundle too long',
      '/tile/entries/001',
      (bytes) => Buffer.concat([bytes, bytes]),
      ['BUNDLE_MALFORMED', 'SIZE_DIFFERS'],
    ],
    [
      'an entry altered',
      '/tile/entries/002.p/88',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('item599', 'item598'), 'latin1'),
      ['TILE_DIFFERS', 'ROOT_DIFFERS'],
    ],
    [
      'an entry that is none',
      '/tile/entries/002.p/88',
      flipLast,
      ['ENTRY_INVALID', 'TILE_DIFFERS', 'ROOT_DIFFERS'],
    ],
    ['no checkpoint', '/checkpoint', () => 404, ['CHECKPOINT_MISSING']],
    ['a checkpoint altered', '/checkpoint', flipLast, ['CHECKPOINT_INVALID']],
    ['a checkpoint without end', '/checkpoint', () => Buffer.alloc(1_000_001), ['CHECKPOINT_MISSING']],
  ];
  for (const [what, path, answer, expected] of cases)
    test(`${what} is found`, async () => {
      assert.deepEqual(await codes({ fetch: lying(path, answer) }), expected);
    });

  test('a partial tile no longer kept is read from the full one', async () => {
    const full = async (address: string, init: { signal: AbortSignal }) => {
      if (!/\/(0|entries)\/002/.test(address)) return fetch(address, init);
      if (address.includes('.p/')) return new Response(null, { status: 404 });
      // What the log will serve when it has grown: here the partial one with more behind it.
      const partial = Buffer.from(await (await fetch(`${address}.p/88`, init)).arrayBuffer());
      const more = address.includes('entries') ? Buffer.alloc(2 * 168) : Buffer.alloc(32 * 168);
      return new Response(new Uint8Array(Buffer.concat([partial, more])));
    };
    assert.deepEqual(await codes({ fetch: full }), []);
  });

  test('a rewritten or shortened log is found by an earlier checkpoint', async () => {
    const sign = async (entries: ReturnType<typeof testEntries>) => {
      const other = await openOnSqlite(ledgerMigrations);
      await other.database.write((tx) => appendEntries(tx, testKey, entries));
      const { app, url } = await serve(other);
      const note = await (await fetch(`${url}/checkpoint`)).text();
      await app.close();
      await other.dispose();
      return note;
    };
    const rewritten = await sign([...testEntries(0, 10), testEntry(99)]);
    assert.deepEqual(await codes({ previousCheckpoint: rewritten }), ['LOG_REWRITTEN']);
    const longer = await sign(testEntries(0, 601));
    assert.deepEqual(await codes({ previousCheckpoint: longer }), ['LOG_SHRUNK']);
  });

  test('a server that is not there, or has no key, is reported', async () => {
    const report = await verifyRemote('http://127.0.0.1:1/log');
    assert.deepEqual(
      report.findings.map((finding) => finding.code),
      ['KEY_MISSING', 'CHECKPOINT_MISSING'],
    );
    await assert.rejects(verifyRemote(url, { vkey: 'nonsense' }), { code: 'VKEY_INVALID' });
  });
});

test("a log written by Tessera verifies as a tree; only its entries are not this system's", async () => {
  const log = vectors<{ vkey: string; checkpoints: Record<string, string>; tiles: Record<string, string> }>(
    'tessera-log.json',
  );
  const report = await verifyRemote('https://tessera.example', {
    vkey: log.vkey,
    previousCheckpoint: log.checkpoints['7']!,
    fetch: async (address) => {
      const path = new URL(address).pathname.slice(1);
      if (path === 'checkpoint') return new Response(log.checkpoints['15']!);
      const tile = log.tiles[path];
      return tile ? new Response(Buffer.from(tile, 'base64')) : new Response(null, { status: 404 });
    },
  });
  assert.deepEqual(
    report.findings.map((finding) => finding.code),
    Array(15).fill('ENTRY_INVALID'),
  );
  assert.equal(report.checked, 15);
});
