import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { head } from '../ledger/index.ts';
import { type App, sha256 } from '../platform/index.ts';
import { SearchError } from '../search/index.ts';
import { cataloguePage } from './catalogue-page.ts';
import { CatalogueQuery } from './catalogue-query.ts';
import { columnOf } from './columns.ts';
import { homePage } from './home-page.ts';
import { PAGE_SIZE } from './lists.ts';
import { requestsPage } from './requests-page.ts';
import { searchPage } from './search-page.ts';
import { PublicSearchQuery, searchPublic } from './search-query.ts';
import { type ListedSection, sectionPage } from './section-page.ts';
import type { PortalContext } from './services.ts';
import { type Site, siteOf } from './site.ts';
import { verificationPage } from './verification-page.ts';

const LISTED: readonly ListedSection[] = ['guide', 'annual-reports', 'regulations', 'supervision'];
const PUBLIC = { access: 'public' } as const;
const PagedQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1) });

export function requestSite(context: PortalContext, request: FastifyRequest): Promise<Site> {
  return siteOf(request, context.cache, context.siteRecords ?? {}, context.config.publicUrl);
}

/** Home, the sections, search and verification. */
export function pageRoutes(pages: App, context: PortalContext): void {
  const { cache } = context;
  pages.get('/', { config: PUBLIC, schema: { hide: true } }, async (request, reply) => {
    const site = await requestSite(context, request);
    return sendPage(request, reply, await homePage(site, cache));
  });
  pages.get(
    '/catalogue',
    { config: PUBLIC, schema: { hide: true, querystring: CatalogueQuery } },
    async (request, reply) => {
      const site = await requestSite(context, request);
      return sendPage(request, reply, await cataloguePage(site, cache, request.query));
    },
  );
  for (const section of LISTED)
    pages.get(
      columnOf(section).path,
      { config: PUBLIC, schema: { hide: true, querystring: PagedQuery } },
      async (request, reply) => {
        const site = await requestSite(context, request);
        return sendPage(request, reply, await sectionPage(site, cache, section, request.query.page));
      },
    );
  pages.get('/requests', { config: PUBLIC, schema: { hide: true } }, async (request, reply) =>
    sendPage(request, reply, requestsPage(await requestSite(context, request))),
  );
  pages.get('/verification', { config: PUBLIC, schema: { hide: true } }, async (request, reply) => {
    const site = await requestSite(context, request);
    const now = await head(context.database.read);
    return sendPage(request, reply, verificationPage(site, context.logKey, now));
  });
  searchRoute(pages, context);
}

function searchRoute(pages: App, context: PortalContext): void {
  pages.get(
    '/search',
    {
      config: { ...PUBLIC, rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: { hide: true, querystring: PublicSearchQuery },
    },
    async (request, reply) => {
      const site = await requestSite(context, request);
      const found = request.query.q === '' ? null : await search(context, site, request.query);
      if (found === 'unavailable') reply.code(503);
      return sendPage(request, reply, searchPage(site, request.query, found));
    },
  );
}

async function search(context: PortalContext, site: Site, query: PublicSearchQuery) {
  try {
    return await searchPublic(context, site, query, PAGE_SIZE);
  } catch (error) {
    if (error instanceof SearchError && error.code === 'INDEX_UNAVAILABLE') return 'unavailable' as const;
    throw error;
  }
}

/** Sends a page that browsers keep but ask about each time; an unchanged one costs no bytes. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-language, cookie');
  reply.header('cache-control', 'no-cache');
  if (reply.statusCode !== 200) return reply.send(page);
  const tag = `"${sha256(page).slice(0, 32)}"`;
  reply.header('etag', tag);
  return matches(request, tag) ? reply.code(304).send() : reply.send(page);
}

/** Whether the browser has this very answer already (RFC 9110 §13.1.2, weak comparison). */
export function matches(request: FastifyRequest, tag: string): boolean {
  const given = request.headers['if-none-match'];
  if (given === undefined) return false;
  const plain = (text: string) => text.trim().replace(/^W\//, '');
  return given.split(',').some((one) => plain(one) === plain(tag));
}
