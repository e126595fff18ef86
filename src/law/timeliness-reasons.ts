import type { Statute } from './statute.ts';

/** The steps by which a timeliness answer is reached. */
export type ReasonRule =
  | 'no-date-formed'
  | 'before-regulations'
  | 'clock-starts'
  | 'due'
  | 'provisional'
  | 'published-before-formed'
  | 'published-in-time'
  | 'published-late'
  | 'not-published';

/** One link in the chain of reasons: the day it speaks of, the rule, its article, and words for people. */
export interface TimelinessReason {
  readonly date?: string;
  readonly rule: ReasonRule;
  readonly article: string;
  readonly text: { readonly zh: string; readonly en: string };
}

interface Facts {
  readonly statute: Statute | null;
  readonly date?: string | undefined;
  readonly daysLate?: number;
}

const LIMIT_ARTICLE: Record<Statute, string> = {
  OGI2007: '《政府信息公开条例》（2007）第十八条',
  OGI2019: '《政府信息公开条例》（2019修订）第二十六条',
};
const FIRST_DAY_ARTICLE = '《民法典》第二百零一条';
const IN_FORCE_ARTICLE = '《政府信息公开条例》（2007）第三十八条';
const HOLIDAYS_ARTICLE = '《全国年节及纪念日放假办法》第七条';

type Text = (facts: Facts) => { zh: string; en: string };

const TEXTS: Record<ReasonRule, Text> = {
  'no-date-formed': () => ({
    zh: '未填成文日期，无法计算公开期限。',
    en: 'No date formed is recorded, so the limit cannot be worked out.',
  }),
  'before-regulations': ({ date }) => ({
    zh: `${date}形成，早于2008年5月1日条例施行，不适用20个工作日的期限。`,
    en: `Formed on ${date}, before the Regulations took effect on 2008-05-01: the limit does not apply.`,
  }),
  'clock-starts': ({ date }) => ({
    zh: `${date}形成或者变更，当日不计入，自次日起算。`,
    en: `Formed or changed on ${date}; that day is not counted, the period runs from the next day.`,
  }),
  due: ({ date }) => ({
    zh: `自形成或者变更之日起20个工作日内公开，第20个工作日为${date}。`,
    en: `To be public within 20 working days; the twentieth is ${date}.`,
  }),
  provisional: () => ({
    zh: '期间涉及的年份尚未公布放假安排，到期日为暂定，公布后重新计算。',
    en: 'The holiday arrangement of a year on the way is not published; the due date is provisional.',
  }),
  'published-before-formed': ({ date }) => ({
    zh: `公开日期${date}早于成文日期，请核对。`,
    en: `The date published, ${date}, is earlier than the date formed. Please check.`,
  }),
  'published-in-time': ({ date }) => ({
    zh: `${date}公开，在期限之内。`,
    en: `Published on ${date}, within the limit.`,
  }),
  'published-late': ({ date, daysLate }) => ({
    zh: `${date}公开，超过期限${daysLate}个工作日。`,
    en: `Published on ${date}, past the limit by ${daysLate} working days.`,
  }),
  'not-published': ({ date, daysLate }) => ({
    zh: `截至${date}仍未公开，已超过期限${daysLate}个工作日。`,
    en: `Not public as of ${date}, past the limit by ${daysLate} working days.`,
  }),
};

function articleOf(rule: ReasonRule, statute: Statute | null): string {
  if (rule === 'clock-starts') return FIRST_DAY_ARTICLE;
  if (rule === 'provisional') return HOLIDAYS_ARTICLE;
  return statute
    ? LIMIT_ARTICLE[statute]
    : rule === 'before-regulations'
      ? IN_FORCE_ARTICLE
      : LIMIT_ARTICLE.OGI2019;
}

/** Builds one reason with its article and its words. */
export function reason(rule: ReasonRule, facts: Facts): TimelinessReason {
  return {
    ...(facts.date ? { date: facts.date } : {}),
    rule,
    article: articleOf(rule, facts.statute),
    text: TEXTS[rule](facts),
  };
}
