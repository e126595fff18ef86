import type { FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import { listPublic } from '../information/index.ts';
import type { App } from '../platform/index.ts';
import { type Asset, assets } from './assets.ts';
import { COLUMNS } from './columns.ts';
import { PortalError } from './errors.ts';
import type { PortalContext } from './services.ts';

const FOREVER = 'public, max-age=31536000, immutable';
/** A sitemap file may hold 50,000 addresses (sitemaps.org); fewer keep each answer small. */
const ADDRESSES_PER_FILE = 5000;

/** What programs read: stylesheet and emblem, robots.txt, sitemap. */
export function machineRoutes(app: App, context: PortalContext): void {
  for (const asset of Object.values(assets)) assetRoute(app, asset);
  const origin = (request: FastifyRequest) =>
    context.config.publicUrl || `${request.protocol}://${request.host}`;
  app.get('/robots.txt', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        [
          'User-agent: *',
          'Disallow: /workbench/',
          'Disallow: /search',
          'Disallow: /api/',
          '',
          `Sitemap: ${origin(request)}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  );
  app.get(
    '/sitemap.xml',
    { config: { access: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const { total } = await listPublic(context.database.read, {}, { offset: 0, limit: 1 });
      const text =
        total <= ADDRESSES_PER_FILE
          ? await addresses(context, origin(request), 1)
          : fileIndex(origin(request), Math.ceil(total / ADDRESSES_PER_FILE));
      return reply.type('application/xml; charset=utf-8').header('cache-control', 'no-cache').send(text);
    },
  );
  app.get(
    '/sitemaps/:number.xml',
    {
      config: { access: 'public' },
      schema: { hide: true, params: z.object({ number: z.coerce.number().int().min(1).max(100_000) }) },
    },
    async (request, reply) =>
      reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await addresses(context, origin(request), request.params.number)),
  );
}

function assetRoute(app: App, asset: Asset): void {
  app.get(asset.path, { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.header('content-type', asset.mediaType).header('cache-control', FOREVER).send(asset.content),
  );
}

/** Oldest first, so that a file once full only changes when one of its items is withdrawn. */
async function addresses({ database }: PortalContext, origin: string, file: number): Promise<string> {
  const { rows } = await listPublic(
    database.read,
    {},
    { offset: (file - 1) * ADDRESSES_PER_FILE, limit: ADDRESSES_PER_FILE, order: 'oldest' },
  );
  if (rows.length === 0 && file > 1) throw new PortalError('PAGE_NOT_FOUND');
  const fixed = file === 1 ? [...COLUMNS.map((column) => column.path), '/verification'] : [];
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
!${fixed.map((path) => html`<url><loc>${origin}${path}</loc></url>`)}
!${rows.map((row) => html`<url><loc>${origin}/information/${row.itemId}</loc><lastmod>${row.updatedAt}</lastmod></url>`)}
</urlset>
`;
}

function fileIndex(origin: string, files: number): string {
  const numbers = Array.from({ length: files }, (_, index) => index + 1);
  return html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
!${numbers.map((number) => html`<sitemap><loc>${origin}/sitemaps/${number}.xml</loc></sitemap>`)}
</sitemapindex>
`;
}
