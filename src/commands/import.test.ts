import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { initialise } from '../agencies/index.ts';
import { loadConfig } from '../platform/index.ts';
import { temporaryDirectory } from '../platform/testing.ts';
import { openServices } from '../services.ts';
import { UsageError } from './command.ts';
import { importCommand } from './import.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'zhaogao.ts');
const config = loadConfig({ dataDirectory: temporaryDirectory(), logLevel: 'silent' }, {});

function record(title: string, more: object = {}): string {
  return JSON.stringify({ title, issuing_agency: '测试市交通运输局', text: '一段正文。', ...more });
}

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = temporaryDirectory();
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

before(async () => {
  const services = await openServices(config);
  await initialise(services, {
    agency: { code: 'CSJT', name: '测试市交通运输局' },
    administrator: { login: 'root', name: '测试管理员' },
  });
  await services.close();
});
after(() => rmSync(config.dataDirectory, { recursive: true, force: true }));

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = { stdout, stderr, config, openServices: () => openServices(config) };
  const code = await importCommand.run(args, io);
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('everything in: exit code 0, one JSON document, progress on standard error only', async () => {
  const folder = folderOf({ 'a.json': record('命令行一'), 'b.json': record('命令行二') });
  const { code, out, err } = await run(folder, '--agency', 'CSJT', '--publish', '--json');
  assert.equal(code, 0);
  const answer = JSON.parse(out);
  assert.deepEqual(
    [answer.agency, answer.total, answer.created, answer.published, answer.drafts, answer.refused],
    ['CSJT', 2, 2, 2, 0, 0],
  );
  assert.match(err, /^1\/2 done .*a\.json\n2\/2 done .*b\.json\n$/);
  const again = await run(folder, '--agency', 'CSJT', '--publish', '--json');
  assert.equal(again.code, 0);
  assert.equal(JSON.parse(again.out).duplicates, 2);
});

test('something refused: exit code 1, named with its reason', async () => {
  const folder = folderOf({ 'good.json': record('命令行三'), 'bad.docx': 'no' });
  const { code, out } = await run(folder, '--agency', 'CSJT');
  assert.equal(code, 1);
  assert.match(out, /bad\.docx\n {4}[A-Z_]+: \p{Script=Han}/u);
});

test('something that may not be published: exit code 1, and it stays a draft', async () => {
  const folder = folderOf({ 'a.json': record('命令行四', { text: null }) });
  const { code, out } = await run(folder, '--agency', 'CSJT', '--publish', '--json');
  assert.equal(code, 1);
  const answer = JSON.parse(out);
  assert.deepEqual([answer.published, answer.drafts, answer.files[0].code], [0, 1, 'LEFT_AS_DRAFT']);
});

test('a path that is not there is refused by name', async () => {
  const { code, out } = await run('/nowhere/at-all', '--agency', 'CSJT', '--json');
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).files[0].code, 'PATH_NOT_FOUND');
});

const usage: [string, string[]][] = [
  ['no path', ['--agency', 'CSJT']],
  ['no agency', ['somewhere']],
];
for (const [name, args] of usage)
  test(`bad usage: ${name}`, () => assert.rejects(run(...args), (error) => error instanceof UsageError));

test('an agency, unit or person that does not exist is named, and nothing is imported', async () => {
  const folder = folderOf({ 'a.json': record('命令行五') });
  await assert.rejects(run(folder, '--agency', 'XX'), { code: 'AGENCY_NOT_FOUND' });
  await assert.rejects(run(folder, '--agency', 'CSJT', '--unit', 'XX'), { code: 'UNIT_NOT_FOUND' });
  await assert.rejects(run(folder, '--agency', 'CSJT', '--as', 'nobody'), { code: 'PERSON_NOT_FOUND' });
});

test('Ctrl-C stops after the running item and says how to go on; the same command does', async () => {
  const files = Array.from({ length: 400 }, (_, n) => [`${n}.json`, record(`中断${n}`)] as const);
  const folder = folderOf(Object.fromEntries(files));
  const args = [folder, '--agency', 'CSJT', '--json'];
  const child = spawn(process.execPath, [BIN, '--data', config.dataDirectory, 'import', ...args]);
  const out = text(child.stdout);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    if (err === '') child.kill('SIGINT');
    err += chunk;
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 1, err);
  const first = JSON.parse(await out);
  assert.equal(first.status, 'interrupted');
  assert.ok(first.created > 0 && first.created < 400, String(first.created));
  assert.match(err, /same command/);
  const second = await run(...args);
  const answer = JSON.parse(second.out);
  assert.deepEqual([second.code, answer.id, answer.created, answer.duplicates], [0, first.id, 400, 0]);
});
