import { ROLES, type Role } from './roles.ts';

interface Grant {
  /** Who holds it in the agency of the assignment. */
  readonly roles: readonly Role[];
  /** Which of them hold it in every agency below theirs too: reading for those who watch, managing for administrators. */
  readonly below: readonly Role[];
}

const WATCHERS: readonly Role[] = ['inspector', 'administrator', 'auditor'];

/** Each permission with its holders: the whole answer to "who may do what", read by `can` and by the tests. */
export const PERMISSIONS = {
  'agency.manage': { roles: ['administrator'], below: ['administrator'] },
  'people.read': {
    roles: ['disclosure-officer', 'inspector', 'administrator', 'auditor'],
    below: WATCHERS,
  },
  'people.manage': { roles: ['administrator'], below: ['administrator'] },
  'delegation.manage': { roles: ['disclosure-officer', 'administrator'], below: ['administrator'] },
  'audit.read': { roles: ['administrator', 'auditor'], below: ['administrator', 'auditor'] },
  'audit.export': { roles: ['administrator', 'auditor'], below: ['administrator', 'auditor'] },
  'settings.manage': { roles: ['administrator'], below: ['administrator'] },
  'catalogue.manage': { roles: ['disclosure-officer', 'administrator'], below: ['administrator'] },
  'item.read': { roles: ROLES, below: WATCHERS },
  'item.write': { roles: ['clerk', 'unit-head', 'disclosure-officer'], below: [] },
  'item.review': {
    roles: ['unit-head', 'secrecy-reviewer', 'approving-leader', 'disclosure-officer'],
    below: [],
  },
  'item.publish': { roles: ['approving-leader', 'disclosure-officer'], below: [] },
  'item.withdraw': { roles: ['approving-leader', 'disclosure-officer'], below: [] },
  'item.import': { roles: ['clerk', 'disclosure-officer', 'administrator'], below: [] },
  'import.publish': { roles: ['administrator'], below: [] },
  'finding.override': { roles: ['secrecy-reviewer'], below: [] },
  'report.read': {
    roles: ['unit-head', 'approving-leader', 'disclosure-officer', 'inspector', 'administrator', 'auditor'],
    below: WATCHERS,
  },
  'report.edit': { roles: ['disclosure-officer'], below: [] },
  'statistics.read': { roles: ROLES, below: WATCHERS },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Whether a role carries a permission in its own agency. */
export function roleGrants(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission].roles as readonly Role[]).includes(role);
}

/** Whether a role carries a permission in the agencies below its own. */
export function roleGrantsBelow(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission].below as readonly Role[]).includes(role);
}

/** Whether a role reaches below its agency at all; for those that do not, the tree need not be read. */
export function reachesBelow(role: Role): boolean {
  return PERMISSION_NAMES.some((permission) => roleGrantsBelow(role, permission));
}
