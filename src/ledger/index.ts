import './labels.ts';

export { appendEntries } from './append.ts';
export { type CanonicalValue, canonicalJson } from './canonical.ts';
export { ACTIONS, type Action, type Entry } from './entry.ts';
export { LedgerError, type LedgerErrorCode } from './errors.ts';
export { type LogKey, openLogKey } from './key.ts';
export { makeProof } from './make-proof.ts';
export {
  consistencyProof,
  entriesAfter,
  entriesOfItem,
  entry,
  type Head,
  head,
  inclusionProof,
  type LoggedEntry,
} from './read.ts';
export { ledgerRoutes } from './routes.ts';
export { ledgerMigrations } from './schema.ts';
export type { Finding, FindingCode, VerificationOptions, VerificationReport } from './verification.ts';
export { verifyLocal } from './verify-local.ts';
export {
  type ProofCheck,
  type ProofCode,
  type ProofInputs,
  type ProofReport,
  verifyProof,
} from './verify-proof.ts';
export { type RemoteOptions, verifyRemote } from './verify-remote.ts';
export { keyFingerprint } from './vkey.ts';
