import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { onEachDatabase, openOnSqlite, type TestServices } from '../platform/testing.ts';
import { appendEntries } from './append.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Entry } from './entry.ts';
import { encodeEntry } from './entry.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { leafHash, verifyConsistency, verifyInclusion } from './merkle.ts';
import {
  consistencyProof,
  entriesAfter,
  entriesOfItem,
  entry,
  entryBundle,
  head,
  inclusionProof,
  tile,
} from './read.ts';
import { ledgerMigrations } from './schema.ts';
import { oracle, testEntries, testEntry, testKey } from './testing.ts';
import { tilesOf } from './tile.ts';
import { verifyLocal } from './verify-local.ts';

onEachDatabase('the publication log', (open) => {
  let services: TestServices;
  beforeEach(async () => {
    services = await open(ledgerMigrations);
  });
  afterEach(() => services.dispose());

  const append = (entries: readonly Entry[]) =>
    services.database.write((tx) => appendEntries(tx, testKey, entries));
  const signedHead = async () => {
    const now = await head(services.database.read);
    return openCheckpoint(now!.checkpoint, [testKey.verifier]);
  };

  test('an empty log has no head, no entries, no tiles', async () => {
    const db = services.database.read;
    assert.equal(await head(db), undefined);
    assert.deepEqual(await entriesAfter(db, -1, 10), []);
    assert.equal(await tile(db, 0, 0, 1), undefined);
    assert.equal(await entryBundle(db, 0, 1), undefined);
    await assert.rejects(entry(db, 0), { code: 'LOG_ENTRY_NOT_FOUND' });
    await assert.rejects(inclusionProof(db, 0, 1), { code: 'LOG_SIZE_INVALID' });
    assert.equal((await verifyLocal(services.database, testKey)).ok, true);
  });

  test('appending nothing changes nothing', async () => {
    assert.deepEqual(await append([]), []);
    assert.equal(await head(services.database.read), undefined);
  });

  test('entries come back in order, by place, by cursor and by item', async () => {
    const db = services.database.read;
    assert.deepEqual(await append(testEntries(0, 3)), [{ seq: 0 }, { seq: 1 }, { seq: 2 }]);
    assert.deepEqual(await append([testEntry(1, { action: 'withdraw' })]), [{ seq: 3 }]);
    assert.deepEqual((await entry(db, 2)).entry, testEntry(2));
    assert.equal((await entry(db, 2)).data, encodeEntry(testEntry(2)));
    assert.deepEqual(
      (await entriesAfter(db, 0, 2)).map((one) => one.seq),
      [1, 2],
    );
    assert.deepEqual(
      (await entriesOfItem(db, 'item1')).map((one) => [one.seq, one.entry.action]),
      [
        [1, 'publish'],
        [3, 'withdraw'],
      ],
    );
    assert.equal((await head(db))?.at, testEntry(1).at);
  });

  test('one by one or all at once, the same entries are the same signed log', async () => {
    for (const one of testEntries(0, 20)) await append([one]);
    const single = await head(services.database.read);
    const other = await openOnSqlite(ledgerMigrations);
    await other.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 20)));
    assert.deepEqual(await head(other.database.read), single);
    await other.dispose();
    const leaves = testEntries(0, 20).map((one) => Buffer.from(encodeEntry(one)));
    assert.deepEqual(Buffer.from((await signedHead()).root), oracle.root(leaves));
  });

  test('across tile boundaries to 65,537 entries: tiles, proofs of old entries, consistency of all heads', async () => {
    const db = services.database.read;
    const heads: { size: number; root: Uint8Array }[] = [];
    let size = 0;
    for (const next of [1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537]) {
      await append(testEntries(size, next));
      size = next;
      const now = await signedHead();
      assert.equal(now.size, size);
      for (const before of heads) {
        const proof = await consistencyProof(db, before.size, size);
        assert.ok(verifyConsistency(before.size, size, proof, before.root, now.root));
      }
      for (const seq of new Set([0, 254, 255, 256, 257, 40_000, size - 1].filter((one) => one < size))) {
        const proof = await inclusionProof(db, seq, size);
        const leaf = leafHash(Buffer.from(encodeEntry(testEntry(seq))));
        assert.ok(verifyInclusion(leaf, seq, size, proof, now.root));
      }
      const tiles = [...tilesOf(size)];
      for (const { level, index, width } of [...tiles.slice(-4), ...tiles.slice(0, 2)]) {
        assert.equal((await tile(db, level, index, width))?.length, width * 32);
        if (width < 256) assert.equal(await tile(db, level, index, width + 1), undefined);
        if (level === 0) assert.ok(await entryBundle(db, index, width));
      }
      heads.push(now);
    }
    const report = await verifyLocal(services.database, testKey);
    assert.deepEqual([report.ok, report.checked, report.findings], [true, 65_537, []]);
  });

  test('a proof for an earlier size, or beyond the log, is what it should be', async () => {
    await append(testEntries(0, 300));
    const db = services.database.read;
    const leaves = testEntries(0, 300).map((one) => Buffer.from(encodeEntry(one)));
    for (const [seq, size] of [
      [3, 7],
      [255, 256],
      [256, 257],
      [120, 299],
    ] as const) {
      const proof = await inclusionProof(db, seq, size);
      assert.deepEqual(proof, oracle.path(seq, leaves.slice(0, size)));
    }
    assert.deepEqual(await consistencyProof(db, 130, 270), oracle.proof(130, leaves.slice(0, 270)));
    await assert.rejects(inclusionProof(db, 0, 301), { code: 'LOG_SIZE_INVALID' });
    await assert.rejects(consistencyProof(db, 1, 301), { code: 'LOG_SIZE_INVALID' });
  });

  test('fifty appends at once get one gapless order', async () => {
    const places = await Promise.all(testEntries(0, 50).map((one) => append([one])));
    assert.deepEqual(
      places
        .flat()
        .map(({ seq }) => seq)
        .sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, n) => n),
    );
    assert.equal((await verifyLocal(services.database, testKey)).ok, true);
  });

  test('a transaction that fails after the append leaves nothing', async () => {
    await append(testEntries(0, 255));
    const before = await head(services.database.read);
    await assert.rejects(
      services.database.write(async (tx) => {
        await appendEntries(tx, testKey, testEntries(255, 260));
        throw new Error('later in the same verb');
      }),
      { message: 'later in the same verb' },
    );
    assert.deepEqual(await head(services.database.read), before);
    assert.deepEqual(await append([testEntry(255)]), [{ seq: 255 }]);
    assert.equal((await verifyLocal(services.database, testKey)).ok, true);
  });

  test('whichever statement of an append fails, nothing is left and the next append goes on', async () => {
    await append(testEntries(0, 255));
    let statements = Number.POSITIVE_INFINITY;
    for (let failing = 1; failing <= statements; failing++) {
      let count = 0;
      const plugin: KyselyPlugin = {
        transformQuery: ({ node }) => {
          count += 1;
          if (count === failing) throw new Error('disk');
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const before = await head(services.database.read);
      const outcome = await services.database
        .write((tx) => appendEntries(tx.withPlugin(plugin) as typeof tx, testKey, [testEntry(255)]))
        .catch((error: Error) => error.message);
      if (outcome === 'disk') assert.deepEqual(await head(services.database.read), before);
      else statements = count;
    }
    assert.ok(statements >= 5);
    const report = await verifyLocal(services.database, testKey);
    assert.deepEqual([report.ok, report.size], [true, 256]);
  });

  test('two entries in one transaction by two calls are both there, and the last head is signed', async () => {
    await services.database.write(async (tx) => {
      assert.deepEqual(await appendEntries(tx, testKey, [testEntry(0)]), [{ seq: 0 }]);
      assert.deepEqual(await appendEntries(tx, testKey, [testEntry(1)]), [{ seq: 1 }]);
    });
    assert.equal((await signedHead()).size, 2);
    assert.equal((await verifyLocal(services.database, testKey)).ok, true);
  });

  test('an entry that is not valid spoils the whole append', async () => {
    await assert.rejects(append([testEntry(0), testEntry(1, { version: 0 })]), { code: 'LOG_ENTRY_INVALID' });
    assert.equal(await head(services.database.read), undefined);
  });

  test('another key does not continue the log', async () => {
    await append([testEntry(0)]);
    const other = logKey(testKey.origin, privateKeyFromSeed(new Uint8Array(32)));
    await assert.rejects(
      services.database.write((tx) => appendEntries(tx, other, [testEntry(1)])),
      { code: 'LOG_INCONSISTENT', details: { reason: 'signature' } },
    );
  });

  const tampered: [string, string, () => Promise<unknown>][] = [
    [
      'its last entry removed',
      'entries',
      () => services.database.write((tx) => tx.deleteFrom('log_entry').where('seq', '=', 4).execute()),
    ],
    [
      'its head removed',
      'entries',
      () => services.database.write((tx) => tx.deleteFrom('log_head').execute()),
    ],
    [
      'another right edge',
      'head',
      () =>
        services.database.write((tx) =>
          tx
            .updateTable('log_head')
            .set({ frontier: JSON.stringify(['00'.repeat(32), '11'.repeat(32)]) })
            .execute(),
        ),
    ],
    [
      'a right edge of the wrong length',
      'head',
      () => services.database.write((tx) => tx.updateTable('log_head').set({ frontier: '[]' }).execute()),
    ],
  ];
  for (const [what, reason, tamper] of tampered)
    test(`a log with ${what} is not signed again`, async () => {
      await append(testEntries(0, 5));
      await tamper();
      await assert.rejects(append([testEntry(5)]), { code: 'LOG_INCONSISTENT', details: { reason } });
    });
});
