import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldedCharacters } from './fold.ts';
import { findDocumentNumber, numberKey } from './number-key.ts';
import { wordsOf } from './parse-query.ts';
import { findPhrase, phraseTokens, tokensOf } from './tokens.ts';

describe('tokens of a text', () => {
  for (const [text, tokens] of [
    ['', []],
    ['，。', []],
    ['政', ['政']],
    ['政府信息', ['政府', '府信', '信息', '息']],
    ['《政府》信 息', ['政府', '府信', '信息', '息']],
    ['2014年第12号', ['2014', '年第', '第', '12', '号']],
    ['５Ｇ网络', ['5g', '网络', '络']],
    ['GB/T 31455-2015', ['gb', 't', '31455', '2015']],
    ['甲\0乙\ud800', ['甲乙', '乙']],
    ['𠮷野', ['𠮷野', '野']],
    ['x'.repeat(100), ['x'.repeat(64)]],
  ] as const)
    test(JSON.stringify(text.slice(0, 20)), () => assert.deepEqual(tokensOf(text), tokens));
});

describe('a phrase of the query', () => {
  for (const [text, tokens, prefix] of [
    ['政府信息', ['政府', '府信', '信息'], false],
    ['政', ['政'], true],
    ['12号', ['12', '号'], true],
    ['2014年第12', ['2014', '年第', '第', '12'], false],
    ['谢谢', ['谢谢'], false],
  ] as const)
    test(text, () => assert.deepEqual(phraseTokens(text), { tokens, prefix }));
  test('nothing but punctuation is no phrase', () => assert.equal(phraseTokens('！'), null));
});

test('what stands between two places of a text is found there, and with it by its tokens', () => {
  const text = fc.string({ unit: fc.constantFrom(...'政府信息公开年度12ab（》 ，\n'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(29), fc.integer({ min: 1, max: 8 }), (whole, start, length) => {
      const part = whole.slice(start, start + length);
      const phrase = [...foldedCharacters(part)];
      fc.pre(phrase.length > 0 && !cutsWord(whole, start) && !cutsWord(whole, start + length));
      const spans = findPhrase([...foldedCharacters(whole)], phrase);
      assert.ok(spans.length > 0);
      const { tokens, prefix } = phraseTokens(part)!;
      const all = tokensOf(whole);
      const found = all.some((_, at) =>
        tokens.every((token, i) =>
          prefix && i === tokens.length - 1 ? all[at + i]?.startsWith(token) : all[at + i] === token,
        ),
      );
      assert.ok(found);
    }),
    { numRuns: 500 },
  );
});

function cutsWord(text: string, at: number): boolean {
  return /[0-9a-z]/.test(text[at - 1] ?? '') && /[0-9a-z]/.test(text[at] ?? '');
}

describe('words of an unquoted clause', () => {
  for (const [clause, words] of [
    ['公交优先发展', ['公交', '优先', '发展']],
    ['公路的名录', ['公路', '名录']],
    ['第12号', ['12号']],
    ['2014年度计划', ['2014', '年度', '计划']],
    ['GB50156规范', ['gb50156', '规范']],
    ['的', ['的']],
  ] as const)
    test(clause, () => assert.deepEqual(wordsOf(clause), words));
});

describe('document and index numbers', () => {
  for (const [written, key] of [
    ['示交〔2014〕12号', '示交201412'],
    [' 示交[2014]第012号 ', '示交201412'],
    ['示交201412号', '示交201412'],
    ['示交2014-12', '示交201412'],
    ['示环罚字〔2022〕1-10号', '示环罚字2022110'],
    ['SJ001-0300-2014-00012', 'sj0010300201400012'],
    ['/2016-00029', '201600029'],
    ['国务院令第492号', '国务院令第492号'],
    ['', ''],
  ] as const)
    test(`${written} has the key ${key}`, () => assert.equal(numberKey(written), key));

  for (const [text, standard] of [
    ['见示交(2014)012号文', '见示交〔2014〕12号'],
    ['示交〔201412号', '示交〔2014〕12号'],
    ['工作要点 2014 12', undefined],
    ['2014年度', undefined],
  ] as const)
    test(`${text} holds ${standard ?? 'none'}`, () =>
      assert.equal(findDocumentNumber(text)?.standard, standard));
});
