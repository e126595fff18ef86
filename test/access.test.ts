import { after, before, test } from 'node:test';
import type { Role } from '../src/agencies/index.ts';
import {
  type AccessRow,
  type Agents,
  agentsOfEveryRole,
  assertAccessTable,
} from '../src/agencies/testing.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { type Installation, openInstallation } from './support/installation.ts';

/*
 * Who may call what, written down a second time and by hand: a route that is missing here, or lets in anyone
 * else, fails the test.
 */
const EVERYONE: readonly Role[] = [
  'clerk',
  'unit-head',
  'secrecy-reviewer',
  'approving-leader',
  'disclosure-officer',
  'inspector',
  'administrator',
  'auditor',
];
const WRITERS: readonly Role[] = ['clerk', 'unit-head', 'disclosure-officer'];
const DECIDERS: readonly Role[] = ['unit-head', 'secrecy-reviewer', 'approving-leader', 'disclosure-officer'];
const PUBLISHERS: readonly Role[] = ['approving-leader', 'disclosure-officer'];
const IMPORTERS: readonly Role[] = ['clerk', 'disclosure-officer', 'administrator'];
const CATALOGUERS: readonly Role[] = ['disclosure-officer', 'administrator'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];
const AUDITORS: readonly Role[] = ['administrator', 'auditor'];
const PEOPLE_READERS: readonly Role[] = ['disclosure-officer', 'inspector', 'administrator', 'auditor'];
const REPORT_READERS: readonly Role[] = [
  'unit-head',
  'approving-leader',
  'disclosure-officer',
  'inspector',
  'administrator',
  'auditor',
];
const OFFICERS: readonly Role[] = ['disclosure-officer'];

const TABLE: readonly [string, AccessRow['allowed']][] = [
  ['GET /api/v1/openapi.json', 'public'],
  ['GET /api/v1/search', 'public'],
  ['GET /api/v1/information', 'public'],
  ['GET /api/v1/information/:id', 'public'],

  ['POST /api/v1/session', 'public'],
  ['GET /api/v1/session', 'staff'],
  ['DELETE /api/v1/session', 'staff'],
  ['POST /api/v1/session/password', 'staff'],
  ['POST /api/v1/session/totp', 'staff'],
  ['POST /api/v1/session/totp/confirmation', 'staff'],
  ['POST /api/v1/session/totp/removal', 'staff'],
  ['GET /api/v1/sessions', 'staff'],
  ['DELETE /api/v1/sessions/:id', 'staff'],
  ['DELETE /api/v1/sessions', 'staff'],

  ['GET /api/v1/agencies', 'staff'],
  ['GET /api/v1/agencies/:id', 'staff'],
  ['POST /api/v1/agencies', ADMINISTRATORS],
  ['PATCH /api/v1/agencies/:id', ADMINISTRATORS],
  ['GET /api/v1/agencies/:id/units', 'staff'],
  ['POST /api/v1/agencies/:id/units', ADMINISTRATORS],
  ['PATCH /api/v1/units/:id', ADMINISTRATORS],
  ['GET /api/v1/agencies/:id/colleagues', EVERYONE],
  ['GET /api/v1/agencies/:id/posts', PEOPLE_READERS],
  ['GET /api/v1/people', PEOPLE_READERS],
  ['GET /api/v1/people/:id', PEOPLE_READERS],
  ['POST /api/v1/people', ADMINISTRATORS],
  ['PATCH /api/v1/people/:id', ADMINISTRATORS],
  ['POST /api/v1/people/:id/posts', ADMINISTRATORS],
  ['POST /api/v1/people/:id/roles', ADMINISTRATORS],
  ['DELETE /api/v1/roles/:id', ADMINISTRATORS],
  ['POST /api/v1/people/:id/password', ADMINISTRATORS],
  ['POST /api/v1/people/:id/deactivation', ADMINISTRATORS],
  ['POST /api/v1/people/:id/reactivation', ADMINISTRATORS],
  ['GET /api/v1/delegations', 'staff'],
  ['POST /api/v1/delegations', 'staff'],
  ['DELETE /api/v1/delegations/:id', 'staff'],
  ['GET /api/v1/audit', AUDITORS],
  ['GET /api/v1/audit/verify', AUDITORS],
  ['GET /api/v1/audit/export.csv', AUDITORS],
  ['GET /api/v1/audit/export.jsonl', AUDITORS],

  ['GET /api/v1/queue', EVERYONE],
  ['GET /api/v1/items', EVERYONE],
  ['POST /api/v1/items', WRITERS],
  ['GET /api/v1/items/:id', EVERYONE],
  ['PATCH /api/v1/items/:id', WRITERS],
  ['DELETE /api/v1/items/:id', WRITERS],
  ['GET /api/v1/items/:id/attachments/:attachmentId', EVERYONE],
  ['DELETE /api/v1/items/:id/attachments/:attachmentId', WRITERS],
  ['POST /api/v1/items/:id/submit', WRITERS],
  ['POST /api/v1/items/:id/decisions', DECIDERS],
  ['POST /api/v1/items/:id/publish', PUBLISHERS],
  ['POST /api/v1/items/:id/unschedule', PUBLISHERS],
  ['POST /api/v1/items/:id/changes', WRITERS],
  ['POST /api/v1/items/:id/withdraw', PUBLISHERS],
  ['POST /api/v1/items/:id/findings/:key/override', ['secrecy-reviewer']],
  ['POST /api/v1/items/:id/comments', EVERYONE],
  ['GET /api/v1/items/:id/diff', EVERYONE],
  ['POST /api/v1/screen', WRITERS],
  ['GET /api/v1/categories', EVERYONE],
  ['POST /api/v1/categories', CATALOGUERS],
  ['PATCH /api/v1/categories/:id', CATALOGUERS],
  ['GET /api/v1/settings/:agencyId', EVERYONE],
  ['PUT /api/v1/settings/:agencyId', ADMINISTRATORS],
  ['GET /api/v1/statistics', EVERYONE],

  ['POST /api/v1/items/from-file', WRITERS],
  ['POST /api/v1/items/:id/attachments', WRITERS],
  ['POST /api/v1/imports', IMPORTERS],
  ['GET /api/v1/imports', IMPORTERS],
  ['GET /api/v1/imports/:id', IMPORTERS],
  ['POST /api/v1/imports/:id/resume', IMPORTERS],

  ['GET /api/v1/reports/:agencyId/:year', REPORT_READERS],
  ['GET /api/v1/reports/:agencyId/:year/records', REPORT_READERS],
  ['GET /api/v1/reports/:agencyId/:year/report.html', REPORT_READERS],
  ['GET /api/v1/reports/:agencyId/:year/report.docx', REPORT_READERS],
  ['PUT /api/v1/reports/:agencyId/:year/texts', OFFICERS],
  ['POST /api/v1/reports/:agencyId/:year/item', OFFICERS],
];

let installation: Installation;
let server: RunningServer;
let agents: Agents;

before(async () => {
  installation = await openInstallation();
  server = await startServer(installation.services);
  agents = await agentsOfEveryRole(server.app, installation.services, installation.agencyId);
});
after(async () => {
  await server.close();
  await installation.dispose();
});

test('every route of the API lets in exactly whom the table names', async () => {
  const { agencyId } = installation;
  const rows = TABLE.map(([route, allowed]): AccessRow => {
    const [method, url] = route.split(' ') as [string, string];
    const ofAgency = url.startsWith('/api/v1/agencies/') ? { id: agencyId } : {};
    return { method, url, allowed, params: { agencyId, year: '2026', ...ofAgency } };
  });
  // Signing out ends the session with which the table is walked: it stands last.
  const last = rows.filter(({ method, url }) => method === 'DELETE' && url === '/api/v1/session');
  await assertAccessTable(server.app, agents, [...rows.filter((row) => !last.includes(row)), ...last]);
});

test('everything outside the API is public and read-only, the log and the pages alike', () => {
  const others = server.app.routeAccess.filter((route) => !route.url.startsWith('/api/'));
  for (const { method, url, access } of others) {
    if (access !== 'public') throw new Error(`${method} ${url} needs ${access}`);
    if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) throw new Error(`${method} ${url} changes something`);
  }
});
