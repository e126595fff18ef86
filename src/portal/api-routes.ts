import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { listCategories, listPublic, type PublicFilter } from '../information/index.ts';
import type { App } from '../platform/index.ts';
import {
  Information,
  InformationList,
  InformationListQuery,
  SearchApiQuery,
  SearchResponse,
  WithdrawnInformation,
} from './api-contract.ts';
import { PortalError } from './errors.ts';
import { isWithdrawn, loadItemFacts, type PublishedFacts } from './item-facts.ts';
import { presentItem, presentRow, presentSearch, presentWithdrawn } from './presenters.ts';
import { searchPublic } from './search-query.ts';
import type { PortalContext } from './services.ts';
import { type Site, siteOf } from './site.ts';

/** The public JSON API: the same items, lists and search as the pages. */
export function apiRoutes(app: App, context: PortalContext): void {
  const { database } = context;
  const site = (request: FastifyRequest) =>
    siteOf(request, context.cache, context.siteRecords ?? {}, context.config.publicUrl);
  app.get(
    '/api/v1/information',
    {
      config: { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        tags: ['public'],
        summary: 'Public items, newest first',
        querystring: InformationListQuery,
        response: { 200: InformationList },
      },
    },
    async (request) => {
      const here = await site(request);
      const { page, pageSize, order } = request.query;
      const filter = await filterOf(context, here, request.query);
      const list = await listPublic(database.read, filter, {
        offset: (page - 1) * pageSize,
        limit: pageSize,
        order,
      });
      return { total: list.total, items: list.rows.map((row) => presentRow(here, row)) };
    },
  );
  app.get(
    '/api/v1/information/:id',
    {
      config: { access: 'public', rateLimit: { max: 600, timeWindow: '1 minute' } },
      schema: {
        tags: ['public'],
        summary: 'A public item; 410 with its tombstone once withdrawn',
        params: z.object({ id: z.string().max(64) }),
        response: { 200: Information, 410: WithdrawnInformation },
      },
    },
    async (request, reply) => {
      const facts = await loadItemFacts(database.read, request.params.id);
      if (!facts) throw new PortalError('INFORMATION_NOT_PUBLIC');
      reply.header('cache-control', 'no-cache');
      const here = await site(request);
      if (isWithdrawn(facts)) return reply.code(410).send(presentWithdrawn(here, facts));
      return presentItem(here, facts as PublishedFacts);
    },
  );
  app.get(
    '/api/v1/search',
    {
      config: { access: 'public', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        tags: ['public'],
        summary: 'Search everything published; the same query as the page /search',
        querystring: SearchApiQuery,
        response: { 200: SearchResponse },
      },
    },
    async (request) => {
      const here = await site(request);
      const { pageSize, ...query } = request.query;
      return presentSearch(here, query.q, await searchPublic(context, here, query, pageSize));
    },
  );
}

async function filterOf(
  { database }: PortalContext,
  site: Site,
  query: z.infer<typeof InformationListQuery>,
): Promise<PublicFilter> {
  const agencyId = site.agencyChosen ? site.agency?.id : undefined;
  const { section, genre, status, year, category } = query;
  return {
    ...(agencyId ? { agencyId } : {}),
    ...(section ? { section } : {}),
    ...(genre ? { genre } : {}),
    ...(status ? { status } : {}),
    ...(year === undefined ? {} : { year }),
    ...(category ? { categoryId: await categoryId(database, site, category) } : {}),
  };
}

/** An unknown category finds nothing rather than everything. */
async function categoryId(database: PortalContext['database'], site: Site, code: string): Promise<string> {
  if (!site.agency) return '-';
  const categories = await listCategories(database.read, site.agency.id);
  return categories.find((one) => one.code === code)?.id ?? '-';
}
