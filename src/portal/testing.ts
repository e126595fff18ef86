import { join } from 'node:path';
import { createAgency, createUnit, listAgencies, systemActor } from '../agencies/index.ts';
import {
  attachFile,
  changesAfter,
  publishItem,
  saveCategory,
  startChange,
  updateItem,
  withdrawItem,
} from '../information/index.ts';
import {
  createPersonWith,
  draftItem,
  OFFICE_ROLES,
  openOffice,
  passChain,
  revisionOf,
  type TestOffice,
} from '../information/testing.ts';
import { ledgerRoutes } from '../ledger/index.ts';
import { type App, createApp } from '../platform/index.ts';
import type { Opener } from '../platform/testing.ts';
import { openSearchIndex, type SearchIndex } from '../search/index.ts';
import { portalRoutes } from './index.ts';
import type { SiteRecords } from './site.ts';

/** The public side of a small agency on a real server, filled through the verbs. */
export interface TestPortal {
  office: TestOffice;
  app: App;
  search: SearchIndex;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Brings the search index up to the log, as the projector does. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}

export async function openPortal(open: Opener, siteRecords: SiteRecords = {}): Promise<TestPortal> {
  const office = await openOffice(open);
  const { services } = office;
  const search = openSearchIndex(join(services.config.dataDirectory, 'index', 'search.db'));
  const app = await createApp(services.config);
  ledgerRoutes(app, services, services.logKey);
  portalRoutes(app, { ...services, search, siteRecords });
  await app.ready();
  return {
    office,
    app,
    search,
    get: async (url, headers = {}) => {
      const answer = await app.inject({ method: 'GET', url, headers });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
    catchUp: () => catchUp(office, search),
    close: async () => {
      await app.close();
      search.close();
      await services.dispose();
    },
  };
}

async function catchUp({ services }: TestOffice, search: SearchIndex): Promise<void> {
  const changes = await changesAfter(services.database.read, search.cursor(), 10_000);
  const agencies = new Map((await listAgencies(services.database.read)).map((one) => [one.code, one.id]));
  search.apply(
    changes.map(({ seq, itemId, record }) => ({
      seq,
      id: itemId,
      document: record && {
        id: itemId,
        agencyId: agencies.get(record.agency.code)!,
        agencyName: record.agency.name,
        unitName: record.unit,
        categoryName: record.category.name,
        section: record.section,
        status: record.status as 'in-force' | 'repealed',
        genre: record.genre,
        title: record.title,
        documentNumber: record.documentNumber,
        indexNumber: record.indexNumber,
        body: record.bodyHtml.replace(/<[^>]+>/g, ' '),
        attachments: [],
        publishedOn: record.publishedOn,
        formedOn: record.formedOn,
      },
    })),
  );
}

/** Publishes an item with one file attached. @returns its id and the file's hash */
export async function publishWithFile(
  office: TestOffice,
  file: { name: string; mediaType: string; content: string },
  fields: Parameters<typeof draftItem>[1] = {},
): Promise<{ id: string; sha256: string }> {
  const id = await draftItem(office, fields);
  const bytes = Buffer.from(file.content);
  const sha256 = await office.services.files.put(bytes);
  await attachFile(office.services, office.people.clerk, id, await revisionOf(office, id), {
    name: file.name,
    mediaType: file.mediaType,
    sizeBytes: bytes.length,
    sha256,
    text: file.content,
  });
  await publishApproved(office, id);
  return { id, sha256 };
}

/** Changes a public item through the whole chain: an amendment, a repeal … */
export async function change(
  office: TestOffice,
  id: string,
  kind: 'amend' | 'correct' | 'repeal' | 'reinstate',
  reason: string,
  fields: Parameters<typeof draftItem>[1] = {},
): Promise<void> {
  const { services, people } = office;
  await startChange(services, people.clerk, id, {
    revision: await revisionOf(office, id),
    change: kind,
    reason,
  });
  await updateItem(services, people.clerk, id, {
    revision: await revisionOf(office, id),
    fields: { summary: `${kind}`, ...fields },
    placement: {},
  });
  await publishApproved(office, id);
}

export async function withdraw(office: TestOffice, id: string, reason: string): Promise<void> {
  await withdrawItem(office.services, office.people['disclosure-officer'], id, {
    revision: await revisionOf(office, id),
    reasonCode: 'personal-data',
    reason,
  });
}

async function publishApproved(office: TestOffice, id: string): Promise<void> {
  await passChain(office, id);
  const revision = await revisionOf(office, id);
  await publishItem(office.services, office.people['disclosure-officer'], id, { revision, at: 'now' });
}

/** A second agency on the same platform, with its own people and category. */
export async function secondAgency(office: TestOffice): Promise<TestOffice> {
  const { services } = office;
  const system = await systemActor(services.database.read);
  const agencyId = await createAgency(services, system, {
    code: 'CSSL',
    name: '测试市水利局',
    parentId: null,
    kind: 'bureau',
    orgCode: 'CS10108',
  });
  const unitId = await createUnit(services, system, agencyId, {
    code: 'GC',
    name: '工程科',
    kind: 'department',
    position: 1,
  });
  const categoryId = await saveCategory(services, system, {
    agencyId,
    code: 'SLGC',
    name: '水利工程类',
    indexClass: '0100',
  });
  const people = { ...office.people };
  for (const role of OFFICE_ROLES)
    people[role] = await createPersonWith(services, agencyId, role, `water-${role}`);
  return { ...office, agencyId, unitId, categoryId, people };
}
