import { DomainError } from '../platform/errors.ts';

/**
 * What can go wrong with a legal date. `BAD_DATE`: not a real 'YYYY-MM-DD' date; `BAD_COUNT`: a number of
 * days or months that is not a whole number of zero or more; `OUT_OF_RANGE`: a day before the first or
 * after the last year of the calendar; `BAD_SPAN`: an excluded span that ends before it begins.
 */
export type CalendarErrorCode = 'BAD_DATE' | 'BAD_COUNT' | 'OUT_OF_RANGE' | 'BAD_SPAN';

/** Raised by the calendar and by every rule that stands on it. */
export class CalendarError extends DomainError<CalendarErrorCode> {}

/** User texts of this room, Chinese first; keys are `error.<code>`. */
export const lawMessages: Readonly<Record<`error.${CalendarErrorCode}`, { zh: string; en: string }>> = {
  'error.BAD_DATE': {
    zh: '“{value}”不是有效日期，请按“2026-08-07”的格式填写。',
    en: '"{value}" is not a real date. Write it like 2026-08-07.',
  },
  'error.BAD_COUNT': {
    zh: '天数或月数应为不小于零的整数，现为“{value}”。',
    en: 'The number of days or months must be a whole number of zero or more; it is "{value}".',
  },
  'error.OUT_OF_RANGE': {
    zh: '{value}不在工作日历范围内（{firstYear}年至{lastYear}年）。请检查日期是否填错。',
    en: '{value} lies outside the working-day calendar ({firstYear} to {lastYear}). Check the date.',
  },
  'error.BAD_SPAN': {
    zh: '不计入期限的时间段应先始后止，现为{from}至{to}。',
    en: 'A span excluded from the period must not end before it begins: {from} to {to}.',
  },
};
