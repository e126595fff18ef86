import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Tx } from '../platform/index.ts';
import { onEachDatabase, openOnSqlite, type TestServices } from '../platform/testing.ts';
import { appendEntries } from './append.ts';
import { encodeEntry } from './entry.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { leafHash } from './merkle.ts';
import { head } from './read.ts';
import { ledgerMigrations } from './schema.ts';
import { testEntries, testEntry, testKey } from './testing.ts';
import { verifyLocal } from './verify-local.ts';

onEachDatabase('verifying the local log', (open) => {
  let services: TestServices;
  beforeEach(async () => {
    services = await open(ledgerMigrations);
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 300)));
  });
  afterEach(() => services.dispose());

  const codes = async (options = {}) => {
    const { findings } = await verifyLocal(services.database, testKey, options);
    return findings.map((finding) => finding.code);
  };

  const changed = encodeEntry(testEntry(7, { item: 'other' }));
  const changedLeaf = Buffer.from(leafHash(Buffer.from(changed))).toString('hex');
  const tampered: [string, string[], (tx: Tx) => Promise<unknown>][] = [
    [
      'an entry changed',
      ['LEAF_DIFFERS', 'COLUMN_DIFFERS', 'NODE_DIFFERS', 'ROOT_DIFFERS', 'FRONTIER_DIFFERS'],
      (tx) => tx.updateTable('log_entry').set({ data: changed }).where('seq', '=', 7).execute(),
    ],
    [
      'an entry changed with its hash and columns',
      ['NODE_DIFFERS', 'ROOT_DIFFERS', 'FRONTIER_DIFFERS'],
      (tx) =>
        tx
          .updateTable('log_entry')
          .set({ data: changed, leaf_hash: changedLeaf, item_id: 'other' })
          .where('seq', '=', 7)
          .execute(),
    ],
    [
      'an entry that is none',
      ['LEAF_DIFFERS', 'NODE_DIFFERS', 'ENTRY_INVALID', 'ROOT_DIFFERS', 'FRONTIER_DIFFERS'],
      (tx) => tx.updateTable('log_entry').set({ data: '{}' }).where('seq', '=', 255).execute(),
    ],
    [
      'an entry removed',
      ['SEQUENCE_GAP', 'SIZE_DIFFERS'],
      (tx) => tx.deleteFrom('log_entry').where('seq', '=', 7).execute(),
    ],
    [
      'its last entry removed',
      ['SIZE_DIFFERS'],
      (tx) => tx.deleteFrom('log_entry').where('seq', '=', 299).execute(),
    ],
    [
      'an entry nobody signed for',
      ['ENTRY_BEYOND_HEAD'],
      (tx) =>
        tx
          .insertInto('log_entry')
          .values({ seq: 300, data: changed, leaf_hash: changedLeaf, item_id: 'o', action: 'a', at: '' })
          .execute(),
    ],
    [
      'another item in the look-up column',
      ['COLUMN_DIFFERS'],
      (tx) => tx.updateTable('log_entry').set({ item_id: 'other' }).where('seq', '=', 7).execute(),
    ],
    [
      'another leaf hash',
      ['LEAF_DIFFERS'],
      (tx) => tx.updateTable('log_entry').set({ leaf_hash: changedLeaf }).where('seq', '=', 8).execute(),
    ],
    [
      'a node changed',
      ['NODE_DIFFERS'],
      (tx) => tx.updateTable('log_node').set({ hash: changedLeaf }).execute(),
    ],
    ['a node removed', ['NODE_DIFFERS'], (tx) => tx.deleteFrom('log_node').execute()],
    [
      'a node too many',
      ['NODE_EXCESS'],
      (tx) => tx.insertInto('log_node').values({ level: 1, idx: 1, hash: changedLeaf }).execute(),
    ],
    [
      'another right edge',
      ['FRONTIER_DIFFERS'],
      (tx) =>
        tx
          .updateTable('log_head')
          .set({ frontier: `["${changedLeaf}"]` })
          .execute(),
    ],
    ['its head removed', ['ENTRY_BEYOND_HEAD', 'NODE_EXCESS'], (tx) => tx.deleteFrom('log_head').execute()],
    [
      'a size that was not signed',
      ['SIZE_DIFFERS', 'SIZE_DIFFERS', 'FRONTIER_DIFFERS', 'ENTRY_BEYOND_HEAD'],
      (tx) => tx.updateTable('log_head').set({ size: 299 }).execute(),
    ],
    [
      'a signature altered',
      ['CHECKPOINT_INVALID'],
      async (tx) => {
        const { checkpoint } = (await head(tx))!;
        const altered = checkpoint.replace('\n300\n', '\n301\n');
        await tx.updateTable('log_head').set({ checkpoint: altered }).execute();
      },
    ],
  ];
  for (const [what, expected, tamper] of tampered)
    test(`${what} is found`, async () => {
      assert.deepEqual(await codes(), []);
      await services.database.write(tamper);
      assert.deepEqual((await codes()).sort(), expected.sort());
    });

  test('a log signed by another key is found', async () => {
    const other = logKey(testKey.origin, privateKeyFromSeed(new Uint8Array(32)));
    const { findings } = await verifyLocal(services.database, other);
    assert.deepEqual(findings, [{ code: 'CHECKPOINT_INVALID', detail: { reason: 'NOTE_UNVERIFIED' } }]);
  });

  test('an earlier checkpoint still holds after more was appended', async () => {
    const { checkpoint } = (await head(services.database.read))!;
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(300, 310)));
    assert.deepEqual(await codes({ previousCheckpoint: checkpoint }), []);
  });

  test('a history cut or rewritten, and signed again with the right key, is found by an earlier checkpoint', async () => {
    const { checkpoint } = (await head(services.database.read))!;
    const rewritten = await openOnSqlite(ledgerMigrations);
    const check = async () =>
      (await verifyLocal(rewritten.database, testKey, { previousCheckpoint: checkpoint })).findings.map(
        (finding) => finding.code,
      );
    await rewritten.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 200)));
    assert.deepEqual(await check(), ['LOG_SHRUNK']);
    await rewritten.database.write((tx) => appendEntries(tx, testKey, testEntries(201, 400)));
    assert.deepEqual(await check(), ['LOG_REWRITTEN']);
    assert.deepEqual(await codes({ previousCheckpoint: 'nonsense' }), ['PREVIOUS_INVALID']);
    await rewritten.dispose();
  });

  test('each entry is handed on in order, and what the other room finds joins the report', async () => {
    const seen: number[] = [];
    const progress: number[] = [];
    const report = await verifyLocal(services.database, testKey, {
      onProgress: (done, total) => progress.push(done / total),
      onEntry: async ({ seq, entry }) => {
        seen.push(seq);
        return entry.item === 'item9' ? [{ code: 'CONTENT_DIFFERS', detail: { seq } }] : undefined;
      },
    });
    assert.deepEqual(
      seen,
      Array.from({ length: 300 }, (_, n) => n),
    );
    assert.deepEqual(report.findings, [{ code: 'CONTENT_DIFFERS', detail: { seq: 9 } }]);
    assert.equal(report.ok, false);
    assert.equal(progress.at(-1), 1);
  });

  test('entries appended while it runs do not disturb it', async () => {
    const report = await verifyLocal(services.database, testKey, {
      onEntry: async ({ seq }) => {
        if (seq === 100 || seq === 299)
          await services.database.write((tx) =>
            appendEntries(tx, testKey, testEntries(1000 + seq, 1300 + seq)),
          );
        return undefined;
      },
    });
    assert.deepEqual([report.findings, report.size], [[], 300]);
  });
});
