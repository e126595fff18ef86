import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isResidentId, residentIdCheckCharacter } from './resident-id.ts';
import { screen } from './screen.ts';
import { findsOne, marked, passes } from './test-support.ts';

/** Invented numbers: the check character is worked out, nobody is meant. */
const numbered = (digits17: string) => digits17 + residentIdCheckCharacter(digits17);
const ID = numbered('35010219900307123');
const ID_X = '11010519491231002X';
const valid = 'resident-id.valid critical';

describe('the resident ID checksum', () => {
  it('gives the published vectors', () => {
    assert.equal(residentIdCheckCharacter('11010519491231002'), 'X');
    assert.equal(residentIdCheckCharacter('44052418800101001'), '4');
    assert.equal(isResidentId(ID_X), true);
    assert.equal(isResidentId(ID_X.toLowerCase()), true);
    assert.equal(isResidentId('350921199902290011'), false, '29 February 1999');
    assert.equal(isResidentId('350100200102301237'), false, '30 February 2001');
    assert.equal(isResidentId('990102199003071234'), false, 'no such region');
  });

  it('is changed by any single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const wrong = (Number(ID[place]) + by) % 10;
        assert.equal(isResidentId(`${ID.slice(0, place)}${wrong}${ID.slice(place + 1)}`), false);
      }),
    );
  });
});

describe('resident ID numbers', () => {
  const hits: [string, string][] = [
    ['alone', ID],
    ['in a sentence', `张某，身份证号${ID}，住示例市。`],
    ['with a small x', `证件号码：${ID_X.toLowerCase()}`],
    ['with a full-width X', `${ID_X.slice(0, 17)}Ｘ`],
    ['cut by spaces 6-8-4', `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`],
    ['cut by hyphens in fours', `${ID.slice(0, 6)}-${ID.slice(6, 10)}-${ID.slice(10, 14)}-${ID.slice(14)}`],
    ['cut at every digit, as PDF text is', [...ID].join(' ')],
    ['with the X set apart', `${ID_X.slice(0, 6)} ${ID_X.slice(6, 14)} ${ID_X.slice(14, 17)} X`],
    ['with zero-width characters', [...ID].join('\u200b')],
    ['in full-width digits', [...ID].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')],
    ['in a web address', `http://www.example.gov.cn/query?sfz=${ID}`],
    ['of a person born in the 19th century when named as one', '身份证号码440524188001010014'],
  ];
  for (const [name, text] of hits) it(`are found ${name}`, () => findsOne(text, valid));

  it('are found in every row of a list, each at its place', () => {
    const other = numbered('35020319851112045');
    const text = `序号\t姓名\t证件号\n1\t甲某\t${ID}\n2\t乙某\t${other}\n`;
    assert.deepEqual(marked(text), [ID, other]);
  });

  it('with a wrong check character are a warning', () => {
    const wrong = ID.slice(0, 17) + (ID[17] === '0' ? '1' : '0');
    findsOne(`公民身份号码${wrong}`, 'resident-id.check-fails warning');
    passes(`索引号：${wrong}`);
  });

  it('of no living person are a warning unless named as one', () => {
    const context = { today: '2026-08-07' };
    findsOne('440524188001010014', 'resident-id.implausible warning', context);
    findsOne(numbered('35010220991231123'), 'resident-id.implausible warning', context);
  });

  it('of fifteen digits need a word that names them', () => {
    findsOne('身份证号：350102900307123', 'resident-id.old-form critical');
    passes('项目编号350102900307123');
    passes('身份证号：350102901307123');
  });

  it('are fine when masked well, a warning when hardly masked', () => {
    passes('3509**********1234');
    passes('350902********123X');
    findsOne('35010219900307****', 'resident-id.weak-mask warning');
  });

  const traps = [
    '统一社会信用代码91350100M000100Y43',
    '机构代码11341702486344515H',
    '350921199902290011',
    '350100200102301237',
    `流水号${ID}0`,
    `A${ID}`,
    '2023年1月1日至12月31日共1347件',
    '经度118.350102199003071，纬度25.1',
    'http://www.example.gov.cn/t20230112_1767246.html',
  ];
  for (const text of traps) it(`pass over ${text}`, () => passes(text));

  it('never appear in a finding', () => {
    for (const { excerpt, suggestion } of screen({ text: `户主${ID}、身份证号350102900307123` })) {
      assert.ok(!/\d{4,}/.test(excerpt));
      assert.ok(!/\d{4,}/.test(suggestion ?? ''));
    }
  });
});
