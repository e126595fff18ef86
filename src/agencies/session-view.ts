import type { Language, Queryable } from '../platform/index.ts';
import { type Actor, agenciesWhere, can } from './actor.ts';
import { agenciesById } from './agency-store.ts';
import type { SessionView } from './contract.ts';
import { csrfToken } from './csrf.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import type { OpenSession } from './sessions.ts';

/** What the workbench needs to know about who is signed in. */
export async function viewSession(
  database: Queryable,
  actor: Actor,
  session: OpenSession & { token: string },
  language: Language,
): Promise<SessionView> {
  const ids = new Set(PERMISSION_NAMES.flatMap((permission) => agenciesWhere(actor, permission)));
  const agencies = await agenciesById(database, [...ids]);
  return {
    person: { id: actor.personId, login: actor.login, name: actor.name },
    agencies: agencies.map(({ id, code, name, nameEn }) => ({
      id,
      code,
      name,
      nameEn,
      roles: actor.assignments
        .filter((one) => one.agencyId === id)
        .map(({ role, unitId, delegatedFrom }) => ({ role, unitId, delegatedFrom })),
      permissions: PERMISSION_NAMES.filter((permission) => can(actor, permission, id)),
    })),
    csrfToken: csrfToken(session.token),
    language,
    mustChangePassword: session.mustChangePassword,
    totpEnabled: session.totpEnabled,
    expiresAt: session.expiresAt,
  };
}
