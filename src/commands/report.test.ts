import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { openOffice, publishedItem, type TestOffice } from '../information/testing.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { reportMigrations } from '../reports/index.ts';
import { type CommandIo, UsageError } from './command.ts';
import { report } from './report.ts';

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

describe('zhaogao report', () => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice(openOnSqlite, reportMigrations);
    await publishedItem(office);
  });
  after(() => office.services.dispose());

  async function run(...args: string[]): Promise<{ code: number; out: string }> {
    const stdout = new Collected();
    const io: CommandIo = {
      stdout,
      stderr: new Collected(),
      config: office.services.config,
      openServices: async () => ({ ...office.services, close: async () => {} }),
    };
    return { code: await report.run(args, io), out: stdout.text };
  }
  const asked = ['--agency', 'CSJT', '--year', '2026'];

  it('prints one JSON document in the shape of the form', async () => {
    const { code, out } = await run(...asked, '--form', '2014', '--format', 'json');
    const made = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual([made.agency, made.year, made.form], ['CSJT', 2026, '2014']);
    assert.deepEqual(made.proactive, { total: 1, byCategory: { 公共服务类: 1 } });
    assert.equal(made.requests.received, 0);
    assert.equal((await run(...asked, '--json')).out.split('generatedAt')[0], out.split('generatedAt')[0]);
  });

  it('writes a page and a Word file', async () => {
    const file = join(office.services.config.dataDirectory, 'report.docx');
    assert.equal((await run(...asked, '--format', 'docx', '-o', file)).code, 0);
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');
    assert.match((await run(...asked, '--format', 'html')).out, /^<!doctype html>/);
  });

  const wrong: [string, string[]][] = [
    ['a docx without a file to write', [...asked, '--format', 'docx']],
    ['no agency', ['--year', '2026']],
    ['no year', ['--agency', 'CSJT']],
    ['a year that is none', ['--agency', 'CSJT', '--year', '14']],
    ['an unknown form', [...asked, '--form', '1999']],
    ['an unknown format', [...asked, '--format', 'pdf']],
    ['two formats at once', [...asked, '--json', '--format', 'html']],
  ];
  for (const [name, args] of wrong) it(`refuses ${name}`, () => assert.rejects(run(...args), UsageError));

  it('refuses an option that is not one, and an agency that is not there', async () => {
    await assert.rejects(run(...asked, '--yaer', '2014'), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' });
    await assert.rejects(run('--agency', 'XX', '--year', '2026'), { code: 'AGENCY_NOT_FOUND' });
    assert.equal(existsSync(join(office.services.config.dataDirectory, 'undefined')), false);
  });
});
