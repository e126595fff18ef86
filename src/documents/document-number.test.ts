import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentNumbersIn, normaliseDocumentNumber } from './document-number.ts';

const forms: [string, string | undefined][] = [
  ['闽政文〔2015〕488号', '闽政文〔2015〕488号'],
  ['闽政文[2015]488号', '闽政文〔2015〕488号'],
  ['闽政文（2015）488号', '闽政文〔2015〕488号'],
  ['闽政文﹝２０１５﹞４８８号', '闽政文〔2015〕488号'],
  ['闽政文【2015】 488 号', '闽政文〔2015〕488号'],
  ['闽政文〔2015〕第488号', '闽政文〔2015〕488号'],
  ['粤东交罚〔2025〕00977号', '粤东交罚〔2025〕977号'],
  ['昌州环罚字〔2022〕1-10号', '昌州环罚字〔2022〕1-10号'],
  ['榕财建(指)〔2024〕33号', '榕财建(指)〔2024〕33号'],
  ['榕财建（指）〔2024〕33号', '榕财建(指)〔2024〕33号'],
  ['宁政办2014213号', '宁政办〔2014〕213号'],
  ['中办发﹝20168号', '中办发〔2016〕8号'],
  ['国办公开办函〔202130', '国办公开办函〔2021〕30号'],
  ['国务院令第492号', '国务院令第492号'],
  ['公告2014年第5号', '公告2014年第5号'],
  ['朝交发 [2022] 97号', '朝交发〔2022〕97号'],
  ['《闽政文〔2015〕488号》', '闽政文〔2015〕488号'],
  ['政府信息公开', undefined],
  ['2014年第5号', undefined],
  ['关于闽政文〔2015〕488号的通知', undefined],
  ['电话2014213', undefined],
  ['', undefined],
];

describe('normaliseDocumentNumber', () => {
  for (const [printed, form] of forms) {
    it(`${printed || 'nothing'} → ${form}`, () => assert.equal(normaliseDocumentNumber(printed), form));
  }
});

describe('documentNumbersIn', () => {
  it('finds each with its place and says which were damaged', () => {
    const text = '依据示交〔2014〕5号、示政办2014213号制定。';
    const found = documentNumbersIn(text);
    assert.deepEqual(
      found.map(({ repaired }) => repaired),
      [false, true],
    );
    for (const { start, end, original } of found) assert.equal(text.slice(start, end), original);
  });
  it('keeps leading zeros as printed', () => {
    assert.equal(documentNumbersIn('示交罚〔2025〕00977号')[0]?.number, '示交罚〔2025〕00977号');
  });
  it('repairs nothing that could be read in two ways', () => {
    for (const text of ['示交〔20号', '示交〔2014〕', '示交5号', '示交〔1814〕5号', '共2014213元']) {
      assert.deepEqual(documentNumbersIn(text), [], text);
    }
  });
});
