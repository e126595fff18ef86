import type { DocumentErrorCode } from './errors.ts';
import type { DocumentLimits } from './limits.ts';

/** What the server asks of a reading process, and what comes back. One job at a time. */
export type ReaderJob = {
  kind: 'document' | 'table';
  bytes: Uint8Array;
  fileName: string;
  limits: Partial<DocumentLimits>;
};

export type ReaderAnswer =
  | { ok: true; result: unknown }
  | { ok: false; code: DocumentErrorCode; details: Record<string, unknown>; message: string };
