import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DETECTORS } from './finding.ts';
import { DETECTOR_LABELS } from './labels.ts';
import { residentIdCheckCharacter } from './resident-id.ts';
import { blocksPublication, screen, screenDocument } from './screen.ts';
import { FINDING_TEXTS } from './texts.ts';

const pieces = fc.constantFrom(
  '13800001234',
  '11010519491231002X',
  '6222000000000000004',
  '机密★5年',
  '此件不公开',
  '博彩平台官网',
  '威廉希尔',
  '示例市交通运输局',
  '身份证号',
  '联系电话：',
  '，',
  '。',
  '\n',
  ' ',
  '-',
  '\u200b',
  '&#x535A;',
  '習(xí)',
  '<div style="display:none">',
  '\f',
  '（内部资料）',
  '😀',
  '\ud800',
);
const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

describe('screening', () => {
  it('answers in offsets of the text it was given, in order of place', () => {
    fc.assert(
      fc.property(text, (input) => {
        const findings = screen({ text: input });
        let last = 0;
        for (const { start, end } of findings) {
          assert.ok(last <= start && start < end && end <= input.length);
          last = start;
        }
      }),
    );
  });

  it('never repeats a number it found', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const finding of screen({ text: input })) {
          if (!['resident-id', 'mobile', 'bank-card'].includes(finding.detector)) continue;
          assert.ok(!finding.excerpt.includes(input.slice(finding.start, finding.end)));
          assert.ok(!/\d{6}/.test(finding.excerpt.replace(/\D/g, ' ')));
        }
      }),
    );
  });

  it('finds an ID number of any valid region and date, wherever it stands among Chinese', () => {
    const date = fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom('110105', '350902', '659001'),
        date,
        fc.integer({ min: 1, max: 999 }),
        (area, birth, order) => {
          const digits =
            area + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0');
          const number = digits + residentIdCheckCharacter(digits);
          assert.ok(blocksPublication(screen({ text: `甲某（${number}）申请` })));
        },
      ),
    );
  });

  it('looks at every field of a document and says which', () => {
    const findings = screenDocument({
      fields: [
        { name: 'title', text: '关于某事的通知-博彩平台官网注册' },
        { name: 'body', text: '身份证号11010519491231002X' },
        { name: 'attachment:1', text: '（此件依申请公开）' },
      ],
      context: { attribute: 'proactive' },
    });
    assert.deepEqual(
      findings.map((finding) => [finding.field, finding.detector]),
      [
        ['title', 'hijack'],
        ['body', 'resident-id'],
        ['attachment:1', 'attribute-contradiction'],
      ],
    );
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual(screen({ text: '' }), []);
    assert.equal(blocksPublication([]), false);
  });
});

describe('hostile text of two megabytes', () => {
  const sizeBytes = 2_000_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(sizeBytes / Buffer.byteLength(unit)));
  const rows = [
    '1',
    '13800001234 ',
    '1 ',
    '6222 ',
    '3501021990',
    '35*',
    '(',
    '（内',
    '【',
    '机密★',
    '秘密',
    '密级:',
    '博彩',
    '365',
    'bet',
    'bet365官网',
    '博·',
    '威廉希',
    '当前位置 > ',
    '。',
    ' ',
    '\n',
    '\n机密\n',
    '(内部资料)\n',
    'www.',
    'http://',
    'a.',
    '政府网站(',
    '習(',
    'xí)',
    ',,',
    '&#',
    '&#x535A;',
    '\\u',
    '体育',
    '\u200b',
    '習(xí)',
    '2014年政府信息公开',
    '官网登录注册',
    '公开属性:',
    '请',
    '代开发票',
    '😀',
    '\ufdfa',
    '局',
  ];
  for (const unit of rows)
    it(`of ${JSON.stringify(unit)} is screened to the end`, () => {
      assert.ok(Array.isArray(screen({ text: fill(unit) })));
    });

  for (const unit of [
    '<a href=',
    '<div style="',
    '<style>',
    '<!--',
    '</p>',
    '<a>',
    '<script>',
    '<style>{',
    '&#x',
    '<a href="http://x.example.com" style="display:none">x',
    '"',
  ])
    it(`of markup ${JSON.stringify(unit)} is inspected to the end`, () => {
      assert.ok(Array.isArray(screen({ text: '', html: fill(unit) })));
    });
});

describe('the catalogue of findings', () => {
  it('has both languages and a source for every code, and a label for every detector', () => {
    for (const [code, { why, source }] of Object.entries(FINDING_TEXTS)) {
      assert.match(why.zh, /[\u4e00-\u9fff]/, code);
      assert.match(why.en, /^[A-Z0-9]/, code);
      assert.notEqual(source, '', code);
    }
    assert.deepEqual(Object.keys(DETECTOR_LABELS).sort(), [...DETECTORS].sort());
  });
});
