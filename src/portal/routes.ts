import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type App, DomainError } from '../platform/index.ts';
import { apiRoutes } from './api-routes.ts';
import { errorPage } from './error-page.ts';
import { PortalError } from './errors.ts';
import { itemRoutes } from './item-routes.ts';
import { LogCache } from './log-cache.ts';
import { machineRoutes } from './machine-routes.ts';
import { pageRoutes, requestSite } from './page-routes.ts';
import type { PortalContext, PortalServices } from './services.ts';
import type { Site } from './site.ts';

/** Nothing but our own stylesheet and pictures; no script at all. Alignment is the one style content carries. */
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The public side: pages for people, JSON for programs. It reads what is public and the log, and writes nothing.
 * Pages live in a plugin of their own, so that their errors are pages too.
 */
export function portalRoutes(app: App, services: PortalServices): void {
  const context: PortalContext = { ...services, cache: new LogCache(services.database) };
  apiRoutes(app, context);
  machineRoutes(app, context);
  app.register(async (plugin) => {
    const pages = plugin as App;
    pages.addHook('onSend', async (_request, reply) => {
      if (String(reply.getHeader('content-type') ?? '').startsWith('text/html'))
        reply.header('content-security-policy', PAGE_POLICY);
    });
    pages.setErrorHandler((error: FastifyError, request, reply) => sendError(context, error, request, reply));
    pageRoutes(pages, context);
    itemRoutes(pages, context);
    // Every other address: a page for people, the API's answer for programs.
    pages.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
      if (/^\/(?:api|log|workbench)(?:\/|$)/.test(request.url)) return reply.callNotFound();
      throw new PortalError('PAGE_NOT_FOUND');
    });
  });
}

async function sendError(
  context: PortalContext,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = statusOf(error);
  if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'unexpected error');
  for (const name of ['etag', 'content-length', 'content-disposition']) reply.removeHeader(name);
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language, cookie')
    .send(errorPage(await siteForError(context, request), status, String(request.id)));
}

function statusOf(error: FastifyError): number {
  if (error instanceof DomainError) return error.status;
  // What identifies a page is in its path: one that cannot be read is no page of ours.
  if (hasZodFastifySchemaValidationErrors(error)) return error.validationContext === 'params' ? 404 : 400;
  return error.statusCode ?? 500;
}

/** An error page needs no database: when that is what failed, the frame shows without the agency. */
async function siteForError(context: PortalContext, request: FastifyRequest): Promise<Site> {
  const bare: Site = {
    language: request.language,
    languageChosen: false,
    agency: null,
    agencyChosen: false,
    publishers: [],
    agencies: new Map(),
    origin: context.config.publicUrl || `${request.protocol}://${request.host}`,
    url: '/',
    records: context.siteRecords ?? {},
  };
  return requestSite(context, request).catch(() => bare);
}
