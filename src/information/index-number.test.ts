import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { IndexPattern } from './contract.ts';
import { checkIndexPattern, counterScope, formatIndexNumber, INDEX_PRESETS } from './index-number.ts';

const national: IndexPattern = { preset: 'national', ...INDEX_PRESETS.national, body: '000014349' };
const fujian: IndexPattern = { preset: 'fujian', ...INDEX_PRESETS.fujian, body: 'QZ10107' };

describe('the index number', () => {
  for (const [pattern, indexClass, year, seq, expected] of [
    [national, '0000', 2017, 110, '000014349/2017-00110'],
    [{ ...national, body: '11370812004339255B' }, '0000', 2020, 22849, '11370812004339255B/2020-22849'],
    [fujian, '2500', 2019, 2, 'QZ10107-2500-2019-00002'],
    [fujian, '2500', 2019, 123456, 'QZ10107-2500-2019-123456'],
  ] as const)
    test(`is written as seen on real pages: ${expected}`, () => {
      assert.equal(formatIndexNumber(pattern, indexClass, year, seq), expected);
    });

  for (const [why, pattern] of [
    ['no running number', { ...national, pattern: '{body}/{year}' }],
    ['two running numbers', { ...national, pattern: '{body}/{year}-{seq:5}-{seq:5}' }],
    ['no year', { ...national, pattern: '{body}/{seq:5}' }],
    ['no body: two agencies would share numbers', { ...national, pattern: '{year}-{seq:5}' }],
    ['counted by class without naming it', { ...national, scope: 'class-year' }],
    ['an unknown part', { ...national, pattern: '{body}/{year}-{seq:5}{oops}' }],
    ['no body code', { ...national, body: '' }],
    ['markup', { ...national, pattern: '<b>{body}/{year}-{seq:5}' }],
  ] as [string, IndexPattern][])
    test(`refuses a pattern with ${why}`, () => {
      assert.throws(() => checkIndexPattern(pattern), { code: 'BAD_PATTERN' });
    });

  test('never gives two numbers of one agency the same form', () => {
    const place = fc.record({
      indexClass: fc.stringMatching(/^\d{4}$/),
      year: fc.integer({ min: 2008, max: 2099 }),
      seq: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(national, fujian), place, place, (pattern, a, b) => {
        checkIndexPattern(pattern);
        const one = formatIndexNumber(pattern, a.indexClass, a.year, a.seq);
        const other = formatIndexNumber(pattern, b.indexClass, b.year, b.seq);
        const same =
          counterScope(pattern, a.indexClass, a.year) === counterScope(pattern, b.indexClass, b.year) &&
          a.seq === b.seq;
        assert.equal(one === other, same);
      }),
    );
  });
});
