import { DomainError } from '../platform/errors.ts';

/**
 * Why a file cannot be read. Closed; codes are never reused. The wording (what happened, what to do
 * next) is in labels.ts under `error.<code>`.
 */
export const documentErrorCodes = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_BROKEN',
  'UNSUPPORTED_TYPE',
  'TYPE_MISMATCH',
  'LEGACY_DOC',
  'LEGACY_XLS',
  'LEGACY_PPT',
  'LEGACY_WPS',
  'LEGACY_OFFICE',
  'OFFICE_ENCRYPTED',
  'PDF_ENCRYPTED',
  'PDF_NO_TEXT',
  'PDF_TOO_MANY_PAGES',
  'TEXT_UNREADABLE',
  'TEXT_TOO_LONG',
  'XML_FORBIDDEN',
  'XML_TOO_DEEP',
  'ZIP_BROKEN',
  'ZIP_ENCRYPTED',
  'ZIP_TOO_MANY_ENTRIES',
  'ZIP_TOO_LARGE',
  'ZIP_RATIO',
  'ZIP_OVERLAP',
  'ZIP_NAME_UNSAFE',
  'ZIP_NAME_TWICE',
  'ZIP_NESTED',
  'ZIP_METHOD',
  'TABLE_NO_HEADER',
  'TABLE_TOO_LARGE',
  'RECORD_INVALID',
  'PARSE_TIMEOUT',
  'PARSE_OUT_OF_MEMORY',
  'PARSE_CRASHED',
  'READER_CLOSED',
] as const;

export type DocumentErrorCode = (typeof documentErrorCodes)[number];

/** A file that cannot be read, with the reason. Thrown by everything in this room that reads bytes. */
export class DocumentError extends DomainError<DocumentErrorCode> {
  override get status(): number {
    return statusOf[this.code] ?? 422;
  }
}

const statusOf: Partial<Record<DocumentErrorCode, number>> = {
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TYPE_MISMATCH: 415,
  READER_CLOSED: 503,
};

/** Runs a parser; whatever foreign error it throws becomes `code`, our own pass through. */
export async function orBroken<T>(code: DocumentErrorCode, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError(code, {}, { cause });
  }
}
