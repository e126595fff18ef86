import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import writeXlsx from 'write-excel-file/node';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { readTable, readTableFile } from './table.ts';
import { fieldOfHeading } from './table-columns.ts';
import { makeZip } from './testing.ts';

const csv = (text: string | Buffer, limits = {}) =>
  readTable({ bytes: Buffer.from(text as string), fileName: 'a.csv' }, limits);
const refuses = (rows: Promise<unknown>, code: DocumentErrorCode) =>
  assert.rejects(rows, (error) => error instanceof DocumentError && error.code === code);

describe('a CSV table', () => {
  it('is read by its headings, Chinese or English, whatever the separator', async () => {
    const expected = { title: '通知', documentNumber: '示交〔2014〕5号', formedOn: '2014-12-05' };
    for (const [sign, heads] of [
      [',', '标题,文号,成文日期'],
      [';', '名称;发文字号;生成日期'],
      ['\t', 'Title\tDocument number\tDate formed'],
    ]) {
      const [row] = await csv(`\ufeff${heads}\n通知${sign}示交〔2014〕5号${sign}2014年12月5日\n`);
      assert.deepEqual(row, { rowNumber: 2, fields: expected, unknown: {}, problems: [] });
    }
  });

  it('in GB 18030 is read', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from(',x\n'),
      Buffer.from([0xcd, 0xa8, 0xd6, 0xaa]),
      Buffer.from(',1\n'),
    ]);
    const rows = await readTable({ bytes, fileName: 'a.csv' });
    assert.deepEqual(rows[0]?.fields, { title: '通知' });
    assert.deepEqual(rows[0]?.unknown, { x: '1' });
  });

  it('keeps line ends and separators inside quotes', async () => {
    const [row] = await csv('标题,正文\n"甲,乙","一\n二"\n');
    assert.deepEqual(row?.fields, { title: '甲,乙', body: '一\n二' });
  });

  it('reports bad rows with their numbers and keeps the good ones', async () => {
    const rows = await csv(
      '台账\n标题,成文日期,废止日期\n甲,2014-02-30,\n,2014-01-01,\n乙,2014-01-02,1970-01-01\n\n丙,,—\n',
    );
    assert.deepEqual(
      rows.map((row) => [row.rowNumber, row.problems.map(({ code, column }) => `${code} ${column}`)]),
      [
        [3, ['DATE_INVALID 成文日期']],
        [4, ['TITLE_MISSING 标题']],
        [5, []],
        [7, []],
      ],
    );
    assert.deepEqual(rows[2]?.fields, { title: '乙', formedOn: '2014-01-02' });
  });

  it('as an inventory needs only file names', async () => {
    const [row] = await csv('文件名,科室\n通知.docx,办公室\n');
    assert.deepEqual(row?.fields, { fileName: '通知.docx', unit: '办公室' });
  });

  it('without known headings, too long or too wide is refused', async () => {
    await refuses(csv('a,b\n1,2\n'), 'TABLE_NO_HEADER');
    await refuses(csv(`标题\n${'x\n'.repeat(60)}`, { rowCount: 30 }), 'TABLE_TOO_LARGE');
    await refuses(csv(`标题${','.repeat(300)}\n`), 'TABLE_TOO_LARGE');
    await refuses(csv('标题\n"unclosed\n'.repeat(3)), 'FILE_BROKEN');
  });
});

describe('an Excel table', () => {
  it('gives dates as dates, whether cells are dates, day numbers or text', async () => {
    const bytes = await writeXlsx([
      [{ value: '标题' }, { value: '成文日期' }, { value: '发布日期' }, { value: '序号' }],
      [
        { value: '通知' },
        { value: new Date(Date.UTC(2014, 11, 5)), format: 'yyyy/m/d' },
        { value: 41979 },
        { value: 12 },
      ],
      [{ value: '公告' }, { value: '2014.12.5' }, null, null],
    ]).toBuffer();
    const rows = await readTable({ bytes, fileName: 'a.xlsx' });
    assert.deepEqual(
      rows.map(({ fields }) => fields),
      [
        { title: '通知', formedOn: '2014-12-05', publishedOn: '2014-12-06' },
        { title: '公告', formedOn: '2014-12-05' },
      ],
    );
    assert.deepEqual(rows[0]?.unknown, { 序号: '12' });
  });

  const sheetXml = (content: string, before = '') =>
    `<worksheet>${before}<sheetData>${content}</sheetData></worksheet>`;
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const workbook = (sheets: Record<string, string>, hidden: string[] = []) =>
    makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        content: `<workbook><sheets>${Object.keys(sheets)
          .map(
            (name) =>
              `<sheet name="${name}" r:id="${name}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
          )
          .join('')}</sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships>${Object.keys(sheets)
          .map((name) => `<Relationship Id="${name}" Target="worksheets/${name}.xml"/>`)
          .join('')}</Relationships>`,
      },
      ...Object.entries(sheets).map(([name, content]) => ({ name: `xl/worksheets/${name}.xml`, content })),
    ]);

  it('tells what is hidden: sheets, rows and columns', async () => {
    const first = sheetXml(
      `<row r="1">${text('A1', '标题')}${text('C1', '备注')}</row><row r="3" hidden="1">${text('A3', '藏行')}</row><row r="4">${text('A4', '甲')}${text('C4', '藏列')}</row>`,
      '<cols><col min="3" max="3" hidden="1"/></cols>',
    );
    const bytes = workbook({ a: sheetXml(`<row r="1">${text('A1', '藏表')}</row>`), b: first }, ['a']);
    const { rows, extraTexts } = await readTableFile({ bytes, fileName: 'a.xlsx' });
    assert.deepEqual(
      rows.map(({ rowNumber, hidden }) => [rowNumber, hidden]),
      [
        [3, true],
        [4, undefined],
      ],
    );
    const hidden = extraTexts.map((extra) => extra.text).join('|');
    for (const word of ['藏表', '藏行', '藏列']) assert.ok(hidden.includes(word), word);
  });

  it('with a lone cell far away is refused instead of filling memory', () => {
    const bytes = workbook({
      a: sheetXml(`<row r="1">${text('A1', '标题')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`),
    });
    return refuses(readTable({ bytes, fileName: 'a.xlsx' }), 'TABLE_TOO_LARGE');
  });

  it('with entity declarations or without a workbook is refused', async () => {
    await refuses(
      readTable({ bytes: workbook({ a: '<!DOCTYPE x><worksheet/>' }), fileName: 'a.xlsx' }),
      'XML_FORBIDDEN',
    );
    const bytes = makeZip([{ name: '[Content_Types].xml' }, { name: 'xl/x.xml', content: '<x/>' }]);
    await refuses(readTable({ bytes, fileName: 'a.xlsx' }), 'FILE_BROKEN');
  });
});

describe('fieldOfHeading', () => {
  const headings: [string, string | undefined][] = [
    ['*标 题（必填）', 'title'],
    ['发文机关', 'issuingAgency'],
    ['发文字号：', 'documentNumber'],
    ['不予公开依据', 'ground'],
    ['公开属性', 'attribute'],
    ['附件', 'fileName'],
    ['索引号', 'indexNumber'],
    ['Issuing Agency', 'issuingAgency'],
    ['序号', undefined],
    ['', undefined],
  ];
  for (const [heading, field] of headings)
    it(`${heading} → ${field}`, () => assert.equal(fieldOfHeading(heading), field));
});
