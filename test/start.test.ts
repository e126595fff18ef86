import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { ROLES } from '../src/agencies/index.ts';
import { temporaryDirectory } from '../src/platform/testing.ts';

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'zhaogao.ts');
const directories: string[] = [];
after(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function dataDirectory(): string {
  const directory = temporaryDirectory();
  directories.push(directory);
  return directory;
}

type Program = ChildProcessByStdio<null, Readable, Readable>;

function zhaogao(args: string[], environment: Record<string, string> = {}): Program {
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, PORT: '0', ZHAOGAO_LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const child = zhaogao(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, stdout, stderr };
}

/** Starts a serving command and waits until it has said where it listens. */
async function serving(args: string[]) {
  const child = zhaogao(args);
  let stdout = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${stdout}`)));
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (/\/workbench\/\n/.test(stdout)) setTimeout(resolve, 100);
    });
  });
  const address = /(http:\/\/127\.0\.0\.1:\d+)\/workbench\//.exec(stdout)![1]!;
  const stop = async () => {
    child.removeAllListeners('exit');
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await gone;
    assert.equal(code, 0, 'it ends cleanly when told to');
  };
  return { stdout, address, stop };
}

describe('the demonstration', () => {
  const data = dataDirectory();
  let firstOutput = '';

  test('builds itself, says where to look, and lets in a printed sign-in of each role', async () => {
    const { stdout, address, stop } = await serving(['demo', '--data', data]);
    firstOutput = stdout;
    const signIns = [...stdout.matchAll(/^ {2}(\w+) +([\w-]+) +\S/gm)];
    assert.equal(signIns.length, ROLES.length);
    assert.equal((await fetch(`${address}/readyz`)).status, 200);
    assert.equal((await fetch(`${address}/`)).status, 200);
    assert.equal((await fetch(`${address}/workbench/`)).status, 200);
    for (const [, login, password] of signIns) {
      const answer = await fetch(`${address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
      assert.equal(answer.status, 200, `${login} is let in`);
    }
    await stop();
  });

  test('started again shows the same sign-ins over the same data', async () => {
    const { stdout, stop } = await serving(['demo', '--data', data]);
    const rest = (text: string) => text.slice(text.indexOf('演示账号'));
    assert.equal(rest(stdout), rest(firstOutput));
    await stop();
  });

  test('counts the source’s year exactly', async () => {
    const { code, stdout } = await run([
      'report',
      '--agency',
      'SLJT',
      '--year',
      '2014',
      '--form',
      '2014',
      '--format',
      'json',
      '--data',
      data,
    ]);
    assert.equal(code, 0);
    const report = JSON.parse(stdout);
    assert.equal(report.agency, 'SLJT');
    assert.deepEqual(report.proactive, {
      total: 162,
      byCategory: { 权力运行类: 17, 财政资金类: 14, 人事党建及廉政类: 33, 公共服务类: 98 },
    });
  });

  test('refuses to bind a public address', async () => {
    for (const command of ['demo', 'serve']) {
      const { code, stderr } = await run([command, '--data', data], { HOST: '0.0.0.0' });
      assert.equal(code, 1);
      assert.match(stderr, /loopback/);
    }
  });
});

describe('a real installation', () => {
  const data = dataDirectory();
  const init = ['init', '--agency', 'CSJT', '--name', '测试市交通运输局', '--admin', 'admin', '--data', data];

  test('is made by init with an administrator and nothing else, once', async () => {
    const first = await run([...init, '--json']);
    assert.equal(first.code, 0);
    const { login, password, logKey } = JSON.parse(first.stdout);
    assert.equal(login, 'admin');
    assert.ok(password.length >= 16);
    assert.match(logKey, /\+[0-9a-f]{8}\+/);
    assert.equal((await run(init)).code, 1);
  });

  test('serves an empty portal and an empty log that verifies over HTTP', async () => {
    const { address, stop } = await serving(['serve', '--data', data]);
    assert.equal((await fetch(`${address}/`)).status, 200);
    const verified = await run(['log', 'verify', '--url', `${address}/log`, '--json', '--data', data]);
    assert.equal(verified.code, 0);
    await stop();
  });

  test('is not mistaken for a demonstration', async () => {
    assert.equal((await run(['demo', '--data', data])).code, 1);
  });
});

test('bad usage ends with 2 and shows how', async () => {
  for (const args of [['nonsense'], ['import'], ['report', '--year', 'x'], ['verify'], ['log', 'eat']]) {
    const { code, stderr } = await run([...args, '--data', dataDirectory()]);
    assert.equal(code, 2, args.join(' '));
    assert.match(stderr, /Usage|zhaogao <command>/);
  }
});

test('an unknown setting stops the start', async () => {
  const { code, stderr } = await run(['serve', '--data', dataDirectory()], { ZHAOGAO_PROT: '1' });
  assert.equal(code, 2);
  assert.match(stderr, /ZHAOGAO_PROT/);
});
