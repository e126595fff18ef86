import type { App, Services } from '../platform/index.ts';
import { demand, rolesIn } from './actor.ts';
import { agencyById, listAgencies, listUnits, unitById } from './agency-store.ts';
import * as contract from './contract.ts';
import { createAgency } from './create-agency.ts';
import { createUnit } from './create-unit.ts';
import { actorOf } from './guard.ts';
import { colleagues, postsOn } from './people-store.ts';
import { inTreeOrder } from './tree.ts';
import { updateAgency } from './update-agency.ts';
import { updateUnit } from './update-unit.ts';

const tags = ['agencies'];
const params = contract.idParams;

/** The tree of agencies and their units; every signed-in person may read it, it is no secret. */
export function agencyRoutes(app: App, services: Services): void {
  const { read } = services.database;
  const staff = { access: 'staff' } as const;
  const manage = { access: 'agency.manage' } as const;

  app.get(
    '/api/v1/agencies',
    { config: staff, schema: { tags, response: { 200: contract.agencyTreeView } } },
    async () => ({ agencies: inTreeOrder(await listAgencies(read)) }),
  );
  app.get(
    '/api/v1/agencies/:id',
    { config: staff, schema: { tags, params, response: { 200: contract.agencyView } } },
    (request) => agencyById(read, request.params.id),
  );
  app.post(
    '/api/v1/agencies',
    {
      config: manage,
      schema: { tags, body: contract.createAgencyBody, response: { 201: contract.agencyView } },
    },
    async (request, reply) => {
      const id = await createAgency(services, actorOf(request), request.body);
      return reply.code(201).send(await agencyById(read, id));
    },
  );
  app.patch(
    '/api/v1/agencies/:id',
    {
      config: manage,
      schema: { tags, params, body: contract.updateAgencyBody, response: { 200: contract.agencyView } },
    },
    async (request) => {
      await updateAgency(services, actorOf(request), request.params.id, request.body);
      return agencyById(read, request.params.id);
    },
  );
  unitRoutes(app, services);
  staffingRoutes(app, services);
}

function unitRoutes(app: App, services: Services): void {
  const { read } = services.database;
  const manage = { access: 'agency.manage' } as const;
  app.get(
    '/api/v1/agencies/:id/units',
    { config: { access: 'staff' }, schema: { tags, params, response: { 200: contract.unitsView } } },
    async (request) => {
      await agencyById(read, request.params.id);
      return { units: await listUnits(read, request.params.id) };
    },
  );
  app.post(
    '/api/v1/agencies/:id/units',
    {
      config: manage,
      schema: { tags, params, body: contract.createUnitBody, response: { 201: contract.unitView } },
    },
    async (request, reply) => {
      const id = await createUnit(services, actorOf(request), request.params.id, request.body);
      return reply.code(201).send(await unitById(read, id));
    },
  );
  app.patch(
    '/api/v1/units/:id',
    {
      config: manage,
      schema: { tags, params, body: contract.updateUnitBody, response: { 200: contract.unitView } },
    },
    async (request) => {
      await updateUnit(services, actorOf(request), request.params.id, request.body);
      return unitById(read, request.params.id);
    },
  );
}

function staffingRoutes(app: App, services: Services): void {
  const { read } = services.database;
  app.get(
    '/api/v1/agencies/:id/colleagues',
    { config: { access: 'staff' }, schema: { tags, params, response: { 200: contract.colleaguesView } } },
    async (request) => {
      if (rolesIn(actorOf(request), request.params.id).length === 0)
        demand(actorOf(request), 'people.read', request.params.id);
      return { colleagues: await colleagues(read, request.params.id) };
    },
  );
  app.get(
    '/api/v1/agencies/:id/posts',
    {
      config: { access: 'people.read' },
      schema: { tags, params, querystring: contract.postsQuery, response: { 200: contract.postsView } },
    },
    async (request) => {
      demand(actorOf(request), 'people.read', request.params.id);
      const on = request.query.on ?? services.clock.today();
      return { posts: await postsOn(read, request.params.id, on) };
    },
  );
}
