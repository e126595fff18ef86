import type { App, Queryable, Services } from '../platform/index.ts';
import { type Actor, agenciesWhere, can } from './actor.ts';
import { assignRole } from './assign-role.ts';
import { changePost } from './change-post.ts';
import * as contract from './contract.ts';
import { createPerson } from './create-person.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { delegate } from './delegate.ts';
import { endRole } from './end-role.ts';
import { AgenciesError } from './errors.ts';
import { actorOf } from './guard.ts';
import { listDelegations } from './list-delegations.ts';
import { personById, searchPeople } from './people-store.ts';
import { reactivatePerson } from './reactivate-person.ts';
import { resetPassword } from './reset-password.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { updatePerson } from './update-person.ts';

const params = contract.idParams;
const done = { 200: contract.emptyView };
const ok = { ok: true as const };
const manage = { access: 'people.manage' } as const;

/** People, their posts, roles and accounts. */
export function peopleRoutes(app: App, services: Services): void {
  const tags = ['people'];
  const { read } = services.database;
  app.get(
    '/api/v1/people',
    {
      config: { access: 'people.read' },
      schema: { tags, querystring: contract.peopleQuery, response: { 200: contract.peopleView } },
    },
    (request) => searchPeople(read, agenciesWhere(actorOf(request), 'people.read'), request.query),
  );
  app.get(
    '/api/v1/people/:id',
    { config: { access: 'people.read' }, schema: { tags, params, response: { 200: contract.personView } } },
    (request) => viewPerson(read, actorOf(request), request.params.id),
  );
  app.post(
    '/api/v1/people',
    {
      config: manage,
      schema: { tags, body: contract.createPersonBody, response: { 201: contract.generatedPasswordView } },
    },
    async (request, reply) =>
      reply.code(201).send(await createPerson(services, actorOf(request), request.body)),
  );
  app.patch(
    '/api/v1/people/:id',
    { config: manage, schema: { tags, params, body: contract.updatePersonBody, response: done } },
    async (request) => {
      await updatePerson(services, actorOf(request), request.params.id, request.body);
      return ok;
    },
  );
  postAndRoleRoutes(app, services, tags);
  accountRoutes(app, services, tags);
  delegationRoutes(app, services);
}

/** Visible to who may read people where the person has, or had, a post or role. */
async function viewPerson(database: Queryable, actor: Actor, personId: string) {
  const person = await personById(database, personId);
  const agencies = [...person.posts, ...person.roles].map((one) => one.agencyId);
  if (!agencies.some((id) => can(actor, 'people.read', id))) throw new AgenciesError('FORBIDDEN');
  return person;
}

function postAndRoleRoutes(app: App, services: Services, tags: string[]): void {
  app.post(
    '/api/v1/people/:id/posts',
    {
      config: manage,
      schema: { tags, params, body: contract.changePostBody, response: { 200: contract.changePostView } },
    },
    (request) => changePost(services, actorOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/v1/people/:id/roles',
    {
      config: manage,
      schema: { tags, params, body: contract.assignRoleBody, response: { 201: contract.createdView } },
    },
    async (request, reply) => {
      const id = await assignRole(services, actorOf(request), request.params.id, request.body);
      return reply.code(201).send({ id });
    },
  );
  app.delete(
    '/api/v1/roles/:id',
    { config: manage, schema: { tags, params, response: done } },
    async (request) => {
      await endRole(services, actorOf(request), request.params.id);
      return ok;
    },
  );
}

function accountRoutes(app: App, services: Services, tags: string[]): void {
  const generated = { 200: contract.generatedPasswordView };
  app.post(
    '/api/v1/people/:id/password',
    { config: manage, schema: { tags, params, body: contract.resetPasswordBody, response: generated } },
    (request) => resetPassword(services, actorOf(request), request.params.id, request.body),
  );
  app.post(
    '/api/v1/people/:id/deactivation',
    { config: manage, schema: { tags, params, response: done } },
    async (request) => {
      await deactivatePerson(services, actorOf(request), request.params.id);
      return ok;
    },
  );
  app.post(
    '/api/v1/people/:id/reactivation',
    { config: manage, schema: { tags, params, response: generated } },
    (request) => reactivatePerson(services, actorOf(request), request.params.id),
  );
}

/** Anyone signed in: the verbs look whose role it is. */
function delegationRoutes(app: App, services: Services): void {
  const config = { access: 'staff' } as const;
  const tags = ['delegations'];
  app.get(
    '/api/v1/delegations',
    {
      config,
      schema: { tags, querystring: contract.delegationsQuery, response: { 200: contract.delegationsView } },
    },
    async (request) => ({
      delegations: await listDelegations(services, actorOf(request), request.query.agencyId),
    }),
  );
  app.post(
    '/api/v1/delegations',
    { config, schema: { tags, body: contract.delegateBody, response: { 201: contract.createdView } } },
    async (request, reply) =>
      reply.code(201).send({ id: await delegate(services, actorOf(request), request.body) }),
  );
  app.delete(
    '/api/v1/delegations/:id',
    { config, schema: { tags, params, response: done } },
    async (request) => {
      await revokeDelegation(services, actorOf(request), request.params.id);
      return ok;
    },
  );
}
