/**
 * A process to be killed: opens the installation named by ZHAOGAO_DATA and DATABASE_URL and publishes items
 * one after another, naming on standard output each one whose publication was confirmed to it.
 */
import { loadConfig } from '../../src/platform/index.ts';
import { openServices } from '../../src/services.ts';
import { publishQuickly } from '../support/installation.ts';

const services = await openServices(loadConfig());
const agency = await services.database.read.selectFrom('agency').select('id').executeTakeFirstOrThrow();
for (let number = 0; ; number++) {
  const id = await publishQuickly(services, agency.id, { title: `崩溃测试 ${process.pid}-${number}` });
  process.stdout.write(`${id}\n`);
}
