import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passesLuhn } from './bank-card.ts';
import { findsOne, passes } from './test-support.ts';

const valid = 'bank-card.valid critical';
const possible = 'bank-card.possible warning';

describe('the Luhn checksum', () => {
  it('gives the published vectors', () => {
    assert.equal(passesLuhn('6222000000000000004'), true);
    assert.equal(passesLuhn('6225880000000001'), true);
    assert.equal(passesLuhn('6222000000000000005'), false);
    assert.equal(passesLuhn('6225880000000002'), false);
  });
});

describe('bank cards', () => {
  const rows: [string, string][] = [
    ['6222000000000000004', valid],
    ['甲某 6222000000000000004 示例村', valid],
    ['6225 8800 0000 0001', valid],
    ['6222-0000-0000-0000-004', valid],
    ['６２２５８８０００００００００１', valid],
    ['银行卡号：4111111111111111', valid],
    ['4111111111111111', possible],
    ['户主甲某，一卡通账号6222000000000000005', possible],
  ];
  for (const [text, expected] of rows) it(`report ${text} as ${expected}`, () => findsOne(text, expected));

  const traps = [
    '户名：示例市财政局，开户行：某银行，账号：6222000000000000004',
    '投标保证金缴入账号6225880000000001',
    '罚款缴至非税收入专户6222000000000000004',
    '6222000000000000005',
    '索引号6222000000000000004',
    '订单编号：6225880000000001',
    '项目代码2019-350902-48-03-012345',
    '62220000000000000040',
    '统一社会信用代码91350100M000100Y43',
    '0.6225880000000001',
    'https://www.example.gov.cn/6225880000000001/',
  ];
  for (const text of traps) it(`pass over ${text}`, () => passes(text));
});
