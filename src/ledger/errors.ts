import { DomainError } from '../platform/index.ts';

export const LEDGER_ERROR_CODES = [
  'VALUE_NOT_CANONICAL',
  'LOG_ENTRY_INVALID',
  'LOG_ENTRY_TOO_LARGE',
  'LOG_ENTRY_NOT_FOUND',
  'LOG_TILE_NOT_FOUND',
  'LOG_SIZE_INVALID',
  'LOG_INCONSISTENT',
  'LOG_KEY_INVALID',
  'LOG_KEY_INCOMPLETE',
  'LOG_ORIGIN_INVALID',
  'LOG_ORIGIN_DIFFERS',
  'LOG_BUNDLE_MALFORMED',
  'VKEY_INVALID',
  'NOTE_MALFORMED',
  'NOTE_UNVERIFIED',
  'NOTE_SIGNATURE_INVALID',
  'NOTE_KEY_AMBIGUOUS',
  'CHECKPOINT_MALFORMED',
  'CHECKPOINT_ORIGIN_DIFFERS',
  'PROOF_MALFORMED',
  'PROOF_RECORD_DIFFERS',
] as const;

export type LedgerErrorCode = (typeof LEDGER_ERROR_CODES)[number];

/** Everything this room refuses; the texts are in labels.ts. */
export class LedgerError extends DomainError<LedgerErrorCode> {
  override get status(): number {
    if (this.code === 'LOG_TILE_NOT_FOUND' || this.code === 'LOG_ENTRY_NOT_FOUND') return 404;
    // The log contradicts itself or its key: nothing the caller sent can mend that.
    return this.code.startsWith('LOG_INCONSISTENT') || this.code.startsWith('LOG_KEY') ? 500 : 400;
  }
}
