import { addWorkingDays, workingDaysBetween } from './calendar.ts';
import { dateParts } from './date.ts';
import { type Statute, statuteOn } from './statute.ts';
import { type ReasonRule, reason, type TimelinessReason } from './timeliness-reasons.ts';

/** Working days a proactive disclosure may take: 《条例》2007 第十八条, 2019 第二十六条. */
export const PROACTIVE_LIMIT_DAYS = 20;

/** Working days before the due date from which an unpublished item shows as due soon, unless told. */
export const DUE_SOON_DAYS = 5;

/**
 * `in-time`, `late`: published; `open`, `due-soon`, `overdue`: not yet; `no-date`: no date formed is
 * known; `not-governed`: formed before 2008-05-01, when no Regulations set a limit.
 */
export const TIMELINESS_STATUSES = [
  'in-time',
  'late',
  'open',
  'due-soon',
  'overdue',
  'no-date',
  'not-governed',
] as const;
export type TimelinessStatus = (typeof TIMELINESS_STATUSES)[number];

/** Labels of the statuses for lists and lights. */
export const TIMELINESS_LABELS: Readonly<Record<TimelinessStatus, { zh: string; en: string }>> = {
  'in-time': { zh: '按时公开', en: 'In time' },
  late: { zh: '逾期公开', en: 'Late' },
  open: { zh: '期限内', en: 'Within the limit' },
  'due-soon': { zh: '即将到期', en: 'Due soon' },
  overdue: { zh: '已逾期未公开', en: 'Overdue' },
  'no-date': { zh: '无成文日期', en: 'No date formed' },
  'not-governed': { zh: '条例施行前形成', en: 'Formed before the Regulations' },
};

/** Legal dates ('YYYY-MM-DD'). */
export interface TimelinessInput {
  /** Date formed (成文日期), or the date of the change that set a new period running. */
  readonly formedOn: string | null | undefined;
  /** Date first public, if it is. */
  readonly publishedOn?: string | null | undefined;
  /** The day the question is asked; rules never read the clock. */
  readonly today: string;
  readonly dueSoonDays?: number;
}

/** Where an item stands against the statutory limit, with the chain of reasons. */
export interface Timeliness {
  readonly statute: Statute | null;
  readonly limitDays: number;
  /** Last day to publish, or null when no limit applies. */
  readonly dueOn: string | null;
  /** The due date may still move: a year on the way has no published holiday arrangement. */
  readonly provisional: boolean;
  /** Working days from formed to published, or to today; 0 when it was published before it was formed. */
  readonly elapsedWorkingDays: number | null;
  readonly status: TimelinessStatus;
  /** Working days after the due date, up to publication or today; 0 when not late. */
  readonly daysLate: number;
  readonly reasons: readonly TimelinessReason[];
}

function ungoverned(status: 'no-date' | 'not-governed', rule: ReasonRule, date?: string): Timeliness {
  return {
    statute: null,
    limitDays: PROACTIVE_LIMIT_DAYS,
    dueOn: null,
    provisional: false,
    elapsedWorkingDays: null,
    status,
    daysLate: 0,
    reasons: [reason(rule, { statute: null, date })],
  };
}

function statusOf(input: TimelinessInput, dueOn: string): TimelinessStatus {
  if (input.publishedOn) return input.publishedOn <= dueOn ? 'in-time' : 'late';
  if (input.today > dueOn) return 'overdue';
  const left = workingDaysBetween(input.today, dueOn).days;
  return left <= (input.dueSoonDays ?? DUE_SOON_DAYS) ? 'due-soon' : 'open';
}

const STATUS_RULE: Partial<Record<TimelinessStatus, ReasonRule>> = {
  'in-time': 'published-in-time',
  late: 'published-late',
  overdue: 'not-published',
};

/**
 * Measures a proactive disclosure against the 20 working days from the day the information was formed or
 * changed; that day is not counted. The version of the Regulations is the one in force on `formedOn`.
 * 《条例》2007 第十八条; 2019 第二十六条. Shorter terms of special laws are not this rule.
 * @throws CalendarError 'BAD_DATE', 'OUT_OF_RANGE'
 */
export function timeliness(input: TimelinessInput): Timeliness {
  const { formedOn, publishedOn, today } = input;
  if (!formedOn) return ungoverned('no-date', 'no-date-formed');
  const statute = statuteOn(formedOn);
  if (!statute) return ungoverned('not-governed', 'before-regulations', formedOn);
  dateParts(today);
  const due = addWorkingDays(formedOn, PROACTIVE_LIMIT_DAYS);
  const status = statusOf(input, due.date);
  const measuredOn = publishedOn ?? today;
  const daysLate = Math.max(0, workingDaysBetween(due.date, measuredOn).days);
  const elapsed = workingDaysBetween(formedOn, measuredOn).days;
  const last = STATUS_RULE[status];
  const facts = { statute, daysLate };
  const reasons = [
    reason('clock-starts', { ...facts, date: formedOn }),
    reason('due', { ...facts, date: due.date }),
    ...(due.provisional ? [reason('provisional', { ...facts, date: due.date })] : []),
    ...(publishedOn && publishedOn < formedOn
      ? [reason('published-before-formed', { ...facts, date: publishedOn })]
      : []),
    ...(last ? [reason(last, { ...facts, date: measuredOn })] : []),
  ];
  return {
    statute,
    limitDays: PROACTIVE_LIMIT_DAYS,
    dueOn: due.date,
    provisional: due.provisional,
    elapsedWorkingDays: Math.max(0, elapsed),
    status,
    daysLate,
    reasons,
  };
}
