import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readArchive } from './archive.ts';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { readDocument } from './read-document.ts';
import { readTable } from './table.ts';
import { makePdf, makeRawDocx, makeZip, wordParagraph } from './testing.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
const zeros = deflateRawSync(Buffer.alloc(20_000_000));
const office = [{ name: '[Content_Types].xml', content: '<Types/>' }];

const files: [string, string, () => Buffer, DocumentErrorCode][] = [
  ['a picture called Word', 'a.docx', () => png, 'TYPE_MISMATCH'],
  [
    'a bomb in a Word file',
    'a.docx',
    () => makeZip([...office, { name: 'word/document.xml', packed: zeros, claimedBytes: 20_000_000 }]),
    'ZIP_RATIO',
  ],
  [
    'a bomb in a Word file that lies',
    'a.docx',
    () => makeZip([...office, { name: 'word/document.xml', packed: zeros, claimedBytes: 9 }]),
    'ZIP_BROKEN',
  ],
  [
    'two main parts',
    'a.docx',
    () =>
      makeZip([
        ...office,
        { name: 'word/document.xml', content: '<a/>' },
        { name: 'WORD/document.xml', content: '<b/>' },
      ]),
    'ZIP_NAME_TWICE',
  ],
  [
    'billion laughs',
    'a.docx',
    () => makeRawDocx(wordParagraph('&l;'), {}, '<!DOCTYPE l [<!ENTITY l "ha">]>'),
    'XML_FORBIDDEN',
  ],
  [
    'external entities',
    'a.docx',
    () => makeRawDocx('', { 'docProps/core.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }),
    'XML_FORBIDDEN',
  ],
  ['elements nested deep', 'a.docx', () => makeRawDocx('<w:p>'.repeat(5000)), 'XML_TOO_DEEP'],
  ['a cut-off PDF', 'a.pdf', () => makePdf([[{ text: '字', y: 80 }]]).subarray(0, 700), 'FILE_BROKEN'],
  ['fifty megabytes on one line', 'a.txt', () => Buffer.alloc(50_000_000, 'x'), 'TEXT_TOO_LONG'],
  ['more than fifty megabytes', 'a.txt', () => Buffer.alloc(53_000_000, 'x'), 'FILE_TOO_LARGE'],
];

describe('a hostile file', () => {
  for (const [name, fileName, make, code] of files) {
    it(`– ${name} – is refused with ${code}`, () =>
      assert.rejects(
        readDocument({ bytes: make(), fileName }),
        (error) => error instanceof DocumentError && error.code === code,
      ));
  }

  it('– HTML nested a hundred thousand deep – is read flat', async () => {
    const bytes = Buffer.from(`${'<div>'.repeat(100_000)}深`);
    assert.equal((await readDocument({ bytes, fileName: 'a.html' })).text, '深');
  });

  it('– quotations nested deep in Markdown – ends in an error or a text', async () => {
    await settles(readDocument({ bytes: Buffer.from(`${'>'.repeat(3000)} x`), fileName: 'a.md' }));
  });
});

/** A result or a DocumentError; anything else fails the test. */
async function settles(result: Promise<unknown>): Promise<void> {
  await result.catch((error) => assert.ok(error instanceof DocumentError, String(error?.stack ?? error)));
}

const docx = makeRawDocx(wordParagraph('关于印发办法的通知') + wordParagraph('二〇一四年十二月五日'), {
  'docProps/core.xml': '<c:p xmlns:c="c"><dc:title xmlns:dc="d">题</dc:title></c:p>',
});
const pdf = makePdf([[{ text: '政府信息公开', y: 80 }], [{ text: 'second', y: 90 }]], {
  info: { Title: '题' },
});
const xlsx = makeZip([
  ...office,
  { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="a"/></sheets></workbook>' },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/></Relationships>',
  },
  {
    name: 'xl/worksheets/a.xml',
    content:
      '<worksheet><row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row><row r="2"><c r="A2"><v>5</v></c></row></worksheet>',
  },
]);
const zip = makeZip([
  { name: '甲/乙.txt', content: '内容' },
  { name: 'b.md', content: '# x', method: 0 },
]);

/** Some bytes changed, a piece cut out or doubled, or the end lost. */
const mutations = fc.record({
  changes: fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    { maxLength: 8 },
  ),
  cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 40 })),
  double: fc.boolean(),
  keep: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
});

function mutate(file: Buffer, mutation: typeof mutations extends fc.Arbitrary<infer M> ? M : never): Buffer {
  const copy = Buffer.from(file);
  for (const [place, value] of mutation.changes) copy[Math.floor(place * copy.length)] = value;
  const at = Math.floor(mutation.cut[0] * copy.length);
  const piece = copy.subarray(at, at + mutation.cut[1]);
  const changed = Buffer.concat([
    copy.subarray(0, at),
    ...(mutation.double ? [piece, piece] : []),
    copy.subarray(at + piece.length),
  ]);
  return changed.subarray(0, Math.ceil(changed.length * mutation.keep));
}

async function drain(bytes: Buffer): Promise<void> {
  for await (const file of readArchive(bytes)) assert.ok(file.bytes.length >= 0);
}

/** The parts of a Word file damaged inside an undamaged container, so that the XML readers see it. */
const innerDocx = (mutation: Parameters<typeof mutate>[1]) => {
  const body =
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>';
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  return makeZip([...office, { name: 'word/document.xml', content: mutate(Buffer.from(xml), mutation) }]);
};

describe('a damaged file', () => {
  const cases: [string, number, (mutation: Parameters<typeof mutate>[1]) => Promise<unknown>][] = [
    ['Word file', 250, (m) => readDocument({ bytes: mutate(docx, m), fileName: 'a.docx' })],
    ['part of a Word file', 250, (m) => readDocument({ bytes: innerDocx(m), fileName: 'a.docx' })],
    ['PDF file', 150, (m) => readDocument({ bytes: mutate(pdf, m), fileName: 'a.pdf' })],
    ['Excel file', 250, (m) => readTable({ bytes: mutate(xlsx, m), fileName: 'a.xlsx' })],
    ['zip file', 400, (m) => drain(mutate(zip, m))],
  ];
  for (const [name, numRuns, work] of cases) {
    it(`– ${name} – is read or refused, never more`, () =>
      fc.assert(
        fc.asyncProperty(mutations, (mutation) => settles(work(mutation))),
        { numRuns },
      ));
  }
});
