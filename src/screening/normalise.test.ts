import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isTraditional, normalise } from './normalise.ts';

describe('normalisation', () => {
  const rows = [
    ['full-width digits and letters', '１３８ＡＢ：', '138AB:'],
    ['mathematical digits', '𝟏𝟑𝟖', '138'],
    ['digits of other scripts', '١٣٨', '138'],
    ['zero-width characters', '博\u200b彩\u2060\ufeff', '博彩'],
    ['soft hyphen and bidi marks', 'a\u00adb\u202ec', 'abc'],
    ['variation selectors and keycaps', '1\ufe0f\u20e33', '13'],
    ['ideographic space', '机\u3000密', '机 密'],
    ['numeric entities', '&#x535A;&#24425;', '博彩'],
    ['named entities', 'a&nbsp;b&amp;c', 'a b&c'],
    ['JavaScript escapes', '\\u535a\\u5f69', '博彩'],
    ['circled numbers stay apart from what follows', '①138', '①138'],
    ['footnote marks stay apart from what precedes', '1234²', '1234²'],
    ['broken entities stay', '&#xZZ; &# &#1114112; &bogus;', '&#xZZ; &# &#1114112; &bogus;'],
  ] as const;
  for (const [name, input, expected] of rows)
    it(`folds ${name}`, () => assert.equal(normalise(input).text, expected));

  it('matches word lists on simplified, lower-case characters of the same length', () => {
    const { text, folded } = normalise('美高梅娛樂城 Beat365 開戶');
    assert.equal(folded, '美高梅娱乐城 beat365 开户');
    assert.equal(folded.length, text.length);
    assert.equal(isTraditional('開'), true);
    assert.equal(isTraditional('开'), false);
  });

  it('leads back to the original place', () => {
    const input = '电话：１３８\u200b００００&#49;234。';
    const { text, original } = normalise(input);
    const at = text.indexOf('13800001234');
    const { start, end } = original(at, at + 11);
    assert.equal(input.slice(start, end), '１３８\u200b００００&#49;234');
  });

  it('keeps offsets inside the input and in order, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (input) => {
        const { text, folded, original } = normalise(input);
        assert.equal(folded.length, text.length);
        let last = 0;
        for (let i = 0; i < text.length; i++) {
          const { start, end } = original(i, i + 1);
          assert.ok(last <= start && start < end && end <= input.length);
          last = start;
        }
      }),
    );
  });
});
