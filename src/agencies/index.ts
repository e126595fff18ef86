/** Agencies, units, people, roles, sign-in and the audit trail: what other rooms may use. */
export {
  type Actor,
  type Assignment,
  agenciesWhere,
  can,
  canSomewhere,
  demand,
  EVERYWHERE,
  rolesIn,
} from './actor.ts';
export {
  type Agency,
  agenciesById,
  agencyByCode,
  agencyById,
  listAgencies,
  listUnits,
  type Unit,
  unitByCode,
  unitById,
  unitOfAgency,
} from './agency-store.ts';
export { assignRole } from './assign-role.ts';
export {
  type AuditEntry,
  type AuditHead,
  type AuditSource,
  auditHead,
  recordAudit,
  recordLook,
} from './audit.ts';
export { changePost } from './change-post.ts';
export { createAgency } from './create-agency.ts';
export { createPerson } from './create-person.ts';
export { createUnit } from './create-unit.ts';
export { deactivatePerson } from './deactivate-person.ts';
export { delegate } from './delegate.ts';
export { endRole } from './end-role.ts';
export { AGENCIES_ERROR_CODES, AgenciesError, type AgenciesErrorCode } from './errors.ts';
export { actorOf, type RouteAccess, registerGuard, SESSION_COOKIE } from './guard.ts';
export { type Initialisation, initialise } from './init.ts';
export { agenciesBelow, commandActor, loadActor, systemActor } from './load-actor.ts';
export { colleagues, holdersOf, personById, personNames, postsOn } from './people-store.ts';
export { isPermission, PERMISSIONS, type Permission } from './permissions.ts';
export { reactivatePerson } from './reactivate-person.ts';
export { resetPassword } from './reset-password.ts';
export { revokeDelegation } from './revoke-delegation.ts';
export { DELEGABLE_ROLES, ROLES, type Role } from './roles.ts';
export { agenciesRoutes } from './routes.ts';
export { type AgencyKind, migrations, SYSTEM_PERSON_ID, type UnitKind } from './schema.ts';
export { type SecretBox, secretBox } from './secrets.ts';
export { inTreeOrder } from './tree.ts';
export { updateAgency } from './update-agency.ts';
export { updatePerson } from './update-person.ts';
export { updateUnit } from './update-unit.ts';
export { type AuditVerification, verifyAuditTrail } from './verify-audit-trail.ts';
