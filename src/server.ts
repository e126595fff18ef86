import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { agenciesRoutes, registerGuard } from './agencies/index.ts';
import { changesAfter, informationRoutes, publicFileTexts, publishDue } from './information/index.ts';
import { intakeRoutes } from './information/intake/index.ts';
import { ledgerRoutes } from './ledger/index.ts';

import { type App, createApp, ping } from './platform/index.ts';
import { portalRoutes } from './portal/index.ts';
import { reportRoutes } from './reports/index.ts';
import { type IndexChange, openSearchIndex, startProjector, warmUpSegmenter } from './search/index.ts';
import type { OpenServices } from './services.ts';

/** How often scheduled publications are looked for. */
const TICK_MS = 5_000;

const WORKBENCH = join(import.meta.dirname, '..', 'workbench', 'dist');

export interface RunningServer {
  app: App;
  /** Where it listens, e.g. http://127.0.0.1:8080 */
  address: string;
  close(): Promise<void>;
}

/** The composition root: puts the rooms together and listens. */
export async function startServer(services: OpenServices): Promise<RunningServer> {
  const { config } = services;
  const app = await createApp(config);
  const search = openSearchIndex(join(config.dataDirectory, 'index', 'search.db'));
  const projector = startProjector({
    index: search,
    changesAfter: (seq, limit) => indexChanges(services, seq, limit),
    onError: (error) => app.log.error({ err: error }, 'search index'),
  });
  await registerGuard(app, services);
  healthRoutes(app, services, search);
  ledgerRoutes(app, services, services.logKey);
  agenciesRoutes(app, services);
  informationRoutes(app, services);
  await intakeRoutes(app, services);
  reportRoutes(app, services);
  portalRoutes(app, {
    ...services,
    search,
    siteRecords: {
      identityCode: config.siteIdentityCode,
      icpRecord: config.siteIcpRecord,
      policeRecord: config.sitePoliceRecord,
    },
  });
  await workbenchRoutes(app);
  app.get('/api/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () =>
    app.swagger(),
  );
  const tick = setInterval(() => {
    publishDue(services)
      .then((published) => published > 0 && projector.poke())
      .catch((error) => app.log.error({ err: error }, 'scheduled publication failed'));
  }, TICK_MS);
  tick.unref();
  // What a request may have published is in the index before the next second.
  app.addHook('onResponse', async (request) => {
    if (request.method !== 'GET') projector.poke();
  });
  const address = await app.listen({ host: config.host, port: config.port });
  setImmediate(warmUpSegmenter);
  return {
    app,
    address,
    close: async () => {
      clearInterval(tick);
      await app.close();
      await projector.close();
      search.close();
    },
  };
}

/** What the search index needs of each entry: the item's public document, or that it is gone. */
async function indexChanges(services: OpenServices, seq: number, limit: number): Promise<IndexChange[]> {
  const { read } = services.database;
  const changes = await changesAfter(read, seq, limit);
  return Promise.all(
    changes.map(async ({ seq, itemId, record }) => {
      if (!record) return { seq, id: itemId, document: null };
      const row = await read
        .selectFrom('item')
        .select(['agency_id', 'unit_id', 'category_id'])
        .where('id', '=', itemId)
        .executeTakeFirstOrThrow();
      const text = await read
        .selectFrom('item_version')
        .select('body_text')
        .where('item_id', '=', itemId)
        .where('version', '=', record.version)
        .executeTakeFirstOrThrow();
      return {
        seq,
        id: itemId,
        document: {
          id: itemId,
          agencyId: row.agency_id,
          agencyName: record.agency.name,
          unitId: row.unit_id ?? '',
          unitName: record.unit,
          categoryId: row.category_id ?? '',
          categoryName: record.category.name,
          section: record.section,
          status: record.status as 'in-force' | 'repealed',
          genre: record.genre,
          title: record.title,
          documentNumber: record.documentNumber,
          indexNumber: record.indexNumber,
          issuingAgency: record.issuingAgency,
          keywords: record.keywords,
          summary: record.summary,
          body: text.body_text,
          attachments: await publicFileTexts(read, record),
          publishedOn: record.publishedOn,
          formedOn: record.formedOn,
        },
      };
    }),
  );
}

/** The workbench's built files; its own addresses all answer with its page. */
async function workbenchRoutes(app: App): Promise<void> {
  await app.register(fastifyStatic, { root: WORKBENCH, serve: false });
  const open = { config: { access: 'public' }, schema: { hide: true } } as const;
  app.get('/workbench', open, (_request, reply) => reply.redirect('/workbench/'));
  app.get<{ Params: { '*': string } }>('/workbench/*', open, (request, reply) => {
    const path = request.params['*'];
    if (path.startsWith('assets/')) return reply.sendFile(path, { immutable: true, maxAge: '1y' });
    const file = /^[\w-]+\.(svg|png|ico|webmanifest)$/.test(path) ? path : 'index.html';
    return reply.header('cache-control', 'no-cache').sendFile(file, { cacheControl: false });
  });
}

function healthRoutes(app: App, services: OpenServices, search: { cursor(): number; count(): number }): void {
  const open = { config: { access: 'public' }, schema: { hide: true } } as const;
  app.get('/healthz', open, async () => ({ status: 'ok' }));
  app.get('/readyz', open, async (_request, reply) => {
    const ready = await ping(services.database);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unavailable' });
  });
  app.get('/metrics', open, async (request, reply) => {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) return reply.callNotFound();
    const { heapUsed, rss } = process.memoryUsage();
    return reply
      .type('text/plain; version=0.0.4')
      .send(
        [
          `zhaogao_search_cursor ${search.cursor()}`,
          `zhaogao_search_documents ${search.count()}`,
          `process_resident_memory_bytes ${rss}`,
          `nodejs_heap_used_bytes ${heapUsed}`,
          `process_uptime_seconds ${process.uptime().toFixed(1)}`,
          '',
        ].join('\n'),
      );
  });
}
