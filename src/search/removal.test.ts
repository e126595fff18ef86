import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { documentOf, find, generated, idsFor, indexOf } from './test-support.ts';

/** Latin canaries: unlike pairs of ideographs they stay recognisable in FTS5's prefix-compressed pages. */
const SECRETS = {
  title: 'qzwxtitlecanary',
  number: 'QZWX〔2014〕77号',
  keywords: 'qzwxkeywordcanary',
  body: 'qzwxbodycanary 住址为示例路九十九弄',
  attachment: 'qzwxattachmentcanary',
  name: 'qzwxfilenamecanary.docx',
};
/** What must not be found: the ends of words too, since pages leave out common beginnings. */
const TRACES = [
  ...['titlecanary', 'keywordcanary', 'bodycanary', 'attachmentcanary', 'filenamecanary', '示例路九十九弄'],
  ...['qzwx', 'QZWX', 'itlecanary', 'eywordcanary', 'odycanary', 'ttachmentcanary', '十九弄', 'qz'],
];

function secretDocument() {
  return documentOf({
    id: 'secret',
    title: `名单 ${SECRETS.title}`,
    documentNumber: SECRETS.number,
    keywords: SECRETS.keywords,
    body: SECRETS.body,
    attachments: [{ name: SECRETS.name, text: SECRETS.attachment }],
  });
}

function tracesIn(path: string): string[] {
  const bytes = ['', '-wal', '-shm', '-journal']
    .filter((suffix) => existsSync(path + suffix))
    .map((suffix) => readFileSync(path + suffix));
  return TRACES.filter((trace) => bytes.some((content) => content.includes(trace)));
}

/** Every term the full-text index still knows, read through FTS5 itself. */
function termsOf(path: string): string[] {
  const connection = new DatabaseSync(path);
  connection.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')");
  const terms = connection
    .prepare('SELECT term FROM temp.terms')
    .all()
    .map(({ term }) => String(term));
  connection.prepare("INSERT INTO words (words) VALUES ('integrity-check')").run();
  connection.close();
  return terms;
}

for (const [how, removal] of [
  ['removed', null],
  ['replaced', documentOf({ id: 'secret', title: '名单（更正）' })],
] as const)
  for (const others of [0, 60, 2000])
    test(`of a document ${how} among ${others} others not a byte is left in the files`, (context) => {
      const index = indexOf(context, [...generated(others), secretDocument()]);
      assert.ok(tracesIn(index.path).length > 5, 'the canaries can be seen where they are');
      assert.equal(find(index, SECRETS.title).total, 1);
      index.apply([{ seq: others + 1, id: 'secret', document: removal }]);
      assert.deepEqual(tracesIn(index.path), []);
      assert.deepEqual(
        termsOf(index.path).filter((term) => /qz|canary|九弄/.test(term)),
        [],
      );
      for (const secret of Object.values(SECRETS)) assert.deepEqual(idsFor(index, `"${secret}"`), []);
      assert.equal(index.count(), removal ? others + 1 : others);
    });

test('what another process was reading is erased with the next change', (context) => {
  const index = indexOf(context, [...generated(50), secretDocument()]);
  const reader = new DatabaseSync(index.path);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM document').get();
  index.apply([{ seq: 51, id: 'secret', document: null }]);
  reader.exec('COMMIT');
  reader.close();
  index.apply([]);
  assert.deepEqual(tracesIn(index.path), []);
});

test('a document with NUL and lone surrogates can be removed again', (context) => {
  const wild = documentOf({
    id: 'wild',
    title: '甲\0乙\ud800丙文',
    body: 'x\0qzwxbodycanary\udfffy',
    keywords: '\ud83d',
    attachments: [{ name: '\0.txt', text: '\ud800\ud800附表' }],
  });
  const index = indexOf(context, [wild]);
  assert.deepEqual(idsFor(index, 'qzwxbodycanary'), ['wild']);
  index.apply([{ seq: 1, id: 'wild', document: null }]);
  assert.deepEqual(tracesIn(index.path), []);
  assert.deepEqual(termsOf(index.path), []);
});

test('after many removals in any order only what is there is found', (context) => {
  const documents = generated(300);
  const index = indexOf(context, documents);
  const gone = documents.filter((_, n) => n % 3 !== 0);
  index.apply(gone.map(({ id }, n) => ({ seq: 300 + n, id, document: null })));
  assert.equal(index.count(), 100);
  const terms = termsOf(index.path);
  for (const { id } of gone) assert.ok(!terms.includes(`x${id.slice(1)}z`), id);
  for (const [n, { id }] of documents.entries())
    assert.deepEqual(idsFor(index, `X${n}Z`), n % 3 === 0 ? [id] : []);
  assert.equal(
    find(index, '', { facets: true }).facets!.agencyId.reduce((sum, { count }) => sum + count, 0),
    100,
  );
});
