import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App, Database } from '../platform/index.ts';
import { checkpointText } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import type { LogKey } from './key.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { entryBundle, head, tile } from './read.ts';
import { parseTilePath, type TileName } from './tile.ts';

const TEXT = 'text/plain; charset=utf-8';
/** A tile's content never changes (c2sp.org/tlog-tiles). */
const FOREVER = 'public, max-age=31536000, immutable';
const SECONDS = 'public, max-age=2';

const compressed = promisify(gzip);

/** The log for everyone, in the form of c2sp.org/tlog-tiles, under the prefix /log. */
export function ledgerRoutes(app: App, { database }: { database: Database }, key: LogKey): void {
  app.get(
    '/log/checkpoint',
    {
      config: { access: 'public' },
      schema: { tags: ['log'], summary: 'Signed tree head (c2sp.org/tlog-checkpoint)' },
    },
    async (_request, reply) =>
      reply
        .header('content-type', TEXT)
        .header('cache-control', SECONDS)
        .send(await currentCheckpoint(database, key)),
  );
  app.get(
    '/log/key',
    {
      config: { access: 'public' },
      schema: { tags: ['log'], summary: 'Verifier key (c2sp.org/signed-note)' },
    },
    async (_request, reply) =>
      reply.header('content-type', TEXT).header('cache-control', SECONDS).send(`${key.vkey}\n`),
  );
  app.get(
    '/log/tile/*',
    {
      config: { access: 'public' },
      schema: {
        tags: ['log'],
        summary: 'Tile of hashes or bundle of entries (c2sp.org/tlog-tiles)',
        params: z.object({ '*': z.string().max(64) }),
      },
    },
    async (request, reply) => {
      const name = parseTilePath(`tile/${request.params['*']}`);
      const bytes = name && (await bytesOf(database, name));
      if (!bytes) throw new LedgerError('LOG_TILE_NOT_FOUND');
      reply.header('content-type', 'application/octet-stream').header('cache-control', FOREVER);
      return name.level === 'entries' ? sendCompressed(request, reply, bytes) : reply.send(bytes);
    },
  );
}

/** The checkpoint as served; for the empty log it is signed here, always alike. */
async function currentCheckpoint(database: Database, key: LogKey): Promise<string> {
  const now = await head(database.read);
  return now?.checkpoint ?? key.sign(checkpointText({ origin: key.origin, size: 0, root: EMPTY_ROOT }));
}

async function bytesOf(database: Database, { level, index, width }: TileName): Promise<Buffer | undefined> {
  // Beyond what the database's integers can number there is no tile.
  if (index > 0x7fffff) return undefined;
  if (level === 'entries') return entryBundle(database.read, index, width);
  return tile(database.read, level, index, width);
}

async function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
): Promise<FastifyReply> {
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? '')))
    return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await compressed(bytes));
}
