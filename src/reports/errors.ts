import { DomainError } from '../platform/index.ts';

const STATUS = {
  REPORT_TEXT_CONFLICT: 409,
  REPORT_YEAR_NOT_BEGUN: 400,
  REPORT_FIGURE_UNKNOWN: 404,
} as const;

export type ReportErrorCode = keyof typeof STATUS;
/** Every code there is; a test pairs each with its text. */
export const REPORT_ERRORS = Object.keys(STATUS) as ReportErrorCode[];

export class ReportError extends DomainError<ReportErrorCode> {
  override get status(): number {
    return STATUS[this.code];
  }
}
