import {
  type Actor,
  migrations as agenciesMigrations,
  assignRole,
  createAgency,
  createPerson,
  createUnit,
  loadActor,
  type Role,
  systemActor,
} from '../agencies/index.ts';
import { ledgerMigrations, openLogKey } from '../ledger/index.ts';
import type { Migrations } from '../platform/index.ts';
import type { Opener, TestServices } from '../platform/testing.ts';
import { saveCategory } from './categories.ts';
import type { Fields, Placement } from './contract.ts';
import { createItem } from './draft.ts';
import { publishItem } from './publish.ts';
import { approveItem, submitItem } from './review.ts';
import { migrations } from './schema.ts';
import type { InformationServices } from './services.ts';
import { loadItem } from './store.ts';

const roomsBelow: Migrations = { ...agenciesMigrations, ...ledgerMigrations, ...migrations };

export const OFFICE_ROLES = [
  'clerk',
  'unit-head',
  'secrecy-reviewer',
  'approving-leader',
  'disclosure-officer',
  'administrator',
] as const satisfies readonly Role[];
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** A small agency with one person a role, on a fresh database. */
export interface TestOffice {
  services: InformationServices & TestServices;
  agencyId: string;
  unitId: string;
  categoryId: string;
  people: Record<OfficeRole, Actor>;
}

export async function openOffice(open: Opener, more: Migrations = {}): Promise<TestOffice> {
  const opened = await open({ ...roomsBelow, ...more });
  const services = { ...opened, logKey: openLogKey(opened.config) };
  const system = await systemActor(services.database.read);
  const agencyId = await createAgency(services, system, {
    code: 'CSJT',
    name: '测试市交通运输局',
    parentId: null,
    kind: 'bureau',
    orgCode: 'CS10107',
  });
  const unitId = await createUnit(services, system, agencyId, {
    code: 'BGS',
    name: '办公室',
    kind: 'department',
    position: 1,
  });
  const categoryId = await saveCategory(services, system, {
    agencyId,
    code: 'GGFW',
    name: '公共服务类',
    indexClass: '0400',
  });
  const people = {} as Record<OfficeRole, Actor>;
  for (const role of OFFICE_ROLES) people[role] = await createPersonWith(services, agencyId, role);
  return { services, agencyId, unitId, categoryId, people };
}

export async function createPersonWith(
  services: TestServices,
  agencyId: string,
  role: Role,
  login: string = role,
): Promise<Actor> {
  const system = await systemActor(services.database.read);
  const { personId } = await createPerson(services, system, {
    login,
    name: `测试${login}`,
    post: { agencyId, title: role },
  });
  await assignRole(services, system, personId, { agencyId, role });
  return actorFor(services, personId);
}

export function actorFor(services: TestServices, personId: string): Promise<Actor> {
  return loadActor(services.database.read, services.clock, personId, {
    via: 'command',
    sessionId: null,
    address: null,
  });
}

export const COMPLETE: Fields = {
  title: '关于调整102路公交线路的通告',
  documentNumber: '测交〔2026〕12号',
  issuingAgency: '测试市交通运输局',
  formedOn: '2026-11-16',
  genre: '通告',
  subject: null,
  keywords: '公交',
  summary: null,
  bodyHtml: '<p>因道路施工,102路公交线路自下周起临时绕行。</p>',
};

export async function draftItem(
  office: TestOffice,
  fields: Partial<Fields> = {},
  placement: Partial<Placement> = {},
): Promise<string> {
  return createItem(office.services, office.people.clerk, {
    agencyId: office.agencyId,
    fields: { ...COMPLETE, ...fields },
    placement: { unitId: office.unitId, categoryId: office.categoryId, ...placement },
  });
}

export async function revisionOf(office: TestOffice, itemId: string): Promise<number> {
  return (await loadItem(office.services.database.read, itemId)).revision;
}

/** Takes a draft through every step of the default chain to 'approved'. */
export async function passChain(office: TestOffice, itemId: string): Promise<void> {
  const { services, people } = office;
  await submitItem(services, people.clerk, itemId, { revision: await revisionOf(office, itemId) });
  for (const role of ['unit-head', 'secrecy-reviewer', 'approving-leader'] as const)
    await approveItem(services, people[role], itemId, { revision: await revisionOf(office, itemId) });
}

/** A draft taken through the chain and published now. */
export async function publishedItem(
  office: TestOffice,
  fields: Partial<Fields> = {},
  placement: Partial<Placement> = {},
): Promise<string> {
  const itemId = await draftItem(office, fields, placement);
  await passChain(office, itemId);
  const revision = await revisionOf(office, itemId);
  await publishItem(office.services, office.people['disclosure-officer'], itemId, { revision, at: 'now' });
  return itemId;
}
