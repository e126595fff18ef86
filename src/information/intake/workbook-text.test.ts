import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeZip } from '../../documents/testing.ts';
import { markupText, workbookText } from './workbook-text.ts';

const rows: [string, string, string][] = [
  ['shared strings, one a line', '<sst><si><t>张某</t></si><si><t>李某</t></si></sst>', '张某\n李某'],
  ['rich text of one string stays together', '<si><r><t>身份</t></r><r><t>证号</t></r></si>', '身份证号'],
  ['numbers as written', '<row><c r="A1"><v>13800138000</v></c></row>', '13800138000'],
  ['numbers of shared strings are no text', '<row><c r="A1" t="s"><v>7</v></c><c><v>8</v></c></row>', '8'],
  [
    'inline strings',
    '<c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c>',
    '甲\n乙',
  ],
  [
    'the five entities and characters by number',
    '<t>a &lt;b&gt; &amp;amp; &#20844;&#x5f00;</t>',
    'a <b> &amp; 公开',
  ],
  ['no other entity is expanded', '<!DOCTYPE x [<!ENTITY e "boom">]><t>&e;</t>', ']>&e;'],
  ['markup that never ends', '<t>甲</t><t', '甲'],
  ['no character outside Unicode', '<t>&#xD800;&#9999999;x</t>', 'x'],
];
for (const [name, xml, text] of rows)
  test(`workbook text: ${name}`, () => assert.equal(markupText(xml), text));

test('any markup gives some text and never fails', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<c ', 't="s"', '>', '<', '/', '&#', ';', 'si', '甲', '\n')),
      (parts) => {
        assert.equal(typeof markupText(parts.join('')), 'string');
      },
    ),
  );
});

test('every sheet, comments and properties are looked through, hidden or not', async () => {
  const bytes = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/sharedStrings.xml', content: '<sst><si><t>公开的</t></si></sst>' },
    { name: 'xl/worksheets/sheet2.xml', content: '<c t="inlineStr"><is><t>隐藏表</t></is></c>' },
    { name: 'xl/comments1.xml', content: '<comment><t>批注里的话</t></comment>' },
    {
      name: 'docProps/core.xml',
      content: '<cp:coreProperties><dc:creator>某人</dc:creator></cp:coreProperties>',
    },
  ]);
  const text = await workbookText({ bytes, fileName: 'a.xlsx' });
  for (const words of ['公开的', '隐藏表', '批注里的话', '某人']) assert.match(text, new RegExp(words));
});
