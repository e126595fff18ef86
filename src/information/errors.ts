import { DomainError } from '../platform/index.ts';

export const INFORMATION_ERRORS = [
  'ITEM_NOT_FOUND',
  'ATTACHMENT_NOT_FOUND',
  'FINDING_NOT_FOUND',
  'CATEGORY_NOT_FOUND',
  'CATEGORY_CODE_TAKEN',
  'REVISION_CONFLICT',
  'NOT_ALLOWED',
  'BAD_PATTERN',
  'BAD_CHAIN',
  'VERSION_NOT_FOUND',
  'IMPORT_NOT_FOUND',
] as const;
export type InformationErrorCode = (typeof INFORMATION_ERRORS)[number];

const STATUS: Partial<Record<InformationErrorCode, number>> = {
  ITEM_NOT_FOUND: 404,
  ATTACHMENT_NOT_FOUND: 404,
  FINDING_NOT_FOUND: 404,
  CATEGORY_NOT_FOUND: 404,
  VERSION_NOT_FOUND: 404,
  IMPORT_NOT_FOUND: 404,
  REVISION_CONFLICT: 409,
  CATEGORY_CODE_TAKEN: 409,
  NOT_ALLOWED: 422,
};

export class InformationError extends DomainError<InformationErrorCode> {
  override get status(): number {
    return STATUS[this.code] ?? 400;
  }
}

/** Every reason why a lifecycle action cannot proceed; a verb returns all that apply. */
export const REFUSALS = [
  'NO_PERMISSION',
  'NOT_IN_THIS_STATE',
  'NOT_YOUR_STEP',
  'OWN_WORK',
  'TITLE_MISSING',
  'CONTENT_MISSING',
  'CATEGORY_MISSING',
  'FORMED_ON_MISSING',
  'FORMED_ON_IN_FUTURE',
  'ISSUER_MISSING',
  'GROUND_MISSING',
  'REEXAMINATION_DATE_MISSING',
  'CRITICAL_FINDINGS',
  'STEP_NOT_SKIPPABLE',
  'NOT_AN_EARLIER_STEP',
  'TIME_IN_PAST',
  'NOT_PUBLIC',
  'ALREADY_WITHDRAWN',
  'NOT_WITHDRAWN',
  'ALREADY_REPEALED',
  'CHANGE_IN_PROGRESS',
  'NOT_PROACTIVE',
  'ALREADY_PUBLISHED_ITEM',
] as const;
export type Refusal = (typeof REFUSALS)[number];
