import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchError } from './errors.ts';
import { startProjector } from './projector.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { changesOf, documentOf, find, generated, idsFor, indexOf, indexPath, logOf } from './test-support.ts';
import type { ChangesAfter, IndexChange } from './types.ts';

const NEVER_MS = 3_600_000;

function projectorOver(context: TestContext, index: SearchIndex, changesAfter: ChangesAfter) {
  const errors: unknown[] = [];
  const projector = startProjector({
    index,
    changesAfter,
    intervalMs: NEVER_MS,
    onError: (error) => errors.push(error),
  });
  context.after(() => projector.close());
  return { ...projector, errors };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

describe('catching up', () => {
  test('brings the index level with the log, in batches, once', async (context) => {
    const index = indexOf(context, []);
    const changes = changesOf(generated(450));
    const { catchUp } = projectorOver(context, index, logOf(changes));
    await catchUp();
    assert.equal(index.cursor(), 449);
    assert.equal(index.count(), 450);
    assert.equal(await catchUp(), 0);
  });

  test('a poke brings in what was published meanwhile, also while a round runs', async (context) => {
    const index = indexOf(context, []);
    const changes: IndexChange[] = [];
    const { poke } = projectorOver(context, index, logOf(changes));
    for (let n = 0; n < 20; n++) {
      changes.push(...changesOf([{ id: `p${n}`, title: `第${n}项` }], n));
      poke();
      if (n % 3 === 0) await sleep(1);
    }
    await until(() => index.cursor() === 19);
    assert.equal(index.count(), 20);
  });

  test('the interval brings it in when nobody pokes', async (context) => {
    const index = indexOf(context, []);
    const changes: IndexChange[] = [];
    const projector = startProjector({ index, changesAfter: logOf(changes), intervalMs: 5 });
    context.after(() => projector.close());
    await projector.catchUp();
    changes.push(...changesOf([{ title: '后来的文件' }]));
    await until(() => index.count() === 1);
  });

  test('a failure of the log is told and made up for', async (context) => {
    const index = indexOf(context, []);
    const source = logOf(changesOf(generated(10)));
    let failures = 3;
    const projector = projectorOver(context, index, async (seq, limit) => {
      if (failures-- > 0) throw new Error('database away');
      return source(seq, limit);
    });
    await assert.rejects(projector.catchUp(), /database away/);
    await assert.rejects(projector.catchUp(), /database away/);
    assert.equal(await projector.catchUp(), 10);
    assert.ok(projector.errors.length >= 1);
  });

  test('an item that cannot be indexed is told; the next ones come in', async (context) => {
    const index = indexOf(context, []);
    const bad = documentOf({ id: 'bad', publishedOn: 'soon' });
    const log = [{ seq: 0, id: 'bad', document: bad }, ...changesOf([{ id: 'good' }], 1)];
    const { catchUp, errors } = projectorOver(context, index, logOf(log));
    await catchUp();
    assert.equal(index.cursor(), 1);
    assert.deepEqual(
      errors.map((error) => (error as SearchError).code),
      ['INDEX_CHANGE_INVALID'],
    );
  });

  test('an index that has seen more than the log starts afresh', async (context) => {
    const index = indexOf(context, generated(20));
    const { catchUp } = projectorOver(context, index, logOf(changesOf(generated(5))));
    await catchUp();
    assert.equal(index.cursor(), 4);
    assert.equal(index.count(), 5);
  });

  test('after closing nothing more is applied', async (context) => {
    const index = indexOf(context, []);
    const changes: IndexChange[] = [];
    const { catchUp, poke, close } = projectorOver(context, index, logOf(changes));
    await catchUp();
    await close();
    changes.push(...changesOf(generated(3)));
    poke();
    await sleep(5);
    assert.equal(index.count(), 0);
  });
});

describe('a damaged file', () => {
  const damages: [string, (path: string) => void][] = [
    ['garbage', (path) => writeFileSync(path, 'not a database at all'.repeat(500))],
    ['cut short', (path) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
    ['empty', (path) => truncateSync(path, 0)],
    [
      'overwritten in the middle',
      (path) => {
        const file = openSync(path, 'r+');
        const rubbish = Buffer.alloc(4096, 0xa5);
        for (let at = 4096; at < statSync(path).size; at += 4096) writeSync(file, rubbish, 0, 4096, at);
      },
    ],
    ['gone', (path) => rmSync(path)],
    [
      'of another version',
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(99, 60); // user_version, https://www.sqlite.org/fileformat.html#the_database_header
        writeFileSync(path, bytes);
      },
    ],
  ];
  for (const [how, damage] of damages)
    test(`${how} while the server was down is filled again from the log`, async (context) => {
      const path = indexPath(context);
      const changes = changesOf(generated(300));
      const before = openSearchIndex(path);
      before.apply(changes);
      before.close();
      damage(path);
      const index = openSearchIndex(path);
      context.after(() => index.close());
      const { catchUp } = projectorOver(context, index, logOf(changes));
      await catchUp();
      assert.equal(index.cursor(), 299);
      assert.deepEqual(idsFor(index, 'X123Z'), ['g123']);
      assert.equal(find(index, '', { facets: true }).total, 300);
    });

  test('found by a search: one clear error, then it fills again by itself', async (context) => {
    const path = indexPath(context);
    const changes = changesOf(generated(300));
    const first = openSearchIndex(path);
    first.apply(changes);
    first.close();
    const index = openSearchIndex(path);
    context.after(() => index.close());
    const size = statSync(path).size;
    const file = openSync(path, 'r+');
    for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, at);
    assert.throws(
      () => find(index, '道路养护'),
      (error: SearchError) => error.code === 'INDEX_UNAVAILABLE' && error.status === 503,
    );
    assert.equal(index.cursor(), -1);
    await projectorOver(context, index, logOf(changes)).catchUp();
    assert.deepEqual(idsFor(index, 'X123Z'), ['g123']);
  });
});

describe('kill -9', () => {
  const child = `
    import { openSearchIndex } from ${JSON.stringify(join(import.meta.dirname, 'search-index.ts'))};
    import { changesOf, generated } from ${JSON.stringify(join(import.meta.dirname, 'test-support.ts'))};
    const index = openSearchIndex(process.argv[1]);
    const changes = changesOf(generated(3000));
    for (let at = index.cursor() + 1; at < changes.length; at += 25) {
      index.apply(changes.slice(at, at + 25));
      process.stdout.write(index.cursor() + '\\n');
    }
    process.stdout.write('end\\n');
  `;
  test('half-way, again and again, leaves whole batches and nothing confirmed is lost', async (context) => {
    const path = indexPath(context);
    openSearchIndex(path).close();
    let confirmed = -1;
    for (let round = 0; round < 5; round++) {
      const worker = spawn(process.execPath, ['--input-type=module', '--eval', child, path]);
      let output = '';
      worker.stdout.on('data', (data) => {
        output += data;
        if (output.split('\n').length > 3 + round * 4) worker.kill('SIGKILL');
      });
      await once(worker, 'close');
      confirmed = Number(
        output
          .split('\n')
          .filter((line) => /^\d+$/.test(line))
          .at(-1) ?? confirmed,
      );
      const index = openSearchIndex(path);
      assert.ok(index.cursor() >= confirmed);
      assert.equal(index.count(), index.cursor() + 1);
      assert.equal(find(index, '', { facets: true }).total, index.count());
      index.close();
    }
    assert.ok(confirmed > 0);
    const index = openSearchIndex(path);
    context.after(() => index.close());
    await projectorOver(context, index, logOf(changesOf(generated(3000)))).catchUp();
    assert.equal(index.count(), 3000);
    for (const n of [0, 24, 25, 1499, 2999]) assert.deepEqual(idsFor(index, `X${n}Z`), [`g${n}`]);
  });
});

describe('rebuilding', () => {
  test('the old index serves until the new one stands in its place', async (context) => {
    const index = indexOf(context, [{ id: 'stale', title: '不该有的文件' }]);
    const source = logOf(changesOf(generated(1200)));
    const seen: number[] = [];
    const documents = await index.rebuild(
      async (seq, limit) => {
        assert.deepEqual(idsFor(index, '不该有的文件'), ['stale']);
        return source(seq, limit);
      },
      (count) => seen.push(count),
    );
    assert.equal(documents, 1200);
    assert.deepEqual(seen, [500, 1000, 1200]);
    assert.deepEqual(idsFor(index, '不该有的文件'), []);
    assert.deepEqual(idsFor(index, 'X7Z'), ['g7']);
    index.apply(changesOf([{ id: 'later', title: '后来的文件' }], 1200));
    assert.equal(index.count(), 1201);
  });

  test('that fails leaves the old index and no other file', async (context) => {
    const index = indexOf(context, generated(10));
    const failing = async () => {
      throw new Error('log away');
    };
    await assert.rejects(index.rebuild(failing), /log away/);
    assert.equal(index.count(), 10);
    assert.throws(() => statSync(`${index.path}.building`));
    await index.rebuild(logOf(changesOf(generated(3))));
    assert.equal(index.count(), 3);
  });

  test('by another process is noticed by those who have the old file open', async (context) => {
    const index = indexOf(context, generated(10));
    const other = openSearchIndex(index.path);
    context.after(() => other.close());
    assert.equal(other.count(), 10);
    await index.rebuild(logOf(changesOf(generated(3))));
    await until(() => other.count() === 3);
    assert.equal(find(other, '', { facets: true }).total, 3);
  });
});
