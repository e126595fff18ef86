import { DomainError } from '../../platform/index.ts';

/** Why an import or one source of it is refused; what is wrong inside a file is a DocumentError. */
export const INTAKE_ERRORS = [
  'UPLOAD_MISSING',
  'UPLOAD_FIELD_MISSING',
  'IMPORT_EMPTY',
  'IMPORT_RUNNING',
  'IMPORT_FINISHED',
  'IMPORT_TAKEN_OVER',
  'PATH_NOT_FOUND',
  'PATH_UNREADABLE',
  'LINK_REFUSED',
  'ROW_INVALID',
  'ROW_WITHOUT_FILE',
  'ROW_FILE_MISSING',
  'ROW_FILE_UNSAFE',
  'ROW_FILE_TWICE',
  'ROW_ATTRIBUTE_UNKNOWN',
  'FILE_WITHOUT_ROW',
  'SOURCE_GONE',
  'ATTACHMENT_HIDES_TEXT',
] as const;
export type IntakeErrorCode = (typeof INTAKE_ERRORS)[number];

const STATUS: Partial<Record<IntakeErrorCode, number>> = {
  IMPORT_RUNNING: 409,
  IMPORT_FINISHED: 409,
  IMPORT_TAKEN_OVER: 409,
};

export class IntakeError extends DomainError<IntakeErrorCode> {
  override get status(): number {
    return STATUS[this.code] ?? 400;
  }
}

/** What a person should know about an item that did go in. */
export const IMPORT_NOTES = [
  'LEFT_AS_DRAFT',
  'FORMED_ON_MISSING',
  'FORMED_ON_IN_FUTURE',
  'PUBLISHED_ON_MISSING',
  'PUBLISHED_ON_IN_FUTURE',
  'PUBLISHED_MONTH_ONLY',
  'CATEGORY_UNKNOWN',
  'CATEGORY_NOT_GIVEN',
  'PUT_UNDER_UNCLASSIFIED',
  'UNIT_UNKNOWN',
  'SOURCE_KEPT_PRIVATE',
  'BODY_TOO_LONG',
  'PICTURES_LEFT_OUT',
] as const;
export type ImportNoteCode = (typeof IMPORT_NOTES)[number];

export interface ImportNote {
  code: ImportNoteCode;
  details?: Record<string, string | readonly string[]>;
}

/** Why an item of a publishing import stays a draft, beyond the refusals of the lifecycle. */
export const DRAFT_REASONS = ['NOT_IN_FORCE', 'ROW_HIDDEN'] as const;
export type DraftReason = (typeof DRAFT_REASONS)[number];
