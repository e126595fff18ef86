import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachmentDisposition } from '../platform/index.ts';
import { orderedHeadings } from './body.ts';
import { rolledUp } from './category-tree.ts';
import { dateInWords, sizeInWords, wallTime } from './format.ts';
import { publicationTime } from './meta.ts';
import { summariseTimeliness } from './timeliness-words.ts';

test('headings of any document follow on each other without a gap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.constantFrom(2, 3), (levels, first) => {
      const html = orderedHeadings(
        levels.map((level) => `<h${level} class="x">t</h${level}>`).join(''),
        first,
      );
      const pairs = [...html.matchAll(/<h(\d)[^>]*>t<\/h(\d)>/g)].map((m) => [Number(m[1]), Number(m[2])]);
      assert.equal(pairs.length, levels.length);
      pairs.reduce((before, [opened, closed]) => {
        assert.equal(opened, closed);
        assert.ok(opened! >= first && opened! <= before + 1);
        return opened!;
      }, first - 1);
    }),
  );
});

test('a file name of any kind stays one header that gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachmentDisposition(name);
      assert.match(
        header,
        /^attachment; filename="[^"\u0000-\u001f\u007f-\uffff]*"; filename\*=UTF-8''[!-~]*$/,
      );
      const given = decodeURIComponent(header.split("UTF-8''")[1]!);
      assert.equal(given, name.toWellFormed().replace(/[\u0000-\u001f\u007f/\\]/g, '_'));
    }),
  );
});

test('a category counts what stands in and below it', () => {
  const category = (id: string, parentId: string | null) => ({
    id,
    parentId,
    code: id,
    agencyId: 'a',
    name: id,
    nameEn: '',
    indexClass: '0100',
    position: 0,
    active: true,
    publishedCount: 0,
  });
  const tree = rolledUp(
    [category('a', null), category('b', 'a'), category('c', 'b'), category('d', null), category('e', 'a')],
    new Map([
      ['a', 1],
      ['b', 2],
      ['c', 4],
      ['e', 8],
    ]),
  );
  assert.deepEqual(
    tree.map(({ id, depth, total, ids }) => [id, depth, total, ids.length]),
    [
      ['a', 0, 15, 4],
      ['b', 1, 6, 2],
      ['c', 2, 4, 1],
      ['e', 1, 8, 1],
      ['d', 0, 0, 1],
    ],
  );
});

test('times are those of Asia/Shanghai', () => {
  assert.equal(wallTime('2026-11-22T16:05:59.999Z'), '2026-11-23 00:05');
  assert.equal(publicationTime('2026-11-23', '2026-11-22T16:05:00.000Z'), '2026-11-23 00:05');
  assert.equal(publicationTime('2014-05-12', '2026-11-22T16:05:00.000Z'), '2014-05-12 00:00');
  assert.equal(dateInWords('2014-05-02', 'zh'), '2014年5月2日');
  assert.equal(dateInWords('2014-05-02', 'en'), '2 May 2014');
});

test('sizes are rounded for people', () => {
  const table: [number, string][] = [
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [1_048_000, '1.0 MB'],
    [52_428_800, '50 MB'],
  ];
  for (const [bytes, words] of table) assert.equal(sizeInWords(bytes), words);
});

test('the summary of timeliness counts twenty working days as in time', () => {
  const rows = [0, 20, 21, null].map((daysToPublish) => ({ daysToPublish }) as never);
  assert.deepEqual(summariseTimeliness(rows), { count: 3, inTime: 2, late: 1, medianDays: 20 });
  assert.equal(summariseTimeliness([{ daysToPublish: null } as never]), null);
});
