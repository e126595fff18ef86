import { AgenciesError } from './errors.ts';
import { type Permission, roleGrants, roleGrantsBelow } from './permissions.ts';
import type { Role } from './roles.ts';

/** One role held now, by assignment or for someone who is away. */
export interface Assignment {
  /** The agency it is held in; EVERYWHERE for the system itself. */
  readonly agencyId: string;
  readonly role: Role;
  /** The unit it is limited to; null: the whole agency. */
  readonly unitId: string | null;
  /** Whose role this is, when held by delegation: four eyes counts both persons as one. */
  readonly delegatedFrom: { readonly personId: string; readonly name: string } | null;
  /** Agencies below `agencyId`, filled for roles that reach down. */
  readonly below: ReadonlySet<string>;
}

/** Who acts: every verb takes one, every audit event names one. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly assignments: readonly Assignment[];
  readonly sessionId: string | null;
  /** Network address the request came from. */
  readonly address: string | null;
  readonly via: 'session' | 'command' | 'system';
}

/** Agency of the system's own assignments: it covers every agency, those made later included. */
export const EVERYWHERE = '*';

/**
 * Whether the actor may do something in an agency.
 * @param unitId the unit concerned: a role limited to another unit does not count; left out: any unit will do
 */
export function can(actor: Actor, permission: Permission, agencyId: string, unitId?: string | null): boolean {
  return actor.assignments.some(
    (assignment) =>
      covers(assignment, permission, agencyId) &&
      (unitId === undefined || assignment.unitId === null || assignment.unitId === unitId),
  );
}

function covers(assignment: Assignment, permission: Permission, agencyId: string): boolean {
  if (assignment.agencyId === agencyId || assignment.agencyId === EVERYWHERE)
    return roleGrants(assignment.role, permission);
  return assignment.below.has(agencyId) && roleGrantsBelow(assignment.role, permission);
}

/** Ids of all agencies in which the actor holds a permission; for `where agency_id in (…)`. May be empty. */
export function agenciesWhere(actor: Actor, permission: Permission): string[] {
  const ids = new Set<string>();
  for (const { agencyId, role, below } of actor.assignments) {
    const everywhere = agencyId === EVERYWHERE;
    if (!everywhere && roleGrants(role, permission)) ids.add(agencyId);
    if (everywhere ? roleGrants(role, permission) : roleGrantsBelow(role, permission))
      for (const id of below) ids.add(id);
  }
  return [...ids];
}

/** Whether the actor holds a permission in any agency at all; the guard's first question. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  return actor.assignments.some(
    ({ role, below }) =>
      roleGrants(role, permission) || (below.size > 0 && roleGrantsBelow(role, permission)),
  );
}

/** @throws AgenciesError 'FORBIDDEN' unless `can` says yes */
export function demand(actor: Actor, permission: Permission, agencyId: string, unitId?: string | null): void {
  if (!can(actor, permission, agencyId, unitId)) throw new AgenciesError('FORBIDDEN');
}

/** The roles the actor holds in an agency itself (not from above). */
export function rolesIn(actor: Actor, agencyId: string): Role[] {
  const held = actor.assignments.filter((one) => one.agencyId === agencyId || one.agencyId === EVERYWHERE);
  return [...new Set(held.map((one) => one.role))];
}
