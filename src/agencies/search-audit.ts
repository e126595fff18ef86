import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { legalInstant, type Queryable, type Schema, type Services } from '../platform/index.ts';
import { type Actor, agenciesWhere, EVERYWHERE } from './actor.ts';
import type { AuditEvent } from './audit.ts';
import type { AuditEventView, AuditFilter, AuditPageView, AuditQuery } from './contract.ts';
import { AgenciesError } from './errors.ts';
import type { Permission } from './permissions.ts';

/** What of the trail someone may see. */
export interface AuditScope {
  readonly agencyIds: readonly string[];
  /** Events that belong to no agency, such as sign-ins with an unknown login: for the top of the tree. */
  readonly unassigned: boolean;
}

/**
 * @param permission 'audit.read' or 'audit.export'
 * @throws AgenciesError 'FORBIDDEN' when the actor holds it nowhere
 */
export async function auditScope(
  database: Queryable,
  actor: Actor,
  permission: Permission,
): Promise<AuditScope> {
  const agencyIds = agenciesWhere(actor, permission);
  if (agencyIds.length === 0) throw new AgenciesError('FORBIDDEN');
  const top = await database
    .selectFrom('agency')
    .select('id')
    .where('parent_id', 'is', null)
    .where('id', 'in', agencyIds)
    .limit(1)
    .executeTakeFirst();
  return {
    agencyIds,
    unassigned: top !== undefined || actor.assignments.some((one) => one.agencyId === EVERYWHERE),
  };
}

/** The events someone may see that match a filter, newest first, one page. @throws AgenciesError 'FORBIDDEN' */
export async function searchAudit(
  services: Services,
  actor: Actor,
  query: AuditQuery,
): Promise<AuditPageView> {
  const { read } = services.database;
  const scope = await auditScope(read, actor, 'audit.read');
  const matching = read.selectFrom('audit_event').where((eb) => eb.and(auditConditions(eb, scope, query)));
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { total: Number(total), page: query.page, pageSize: query.pageSize, events: rows.map(auditView) };
}

/** Scope and filter as conditions on `audit_event`. */
export function auditConditions(
  eb: ExpressionBuilder<Schema, 'audit_event'>,
  scope: AuditScope,
  filter: AuditFilter,
): Expression<SqlBool>[] {
  const visible = [eb('agency_id', 'in', scope.agencyIds)];
  if (scope.unassigned) visible.push(eb('agency_id', 'is', null));
  const conditions: Expression<SqlBool>[] = [eb.or(visible)];
  if (filter.agencyId) conditions.push(eb('agency_id', '=', filter.agencyId));
  if (filter.personId) conditions.push(eb('person_id', '=', filter.personId));
  if (filter.subjectKind) conditions.push(eb('subject_kind', '=', filter.subjectKind));
  if (filter.subjectId) conditions.push(eb('subject_id', '=', filter.subjectId));
  if (filter.action)
    conditions.push(eb.or([eb('action', '=', filter.action), eb('action', 'like', `${filter.action}.%`)]));
  if (filter.fromOn) conditions.push(eb('at', '>=', legalInstant(filter.fromOn)));
  if (filter.toOn) conditions.push(eb('at', '<', legalInstant(dayAfter(filter.toOn))));
  return conditions;
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

export function auditView(event: AuditEvent): AuditEventView {
  return {
    seq: event.seq,
    at: event.at,
    personId: event.person_id,
    personName: event.person_name,
    agencyId: event.agency_id,
    action: event.action,
    subjectKind: event.subject_kind,
    subjectId: event.subject_id,
    detail: parsed(event.detail),
    address: event.address,
    hash: event.hash,
  };
}

/** A row someone altered may hold anything; it is shown as it is, and `verifyAuditTrail` names it. */
function parsed(detail: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(detail);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : { value };
  } catch {
    return { unreadable: detail };
  }
}
