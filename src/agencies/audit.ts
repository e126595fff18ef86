import { type Queryable, type Services, sha256, type Tx } from '../platform/index.ts';
import type { Actor } from './actor.ts';

/** `previous_hash` of the first event. */
export const AUDIT_GENESIS = '0'.repeat(64);

/** Who is named in an event: an actor, or someone not (yet) signed in. */
export interface AuditSource {
  readonly personId: string | null;
  readonly name: string;
  readonly address: string | null;
}

/** What happened. `detail` never holds secrets or the personal data that the record itself protects. */
export interface AuditEntry {
  /** The instant: `services.clock.now()`. */
  readonly at: string;
  /** Noun and past verb, e.g. `item.published`, `request.looked`. */
  readonly action: string;
  readonly agencyId: string | null;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly detail?: Record<string, unknown>;
}

/** One row of the trail as stored. */
export interface AuditEvent {
  readonly seq: number;
  readonly at: string;
  readonly person_id: string | null;
  readonly person_name: string;
  readonly agency_id: string | null;
  readonly action: string;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly detail: string;
  readonly address: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Where the trail ends now; noted elsewhere, it later proves that nothing was cut off or rewritten. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The hash that chains an event to all before it: SHA-256 (hex) of the JSON array
 * [previous_hash, seq, at, person_id, person_name, agency_id, action, subject_kind, subject_id, detail, address],
 * UTF-8 without white space, `detail` being the stored JSON text as one string.
 */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  return sha256(
    JSON.stringify([
      event.previous_hash,
      event.seq,
      event.at,
      event.person_id,
      event.person_name,
      event.agency_id,
      event.action,
      event.subject_kind,
      event.subject_id,
      event.detail,
      event.address,
    ]),
  );
}

/** @returns seq 0 and the genesis hash for an empty trail */
export async function auditHead(database: Queryable): Promise<AuditHead> {
  const last = await database
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: AUDIT_GENESIS };
}

/**
 * Appends one event in the transaction of the act it records: both happen or neither. Writers queue, so
 * the sequence has no gaps.
 */
export async function recordAudit(tx: Tx, actor: Actor | AuditSource, entry: AuditEntry): Promise<void> {
  const head = await auditHead(tx);
  const event = {
    seq: head.seq + 1,
    at: entry.at,
    person_id: actor.personId,
    person_name: actor.name,
    agency_id: entry.agencyId,
    action: entry.action,
    subject_kind: entry.subjectKind ?? null,
    subject_id: entry.subjectId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    address: actor.address,
    previous_hash: head.hash,
  };
  await tx
    .insertInto('audit_event')
    .values({ ...event, hash: auditHash(event) })
    .execute();
}

/**
 * Records that someone looked at something (action `<subjectKind>.looked` unless said otherwise). Await it
 * before showing: what could not be recorded is not shown.
 */
export async function recordLook(
  services: Services,
  actor: Actor,
  look: Omit<AuditEntry, 'at' | 'action'> & { action?: string; subjectKind: string; subjectId: string },
): Promise<void> {
  const entry = { ...look, action: look.action ?? `${look.subjectKind}.looked`, at: services.clock.now() };
  await services.database.write((tx) => recordAudit(tx, actor, entry));
}
