import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type PublicChange, type PublicRecord, publicFile, recordText } from '../information/index.ts';
import { makeProof } from '../ledger/index.ts';
import { type App, attachmentDisposition, sha256 } from '../platform/index.ts';
import { templatesHash } from './assets.ts';
import { PortalError } from './errors.ts';
import { type ItemFacts, isWithdrawn, loadItemFacts, type PublishedFacts } from './item-facts.ts';
import { itemPage, versionPage } from './item-page.ts';
import { matches, requestSite, sendPage } from './page-routes.ts';
import type { PortalContext } from './services.ts';
import { href, type Site, underAgency } from './site.ts';
import { withdrawnPage } from './withdrawn-page.ts';

const PUBLIC = { access: 'public' } as const;
const Id = z.string().max(64);
/** A download opens nothing: no script, no style, no frame, whatever the file is. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** An item's page, its earlier versions, its files and its proof. */
export function itemRoutes(pages: App, context: PortalContext): void {
  pages.get(
    '/information/:id',
    { config: PUBLIC, schema: { hide: true, params: z.object({ id: Id }) } },
    (request, reply) => sendItem(context, request, reply, request.params.id),
  );
  pages.get(
    '/information/:id/versions/:version',
    {
      config: PUBLIC,
      schema: { hide: true, params: z.object({ id: Id, version: z.coerce.number().int().positive() }) },
    },
    (request, reply) => sendVersion(context, request, reply, request.params),
  );
  pages.get(
    '/information/:id/files/:sha256/:name',
    {
      config: PUBLIC,
      schema: {
        hide: true,
        params: z.object({ id: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string() }),
      },
    },
    (request, reply) => sendFile(context, request, reply, request.params),
  );
  pages.get(
    '/information/:id/proof',
    {
      config: { ...PUBLIC, rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        hide: true,
        params: z.object({ id: Id }),
        querystring: z.object({ seq: z.coerce.number().int().nonnegative().optional().catch(undefined) }),
      },
    },
    (request, reply) => sendProof(context, request.params.id, request.query.seq, reply),
  );
}

async function factsOf(context: PortalContext, id: string): Promise<ItemFacts> {
  const facts = await loadItemFacts(context.database.read, id);
  if (!facts) throw new PortalError('PAGE_NOT_FOUND');
  return facts;
}

async function sendItem(
  context: PortalContext,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const asked = await requestSite(context, request);
  const today = context.clock.today();
  // Read before the item: what is rendered is at least as new as its tag says.
  const tag = itemTag(await context.cache.position(), asked, today);
  if (matches(request, tag))
    return reply.code(304).header('etag', tag).header('cache-control', 'no-cache').send();
  const facts = await factsOf(context, id);
  const site = underAgency(asked, facts.item.agencyId);
  if (isWithdrawn(facts)) return sendPage(request, reply.code(410), withdrawnPage(site, facts));
  return reply
    .type('text/html; charset=utf-8')
    .header('vary', 'accept-language, cookie')
    .header('cache-control', 'no-cache')
    .header('etag', tag)
    .send(itemPage(site, facts as PublishedFacts, today));
}

/**
 * Names an item page as it is at this position of the log: everything on it comes from the log, the agencies'
 * own particulars, the templates and the day of the citation.
 */
function itemTag(position: number, site: Site, today: string): string {
  const rest = [site.language, site.url, site.origin, [...site.agencies.values()], site.records, today];
  return `W/"${position}-${sha256(JSON.stringify([templatesHash, ...rest])).slice(0, 24)}"`;
}

async function sendVersion(
  context: PortalContext,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: { id: string; version: number },
): Promise<FastifyReply> {
  const facts = await factsOf(context, wanted.id);
  if (isWithdrawn(facts)) throw new PortalError('INFORMATION_WITHDRAWN');
  const site = underAgency(await requestSite(context, request), facts.item.agencyId);
  const change = facts.history.find((one) => one.version === wanted.version && one.action !== 'withdraw');
  if (!change) throw new PortalError('PAGE_NOT_FOUND');
  if (!isReadable(change)) throw new PortalError('INFORMATION_WITHDRAWN');
  if (change.seq === facts.item.seq) return reply.redirect(href(site, `/information/${wanted.id}`), 302);
  return sendPage(request, reply, versionPage(site, facts as PublishedFacts, change));
}

function isReadable(change: PublicChange): change is PublicChange & { record: PublicRecord } {
  return change.record !== null;
}

async function sendFile(
  context: PortalContext,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: { id: string; sha256: string },
): Promise<FastifyReply> {
  const file = await publicFile(context.database.read, wanted.id, wanted.sha256);
  if (!file) {
    const facts = await factsOf(context, wanted.id);
    throw new PortalError(isWithdrawn(facts) ? 'INFORMATION_WITHDRAWN' : 'PAGE_NOT_FOUND');
  }
  const tag = `"${wanted.sha256}"`;
  reply
    .header('etag', tag)
    // Asked about each time: a withdrawn file must not live on in a cache.
    .header('cache-control', 'no-cache')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', FILE_POLICY);
  if (matches(request, tag)) return reply.code(304).send();
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.sizeBytes)
    .header('content-disposition', attachmentDisposition(file.name))
    .send(context.files.stream(wanted.sha256));
}

async function sendProof(
  context: PortalContext,
  id: string,
  seq: number | undefined,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const facts = await factsOf(context, id);
  const wanted = seq ?? facts.item.seq;
  if (!facts.entries.has(wanted)) throw new PortalError('PAGE_NOT_FOUND');
  const { read } = context.database;
  const proof = await makeProof(read, context.logKey, wanted, await recordText(read, wanted));
  const name = `${facts.item.indexNumber || id}-${wanted + 1}.tlog-proof`;
  return reply
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-disposition', attachmentDisposition(name))
    .send(proof);
}
