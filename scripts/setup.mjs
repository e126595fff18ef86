/**
 * Makes a fresh clone ready, with whatever Node ≥ 20 is there: installs what package-lock.json says (its own
 * Node.js among it) and builds the workbench, each only when it is missing or out of date.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules', '.bin', 'node');

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n`);
    process.exit(status ?? 1);
  }
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(directory) {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : filesBelow(path);
    return statSync(join(root, path)).isFile() ? [path] : [];
  });
}

function unlessDone(markPath, mark, work) {
  const file = join(root, markPath);
  if (existsSync(file) && readFileSync(file, 'utf8') === mark) return;
  work();
  writeFileSync(file, mark);
}

const lock = digest(['package-lock.json']);
unlessDone('node_modules/.zhaogao-installed', lock, () => {
  process.stderr.write('安装依赖… installing …\n');
  // Not `npm ci`: it refuses the whole lock file where a registry lacks the optional package of some other
  // platform. With --no-save the lock file is followed and left alone.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!existsSync(node)) run('npm', ['rebuild', 'node']);
});

const contracts = filesBelow('src').filter((path) => path.endsWith('contract.ts'));
const sources = digest([...filesBelow('workbench'), ...contracts, 'package-lock.json']);
unlessDone('workbench/dist/.built-from', sources, () => {
  process.stderr.write('构建工作台… building the workbench …\n');
  run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'workbench', '--logLevel', 'warn']);
});
