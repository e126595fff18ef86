import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../src/server.ts';
import { openInstallation, publishQuickly } from '../test/support/installation.ts';
import { corpus } from './corpus.ts';
import { heading, line } from './measure.ts';

const CONNECTIONS = 16;
const SECONDS = 4;
const run = promisify(execFile);

/** Pages per second, each beside a bare `node:http` server that sends the same bytes. */
export async function benchPages(items: number): Promise<void> {
  heading(`Pages, ${items} items, ${CONNECTIONS} connections, load from a second process: requests/s`);
  const { services, agencyId, dispose } = await openInstallation();
  let itemId = '';
  for (const document of corpus(items))
    itemId = await publishQuickly(services, agencyId, {
      title: document.title,
      bodyHtml: `<p>${document.body}</p>`,
    });
  const server = await startServer(services);
  try {
    const pages = {
      'home page': '/',
      'catalogue list': '/catalogue',
      'item page': `/information/${itemId}`,
    };
    for (const [what, path] of Object.entries(pages)) await benchPage(what, server.address + path);
  } finally {
    await server.close();
    await dispose();
  }
}

async function benchPage(what: string, url: string): Promise<void> {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  const bare = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => bare.once('listening', resolve));
  const peer = await load(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  const own = await load(url);
  bare.close();
  bare.closeAllConnections();
  line(
    `${what} (${(body.length / 1024).toFixed(0)} KiB)`,
    own.toFixed(0),
    `bare node:http, same bytes ${peer.toFixed(0)}, ratio ${((100 * own) / peer).toFixed(0)} %`,
  );
}

async function load(url: string): Promise<number> {
  const generator = join(import.meta.dirname, 'load.ts');
  const { stdout } = await run(process.execPath, [generator, url, String(CONNECTIONS), String(SECONDS)]);
  return Number(stdout);
}
