import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screen } from './screen.ts';
import { codes, passes } from './test-support.ts';

const body =
  '\n示例市交通运输局文件\n示交〔2014〕12号\n关于开展检查的通知\n各县（市、区）交通运输局：\n现将有关事项通知如下。';

describe('secrecy marks', () => {
  const rows: [string, string[]][] = [
    [`机密★5年${body}`, ['secrecy.level-and-term critical']],
    [`秘密 ★ 1年${body}`, ['secrecy.level-and-term critical']],
    [`绝密★长期${body}`, ['secrecy.level-and-term critical']],
    [`机　密★6个月${body}`, ['secrecy.level-and-term critical']],
    [`機密★5年${body}`, ['secrecy.level-and-term critical']],
    [`秘密☆${body}`, ['secrecy.level-and-term critical']],
    [`秘密*10年${body}`, ['secrecy.level-and-term critical']],
    [`机密★2030年12月31日${body}`, ['secrecy.level-and-term critical']],
    [`前文……附件：机密★5年 ${body}`, ['secrecy.level-and-term critical']],
    [
      `000012\n机密★5年\n特急${body}`,
      ['secrecy.copy-number warning', 'secrecy.level-and-term critical', 'secrecy.urgency warning'],
    ],
    [`秘密★20年${body}`, ['secrecy.level-and-term critical', 'secrecy.term-over-maximum warning']],
    [`机密${body}`, ['secrecy.level critical']],
    [`机 密${body}`, ['secrecy.level critical']],
    [`000012 机密 特急${body}`, ['secrecy.level critical']],
    [`密级：秘密${body}`, ['secrecy.level critical']],
    [`${body}\f绝密${body}`, ['secrecy.level critical']],
    [`内部资料 注意保存${body}`, ['secrecy.internal critical']],
    [`（内部文件，请勿外传）${body}`, ['secrecy.internal critical']],
    [`关于某事的报告（内部参考）${body}`, ['secrecy.internal critical']],
    [`${body}\n阅后收回`, ['secrecy.internal critical']],
    [`工作秘密${body}`, ['secrecy.work-secret critical']],
    [`核心商密▲${body}`, ['secrecy.trade-secret critical']],
    [`商业秘密${body}`, ['secrecy.trade-secret critical']],
    [`特急${body}`, ['secrecy.urgency warning']],
    [`明传电报${body}`, ['secrecy.urgency warning']],
    [`某规划（送审稿）${body}`, ['secrecy.process warning']],
    [`${body}\n请王局长阅示`, ['secrecy.process warning']],
    [`绝密★启用前${body}`, ['secrecy.exam warning']],
    ['文件版头应标注“机密★5年”字样。', ['secrecy.mentioned info']],
    ['应标注:机密★10年书面形式', ['secrecy.mentioned info']],
  ];
  for (const [text, expected] of rows)
    it(`read ${JSON.stringify(text.slice(0, 24))}`, () => assert.deepEqual(codes(text), expected));

  const traps = [
    '认真学习《中华人民共和国保守国家秘密法》，机密级以上文件专人管理。',
    '不得泄露商业秘密和个人隐私。',
    '国家秘密分为绝密、机密、秘密三级。',
    '会议以无记名投票（秘密投票）方式表决。',
    '影片《绝密行动》上映。',
    '星级饭店评定为★★★级。',
    '加强内部资料管理，妥善保管档案，考生信息不得外传。',
    '编制完成规划送审稿，并开展公开征求意见稿的意见征集。',
    '道路客运规划（征求意见稿）\n现向社会公开征求意见。',
    '密级：□绝密 □机密 □秘密',
    '密级：无',
    '领导批示件办结率100%。',
    '本报告不含国家秘密*。\n*指依法确定的事项',
  ];
  for (const text of traps) it(`are not ${text}`, () => passes(text));

  it('are named, not quoted, in the finding', () => {
    const [finding] = screen({ text: `机密★5年${body}` });
    assert.equal(finding?.excerpt, '机密★5年');
  });

  it('are found in the title too', () => {
    const [finding] = screen({ title: '关于某事的请示（内部资料）', text: '' });
    assert.equal(finding?.field, 'title');
    assert.equal(finding?.code, 'secrecy.internal');
  });
});
