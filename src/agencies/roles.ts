/** What a person may be in an agency; a person may hold several, each in one agency, some for one unit only. */
export const ROLES = [
  'clerk',
  'unit-head',
  'secrecy-reviewer',
  'approving-leader',
  'disclosure-officer',
  'inspector',
  'administrator',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/**
 * Roles another person may hold while their holder is away. Power over accounts and over the audit trail is
 * assigned openly by an administrator, never lent.
 */
export const DELEGABLE_ROLES: readonly Role[] = [
  'clerk',
  'unit-head',
  'secrecy-reviewer',
  'approving-leader',
  'disclosure-officer',
  'inspector',
];
