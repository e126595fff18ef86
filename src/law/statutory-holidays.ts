import chineseDays from 'chinese-days';

/** The library answers with ISO dates, its month counted from 1. */
const lunar = (year: number, monthDay: string): string =>
  chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date;

function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

function following(date: string, days: number): string[] {
  const first = Temporal.PlainDate.from(date);
  return Array.from({ length: days }, (_, i) => first.add({ days: i }).toString());
}

/**
 * Days off that the law itself fixes, for a year whose yearly arrangement is not published yet:
 * 《全国年节及纪念日放假办法》 as amended 2024-11-10, Art.2 (元旦 1, 春节 4 from the eve, 清明 1, 劳动节 2,
 * 端午 1, 中秋 1, 国庆 3). Bridge days and swapped workdays are only known from the notice, so a date worked
 * out from these is provisional.
 */
export function statutoryHolidays(year: number): string[] {
  return [
    `${year}-01-01`,
    ...following(dayBefore(lunar(year, '01-01')), 4),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
    ...following(`${year}-05-01`, 2),
    lunar(year, '05-05'),
    lunar(year, '08-15'),
    ...following(`${year}-10-01`, 3),
  ];
}
