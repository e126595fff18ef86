import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datesIn, fromExcelSerial, parseDate } from './dates.ts';

const fields: [string, string | undefined][] = [
  ['2014-12-05', '2014-12-05'],
  ['2014/12/5', '2014-12-05'],
  ['2014.12.5', '2014-12-05'],
  ['2014年12月5日', '2014-12-05'],
  ['2014 年 12 月 5 日', '2014-12-05'],
  ['２０１４年１２月５日', '2014-12-05'],
  ['二〇一四年十二月五日', '2014-12-05'],
  ['二○一四年十月二十日', '2014-10-20'],
  ['二零二〇年正月卅一日', '2020-01-31'],
  ['二〇二〇年二月廿九日', '2020-02-29'],
  ['20141205', '2014-12-05'],
  ['2014-12-05 08:30:00', '2014-12-05'],
  ['2014-12-05T08:30:00.000Z', '2014-12-05'],
  ['2014年2月30日', undefined],
  ['二〇二一年二月廿九日', undefined],
  ['2014-13-01', undefined],
  ['2014年12月', undefined],
  ['2014', undefined],
  ['201759日', undefined],
  ['41978', undefined],
  ['2014-12-05至2014-12-06', undefined],
  ['', undefined],
];

describe('parseDate', () => {
  for (const [field, date] of fields)
    it(`reads ${field || 'nothing'} as ${date}`, () => assert.equal(parseDate(field), date));
  it('reads day numbers only from spreadsheets', () =>
    assert.equal(parseDate('41978', { serials: true }), '2014-12-05'));
});

describe('fromExcelSerial', () => {
  const serials: [number, boolean, string | undefined][] = [
    [61, false, '1900-03-01'],
    [60, false, undefined],
    [41978.75, false, '2014-12-05'],
    [40516, true, '2014-12-05'],
    [9_999_999, false, undefined],
  ];
  for (const [serial, from1904, date] of serials) {
    it(`${serial} is ${date}`, () => assert.equal(fromExcelSerial(serial, from1904), date));
  }
});

describe('datesIn', () => {
  it('finds dates in order with their places', () => {
    const text = '自2014年1月1日起，至二〇一四年三月五日止（２０１４－０４－０５）。';
    const found = datesIn(text);
    assert.deepEqual(
      found.map(({ date }) => date),
      ['2014-01-01', '2014-03-05', '2014-04-05'],
    );
    assert.equal(text.slice(found[1]!.start, found[1]!.end), '二〇一四年三月五日');
  });
  it('takes no part of longer numbers', () =>
    assert.deepEqual(datesIn('12014-01-01 2014-01-011 0591-2014-01-01'), []));
});
