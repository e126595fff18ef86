/** Requests and answers of this room's JSON API. The workbench imports it, so nothing of the server may be here. */
import { z } from 'zod';
import { ROLES } from './roles.ts';

const id = z.string().min(1).max(64);
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
const name = z.string().trim().min(1).max(100);
const title = z.string().trim().min(1).max(100);
const remark = z.string().trim().min(1).max(300).nullable();
const password = z.string().min(1).max(1000);
const legalDate = z.iso.date();
const instant = z.string();
const role = z.enum(ROLES);
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/);
const email = z.email().max(200).nullable();
/** Body code of index numbers: organisation codes lose their hyphen; never refused for a check digit. */
const orgCode = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{1,20}$/)
  .nullable();

export const AGENCY_KINDS = ['office', 'bureau', 'subordinate'] as const;
export const UNIT_KINDS = ['department', 'subordinate-unit'] as const;

export const idParams = z.object({ id });

// Paging

const page = z.coerce.number().int().min(1).max(100_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(200).default(50);

// Session

export const signInBody = z.object({
  login: z.string().trim().min(1).max(200),
  password,
  /** Six digits of the authenticator, or a recovery code. */
  code: z.string().trim().max(40).optional(),
});
export type SignInBody = z.infer<typeof signInBody>;

export const heldRole = z.object({
  role,
  unitId: z.string().nullable(),
  delegatedFrom: z.object({ personId: z.string(), name: z.string() }).nullable(),
});

export const sessionView = z.object({
  person: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  /** Every agency in which something is allowed, from above included. */
  agencies: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      roles: z.array(heldRole),
      permissions: z.array(z.string()),
    }),
  ),
  /** Sent back in the header `x-csrf-token` with everything that changes something. */
  csrfToken: z.string(),
  language: z.enum(['zh', 'en']),
  mustChangePassword: z.boolean(),
  totpEnabled: z.boolean(),
  expiresAt: instant,
});
export type SessionView = z.infer<typeof sessionView>;

export const changePasswordBody = z.object({ currentPassword: password, newPassword: password });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

export const passwordBody = z.object({ password });
export const codeBody = z.object({ code: z.string().trim().min(1).max(40) });

export const totpEnrolment = z.object({
  secret: z.string(),
  uri: z.string(),
  /** The same as a QR code, an SVG document. */
  qrSvg: z.string(),
});
export type TotpEnrolment = z.infer<typeof totpEnrolment>;

export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) });

export const sessionsView = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: instant,
      userAgent: z.string().nullable(),
      address: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
});
export type SessionsView = z.infer<typeof sessionsView>;

/** How many other sessions were ended. */
export const endedSessionsView = z.object({ ended: z.number().int() });

// Agencies and units

const contactFields = { address: remark, phone: remark, email, hours: remark };

export const agencyView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  parentId: z.string().nullable(),
  kind: z.enum(AGENCY_KINDS),
  orgCode: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  hours: z.string().nullable(),
  active: z.boolean(),
});
export type AgencyView = z.infer<typeof agencyView>;

export const agencyTreeView = z.object({
  /** Parents before their children; `depth` 0 is the top. */
  agencies: z.array(agencyView.extend({ depth: z.number().int() })),
});
export type AgencyTreeView = z.infer<typeof agencyTreeView>;

export const createAgencyBody = z.object({
  code,
  name,
  nameEn: remark.optional(),
  parentId: id.nullable(),
  kind: z.enum(AGENCY_KINDS),
  orgCode: orgCode.optional(),
  address: contactFields.address.optional(),
  phone: contactFields.phone.optional(),
  email: contactFields.email.optional(),
  hours: contactFields.hours.optional(),
});
export type CreateAgencyBody = z.infer<typeof createAgencyBody>;

export const updateAgencyBody = createAgencyBody.partial().extend({ active: z.boolean().optional() });
export type UpdateAgencyBody = z.infer<typeof updateAgencyBody>;

export const unitView = z.object({
  id: z.string(),
  agencyId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  position: z.number().int(),
  active: z.boolean(),
});
export type UnitView = z.infer<typeof unitView>;
export const unitsView = z.object({ units: z.array(unitView) });

export const createUnitBody = z.object({
  code,
  name,
  kind: z.enum(UNIT_KINDS),
  /** Place in lists; left out: last. */
  position: z.number().int().min(0).max(100_000).optional(),
});
export type CreateUnitBody = z.infer<typeof createUnitBody>;

export const updateUnitBody = createUnitBody.partial().extend({ active: z.boolean().optional() });
export type UpdateUnitBody = z.infer<typeof updateUnitBody>;

// People

export const postView = z.object({
  id: z.string(),
  personId: z.string(),
  agencyId: z.string(),
  unitId: z.string().nullable(),
  title: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
});
export type PostView = z.infer<typeof postView>;

export const roleView = z.object({
  id: z.string(),
  agencyId: z.string(),
  unitId: z.string().nullable(),
  role,
  startedAt: instant,
  endedAt: instant.nullable(),
});
export type RoleView = z.infer<typeof roleView>;

export const personView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  totpEnabled: z.boolean(),
  lockedUntil: instant.nullable(),
  createdAt: instant,
  /** Present posts in a list; in the record of one person all of them, newest first. */
  posts: z.array(postView),
  roles: z.array(roleView),
});
export type PersonView = z.infer<typeof personView>;

export const peopleQuery = z.object({
  agencyId: id.optional(),
  /** Part of a name or login. */
  q: z.string().trim().max(100).optional(),
  active: z.stringbool().optional(),
  page,
  pageSize,
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

export const peopleView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  people: z.array(personView),
});
export type PeopleView = z.infer<typeof peopleView>;

export const postsQuery = z.object({
  /** The day the posts are asked for; left out: today. */
  on: legalDate.optional(),
});
export const postsView = z.object({ posts: z.array(postView.extend({ personName: z.string() })) });
export type PostsView = z.infer<typeof postsView>;

export const colleaguesView = z.object({
  colleagues: z.array(z.object({ id: z.string(), name: z.string(), titles: z.array(z.string()) })),
});
export type ColleaguesView = z.infer<typeof colleaguesView>;

export const createPersonBody = z.object({
  login,
  name,
  email: email.optional(),
  post: z.object({
    agencyId: id,
    unitId: id.nullable().optional(),
    title,
    /** First day in the post; left out: today. */
    fromOn: legalDate.optional(),
  }),
});
export type CreatePersonBody = z.infer<typeof createPersonBody>;

export const updatePersonBody = z.object({ name: name.optional(), email: email.optional() });
export type UpdatePersonBody = z.infer<typeof updatePersonBody>;

/** A generated password is shown this once. */
export const generatedPasswordView = z.object({ personId: z.string(), password: z.string() });

export const resetPasswordBody = z.object({
  /** Also drops the second step, for someone who lost telephone and recovery codes. */
  disableTotp: z.boolean().default(false),
});

export const changePostBody = z
  .object({
    /** First day of the new state; the last day of an ended post is the day before. Not in the future. */
    on: legalDate,
    /** Posts that end; left out: all present ones. */
    ends: z.array(id).max(50).optional(),
    /** The post that begins; null: none, the person leaves. */
    begins: z.object({ agencyId: id, unitId: id.nullable().optional(), title }).nullable(),
  })
  .strict();
export type ChangePostBody = z.infer<typeof changePostBody>;

export const changePostView = z.object({
  postId: z.string().nullable(),
  endedPostIds: z.array(z.string()),
  /** Roles that ended with the posts they belonged to. */
  endedRoles: z.array(role),
});

export const assignRoleBody = z.object({ agencyId: id, role, unitId: id.nullable().optional() });
export type AssignRoleBody = z.infer<typeof assignRoleBody>;

export const createdView = z.object({ id: z.string() });
export const emptyView = z.object({ ok: z.literal(true) });

// Delegations

export const delegationView = z.object({
  id: z.string(),
  from: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  agencyId: z.string(),
  role,
  fromOn: z.string(),
  toOn: z.string(),
  revokedAt: instant.nullable(),
  /** Whether it holds today. */
  current: z.boolean(),
});
export type DelegationView = z.infer<typeof delegationView>;
export const delegationsView = z.object({ delegations: z.array(delegationView) });

export const delegationsQuery = z.object({ agencyId: id.optional() });

export const delegateBody = z.object({
  /** Who is away; left out: the one who asks. */
  fromPersonId: id.optional(),
  toPersonId: id,
  agencyId: id,
  role,
  fromOn: legalDate,
  toOn: legalDate,
});
export type DelegateBody = z.infer<typeof delegateBody>;

// Audit trail

export const auditFilter = z.object({
  agencyId: id.optional(),
  personId: id.optional(),
  /** A whole action (`item.published`) or the start of one up to a dot (`item`). */
  action: z
    .string()
    .regex(/^[a-z0-9.-]{1,60}$/)
    .optional(),
  subjectKind: z.string().max(60).optional(),
  subjectId: id.optional(),
  /** First and last day, Asia/Shanghai. */
  fromOn: legalDate.optional(),
  toOn: legalDate.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditQuery = auditFilter.extend({ page, pageSize });
export type AuditQuery = z.infer<typeof auditQuery>;

export const auditEventView = z.object({
  seq: z.number().int(),
  at: instant,
  personId: z.string().nullable(),
  personName: z.string(),
  agencyId: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
  hash: z.string(),
});
export type AuditEventView = z.infer<typeof auditEventView>;

export const auditPageView = z.object({
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  events: z.array(auditEventView),
});
export type AuditPageView = z.infer<typeof auditPageView>;

/** A head noted earlier, to prove that nothing up to it was cut off or rewritten. */
export const auditVerifyQuery = z.object({
  seq: z.coerce.number().int().min(0).optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export const auditVerificationView = z.object({
  intact: z.boolean(),
  count: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  fault: z
    .object({
      seq: z.number().int(),
      reason: z.enum(['GAP', 'LINK_BROKEN', 'ALTERED', 'HEAD_MISSING']),
    })
    .nullable(),
});
export type AuditVerificationView = z.infer<typeof auditVerificationView>;
