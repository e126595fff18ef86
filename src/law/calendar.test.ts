import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addMonths,
  addNaturalDays,
  addWorkingDays,
  isWorkingDay,
  knownYears,
  workingDaysBetween,
} from './calendar.ts';
import { CalendarError, type CalendarErrorCode } from './errors.ts';
import workedExamples from './fixtures/worked-examples.json' with { type: 'json' };
import oracle from './fixtures/working-days.json' with { type: 'json' };

const FIRST = Temporal.PlainDate.from('2008-05-01');
const LAST = Temporal.PlainDate.from('2026-12-31');

function oracleDates(byYear: Record<string, string>): Set<string> {
  const dates = Object.entries(byYear).flatMap(([year, list]) =>
    list.split(' ').map((monthDay) => `${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`),
  );
  return new Set(dates);
}

const off = oracleDates(oracle.off);
const work = oracleDates(oracle.work);

function oracleSays(date: Temporal.PlainDate): boolean {
  const text = date.toString();
  return date.dayOfWeek > 5 ? work.has(text) : !off.has(text);
}

function refuses(run: () => unknown, code: CalendarErrorCode): void {
  assert.throws(run, (error: unknown) => error instanceof CalendarError && error.code === code);
}

const published = fc
  .integer({ min: 0, max: FIRST.until(LAST).days })
  .map((days) => FIRST.add({ days }).toString());

describe('the official working-day calendar', () => {
  it('agrees with the independent data set on every day from 2008-05-01 to 2026-12-31', () => {
    let days = 0;
    for (let date = FIRST; Temporal.PlainDate.compare(date, LAST) <= 0; date = date.add({ days: 1 })) {
      assert.equal(isWorkingDay(date.toString()), oracleSays(date), date.toString());
      days++;
    }
    assert.equal(days, 6819);
    assert.ok(off.size > 250 && work.size > 100);
  });

  it('walks day by day to the same due date as the tables give', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 60 }), (start, count) => {
        let date = Temporal.PlainDate.from(start);
        let left = count;
        while (left > 0 && Temporal.PlainDate.compare(date, LAST) < 0) {
          date = date.add({ days: 1 });
          if (oracleSays(date)) left--;
        }
        fc.pre(left === 0);
        assert.deepEqual(addWorkingDays(start, count), { date: date.toString(), provisional: false });
      }),
    );
  });

  for (const example of workedExamples)
    it(`gives the worked example ${example.id} of the reference`, () => {
      const excluded = example.stop ? [{ from: example.stop[0]!, to: example.stop[1]! }] : [];
      const due =
        example.kind === 'wd'
          ? addWorkingDays(example.from, example.n, excluded)
          : example.kind === 'nd'
            ? addNaturalDays(example.from, example.n)
            : addMonths(example.from, example.n);
      assert.deepEqual(due, { date: example.expect, provisional: false });
    });

  it('takes a PlainDate as well as a string', () => {
    assert.equal(isWorkingDay(Temporal.PlainDate.from('2020-01-19')), true);
    assert.equal(addWorkingDays(Temporal.PlainDate.from('2019-12-31'), 20).date, '2020-02-05');
  });
});

describe('periods', () => {
  it('end on a working day and count back to their own length', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 400 }), (start, count) => {
        const due = addWorkingDays(start, count);
        assert.equal(isWorkingDay(due.date), true);
        assert.equal(workingDaysBetween(start, due.date).days, count);
      }),
    );
  });

  it('count the same forwards and backwards', () => {
    fc.assert(
      fc.property(published, published, (a, b) => {
        assert.equal(workingDaysBetween(a, b).days, -workingDaysBetween(b, a).days + 0);
      }),
    );
  });

  it('are longer by exactly the excluded working days, however the spans overlap', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom('2014-04-21', '2019-12-31', '2022-04-18'), spans, (start, list) => {
        const base = Temporal.PlainDate.from(start);
        const excluded = list.map(([from, length]) => ({
          from: base.add({ days: from }),
          to: base.add({ days: from + length }),
        }));
        let left = 20;
        let date = base;
        while (left > 0) {
          date = date.add({ days: 1 });
          const skipped = excluded.some(
            (s) =>
              Temporal.PlainDate.compare(s.from, date) <= 0 && Temporal.PlainDate.compare(date, s.to) <= 0,
          );
          if (!skipped && oracleSays(date)) left--;
        }
        assert.equal(addWorkingDays(start, 20, excluded).date, date.toString());
      }),
    );
  });

  it('of no days end where they start', () => {
    assert.deepEqual(addWorkingDays('2026-10-03', 0), { date: '2026-10-03', provisional: false });
    assert.equal(workingDaysBetween('2026-10-03', '2026-10-03').days, 0);
  });

  it('of months end at the end of a shorter month, rolled', () => {
    assert.equal(addMonths('2024-01-31', 1).date, '2024-02-29');
    assert.equal(addMonths('2022-12-31', 2).date, '2023-02-28');
    assert.equal(addMonths('2023-07-31', 14).date, '2024-09-30');
  });
});

describe('years without a published arrangement', () => {
  it('are those the data do not hold', () => {
    const years = knownYears();
    assert.equal(years[0], 2004);
    assert.ok(years.includes(2026));
    assert.equal(years.length, years.at(-1)! - 2004 + 1, 'no year is missing in between');
  });

  const next = knownYears().at(-1)! + 1;

  it('make a due date provisional as soon as one of their days is walked', () => {
    assert.equal(addWorkingDays(`${next - 1}-12-01`, 5).provisional, false);
    assert.equal(addWorkingDays(`${next - 1}-12-20`, 20).provisional, true);
    assert.equal(workingDaysBetween(`${next - 1}-12-20`, `${next}-01-04`).provisional, true);
    assert.equal(addNaturalDays(`${next - 1}-12-01`, 60).provisional, true);
    assert.equal(addMonths(`${next - 1}-11-15`, 6).provisional, true);
  });

  it('still keep the days off that the law itself fixes', () => {
    // 除夕 2098-02-10 to 初三, 清明, 劳动节, 端午 2098-06-03…: far beyond any notice.
    for (const date of ['2098-01-01', '2098-05-01', '2098-10-01', '2098-10-02', '2098-10-03'])
      assert.equal(isWorkingDay(date), false, date);
    for (const date of ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-04-04', '2028-10-03'])
      assert.equal(isWorkingDay(date), false, date);
    assert.equal(isWorkingDay('2028-01-24'), true);
  });
});

describe('dates that cannot be', () => {
  for (const value of [
    '',
    '2023-2-3',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023/02/03',
    '20230203',
    '2023-02-03T00:00',
    '２０２３-02-03',
  ])
    it(`refuses ${JSON.stringify(value)}`, () => refuses(() => isWorkingDay(value), 'BAD_DATE'));

  it('refuses a day outside the calendar', () => {
    refuses(() => isWorkingDay('2003-12-31'), 'OUT_OF_RANGE');
    refuses(() => isWorkingDay('2100-01-01'), 'OUT_OF_RANGE');
    refuses(() => addWorkingDays('2099-12-20', 40), 'OUT_OF_RANGE');
    refuses(() => addNaturalDays('2099-12-20', 40), 'OUT_OF_RANGE');
    refuses(() => addNaturalDays('2099-12-20', Number.MAX_SAFE_INTEGER), 'OUT_OF_RANGE');
    refuses(() => addMonths('2099-12-20', 1), 'OUT_OF_RANGE');
  });

  it('refuses a count that is not a whole number of zero or more', () => {
    for (const count of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      refuses(() => addWorkingDays('2024-01-02', count), 'BAD_COUNT');
  });

  it('refuses an excluded span that runs backwards', () => {
    refuses(() => addWorkingDays('2024-01-02', 20, [{ from: '2024-01-10', to: '2024-01-05' }]), 'BAD_SPAN');
  });
});
