import type { Kysely } from 'kysely';
import type { Migrations } from '../platform/index.ts';
import type { Role } from './roles.ts';

export type AgencyKind = 'office' | 'bureau' | 'subordinate';
export type UnitKind = 'department' | 'subordinate-unit';

/** 行政机关: the tree of bodies. */
interface AgencyTable {
  id: string;
  code: string;
  name: string;
  name_en: string | null;
  parent_id: string | null;
  kind: AgencyKind;
  /** Body code at the front of index numbers, e.g. SL10107 or a 9-character organisation code. */
  org_code: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  hours: string | null;
  active: number;
  created_at: string;
}

/** 科室 and 直属单位 of an agency. */
interface UnitTable {
  id: string;
  agency_id: string;
  code: string;
  name: string;
  kind: UnitKind;
  position: number;
  active: number;
}

interface PersonTable {
  id: string;
  login: string;
  name: string;
  email: string | null;
  /** PHC string; empty for the system itself, which nobody can sign in as. */
  password_hash: string;
  must_change_password: number;
  /** Sealed with the key file; null: never enrolled. */
  totp_secret: string | null;
  totp_enabled: number;
  /** Last time step that was accepted: the same code is not taken twice. */
  totp_last_step: number | null;
  active: number;
  created_at: string;
}

/** 职务 over time: the present one has no `to_on`. */
interface PostTable {
  id: string;
  person_id: string;
  agency_id: string;
  unit_id: string | null;
  title: string;
  from_on: string;
  /** Last day in the post. */
  to_on: string | null;
}

interface RoleAssignmentTable {
  id: string;
  person_id: string;
  agency_id: string;
  unit_id: string | null;
  role: Role;
  started_at: string;
  ended_at: string | null;
}

interface DelegationTable {
  id: string;
  from_person: string;
  to_person: string;
  agency_id: string;
  role: Role;
  from_on: string;
  /** Last day. */
  to_on: string;
  created_at: string;
  revoked_at: string | null;
}

interface SessionTable {
  /** SHA-256 of the token in the cookie: who reads the database cannot sign in with it. */
  id: string;
  person_id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  user_agent: string | null;
  address: string | null;
  ended_at: string | null;
}

interface RecoveryCodeTable {
  id: string;
  person_id: string;
  /** SHA-256 of the code (80 random bits, so no slow hash is needed). */
  hash: string;
  used_at: string | null;
}

/** Failed sign-ins by login, known or not, so that a lockout does not tell which logins exist. */
interface SignInFailureTable {
  /** SHA-256 of the login as typed: people type passwords into this field. */
  login_hash: string;
  attempts: number;
  last_at: string;
  locked_until: string | null;
}

/** Append-only: no code updates or deletes here, and `verifyAuditTrail` shows when anyone else did. */
interface AuditEventTable {
  seq: number;
  at: string;
  person_id: string | null;
  person_name: string;
  agency_id: string | null;
  action: string;
  subject_kind: string | null;
  subject_id: string | null;
  /** JSON object. */
  detail: string;
  address: string | null;
  previous_hash: string;
  hash: string;
}

declare module '../platform/database.ts' {
  interface Schema {
    agency: AgencyTable;
    unit: UnitTable;
    person: PersonTable;
    post: PostTable;
    role_assignment: RoleAssignmentTable;
    delegation: DelegationTable;
    session: SessionTable;
    recovery_code: RecoveryCodeTable;
    sign_in_failure: SignInFailureTable;
    audit_event: AuditEventTable;
  }
}

/** The person in whose name the program itself acts: jobs, and commands that name nobody. */
export const SYSTEM_PERSON_ID = 'system';

export const migrations: Migrations = {
  '010-agencies': {
    async up(db: Kysely<unknown>) {
      await createBodies(db);
      await createPeople(db);
      await createSignIn(db);
      await createAudit(db);
    },
  },
};

async function createBodies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('agency')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text')
    .addColumn('parent_id', 'text', (c) => c.references('agency.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('org_code', 'text')
    .addColumn('address', 'text')
    .addColumn('phone', 'text')
    .addColumn('email', 'text')
    .addColumn('hours', 'text')
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('agency_parent').on('agency').column('parent_id').execute();
  await db.schema
    .createTable('unit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addUniqueConstraint('unit_code', ['agency_id', 'code'])
    .execute();
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('login', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('must_change_password', 'integer', (c) => c.notNull())
    .addColumn('totp_secret', 'text')
    .addColumn('totp_enabled', 'integer', (c) => c.notNull())
    .addColumn('totp_last_step', 'integer')
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  // Named in other tables as the one who acted; inactive and without a password, so nobody signs in as it.
  await (db as Kysely<{ person: PersonTable }>)
    .insertInto('person')
    .values({
      id: SYSTEM_PERSON_ID,
      login: SYSTEM_PERSON_ID,
      name: '系统',
      email: null,
      password_hash: '',
      must_change_password: 0,
      totp_secret: null,
      totp_enabled: 0,
      totp_last_step: null,
      active: 0,
      created_at: '1970-01-01T00:00:00.000Z',
    })
    .execute();
  await db.schema
    .createTable('post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addColumn('to_on', 'text')
    .execute();
  await db.schema.createIndex('post_person').on('post').column('person_id').execute();
  await db.schema.createIndex('post_agency').on('post').column('agency_id').execute();
  await db.schema
    .createTable('role_assignment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('role_assignment_person').on('role_assignment').column('person_id').execute();
  await db.schema.createIndex('role_assignment_agency').on('role_assignment').column('agency_id').execute();
  await db.schema
    .createTable('delegation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('from_person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('to_person', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addColumn('to_on', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('delegation_to').on('delegation').column('to_person').execute();
}

async function createSignIn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('last_seen_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('user_agent', 'text')
    .addColumn('address', 'text')
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('session_person').on('session').column('person_id').execute();
  await db.schema
    .createTable('recovery_code')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema.createIndex('recovery_code_person').on('recovery_code').column('person_id').execute();
  await db.schema
    .createTable('sign_in_failure')
    .addColumn('login_hash', 'text', (c) => c.primaryKey())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'text', (c) => c.notNull())
    .addColumn('locked_until', 'text')
    .execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_event')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('agency_id', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('address', 'text')
    .addColumn('previous_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_event_person').on('audit_event').columns(['person_id', 'seq']).execute();
  await db.schema
    .createIndex('audit_event_subject')
    .on('audit_event')
    .columns(['subject_id', 'seq'])
    .execute();
  await db.schema.createIndex('audit_event_action').on('audit_event').columns(['action', 'seq']).execute();
  await db.schema.createIndex('audit_event_at').on('audit_event').columns(['at', 'seq']).execute();
}
