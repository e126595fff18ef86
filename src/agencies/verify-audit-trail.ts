import type { Queryable } from '../platform/index.ts';
import { AUDIT_GENESIS, type AuditEvent, type AuditHead, auditHash } from './audit.ts';

/** What a recomputation of the whole trail found. */
export interface AuditVerification {
  readonly intact: boolean;
  /** Events read. */
  readonly count: number;
  readonly head: AuditHead;
  /** First place where the chain does not hold. */
  readonly fault: {
    readonly seq: number;
    readonly reason: 'GAP' | 'LINK_BROKEN' | 'ALTERED' | 'HEAD_MISSING';
  } | null;
}

const PAGE = 1000;

/**
 * Recomputes the chain from its first event. An altered, removed or inserted event shows as a fault.
 * Someone who can write the database could also cut the end off or recompute everything after a change:
 * that shows against a head noted earlier elsewhere.
 * @param noted a head this function returned before
 */
export async function verifyAuditTrail(
  database: Queryable,
  noted: AuditHead | null = null,
): Promise<AuditVerification> {
  let head: AuditHead = { seq: 0, hash: AUDIT_GENESIS };
  let notedFound = noted === null || (noted.seq === 0 && noted.hash === AUDIT_GENESIS);
  for (;;) {
    const page = await readAfter(database, head.seq);
    for (const event of page) {
      const reason = faultOf(event, head);
      if (reason) return { intact: false, count: head.seq, head, fault: { seq: head.seq + 1, reason } };
      head = { seq: event.seq, hash: event.hash };
      if (noted && event.seq === noted.seq && event.hash === noted.hash) notedFound = true;
    }
    if (page.length < PAGE) break;
  }
  const fault = notedFound ? null : { seq: noted!.seq, reason: 'HEAD_MISSING' as const };
  return { intact: fault === null, count: head.seq, head, fault };
}

function readAfter(database: Queryable, seq: number): Promise<AuditEvent[]> {
  return database
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(PAGE)
    .execute();
}

function faultOf(event: AuditEvent, before: AuditHead): 'GAP' | 'LINK_BROKEN' | 'ALTERED' | null {
  if (event.seq !== before.seq + 1) return 'GAP';
  if (event.previous_hash !== before.hash) return 'LINK_BROKEN';
  return auditHash(event) === event.hash ? null : 'ALTERED';
}
