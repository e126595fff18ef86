import { isDemonstration } from '../demonstration/index.ts';
import { startServer } from '../server.ts';
import type { OpenServices } from '../services.ts';
import type { Command, CommandIo } from './command.ts';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

export const serve: Command = {
  name: 'serve',
  summary: 'serve portal, workbench, log and API',
  usage: `serve

Settings come from the environment (HOST, PORT, DATABASE_URL, ZHAOGAO_…): docs/reference/settings.md.`,
  async run(_args, io) {
    const services = await io.openServices();
    return serveUntilStopped(services, io, () => []);
  },
};

/**
 * Serves until SIGINT or SIGTERM.
 * @param greeting further lines, given the address once it listens
 * @returns the exit code: 1 when a demonstration was to bind a public address
 */
export async function serveUntilStopped(
  services: OpenServices,
  io: CommandIo,
  greeting: (address: string) => string[],
): Promise<number> {
  if (!LOOPBACK.includes(io.config.host) && (await isDemonstration(services.database))) {
    io.stderr.write(
      '演示数据只能在本机地址上运行。A demonstration binds loopback only: use `zhaogao init` for a real installation.\n',
    );
    await services.close();
    return 1;
  }
  const server = await startServer(services);
  const lines = [
    `门户 portal      ${server.address}/`,
    `工作台 workbench ${server.address}/workbench/`,
    ...greeting(server.address),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  await services.close();
  return 0;
}
