import { type Queryable, sha256 } from '../platform/index.ts';
import { openCheckpoint } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import type { LogKey } from './key.ts';
import { formatProof } from './proof-file.ts';
import { entry, head, inclusionProof } from './read.ts';

/**
 * A self-contained proof file (extension `.tlog-proof`) that an entry is in the log as it stands now.
 * @param record the public record's canonical JSON, or null when the content has been withdrawn
 * @throws LedgerError 'LOG_ENTRY_NOT_FOUND', 'PROOF_RECORD_DIFFERS' when the record is not the one logged,
 *   'LOG_INCONSISTENT' when the log's head was not signed by this key
 */
export async function makeProof(
  db: Queryable,
  key: LogKey,
  seq: number,
  record: string | null,
): Promise<string> {
  const logged = await entry(db, seq);
  if (record !== null && sha256(record) !== logged.entry.record)
    throw new LedgerError('PROOF_RECORD_DIFFERS', { seq });
  const now = await head(db);
  if (!now || openCheckpoint(now.checkpoint, [key.verifier]).size !== now.size)
    throw new LedgerError('LOG_INCONSISTENT', { reason: 'head' });
  return formatProof({
    seq,
    hashes: await inclusionProof(db, seq, now.size),
    checkpoint: now.checkpoint,
    extra: { entry: logged.data, record, vkey: key.vkey },
  });
}
