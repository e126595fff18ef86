import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screen } from './screen.ts';
import { passes } from './test-support.ts';

describe('wording lost by conversion', () => {
  const rows = [
    ['依据示政办发201756号文件', 'wording.document-number', '示政办发〔2017〕56号'],
    ['示交函201412号', 'wording.document-number', '示交函〔2014〕12号'],
    ['统计期限至20151231日', 'wording.date', '2015年12月31日'],
    ['自202311日起', 'wording.date', undefined],
  ] as const;
  for (const [text, code, suggestion] of rows)
    it(`is found in ${text}`, () => {
      const [finding] = screen({ text });
      assert.equal(finding?.code, code);
      assert.equal(finding?.severity, 'warning');
      assert.ok(
        finding?.suggestion === undefined
          ? suggestion === undefined
          : finding.suggestion.endsWith(suggestion!),
      );
    });

  const traps = [
    '示交〔2014〕12号',
    '平交复函[2017]19号',
    '国务院令第492号',
    '2014年12月31日',
    '第20141234号',
    '闽交运许可证字2014123号',
    '工期20151天',
  ];
  for (const text of traps) it(`is not: ${text}`, () => passes(text));
});
