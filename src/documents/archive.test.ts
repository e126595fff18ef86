import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { listArchive, readArchive } from './archive.ts';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { makeZip, type ZipPart } from './testing.ts';

async function filesOf(zip: Buffer, limits = {}): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, bytes } of readArchive(zip, limits)) files[path] = bytes.toString();
  return files;
}

function refuses(zip: Buffer, code: DocumentErrorCode, limits = {}) {
  return assert.rejects(
    filesOf(zip, limits),
    (error) => error instanceof DocumentError && error.code === code,
  );
}

const file = (name: string | Buffer, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  content: '内容',
  ...more,
});
const GBK_NAME = Buffer.from([0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x74, 0x78, 0x74]); // 通知.txt

describe('readArchive', () => {
  it('gives files with their paths, folders and system litter left out', async () => {
    const zip = makeZip([
      { name: '一月/' },
      file('一月/通知.txt'),
      file('__MACOSX/一月/._通知.txt'),
      file('一月/.DS_Store'),
      file('Thumbs.db'),
      file('b.txt', { method: 0 }),
    ]);
    assert.deepEqual(await filesOf(zip), { '一月/通知.txt': '内容', 'b.txt': '内容' });
    assert.deepEqual(listArchive(zip), ['一月/通知.txt', 'b.txt']);
  });

  it('reads what another program packed', async () => {
    const zip = Buffer.from(zipSync({ 'a/b.txt': Buffer.from('甲') }));
    assert.deepEqual(await filesOf(zip), { 'a/b.txt': '甲' });
  });

  it('decodes names of Chinese Windows', async () => {
    assert.deepEqual(Object.keys(await filesOf(makeZip([file(GBK_NAME)]))), ['通知.txt']);
  });

  it('takes unmarked UTF-8 names for UTF-8', async () => {
    assert.deepEqual(Object.keys(await filesOf(makeZip([file(Buffer.from('通知.txt'))]))), ['通知.txt']);
  });

  for (const name of [
    '../a.txt',
    'a/../../b.txt',
    '/etc/passwd',
    'C:/a.txt',
    'C:a.txt',
    'a\\..\\b.txt',
    '..',
    './a.txt',
    'a//b.txt',
    'a\u0000.txt',
    'a\n.txt',
    'a/NUL.txt',
    'com1',
    'a. ',
    'a/ /b',
    `${'长'.repeat(300)}.txt`,
    `${'a/'.repeat(600)}b`,
    '\u202etxt.exe',
    '',
  ]) {
    it(`refuses the name ${JSON.stringify(name.slice(0, 20))}`, () =>
      refuses(makeZip([file(name)]), 'ZIP_NAME_UNSAFE'));
  }

  it('refuses links and devices', async () => {
    await refuses(makeZip([file('a', { unixMode: 0o120777, content: '/etc/passwd' })]), 'ZIP_NAME_UNSAFE');
    await refuses(makeZip([file('a', { unixMode: 0o020666 })]), 'ZIP_NAME_UNSAFE');
  });

  it('refuses names that some system takes for one', async () => {
    await refuses(makeZip([file('a.txt'), file('a.txt')]), 'ZIP_NAME_TWICE');
    await refuses(makeZip([file('A.txt'), file('a.TXT')]), 'ZIP_NAME_TWICE');
    await refuses(makeZip([file('é.txt'), file('e\u0301.txt')]), 'ZIP_NAME_TWICE');
  });

  it('refuses archives in archives and encrypted files', async () => {
    await refuses(makeZip([file('a.txt'), file('里面.zip')]), 'ZIP_NESTED');
    await refuses(makeZip([file('a.tar.gz')]), 'ZIP_NESTED');
    await refuses(makeZip([file('a.txt', { flags: 0x801 })]), 'ZIP_ENCRYPTED');
  });

  it('refuses before anything is handed out when one name is bad', async () => {
    const seen: string[] = [];
    await assert.rejects(async () => {
      for await (const { path } of readArchive(makeZip([file('a.txt'), file('../b.txt')]))) seen.push(path);
    });
    assert.deepEqual(seen, []);
  });
});

describe('zip bombs', () => {
  const zeros = deflateRawSync(Buffer.alloc(20_000_000));

  it('by ratio are refused from the directory', () =>
    refuses(makeZip([{ name: 'a', packed: zeros, claimedBytes: 20_000_000 }]), 'ZIP_RATIO'));

  it('that claim to be small are refused while inflating', () =>
    refuses(makeZip([{ name: 'a', packed: zeros, claimedBytes: 1000 }]), 'ZIP_BROKEN'));

  it('that claim to be larger than they are are broken', () =>
    refuses(makeZip([file('a', { claimedBytes: 5000 })]), 'ZIP_BROKEN'));

  it('of many entries together are refused', () => {
    const part = { content: Buffer.alloc(3000, 'x') };
    const zip = makeZip([1, 2, 3].map((n) => ({ name: `${n}`, ...part })));
    return refuses(zip, 'ZIP_TOO_LARGE', { unpackedBytes: 8000 });
  });

  it('of one large entry are refused', () =>
    refuses(makeZip([file('a', { content: 'x'.repeat(9000) })]), 'ZIP_TOO_LARGE', { entryBytes: 8000 }));

  it('of countless entries are refused', () =>
    refuses(makeZip([file('a'), file('b'), file('c')]), 'ZIP_TOO_MANY_ENTRIES', { entryCount: 2 }));

  it('whose entries share their bytes are refused', () =>
    refuses(
      makeZip([file('a'), { name: 'a', sameAs: 0, packed: deflateRawSync('内容'), content: '内容' }]),
      'ZIP_OVERLAP',
    ));
});

describe('broken zips', () => {
  const good = makeZip([file('a.txt'), file('b.txt')]);
  const cases: [string, Buffer, DocumentErrorCode][] = [
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['no directory', good.subarray(0, 60), 'ZIP_BROKEN'],
    ['junk behind the end', Buffer.concat([good, Buffer.from('x')]), 'ZIP_BROKEN'],
    ['a count that is too high', makeZip([file('a')], { entryCount: 2 }), 'ZIP_BROKEN'],
    ['a count that is too low', makeZip([file('a'), file('b')], { entryCount: 1 }), 'ZIP_BROKEN'],
    ['a wrong checksum', makeZip([file('a', { claimedCrc: 1 })]), 'ZIP_BROKEN'],
    ['another name in the local header', makeZip([file('ab.txt', { localName: 'ac.txt' })]), 'ZIP_BROKEN'],
    ['an unknown method', makeZip([file('a', { method: 99 })]), 'ZIP_METHOD'],
    ['zip64 values without their field', makeZip([file('a', { claimedBytes: 0xffffffff })]), 'ZIP_BROKEN'],
  ];
  for (const [name, zip, code] of cases) it(`with ${name} are refused`, () => refuses(zip, code));

  it('larger than allowed are refused unopened', () => refuses(good, 'FILE_TOO_LARGE', { fileBytes: 10 }));
});
