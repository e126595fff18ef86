import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, demand, recordLook } from '../agencies/index.ts';
import { htmlToText, sanitiseHtml } from '../documents/index.ts';
import { type App, attachmentDisposition } from '../platform/index.ts';
import { detachFile } from './attach.ts';
import { listCategories, saveCategory } from './categories.ts';
import { startChange } from './change.ts';
import * as contract from './contract.ts';
import { diffVersions } from './diff.ts';
import { createItem, discardDraft, updateItem } from './draft.ts';
import { InformationError } from './errors.ts';
import { listItems } from './list.ts';
import { publishItem, unscheduleItem, withdrawItem } from './publish.ts';
import { myQueue } from './queue.ts';
import { addComment, overrideFinding } from './remark.ts';
import { approveItem, returnItem, submitItem } from './review.ts';
import { screenFields } from './screening.ts';
import type { InformationServices } from './services.ts';
import { saveSettings, viewSettings } from './settings.ts';
import { statistics } from './statistics.ts';
import { loadItem } from './store.ts';
import { viewItem } from './view.ts';

const ItemParams = z.object({ id: z.string() });
const AgencyParams = z.object({ agencyId: z.string() });
const item = { 200: contract.ItemView };

/** The staff's JSON API of this room. Each verb checks again in its transaction whether the person may. */
export function informationRoutes(app: App, services: InformationServices): void {
  const { read } = services.database;
  const view = (request: FastifyRequest, id: string) =>
    viewItem(services, actorOf(request), id, request.language);

  app.get(
    '/api/v1/queue',
    { config: { access: 'item.read' }, schema: { response: { 200: contract.Queue } } },
    (request) => myQueue(services, actorOf(request)),
  );

  app.get(
    '/api/v1/items',
    {
      config: { access: 'item.read' },
      schema: { querystring: contract.ItemListQuery, response: { 200: contract.ItemList } },
    },
    (request) => listItems(services, actorOf(request), request.query),
  );

  app.post(
    '/api/v1/items',
    { config: { access: 'item.write' }, schema: { body: contract.CreateItem, response: item } },
    async (request) => {
      const { agencyId, fields, placement } = request.body;
      const id = await createItem(services, actorOf(request), {
        agencyId,
        fields: present(fields),
        placement: present(placement),
      });
      return view(request, id);
    },
  );

  app.get(
    '/api/v1/items/:id',
    { config: { access: 'item.read' }, schema: { params: ItemParams, response: item } },
    async (request) => {
      const { agency_id, state } = await loadItem(read, request.params.id);
      demand(actorOf(request), 'item.read', agency_id);
      // What is public anyway needs no record of who looked; what is not does.
      if (state !== 'published')
        await recordLook(services, actorOf(request), {
          agencyId: agency_id,
          subjectKind: 'item',
          subjectId: request.params.id,
        });
      return view(request, request.params.id);
    },
  );

  app.patch(
    '/api/v1/items/:id',
    {
      config: { access: 'item.write' },
      schema: { params: ItemParams, body: contract.UpdateItem, response: item },
    },
    async (request) => {
      const { revision, fields, placement } = request.body;
      await updateItem(services, actorOf(request), request.params.id, {
        revision,
        fields: present(fields),
        placement: present(placement),
      });
      return view(request, request.params.id);
    },
  );

  app.delete(
    '/api/v1/items/:id',
    {
      config: { access: 'item.write' },
      schema: {
        params: ItemParams,
        querystring: z.object({ revision: z.coerce.number().int() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await discardDraft(services, actorOf(request), request.params.id, request.query.revision);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/v1/items/:id/attachments/:attachmentId',
    {
      config: { access: 'item.write' },
      schema: {
        params: ItemParams.extend({ attachmentId: z.string() }),
        querystring: z.object({ revision: z.coerce.number().int() }),
        response: item,
      },
    },
    async (request) => {
      const { id, attachmentId } = request.params;
      await detachFile(services, actorOf(request), id, request.query.revision, attachmentId);
      return view(request, id);
    },
  );

  app.get(
    '/api/v1/items/:id/attachments/:attachmentId',
    {
      config: { access: 'item.read' },
      schema: { params: ItemParams.extend({ attachmentId: z.string() }) },
    },
    async (request, reply) => {
      const { id, attachmentId } = request.params;
      const { agency_id } = await loadItem(read, id);
      demand(actorOf(request), 'item.read', agency_id);
      const file = await read
        .selectFrom('attachment')
        .selectAll()
        .where('id', '=', attachmentId)
        .where('item_id', '=', id)
        .executeTakeFirst();
      if (!file) throw new InformationError('ATTACHMENT_NOT_FOUND');
      await recordLook(services, actorOf(request), {
        agencyId: agency_id,
        subjectKind: 'attachment',
        subjectId: attachmentId,
        detail: { item: id, name: file.name },
      });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', attachmentDisposition(file.name))
        .header('content-length', file.size_bytes)
        .send(services.files.stream(file.sha256));
    },
  );

  app.post(
    '/api/v1/items/:id/submit',
    {
      config: { access: 'item.write' },
      schema: { params: ItemParams, body: contract.Submit, response: item },
    },
    async (request) => {
      await submitItem(services, actorOf(request), request.params.id, request.body);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/decisions',
    {
      config: { access: 'item.review' },
      schema: { params: ItemParams, body: contract.Decide, response: item },
    },
    async (request) => {
      const { body } = request;
      if (body.decision === 'approve') await approveItem(services, actorOf(request), request.params.id, body);
      else await returnItem(services, actorOf(request), request.params.id, body);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/publish',
    {
      config: { access: 'item.publish' },
      schema: { params: ItemParams, body: contract.Publish, response: item },
    },
    async (request) => {
      await publishItem(services, actorOf(request), request.params.id, request.body);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/unschedule',
    {
      config: { access: 'item.publish' },
      schema: { params: ItemParams, body: z.object({ revision: contract.Revision }), response: item },
    },
    async (request) => {
      await unscheduleItem(services, actorOf(request), request.params.id, request.body.revision);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/changes',
    {
      config: { access: 'item.write' },
      schema: { params: ItemParams, body: contract.StartChange, response: item },
    },
    async (request) => {
      await startChange(services, actorOf(request), request.params.id, request.body);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/withdraw',
    {
      config: { access: 'item.withdraw' },
      schema: { params: ItemParams, body: contract.Withdraw, response: item },
    },
    async (request) => {
      await withdrawItem(services, actorOf(request), request.params.id, request.body);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/items/:id/findings/:key/override',
    {
      config: { access: 'finding.override' },
      schema: {
        params: ItemParams.extend({ key: z.string() }),
        body: contract.OverrideFinding,
        response: item,
      },
    },
    async (request) => {
      const { id, key } = request.params;
      await overrideFinding(services, actorOf(request), id, key, request.body);
      return view(request, id);
    },
  );

  app.post(
    '/api/v1/items/:id/comments',
    {
      config: { access: 'item.read' },
      schema: { params: ItemParams, body: contract.AddComment, response: item },
    },
    async (request) => {
      await addComment(services, actorOf(request), request.params.id, request.body.text);
      return view(request, request.params.id);
    },
  );

  app.get(
    '/api/v1/items/:id/diff',
    {
      config: { access: 'item.read' },
      schema: {
        params: ItemParams,
        querystring: z.object({
          from: z.coerce.number().int().min(1),
          to: z.coerce.number().int().min(1),
        }),
        response: { 200: contract.Diff },
      },
    },
    async (request) => {
      const { agency_id } = await loadItem(read, request.params.id);
      demand(actorOf(request), 'item.read', agency_id);
      return diffVersions(read, request.params.id, request.query.from, request.query.to);
    },
  );

  app.post(
    '/api/v1/screen',
    {
      config: { access: 'item.write' },
      schema: {
        body: contract.Screen,
        response: { 200: z.object({ findings: z.array(contract.Finding) }) },
      },
    },
    async (request) => {
      const { agencyId, title, bodyHtml, attribute } = request.body;
      demand(actorOf(request), 'item.write', agencyId);
      const agency = await read
        .selectFrom('agency')
        .select('name')
        .where('id', '=', agencyId)
        .executeTakeFirstOrThrow();
      const html = sanitiseHtml(bodyHtml);
      const findings = screenFields(
        [
          { name: 'title', text: title },
          { name: 'body', text: htmlToText(html), html },
        ],
        { agencyName: agency.name, attribute, today: services.clock.today() },
      );
      return {
        findings: findings.map((one) => ({ ...one, why: one.why[request.language], override: null })),
      };
    },
  );

  catalogueRoutes(app, services);
}

/** Categories, settings and figures. */
function catalogueRoutes(app: App, services: InformationServices): void {
  const { read } = services.database;

  app.get(
    '/api/v1/categories',
    {
      config: { access: 'item.read' },
      schema: {
        querystring: z.object({ agency: z.string() }),
        response: { 200: z.array(contract.CategoryView) },
      },
    },
    (request) => {
      demand(actorOf(request), 'item.read', request.query.agency);
      return listCategories(read, request.query.agency);
    },
  );

  const saved = async (agencyId: string) => listCategories(read, agencyId);
  app.post(
    '/api/v1/categories',
    {
      config: { access: 'catalogue.manage' },
      schema: { body: contract.SaveCategory, response: { 200: z.array(contract.CategoryView) } },
    },
    async (request) => {
      await saveCategory(services, actorOf(request), request.body);
      return saved(request.body.agencyId);
    },
  );
  app.patch(
    '/api/v1/categories/:id',
    {
      config: { access: 'catalogue.manage' },
      schema: {
        params: ItemParams,
        body: contract.SaveCategory,
        response: { 200: z.array(contract.CategoryView) },
      },
    },
    async (request) => {
      await saveCategory(services, actorOf(request), request.body, request.params.id);
      return saved(request.body.agencyId);
    },
  );

  app.get(
    '/api/v1/settings/:agencyId',
    {
      config: { access: 'item.read' },
      schema: { params: AgencyParams, response: { 200: contract.Settings } },
    },
    (request) => {
      demand(actorOf(request), 'item.read', request.params.agencyId);
      return viewSettings(services, request.params.agencyId);
    },
  );
  app.put(
    '/api/v1/settings/:agencyId',
    {
      config: { access: 'settings.manage' },
      schema: { params: AgencyParams, body: contract.SaveSettings, response: { 200: contract.Settings } },
    },
    (request) => saveSettings(services, actorOf(request), request.params.agencyId, request.body),
  );

  app.get(
    '/api/v1/statistics',
    {
      config: { access: 'statistics.read' },
      schema: {
        querystring: z.object({ agency: z.string(), year: z.coerce.number().int().min(1949).max(2999) }),
        response: { 200: contract.Statistics },
      },
    },
    (request) => {
      demand(actorOf(request), 'statistics.read', request.query.agency);
      return statistics(services, request.query.agency, request.query.year);
    },
  );
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that were left out: a partial update changes only what it names. */
function present<T extends object>(partial: T): Present<T> {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as Present<T>;
}
