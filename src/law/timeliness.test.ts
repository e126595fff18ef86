import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWorkingDay } from './calendar.ts';
import { CalendarError } from './errors.ts';
import { statuteOn } from './statute.ts';
import { TIMELINESS_LABELS, TIMELINESS_STATUSES, timeliness } from './timeliness.ts';

describe('the version of the Regulations', () => {
  const rows = [
    ['1999-01-01', null],
    ['2008-04-30', null],
    ['2008-05-01', 'OGI2007'],
    ['2019-05-14', 'OGI2007'],
    ['2019-05-15', 'OGI2019'],
    ['2026-08-07', 'OGI2019'],
  ] as const;
  for (const [date, statute] of rows)
    it(`is ${statute ?? 'none'} on ${date}`, () => assert.equal(statuteOn(date), statute));
});

describe('timeliness of proactive disclosure', () => {
  // formed, published, today, statute, due, elapsed, status, days late
  const rows = [
    ['W25, last day', '2019-12-31', '2020-02-05', '2020-03-01', 'OGI2019', '2020-02-05', 20, 'in-time', 0],
    ['W25, a day late', '2019-12-31', '2020-02-06', '2020-03-01', 'OGI2019', '2020-02-05', 21, 'late', 1],
    [
      'published on the day formed',
      '2014-03-03',
      '2014-03-03',
      '2014-05-01',
      'OGI2007',
      '2014-03-31',
      0,
      'in-time',
      0,
    ],
    [
      'a swapped Sunday is the due day',
      '2014-08-29',
      '2014-09-28',
      '2015-01-01',
      'OGI2007',
      '2014-09-28',
      20,
      'in-time',
      0,
    ],
    [
      'late over National Day',
      '2014-09-02',
      '2014-10-08',
      '2015-01-01',
      'OGI2007',
      '2014-09-30',
      21,
      'late',
      1,
    ],
    [
      'last day of the old version',
      '2019-05-14',
      '2019-06-12',
      '2019-07-01',
      'OGI2007',
      '2019-06-12',
      20,
      'in-time',
      0,
    ],
    [
      'first day of the new version',
      '2019-05-15',
      '2019-06-14',
      '2019-07-01',
      'OGI2019',
      '2019-06-13',
      21,
      'late',
      1,
    ],
    ['not published, far off', '2026-08-03', null, '2026-08-04', 'OGI2019', '2026-08-31', 1, 'open', 0],
    ['six working days left', '2026-08-03', null, '2026-08-21', 'OGI2019', '2026-08-31', 14, 'open', 0],
    ['five working days left', '2026-08-03', null, '2026-08-24', 'OGI2019', '2026-08-31', 15, 'due-soon', 0],
    ['the due day itself', '2026-08-03', null, '2026-08-31', 'OGI2019', '2026-08-31', 20, 'due-soon', 0],
    ['the day after', '2026-08-03', null, '2026-09-01', 'OGI2019', '2026-08-31', 21, 'overdue', 1],
    ['overdue on a rest day', '2026-08-07', null, '2026-09-05', 'OGI2019', '2026-09-04', 20, 'overdue', 0],
    [
      'published before it was formed',
      '2026-08-07',
      '2026-08-03',
      '2026-09-05',
      'OGI2019',
      '2026-09-04',
      0,
      'in-time',
      0,
    ],
  ] as const;
  for (const [
    name,
    formedOn,
    publishedOn,
    today,
    statute,
    dueOn,
    elapsedWorkingDays,
    status,
    daysLate,
  ] of rows)
    it(`holds for: ${name}`, () => {
      const result = timeliness({ formedOn, publishedOn, today });
      assert.deepEqual(
        {
          statute: result.statute,
          dueOn: result.dueOn,
          elapsedWorkingDays: result.elapsedWorkingDays,
          status: result.status,
          daysLate: result.daysLate,
          limitDays: result.limitDays,
        },
        { statute, dueOn, elapsedWorkingDays, status, daysLate, limitDays: 20 },
      );
    });

  it('names the article of the version that governs, and the day it counts from', () => {
    const old = timeliness({ formedOn: '2014-03-03', today: '2014-03-04' });
    assert.deepEqual(
      old.reasons.map((r) => [r.rule, r.date]),
      [
        ['clock-starts', '2014-03-03'],
        ['due', '2014-03-31'],
      ],
    );
    assert.match(old.reasons[1]!.article, /2007.*第十八条/);
    assert.match(
      timeliness({ formedOn: '2020-03-03', today: '2020-03-04' }).reasons[1]!.article,
      /2019.*第二十六条/,
    );
  });

  it('is provisional when the way leads through a year without an arrangement', () => {
    const result = timeliness({ formedOn: '2060-12-20', today: '2060-12-21' });
    assert.equal(result.provisional, true);
    assert.ok(result.reasons.some((r) => r.rule === 'provisional'));
  });

  it('says when the date published is before the date formed', () => {
    const result = timeliness({ formedOn: '2026-08-07', publishedOn: '2026-08-03', today: '2026-09-05' });
    assert.ok(result.reasons.some((r) => r.rule === 'published-before-formed'));
  });

  it('has no limit for information formed before the Regulations or without a date', () => {
    for (const [formedOn, status] of [
      [null, 'no-date'],
      ['', 'no-date'],
      ['1998-06-01', 'not-governed'],
      ['2008-04-30', 'not-governed'],
    ] as const) {
      const result = timeliness({ formedOn, publishedOn: '2015-01-05', today: '2015-02-01' });
      assert.deepEqual([result.status, result.dueOn, result.daysLate], [status, null, 0]);
    }
  });

  it('takes the due-soon window as a parameter', () => {
    const input = { formedOn: '2026-08-03', today: '2026-08-24' };
    assert.equal(timeliness({ ...input, dueSoonDays: 4 }).status, 'open');
    assert.equal(timeliness({ ...input, dueSoonDays: 0 }).status, 'open');
  });

  it('refuses a date that is none', () => {
    assert.throws(() => timeliness({ formedOn: '2026-02-30', today: '2026-08-24' }), CalendarError);
    assert.throws(() => timeliness({ formedOn: '2026-02-03', today: 'today' }), CalendarError);
  });

  it('never lets the light go back: as today moves on, an open item only comes nearer to overdue', () => {
    const order = ['open', 'due-soon', 'overdue'];
    const day = fc
      .integer({ min: 0, max: 6000 })
      .map((days) => Temporal.PlainDate.from('2008-05-01').add({ days }));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (formed, wait) => {
        const formedOn = formed.toString();
        const at = (days: number) => timeliness({ formedOn, today: formed.add({ days }).toString() });
        assert.ok(order.indexOf(at(wait).status) <= order.indexOf(at(wait + 1).status));
        assert.ok(isWorkingDay(at(wait).dueOn!));
      }),
    );
  });

  it('has a label for every status', () => {
    assert.deepEqual(Object.keys(TIMELINESS_LABELS).sort(), [...TIMELINESS_STATUSES].sort());
  });
});
