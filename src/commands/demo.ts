import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemonstration, type DemoSignIn, isDemonstration } from '../demonstration/index.ts';
import type { OpenServices } from '../services.ts';
import type { Command, CommandIo } from './command.ts';
import { serveUntilStopped } from './serve.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'build the demonstration agency if there is none, and serve it on this machine',
  usage: 'demo',
  async run(_args, io) {
    const services = await io.openServices();
    const signIns = await demonstration(services, io);
    if (!signIns) {
      await services.close();
      return 1;
    }
    return serveUntilStopped(services, io, () => [
      '',
      '演示账号 demonstration sign-ins:',
      ...signIns.map((one) => `  ${one.login.padEnd(12)} ${one.password.padEnd(18)} ${one.title}`),
    ]);
  },
};

/** The sign-ins: kept in the data directory, readable by its owner only, so that a second start shows them. */
async function demonstration(services: OpenServices, io: CommandIo): Promise<DemoSignIn[] | null> {
  const file = join(io.config.dataDirectory, 'demonstration-sign-ins.json');
  if (await isDemonstration(services.database)) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[];
    io.stderr.write(`${file} is missing: remove the data directory to build the demonstration anew.\n`);
    return null;
  }
  const agency = await services.database.read.selectFrom('agency').select('id').limit(1).executeTakeFirst();
  if (agency) {
    io.stderr.write(
      '这里已有正式数据。This data directory holds a real installation: use `zhaogao serve`.\n',
    );
    return null;
  }
  io.stderr.write('正在生成演示数据… building the demonstration agency …\n');
  const signIns = await buildDemonstration(services);
  writeFileSync(file, JSON.stringify(signIns, null, 2), { mode: 0o600 });
  return signIns;
}
