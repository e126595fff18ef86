import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskBankCard, maskMobile, maskResidentId } from './masking.ts';

describe('masking', () => {
  const rows = [
    [maskResidentId, '11010519491231002X', '11*************02X'],
    [maskResidentId, '350102 19900101 1234', '35*************234'],
    [maskResidentId, '350102900101123', '35**********123'],
    [maskResidentId, '1234', '****'],
    [maskMobile, '13800001234', '138****1234'],
    [maskMobile, '+86 138-0000-1234', '138****1234'],
    [maskMobile, '1380000', '*******'],
    [maskBankCard, '6222000000000000004', '***************0004'],
    [maskBankCard, '6222 0000 0000 0000 004', '***************0004'],
    [maskBankCard, '1234', '****'],
  ] as const;
  for (const [mask, input, expected] of rows)
    it(`writes ${expected}`, () => assert.equal(mask(input), expected));

  it('hides the birth date of an ID number and at least half of a card', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{18}$/), (number) => {
        assert.match(maskResidentId(number), /^\d\d\*{13}\d{3}$/);
        assert.match(maskBankCard(number), /^\*{14}\d{4}$/);
      }),
    );
  });
});
