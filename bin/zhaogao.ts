#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Temporal, node:sqlite and argon2 need it; the npm package `node` brings it along. */
const NODE_MAJOR = 26;

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
  // What was compiled once is not compiled again: a second start is the faster for it.
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'zhaogao'));
  const { main } = await import('../src/commands/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = join(import.meta.dirname, '..', 'node_modules', '.bin', 'node');
  if (!existsSync(node)) {
    process.stderr.write('Run `npm install` first: Zhaogao brings its own Node.js.\n');
    process.exit(2);
  }
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}
