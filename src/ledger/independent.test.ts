import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../platform/index.ts';
import { openOnSqlite, type TestServices } from '../platform/testing.ts';
import { appendEntries } from './append.ts';
import { logKey, privateKeyFromSeed } from './key.ts';
import { makeProof } from './make-proof.ts';
import { ledgerRoutes } from './routes.ts';
import { ledgerMigrations } from './schema.ts';
import { testEntries, testKey, testRecord } from './testing.ts';

const SCRIPT = fileURLToPath(new URL('../../test/independent/verify_log.py', import.meta.url));
// Not part of a fresh clone: a second implementation in another language, where it happens to be at hand.
const python = spawnSync('python3', ['-c', 'import cryptography']).status === 0;

describe('a second implementation', { skip: python ? false : 'python3 with cryptography not found' }, () => {
  let services: TestServices;
  let app: App;
  let url: string;
  before(async () => {
    services = await openOnSqlite(ledgerMigrations);
    await services.database.write((tx) => appendEntries(tx, testKey, testEntries(0, 600)));
    app = await createApp(services.config);
    ledgerRoutes(app, services, testKey);
    url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/log`;
  });
  after(async () => {
    await app.close();
    await services.dispose();
  });

  // Never awaited synchronously: the script reads from the server in this process.
  const run = (...args: string[]) =>
    new Promise<{ ok: boolean; size?: number; index?: number; reason?: string }>((resolve) => {
      execFile('python3', [SCRIPT, ...args], (_error, stdout) => resolve(JSON.parse(stdout)));
    });

  test('verifies the whole log over HTTP', async () => {
    const answer = await run('log', url, testKey.vkey);
    assert.deepEqual([answer.ok, answer.size], [true, 600]);
  });

  test('verifies proof files, and refuses one with another key or an altered record', async () => {
    const file = join(services.config.dataDirectory, 'p.tlog-proof');
    for (const seq of [0, 256, 599]) {
      writeFileSync(file, await makeProof(services.database.read, testKey, seq, testRecord(seq)));
      const answer = await run('proof', file, testKey.vkey);
      assert.deepEqual([answer.ok, answer.index, answer.size], [true, seq, 600]);
    }
    const other = logKey('other.example', privateKeyFromSeed(new Uint8Array(32)));
    assert.equal((await run('proof', file, other.vkey)).ok, false);
  });
});
