export {
  DISCLOSURE_ATTRIBUTES,
  type DisclosureAttribute,
  disclosureGround,
  groundsFor,
  parseDisclosureAttribute,
  reassessmentApplies,
} from './attributes.ts';
export {
  addMonths,
  addNaturalDays,
  addWorkingDays,
  type ComputedDate,
  type ComputedDays,
  isWorkingDay,
  knownYears,
  type Span,
  workingDaysBetween,
} from './calendar.ts';
export { isLegalDate, type LegalDate } from './date.ts';
export { CalendarError, type CalendarErrorCode, lawMessages } from './errors.ts';
export { DISCLOSURE_GROUNDS, type DisclosureGround } from './grounds.ts';
export { STATUTES, type Statute, statuteOn } from './statute.ts';
export {
  DUE_SOON_DAYS,
  PROACTIVE_LIMIT_DAYS,
  TIMELINESS_LABELS,
  TIMELINESS_STATUSES,
  type Timeliness,
  type TimelinessInput,
  type TimelinessStatus,
  timeliness,
} from './timeliness.ts';
export type { ReasonRule, TimelinessReason } from './timeliness-reasons.ts';
