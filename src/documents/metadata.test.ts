import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type MetadataSource, proposeMetadata } from './metadata.ts';

const letter = `示例市交通运输局文件
示交〔2014〕5号
示例市交通运输局关于印发《政府信息公开
工作规定》的通知
各县（市、区）交通运输局：
根据国办发〔2014〕12号和《某办法》（示政〔2013〕9号）要求，现印发给你们，自2015年1月1日起施行。
附件：工作规定
示例市交通运输局
二〇一四年十二月五日
（此件公开发布）
示例市交通运输局办公室 2014年12月8日印发`;

const values = (source: Partial<MetadataSource>) =>
  Object.fromEntries(proposeMetadata({ text: '', ...source }).map(({ field, value }) => [field, value]));

describe('proposeMetadata', () => {
  it('reads an official letter by its layout, each value with its place', () => {
    const proposals = proposeMetadata({ text: letter, fileName: '扫描件001.pdf' });
    const found = Object.fromEntries(proposals.map(({ field, value }) => [field, value]));
    assert.deepEqual(found, {
      title: '示例市交通运输局关于印发《政府信息公开工作规定》的通知',
      issuingAgency: '示例市交通运输局',
      documentNumber: '示交〔2014〕5号',
      formedOn: '2014-12-05',
      category: '通知',
    });
    const number = proposals.find(({ field }) => field === 'documentNumber');
    assert.equal(letter.slice(number?.place.start, number?.place.end), '示交〔2014〕5号');
    assert.equal(proposals.find(({ field }) => field === 'formedOn')?.original, '二〇一四年十二月五日');
  });

  /** Whether a number is the document's own: text, title → number or nothing. */
  const numbers: [string, string, string, string | undefined][] = [
    ['cited after 依据', '依据示交〔2014〕5号制定。', '', undefined],
    ['cited after 根据 at the line start', '根据示交〔2014〕5号\n特此通知', '', undefined],
    ['inside 《》', '《示交〔2014〕5号》已废止。', '', undefined],
    ['alone on the second line', '通知\n示交[2014]5号\n正文', '', '示交〔2014〕5号'],
    ['at the very beginning', '示交〔2014〕5号，2014年12月5日。落实示政〔2014〕1号。', '', '示交〔2014〕5号'],
    [
      'before the signature',
      '公告内容。\n示交告〔2014〕5号\n示例市交通运输局\n2014年12月5日',
      '',
      '示交告〔2014〕5号',
    ],
    ['in front of the title', '正文', '示交发 [2022] 97号关于印发方案的通知', '示交发〔2022〕97号'],
    ['in brackets behind the title', '正文', '行政复议决定书(示府行复〔2021〕20号)', '示府行复〔2021〕20号'],
    [
      'behind a mark in front of the title',
      '正文',
      '【行政处罚决定书】示环罚字〔2022〕1-10号 某公司',
      '示环罚字〔2022〕1-10号',
    ],
    ['passed on in the title', '正文', '转发示办发〔2017〕47号文件的通知', undefined],
    ['in the middle of the title', '正文', '关于执行示办发〔2017〕47号文件的通知', undefined],
    ['in a labelled cell', '文  号：示交〔2014〕5号 成文日期：2014-12-05\n正文', '', '示交〔2014〕5号'],
    ['missing in a labelled cell', '文号：\n示例\n依据示交〔2014〕5号', '', undefined],
    ['said to be none', '文号：无\n正文', '', undefined],
  ];
  for (const [name, text, title, number] of numbers) {
    it(`takes a number ${name} for ${number ?? 'nothing'}`, () =>
      assert.equal(values({ text, ...(title ? { title } : {}) }).documentNumber, number));
  }

  it('repairs a number that lost its brackets, says so and trusts it less', () => {
    const [whole] = proposeMetadata({ text: '通知\n示政办〔2014〕213号' }).filter(
      ({ field }) => field === 'documentNumber',
    );
    const [broken] = proposeMetadata({ text: '通知\n示政办2014213号' }).filter(
      ({ field }) => field === 'documentNumber',
    );
    assert.deepEqual(
      [broken?.value, broken?.original, broken?.repaired],
      ['示政办〔2014〕213号', '示政办2014213号', true],
    );
    assert.ok(broken!.confidence < whole!.confidence);
  });

  const dates: [string, string, string | undefined][] = [
    ['alone near the end', '正文。\n示例局\n2014年12月5日\n附件：表', '2014-12-05'],
    ['behind the agency on its line', '正文。\n示例市交通运输局  2014年12月5日', '2014-12-05'],
    ['called the signature', '答复。落款2017年8月21日。联系电话', '2017-08-21'],
    ['of printing', '正文\n示例市交通运输局办公室2014年12月8日印发', undefined],
    ['in a sentence', '自2015年1月1日起施行。', undefined],
    ['of a deadline', '正文\n截止日期2015年1月1日', undefined],
    ['that cannot be', '正文\n示例局\n2014年2月30日', undefined],
    ['of a block that says 1970', '成文日期：1970-01-01\n正文', undefined],
    ['in the metadata block', '索引号：000000000/2014-00001\t成文日期：2014年12月5日\n正文', '2014-12-05'],
  ];
  for (const [name, text, date] of dates) {
    it(`takes a date ${name} for ${date ?? 'nothing'}`, () => assert.equal(values({ text }).formedOn, date));
  }

  it('takes tags, labels, addresses and file names, the surest first', () => {
    const meta = {
      ArticleTitle: '关于试点的公告',
      PubDate: '2023-05-06 09:00',
      ContentSource: '示例市交通运输局',
      索引号: 'XX10107-2500-2019-00002',
    };
    assert.deepEqual(values({ meta, title: '首页', text: '正文' }), {
      title: '关于试点的公告',
      publishedOn: '2023-05-06',
      issuingAgency: '示例市交通运输局',
      indexNumber: 'XX10107-2500-2019-00002',
      category: '公告',
    });
    assert.equal(
      values({ record: { url: 'http://a.gov.cn/zwgk/202206/t20220627_1.html' } }).publishedOn,
      '2022-06-27',
    );
    assert.equal(
      values({ record: { url: 'http://a.gov.cn/xxgk/t19700101_1.shtml' } }).publishedOn,
      undefined,
    );
    assert.equal(values({ fileName: 'C:\\文件\\关于开展检查的通知.docx' }).title, '关于开展检查的通知');
    assert.equal(values({ text: '2022-08-20 18:43:02发布。' }).publishedOn, '2022-08-20');
  });

  it('shows what contradicts as alternatives', () => {
    const proposals = proposeMetadata({
      text: '正文。\n示例局\n2014年12月5日',
      record: { formedOn: '2014-12-06' },
    });
    const formed = proposals.find(({ field }) => field === 'formedOn');
    assert.equal(formed?.value, '2014-12-06');
    assert.deepEqual(
      formed?.alternatives.map(({ value }) => value),
      ['2014-12-05'],
    );
  });

  const agencies: [string, string, string | undefined][] = [
    ['示例市交通运输局关于试点的通知', '', '示例市交通运输局'],
    ['2023年度示例区交通运输局部门预算公开说明', '', '示例区交通运输局'],
    ['中共示例市交通运输局党组2022年度法治政府建设报告', '', '中共示例市交通运输局党组'],
    ['关于示例市交通运输局试点的通知', '', undefined],
    ['公示', '正文\n示例市人民政府办公室\n2014年12月5日', '示例市人民政府办公室'],
    ['决定', '申请人不服示例区公安局2021年7月6日所作处罚', undefined],
  ];
  for (const [title, text, agency] of agencies) {
    it(`${title} ${text.slice(0, 12)} is by ${agency ?? 'nobody known'}`, () =>
      assert.equal(values({ title, text }).issuingAgency, agency));
  }

  it('never invents: every value from the text stands there, at its place', () => {
    const piece = fc.constantFrom(
      '示交〔2014〕5号',
      '\n',
      '2014年12月5日',
      '示例市交通运输局',
      '依据',
      '文号：',
      '通知',
      '关于',
      '，',
      '示政办2014213号',
      ' ',
      '成文日期\t',
      '《',
      '》',
      '索引号：A/2014-1',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
        (text) => {
          for (const proposal of proposeMetadata({ text })) {
            for (const { place, value, original } of [proposal, ...proposal.alternatives]) {
              if (place.source !== 'text') continue;
              const printed = text.slice(place.start, place.end);
              const compact = (form: string) => form.replaceAll(/\s/gu, '');
              assert.ok(compact(printed).includes(compact(original ?? value)), `${value} from ${printed}`);
            }
          }
        },
      ),
      // The example once joined a title across the number that stood between its lines.
      { numRuns: 2000, examples: [['依据，\n示交〔2014〕5号\n通知']] },
    );
  });

  it('looks only at the ends of a long text', () => {
    const long = `${letter}\n${'正文很长。'.repeat(2_000_000)}\n示例局\n2015年1月1日`;
    assert.equal(values({ text: long }).formedOn, '2015-01-01');
  });
});
