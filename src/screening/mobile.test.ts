import { describe, it } from 'node:test';
import { findsOne, passes } from './test-support.ts';

const mine = 'mobile.private critical';
const office = 'mobile.office warning';

describe('mobile numbers', () => {
  const rows: [string, string][] = [
    ['13800001234', mine],
    ['张某　13800001234', mine],
    ['138 0000 1234', mine],
    ['138-0000-1234', mine],
    ['+86 13800001234', mine],
    ['+8613800001234', mine],
    ['008613800001234', mine],
    ['１３８００００１２３４', mine],
    ['138\u200b0000\u200b1234', mine],
    ['甲某,13800001234,示例村', mine],
    ['申请人甲某，联系电话：13800001234', mine],
    ['户主：甲某 联系电话13800001234', mine],
    ['联系电话：13800001234', office],
    ['承办人及联系电话：李某 13800001234', office],
    ['联系人：李某\n13800001234', office],
    ['监督电话 138-0000-1234', office],
  ];
  for (const [text, expected] of rows)
    it(`report ${JSON.stringify(text)} as ${expected}`, () => findsOne(text, expected));

  const traps = [
    '咨询电话：0593-2810001',
    '热线12345、400-800-1234',
    '索引号13800001234',
    '合同编号：13800001234',
    '共计13800001234元',
    '面积13800001234.5平方米',
    '118.13800001234',
    '第13800001234号公告',
    'X13800001234',
    '138000012345',
    '12800001234',
    'https://www.example.gov.cn/art/13800001234.html',
    '138****1234',
    '1 3 8 0 0 0 0 1 2 3 4',
    '2014年17件14件33件98件',
  ];
  for (const text of traps) it(`pass over ${text}`, () => passes(text));

  it('of the agency itself pass', () => {
    passes('值班手机：13800001234', { ownContacts: ['138-0000-1234'] });
    findsOne('值班手机：13800001235', office, { ownContacts: ['138-0000-1234'] });
  });
});
