import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { counted, figuresOf, median, type PublishedItem } from './records.ts';
import { textBlocks } from './text-blocks.ts';

const item = (over: Partial<PublishedItem> = {}): PublishedItem => ({
  itemId: 'a',
  seq: 1,
  indexNumber: 'CS10107-0400-2014-00001',
  title: '通告',
  formedOn: '2014-03-03',
  publishedOn: '2014-03-10',
  updatedAt: '2014-03-10T08:00:00.000Z',
  daysToPublish: 5,
  category: '公共服务类',
  withdrawnByYearEnd: false,
  ...over,
});

describe('counting a year', () => {
  const rows: [string, Partial<PublishedItem>, number][] = [
    ['counts an item published in it', {}, 1],
    ['counts its first day', { publishedOn: '2014-01-01', formedOn: '2013-12-30' }, 1],
    ['counts its last day', { publishedOn: '2014-12-31' }, 1],
    ['leaves out the year before', { publishedOn: '2013-12-31' }, 0],
    ['leaves out the year after', { publishedOn: '2015-01-01' }, 0],
    ['leaves out what was withdrawn by its end', { withdrawnByYearEnd: true }, 0],
  ];
  for (const [name, over, expected] of rows)
    it(name, () => assert.equal(counted([item(over)], 2014).length, expected));

  it('measures timeliness to the day: the twentieth working day is in time, the next one late', () => {
    // 2014-03-03 + 20 working days = 2014-03-31.
    const { timeliness } = figuresOf(
      [
        item({ publishedOn: '2014-03-31' }),
        item({ publishedOn: '2014-04-01' }),
        item({ formedOn: null, daysToPublish: null }),
      ],
      [],
      [],
      2014,
    );
    assert.deepEqual(
      [timeliness.inTime, timeliness.late, timeliness.notMeasured, timeliness.limitDays],
      [1, 1, 1, 20],
    );
  });

  it('shows a category without items with its zero, in the order of the catalogue', () => {
    const { proactive } = figuresOf([item()], [], ['权力运行类', '公共服务类'], 2014);
    assert.deepEqual(Object.entries(proactive.byCategory), [
      ['权力运行类', 0],
      ['公共服务类', 1],
    ]);
  });

  it('always adds up: categories to the total, timeliness to the total', () => {
    const items = fc.array(
      fc.record({
        category: fc.constantFrom('甲', '乙', '丙'),
        year: fc.constantFrom(2013, 2014, 2015),
        withdrawnByYearEnd: fc.boolean(),
        formedOn: fc.constantFrom(null, '2008-01-02', '2014-01-02', '2014-06-03'),
      }),
    );
    fc.assert(
      fc.property(items, (list) => {
        const made = list.map(({ year, ...over }) => item({ ...over, publishedOn: `${year}-06-12` }));
        const { proactive, timeliness } = figuresOf(made, [], ['甲'], 2014);
        const sum = Object.values(proactive.byCategory).reduce((total, count) => total + count, 0);
        assert.equal(sum, proactive.total);
        assert.equal(timeliness.inTime + timeliness.late + timeliness.notMeasured, proactive.total);
        assert.equal(
          proactive.total,
          list.filter((one) => one.year === 2014 && !one.withdrawnByYearEnd).length,
        );
      }),
    );
  });

  it('takes the middle value', () => {
    assert.deepEqual([median([]), median([7]), median([9, 1, 4]), median([4, 1, 10, 2])], [null, 7, 4, 3]);
  });
});

describe('an officer’s text', () => {
  it('is paragraphs and tables, rule lines dropped, rows fitted to the header', () => {
    assert.deepEqual(textBlocks('一段\n\n| 任务 | 单位 |\n|---|---|\n| 甲 |\n| 乙 | 丙 | 丁 |\r\n末段'), [
      { kind: 'paragraph', text: '一段' },
      {
        kind: 'table',
        header: ['任务', '单位'],
        rows: [
          ['甲', ''],
          ['乙', '丙'],
        ],
      },
      { kind: 'paragraph', text: '末段' },
    ]);
  });
});
