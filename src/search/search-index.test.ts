import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SearchError } from './errors.ts';
import { changesOf, documentOf, find, generated, idsFor, indexOf } from './test-support.ts';
import type { Piece } from './types.ts';

const marked = (pieces: readonly Piece[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text);
const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

describe('words and phrases', () => {
  const documents = [
    { id: 'duty', title: '示例市交通运输局政府信息公开工作要点', publishedOn: '2014-01-02' },
    {
      id: 'road',
      title: '农村公路建设资金分配方案',
      body: '公开招标的结果另行公布。',
      publishedOn: '2014-02-03',
    },
    { id: 'bus', title: '关于优化5G公交智能调度的复函', body: '采用GB/T 31455标准，PM2.5下降。CAFE\u0301。' },
    { id: 'apart', title: '公路客运站名录', body: '信息化改造，逐步公开。' },
  ];
  for (const [text, expected] of [
    ['政府信息公开', ['duty']],
    ['信息 公开', ['duty', 'apart']],
    ['信息公开', ['duty', 'apart']],
    ['"信息公开"', ['duty']],
    ['“信息公开”', ['duty']],
    ['公开 -信息', ['road']],
    ['公开 -"信息公开"', ['road', 'apart']],
    ['公开 －信息', ['road']],
    ['5G', ['bus']],
    ['５ｇ公交', ['bus']],
    ['gb/t 31455', ['bus']],
    ['pm2.5', ['bus']],
    ['不存在的词语', []],
    ['交', ['duty', 'bus']],
    ['函', ['bus']],
    ['cafe\u0301', ['bus']],
    ['café', ['bus']],
    ['公路的名录', ['apart']],
    ['示例市交通运输局-政府信息公开', ['duty']],
  ] as const) {
    test(`${text} finds ${expected.join(', ') || 'nothing'}`, (context) => {
      const index = indexOf(context, documents);
      assert.deepEqual(new Set(idsFor(index, text)), new Set(expected));
    });
  }

  test('a query of exclusions only finds everything else', (context) => {
    const index = indexOf(context, documents);
    assert.deepEqual(new Set(idsFor(index, '-信息')), new Set(['road', 'bus']));
    assert.equal(find(index, '-信息', { facets: true }).total, 2);
  });

  test('an empty query lists everything, newest first', (context) => {
    const index = indexOf(context, documents);
    const result = find(index, '  ');
    assert.equal(result.total, 4);
    assert.deepEqual(
      result.hits.map(({ publishedOn }) => publishedOn),
      ['2014-03-05', '2014-03-05', '2014-02-03', '2014-01-02'],
    );
  });

  test('a text across lines and layout spaces is one phrase', (context) => {
    const index = indexOf(context, [{ id: 'pdf', title: '附件', body: '农 村 公\n路养护  管理' }]);
    assert.deepEqual(idsFor(index, '"农村公路养护管理"'), ['pdf']);
  });
});

describe('numbers', () => {
  const documents = [
    { id: 'twelve', title: '甲', documentNumber: '示交〔2014〕12号', indexNumber: 'SJ001-0300-2014-00012' },
    { id: 'one', title: '乙', documentNumber: '示交〔2014〕1号', indexNumber: 'SJ001-0300-2014-00001' },
    {
      id: 'cites',
      title: '丙',
      body: '根据示交〔2014〕12号，经研究。',
      indexNumber: '640100-115/2017-22498',
    },
    { id: 'penalty', title: '丁', documentNumber: '示环罚字[2022]1-10号', indexNumber: 'X-9' },
  ];
  for (const text of [
    '示交〔2014〕12号',
    '示交[2014]12号',
    '示交(2014)12号',
    '示交（2014）12号',
    '示交【2014】第12号',
    '示交﹝2014﹞０１２号',
    '示交 〔2014〕 12 号',
    '示交2014年12号',
    '示交201412号',
    '示交〔2014〕12',
    '示交〔201412号',
  ])
    test(`${text} finds the document, then who cites it`, (context) => {
      const result = find(indexOf(context, documents), text);
      assert.deepEqual(
        result.hits.map(({ id }) => id),
        ['twelve', 'cites'],
      );
      assert.equal(result.hits[0]!.matchedIn, 'number');
      assert.equal(result.hits[1]!.matchedIn, 'body');
    });

  for (const [text, id] of [
    ['SJ001-0300-2014-00012', 'twelve'],
    ['sj0010300201400012', 'twelve'],
    ['ＳＪ００１－０３００－２０１４－００００１', 'one'],
    ['640100-115/2017-22498', 'cites'],
    ['示环罚字〔2022〕1-10号', 'penalty'],
  ] as const)
    test(`index or joint number ${text} finds ${id}`, (context) => {
      const [first] = find(indexOf(context, documents), text).hits;
      assert.equal(first?.id, id);
      assert.equal(first?.matchedIn, 'number');
    });
});

describe('order', () => {
  const documents = [
    { id: 'body-new', title: '工作动态', body: '推进公交优先发展战略。', publishedOn: '2016-05-01' },
    { id: 'title-old', title: '公交优先发展规划', publishedOn: '2011-05-01' },
    { id: 'title-new', title: '公交优先发展年度计划', publishedOn: '2015-05-01' },
    { id: 'apart', title: '公交优先与城市发展', publishedOn: '2017-05-01' },
    { id: 'exact', title: '《公交优先发展》', publishedOn: '2010-05-01' },
    { id: 'scattered', title: '工作动态', body: '发展。公交优先。', publishedOn: '2018-05-01' },
  ];
  test('relevance: the title itself, the phrase in titles, its words in titles, then texts', (context) => {
    const index = indexOf(context, documents);
    assert.deepEqual(idsFor(index, '公交优先发展'), [
      'exact',
      'title-new',
      'title-old',
      'apart',
      'body-new',
      'scattered',
    ]);
  });

  test('newest and oldest go by the day of publication alone', (context) => {
    const index = indexOf(context, documents);
    const newest = idsFor(index, '公交优先发展', { order: 'newest' });
    assert.deepEqual(newest, ['scattered', 'apart', 'body-new', 'title-new', 'title-old', 'exact']);
    assert.deepEqual(idsFor(index, '公交优先发展', { order: 'oldest' }), newest.toReversed());
  });

  for (const order of ['relevance', 'newest', 'oldest'] as const)
    test(`pages by ${order} join without gap or double`, (context) => {
      const index = indexOf(context, generated(400));
      for (const text of ['道路养护', '', '公共交通 工作']) {
        const whole = idsFor(index, text, { order, limit: 100 });
        const pages: string[] = [];
        for (let offset = 0; offset < 100; offset += 7)
          pages.push(...idsFor(index, text, { order, offset, limit: 7 }));
        assert.deepEqual(pages.slice(0, 100), whole.slice(0, pages.length));
        assert.equal(new Set(whole).size, whole.length);
        assert.equal(find(index, text).total, totalByPaging(index, text));
      }
    });

  function totalByPaging(index: Parameters<typeof idsFor>[0], text: string): number {
    let total = 0;
    for (let offset = 0; ; offset += 100) {
      const page = idsFor(index, text, { offset, limit: 100 });
      total += page.length;
      if (page.length < 100) return total;
    }
  }
});

describe('excerpts', () => {
  test('the match stands in the excerpt of a long text, marked', (context) => {
    const body = `${'无关内容。'.repeat(3000)}隧道照明改造已经完成${'，其他事项。'.repeat(3000)}`;
    const [hit] = find(indexOf(context, [{ title: '通报', body }]), '隧道照明').hits;
    assert.deepEqual(marked(hit!.excerpt), ['隧道照明']);
    assert.ok(joined(hit!.excerpt).length < 200);
    assert.equal(hit!.matchedIn, 'body');
  });

  test('marks follow the original writing: full-width, line breaks, capitals', (context) => {
    const [hit] = find(indexOf(context, [{ title: '通报', body: '采用ＧＰＳ定\n位系统。' }]), 'gps定位').hits;
    assert.deepEqual(marked(hit!.excerpt), ['ＧＰＳ定 位']);
  });

  test('the title is marked and stays whole', (context) => {
    const title = '关于印发《公交优先发展规划》的通知';
    const [hit] = find(indexOf(context, [{ title }]), '印发公交规划').hits;
    assert.equal(joined(hit!.titleHighlighted), title);
    assert.deepEqual(marked(hit!.titleHighlighted), ['印发', '公交', '规划']);
    assert.equal(hit!.matchedIn, 'title');
  });

  test('text that looks like HTML stays text', (context) => {
    const [hit] = find(indexOf(context, [{ title: '通报', body: '<b onclick=x>桥梁</b>' }]), '桥梁').hits;
    assert.equal(joined(hit!.excerpt), '<b onclick=x>桥梁</b>');
  });

  test('a match in an attachment names it', (context) => {
    const attachments = [
      { name: '附件1.docx', text: '名单' },
      { name: '附件2.xlsx', text: '车辆购置补贴明细：某某公司' },
    ];
    const [hit] = find(indexOf(context, [{ title: '公示', attachments }]), '购置补贴').hits;
    assert.equal(hit!.matchedIn, 'attachment');
    assert.equal(hit!.attachmentName, '附件2.xlsx');
    assert.deepEqual(marked(hit!.excerpt), ['购置补贴']);
  });

  test('a number is not marked inside a longer one', (context) => {
    const [hit] = find(indexOf(context, [{ title: '通报', body: '共2012辆，其中12辆报废' }]), '12').hits;
    assert.deepEqual(marked(hit!.excerpt), ['12']);
    assert.match(joined(hit!.excerpt), /共2012辆/);
  });
});

describe('filters and facets', () => {
  test('each filter narrows as looking at every document would', (context) => {
    const documents = generated(600);
    const index = indexOf(context, documents);
    for (const [filters, keep] of [
      [{ agencyId: 'gov' }, (d) => d.agencyId === 'gov'],
      [{ unitId: 'u2', categoryId: 'c1' }, (d) => d.unitId === 'u2' && d.categoryId === 'c1'],
      [{ section: 'guide' }, () => false],
      [{ genre: '意见' }, (d) => d.genre === '意见'],
      [{ status: 'repealed' }, (d) => d.status === 'repealed'],
      [{ year: 2014 }, (d) => d.publishedOn.startsWith('2014')],
      [{ year: 99999 }, () => false],
      [{ from: '2012-02-29' }, (d) => d.publishedOn >= '2012-02-29'],
      [{ to: '2013-12-31' }, (d) => d.publishedOn <= '2013-12-31'],
      [
        { year: 2012, from: '2012-06-01', agencyId: 'jt' },
        (d) => /^2012-(0[6-9]|1)/.test(d.publishedOn) && d.agencyId === 'jt',
      ],
    ] as [object, (d: (typeof documents)[number]) => boolean][]) {
      const expected = documents.filter((d) => keep(d) && d.title.includes('道路养护')).map(({ id }) => id);
      const result = find(index, '"道路养护"', { ...filters, limit: 100 });
      const inTitle = result.hits.filter(({ title }) => title.includes('道路养护')).map(({ id }) => id);
      assert.deepEqual(new Set(inTitle), new Set(expected), JSON.stringify(filters));
      assert.equal(find(index, '', filters).total, documents.filter(keep).length, JSON.stringify(filters));
    }
  });

  test('facets count under all filters but their own; the total under all', (context) => {
    const documents = generated(500);
    const index = indexOf(context, documents);
    const filters = { agencyId: 'gov', year: 2014 };
    const { facets, total, totalIsExact } = find(index, '道路养护', { ...filters, facets: true });
    const has = (d: (typeof documents)[number]) => `${d.title}${d.body}`.includes('道路养护');
    const inYear = documents.filter((d) => has(d) && d.publishedOn.startsWith('2014'));
    const count = (key: 'agencyId' | 'unitId', list: typeof documents) => {
      const counts = Object.groupBy(list, (d) => d[key]!);
      return Object.fromEntries(Object.entries(counts).map(([value, all]) => [value, all!.length]));
    };
    const found = (list: { value: string; count: number }[]) =>
      Object.fromEntries(list.map(({ value, count }) => [value, count]));
    assert.deepEqual(found(facets!.agencyId), count('agencyId', inYear));
    const inAgency = inYear.filter((d) => d.agencyId === 'gov');
    assert.deepEqual(found(facets!.unitId), count('unitId', inAgency));
    assert.equal(total, inAgency.length);
    assert.equal(totalIsExact, true);
    assert.ok(facets!.year.length > 5);
    assert.equal(facets!.agencyId.find(({ value }) => value === 'gov')?.label, '示例市人民政府办公室');
  });

  test('a date that is none is refused', (context) => {
    const index = indexOf(context, []);
    for (const from of ['2014-02-30', '2014', '', "' OR 1=1"])
      assert.throws(
        () => find(index, 'x', { from }),
        (error: SearchError) => error instanceof SearchError && error.code === 'SEARCH_DATE_INVALID',
      );
  });
});

describe('hostile queries', () => {
  const hostile = [
    '"',
    '""',
    '"未闭合',
    '“未闭合',
    'title:甲 OR body:乙',
    'a AND NOT OR NEAR(b c, 2)',
    '*',
    '^通知',
    '通知*',
    '{title body}:x',
    "'; DROP TABLE document; --",
    '(((((',
    '- - -',
    '--',
    '-"',
    '-通知 -养护',
    '\0通\0知\0',
    '\ud800通知\udc00',
    '\ud800',
    '，。《》……！',
    '通知'.repeat(5000),
    'a '.repeat(5000),
    '"'.repeat(10_000),
    '-a '.repeat(3000),
    '('.repeat(10_000),
    '示交〔2014〕'.repeat(900),
    '\u202e\u200b\ufeff',
    '𠮷野家',
    '🚌🚌',
    'ﷺ',
    'İSTANBUL',
    '%_\\',
    '1'.repeat(10_000),
  ];
  for (const text of hostile)
    test(`${JSON.stringify(text.slice(0, 24))} is a query like any other`, (context) => {
      const index = indexOf(context, generated(30));
      const result = find(index, text, { facets: true, offset: -1, limit: 1e9 });
      assert.equal(result.total, result.hits.length);
      assert.equal(find(index, text, { order: 'oldest' }).total, result.total);
      index.suggest(text, 10);
      assert.equal(index.count(), 30);
    });

  test('the tenth thousandth of a character still matches when it is in the part that is read', (context) => {
    const index = indexOf(context, [{ id: 'x', title: '长标题' }]);
    const result = find(index, `长标题${' '.repeat(20_000)}`);
    assert.equal(result.hits[0]?.id, 'x');
    assert.equal(result.understood.truncated, true);
  });

  test('only punctuation is said to be nothing to find', (context) => {
    const result = find(indexOf(context, generated(3)), '，。！？');
    assert.equal(result.understood.nothingToFind, true);
    assert.equal(result.total, 0);
  });
});

describe('no match', () => {
  test('wider queries are offered, and each finds what it says', (context) => {
    const index = indexOf(context, [
      { title: '公交票价听证会公告', publishedOn: '2014-05-05' },
      { title: '出租汽车运价调整通告', publishedOn: '2013-05-05' },
    ]);
    for (const [text, filters, kind] of [
      ['公交 运价', {}, 'drop-word'],
      ['公交 -听证会', {}, 'drop-exclusions'],
      ['"票价公交"', {}, 'unquote'],
      ['公交', { year: 2013 }, 'drop-filters'],
    ] as const) {
      const { suggestions, total } = find(index, text, filters);
      assert.equal(total, 0, text);
      const offered = suggestions.find((suggestion) => suggestion.kind === kind);
      assert.ok(offered, `${text}: ${kind}`);
      const widened = find(index, offered.text, offered.filtersDropped ? {} : filters);
      assert.equal(widened.total, offered.total);
    }
  });

  test('nothing is offered where something matched', (context) => {
    assert.deepEqual(find(indexOf(context, generated(5)), '通知').suggestions, []);
  });
});

describe('suggestions while typing', () => {
  test('titles that begin so come first, then titles that contain it, no title twice', (context) => {
    const index = indexOf(context, [
      { id: 'a', title: '公交优先发展规划', publishedOn: '2012-01-01' },
      { id: 'b', title: '关于公交优先的意见', publishedOn: '2016-01-01' },
      { id: 'c', title: '公交优先发展规划', publishedOn: '2011-01-01' },
      { id: 'd', title: '轨道交通规划', publishedOn: '2011-01-01' },
    ]);
    assert.deepEqual(
      index.suggest('公交优', 5).map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(index.suggest('公交优', 1).length, 1);
    assert.deepEqual(index.suggest('《', 5), []);
  });
});

describe('applying', () => {
  test('changes at or before the cursor are passed over; the cursor follows', (context) => {
    const index = indexOf(context, [{ id: 'a', title: '桥梁文件' }]);
    assert.equal(index.cursor(), 0);
    index.apply([{ seq: 0, id: 'a', document: documentOf({ id: 'a', title: '隧道文件' }) }]);
    assert.deepEqual(idsFor(index, '桥梁文件'), ['a']);
    index.apply([{ seq: 5, id: 'a', document: documentOf({ id: 'a', title: '港口文件' }) }]);
    assert.deepEqual(idsFor(index, '桥梁文件'), []);
    assert.deepEqual(idsFor(index, '港口文件'), ['a']);
    assert.equal(index.cursor(), 5);
    assert.equal(index.count(), 1);
  });

  test('an item that cannot be indexed is refused by name and does not hold up the rest', (context) => {
    const index = indexOf(context, []);
    const refused = index.apply([
      { seq: 0, id: 'bad', document: documentOf({ id: 'bad', publishedOn: '2014-13-01' }) },
      ...changesOf([{ id: 'good', title: '好文件' }], 1),
    ]);
    assert.deepEqual(
      refused.map(({ code, details }) => [code, details.id]),
      [['INDEX_CHANGE_INVALID', 'bad']],
    );
    assert.deepEqual(idsFor(index, ''), ['good']);
    assert.equal(index.cursor(), 1);
  });

  test('dates before 1949 and after 2204 are kept and stand at the ends', (context) => {
    const index = indexOf(context, [
      { id: 'old', publishedOn: '1912-01-01' },
      { id: 'now', publishedOn: '2026-01-01' },
      { id: 'far', publishedOn: '2999-01-01' },
    ]);
    assert.deepEqual(idsFor(index, '', { order: 'oldest' }), ['old', 'now', 'far']);
  });
});
