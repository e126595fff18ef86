import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { temporaryDirectory } from '../platform/testing.ts';
import { logKey, openLogKey } from './key.ts';
import { openNote } from './note.ts';

describe("the log's key", () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = temporaryDirectory();
  });
  afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));
  const file = (name: string) => join(dataDirectory, 'keys', name);

  test('is made at first use and is the same ever after', () => {
    const first = openLogKey({ dataDirectory, logOrigin: '' });
    const again = openLogKey({ dataDirectory, logOrigin: '' });
    assert.match(first.origin, /^zhaogao\.local\/[0-9a-z]{8}$/);
    assert.equal(again.vkey, first.vkey);
    assert.equal(openNote(again.sign('text\n'), [first.verifier]).text, 'text\n');
    assert.deepEqual(readdirSync(join(dataDirectory, 'keys')).sort(), ['log.key', 'log.origin']);
  });

  test('is PKCS#8 PEM that only its owner may read', () => {
    openLogKey({ dataDirectory, logOrigin: 'log.example/a' });
    assert.equal(statSync(file('log.key')).mode & 0o777, 0o600);
    assert.match(readFileSync(file('log.key'), 'utf8'), /^-----BEGIN PRIVATE KEY-----\n/);
    assert.equal(readFileSync(file('log.origin'), 'utf8'), 'log.example/a\n');
  });

  test('keeps its name: another in the settings is refused', () => {
    openLogKey({ dataDirectory, logOrigin: 'log.example/a' });
    assert.equal(openLogKey({ dataDirectory, logOrigin: '' }).origin, 'log.example/a');
    assert.throws(() => openLogKey({ dataDirectory, logOrigin: 'log.example/b' }), {
      code: 'LOG_ORIGIN_DIFFERS',
    });
  });

  test('a name with a space, a plus or a line break is refused, and nothing is written', () => {
    for (const logOrigin of ['a b', 'a+b', 'a\nb', 'a\u3000b'])
      assert.throws(() => openLogKey({ dataDirectory, logOrigin }), { code: 'LOG_ORIGIN_INVALID' });
    assert.deepEqual(readdirSync(dataDirectory), []);
  });

  test('a crash between name and key is completed; a key whose name is lost is not guessed', () => {
    const { vkey } = openLogKey({ dataDirectory, logOrigin: 'log.example/a' });
    rmSync(file('log.key'));
    const renewed = openLogKey({ dataDirectory, logOrigin: '' });
    assert.equal(renewed.origin, 'log.example/a');
    assert.notEqual(renewed.vkey, vkey);
    rmSync(file('log.origin'));
    assert.throws(() => openLogKey({ dataDirectory, logOrigin: '' }), { code: 'LOG_KEY_INCOMPLETE' });
  });

  test('four processes that start at once on an empty directory end up with one key', async () => {
    const source = `
      import { openLogKey } from ${JSON.stringify(new URL('key.ts', import.meta.url).href)};
      process.stdout.write(openLogKey({ dataDirectory: ${JSON.stringify(dataDirectory)}, logOrigin: '' }).vkey);`;
    const run = promisify(execFile);
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', source])),
    );
    assert.equal(new Set(outputs.map(({ stdout }) => stdout)).size, 1);
    assert.match(outputs[0]!.stdout, /^zhaogao\.local\//);
  });

  test('a damaged key, or one of another kind, is refused and left as it is', () => {
    openLogKey({ dataDirectory, logOrigin: '' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const damaged of ['', 'nonsense', String(rsa.export({ format: 'pem', type: 'pkcs8' }))]) {
      writeFileSync(file('log.key'), damaged);
      assert.throws(() => openLogKey({ dataDirectory, logOrigin: '' }), { code: 'LOG_KEY_INVALID' });
      assert.equal(readFileSync(file('log.key'), 'utf8'), damaged);
    }
    assert.throws(() => logKey('a', rsa), { code: 'LOG_KEY_INVALID' });
  });
});
