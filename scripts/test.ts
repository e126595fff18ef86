/**
 * Runs the tests: starts a real PostgreSQL for the suites that run on both databases, then Node's runner.
 * `npm test` is everything but `*.long.test.ts`; `npm run test:long` those; further arguments name files.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { startPostgres } from '../test/support/postgres.ts';

const long = process.argv.includes('--long');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const all =
  named.length > 0
    ? named
    : globSync(['src/**/*.test.ts', 'workbench/src/**/*.test.ts', 'test/**/*.test.ts']).sort();
const files = named.length > 0 ? all : all.filter((file) => file.endsWith('.long.test.ts') === long);

const postgres = await startPostgres();
const runner = spawn(process.execPath, ['--test', '--test-concurrency=2', ...files], {
  stdio: 'inherit',
  env: { ...process.env, ZHAOGAO_TEST_POSTGRES: postgres.url },
});
process.on('SIGINT', () => runner.kill('SIGINT'));
runner.on('exit', async (code) => {
  await postgres.stop();
  process.exit(code ?? 1);
});
