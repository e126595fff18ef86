import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { createDocumentReader, type DocumentReader, type DocumentReaderOptions } from './reader-pool.ts';
import { makePdf, makeRawDocx, wordParagraph } from './testing.ts';

const readers: DocumentReader[] = [];
function reader(options: DocumentReaderOptions = {}): DocumentReader {
  const made = createDocumentReader({ processes: 1, ...options });
  readers.push(made);
  return made;
}
after(() => Promise.all(readers.map((made) => made.close())));

const refuses = (result: Promise<unknown>, code: DocumentErrorCode) =>
  assert.rejects(result, (error) => error instanceof DocumentError && error.code === code);

const good = { bytes: makeRawDocx(wordParagraph('正文')), fileName: 'a.docx' };
/** Forty million characters: heavy for every reader, refused by none for its form. */
const heavy = {
  bytes: Buffer.from(`<table>${'<tr><td>甲</td><td>乙</td></tr>'.repeat(600_000)}</table>`),
  fileName: 'a.html',
};

describe('a document reader', () => {
  it('reads documents and tables as the plain readers do, several at once', async () => {
    const made = reader({ processes: 2 });
    const [docx, pdf, table] = await Promise.all([
      made.readDocument(good),
      made.readDocument({ bytes: makePdf([[{ text: '政府信息公开', y: 80 }]]), fileName: 'a.pdf' }),
      made.readTableFile({ bytes: Buffer.from('标题\n甲'), fileName: 'a.csv' }),
    ]);
    assert.deepEqual([docx.text, pdf.text, table.rows[0]?.fields.title], ['正文', '政府信息公开', '甲']);
  });

  it('hands on the errors of the plain readers', async () => {
    const made = reader();
    await refuses(made.readDocument({ bytes: Buffer.alloc(0), fileName: 'a.docx' }), 'FILE_EMPTY');
    await refuses(made.readDocument(good, { fileBytes: 10 }), 'FILE_TOO_LARGE');
  });

  it('stops a file that takes too long, and reads the next', async () => {
    const made = reader({ timeoutMs: 700 });
    const slow = made.readDocument(heavy);
    await refuses(slow, 'PARSE_TIMEOUT');
    await made.close();
    assert.equal((await reader().readDocument(good)).text, '正文');
  });

  it('stops a file that fills the heap, and reads the next', async () => {
    const made = reader({ memoryMib: 150 });
    await refuses(made.readDocument(heavy), 'PARSE_OUT_OF_MEMORY');
    assert.equal((await made.readDocument(good)).text, '正文');
  });

  it('counts buffers too, which no limit of the heap does', async () => {
    const made = reader({ memoryMib: 150 });
    // Stored pictures stay outside the heap from beginning to end.
    const media = Object.fromEntries(
      [1, 2, 3].map((n) => [`word/media/${n}.bin`, '\u0001\u0002'.repeat(30_000_000)]),
    );
    const file = { bytes: makeRawDocx(wordParagraph('x'), media), fileName: 'a.docx' };
    await refuses(made.readDocument(file, { compressionRatio: 1e6 }), 'PARSE_OUT_OF_MEMORY');
    assert.equal((await made.readDocument(good)).text, '正文');
  });

  it('reports a process that dies, and reads the next', { skip: process.platform !== 'linux' }, async () => {
    const made = reader();
    const before = new Set(childPids());
    const reading = made.readDocument(heavy);
    const pid = childPids().find((child) => !before.has(child));
    assert.ok(pid);
    process.kill(pid, 'SIGSEGV');
    await refuses(reading, 'PARSE_CRASHED');
    assert.equal((await made.readDocument(good)).text, '正文');
  });

  it('lets files wait their turn, and refuses the waiting ones when closed', async () => {
    const made = reader();
    assert.equal((await made.readDocument(good)).text, '正文');
    const waiting = [made.readDocument(heavy), made.readDocument(good)];
    const settled = Promise.all(waiting.map((result) => refuses(result, 'READER_CLOSED')));
    await made.close();
    await settled;
    await refuses(made.readDocument(good), 'READER_CLOSED');
  });

  it('does not keep the program alive when idle', () => {
    const index = new URL('./index.ts', import.meta.url).href;
    const program = `const { readDocumentIsolated } = await import(${JSON.stringify(index)});
      const read = await readDocumentIsolated({ bytes: Buffer.from('字'), fileName: 'a.txt' }); console.log(read.text);`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 20_000,
      encoding: 'utf8',
    });
    assert.deepEqual([run.status, run.stdout.trim()], [0, '字']);
  });
});

describe('the shared reader', () => {
  it('can be closed as the last thing a program does', () => {
    const index = new URL('./index.ts', import.meta.url).href;
    const program = `const { readDocumentIsolated, closeIsolatedReader } = await import(${JSON.stringify(index)});
      await readDocumentIsolated({ bytes: Buffer.from('字'), fileName: 'a.txt' });
      await closeIsolatedReader(); console.log('closed');`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 20_000,
      encoding: 'utf8',
    });
    assert.deepEqual([run.status, run.stdout.trim()], [0, 'closed']);
  });
});

function childPids(): number[] {
  const list = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return list
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0);
}
