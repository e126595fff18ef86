import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRecord } from './record.ts';

const record = {
  id: 'x-1',
  title: '关于试点的通知',
  issuing_agency: '示例市交通运输局',
  document_number: '示交[2014]5号',
  index_number: null,
  formed_date: '2014-12-05',
  published_date: '2014-12',
  category: '通知',
  url: null,
  text: '第一段\n第二段',
};

describe('readRecord', () => {
  it('reads an object, its text or its bytes alike', () => {
    const expected = {
      title: '关于试点的通知',
      issuingAgency: '示例市交通运输局',
      documentNumber: '示交[2014]5号',
      category: '通知',
      formedOn: '2014-12-05',
      publishedMonth: '2014-12',
      text: '第一段\n第二段',
      html: '<p>第一段</p>\n<p>第二段</p>',
    };
    const json = JSON.stringify(record);
    for (const form of [record, json, Buffer.from(`\ufeff${json}`)])
      assert.deepEqual(readRecord(form), expected);
  });

  const bad: [string, unknown, string][] = [
    ['no title', { ...record, title: ' ' }, 'title'],
    ['an impossible date', { ...record, formed_date: '2014-02-30' }, 'formed_date'],
    ['a month where a day is needed', { ...record, formed_date: '2014-12' }, 'formed_date'],
    ['a number for a text', { ...record, text: 5 }, 'text'],
    ['a list', [], 'JSON'],
    ['broken JSON', '{', 'JSON'],
  ];
  for (const [name, json, where] of bad) {
    it(`with ${name} is refused, and says where`, () =>
      assert.throws(() => readRecord(json), { code: 'RECORD_INVALID', details: { where } }));
  }
});
