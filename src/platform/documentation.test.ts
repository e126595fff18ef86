import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { SETTINGS } from './config.ts';

/*
 * Holds the documentation and the code together, both ways. It reads the sources as text: this room stands
 * below those it checks and may not import them.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** First cells of the rows of a Markdown table, and the others, without their backticks. */
function rowsOf(markdown: string): string[][] {
  return [...markdown.matchAll(/^\| (`.*) \|$/gm)].map((row) =>
    row[1]!.split(' | ').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

/** The paths below ROOT that a pattern finds, without what is not ours or not kept. */
function files(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT, exclude: ['node_modules', 'data', 'workbench/dist', '.git'] }).sort();
}

test('docs/reference/settings.md lists every setting with its default and meaning, and no other', () => {
  const documented = rowsOf(read('docs/reference/settings.md').replaceAll('| |', '| `` |'));
  const declared = Object.values(SETTINGS).map((setting) => [setting.env, setting.default, setting.help]);
  assert.deepEqual(documented, declared);
});

test('docs/reference/settings.md says which settings nothing reads, and names no other', () => {
  const code = files('src/**/*.ts').filter((path) => !isTest(path) && path !== 'src/platform/config.ts');
  const texts = code.map((path) => withoutComments(read(path)));
  const unread = Object.entries(SETTINGS)
    .filter(([key]) => !texts.some((text) => new RegExp(`\\b${key}\\b`).test(text)))
    .map(([, setting]) => setting.env);
  const admission = /^## Not applied yet\n(.*)$/m.exec(read('docs/reference/settings.md'))?.[1] ?? '';
  const admitted = [...admission.matchAll(/`([A-Z_]+)`/g)].map((found) => found[1]);
  assert.deepEqual(admitted, unread);
});

test('nothing but the settings reads the environment', () => {
  const readers = files('src/**/*.ts').filter(
    (path) => !isTest(path) && /process\.env\b/.test(withoutComments(read(path))),
  );
  assert.deepEqual(readers, ['src/platform/config.ts']);
});

describe('docs/reference/commands.md', () => {
  const commands = new Map(
    files('src/commands/*.ts').flatMap((path) => {
      const source = read(path);
      const name = /: Command = \{\s*name: ?'([a-z-]+)'/.exec(source)?.[1];
      return name ? [[name, { path, source }] as const] : [];
    }),
  );
  const sections = new Map(
    read('docs/reference/commands.md')
      .split(/^## /m)
      .slice(1)
      .map((section) => [/^`([a-z-]+)`/.exec(section)?.[1] ?? section.slice(0, 20), section] as const),
  );

  test('has a section for every command, and no other', () => {
    assert.ok(commands.size > 0);
    assert.deepEqual([...sections.keys()].sort(), [...commands.keys()].sort());
  });

  test('lists the commands that the program knows', () => {
    const main = read('src/commands/main.ts');
    const known = [...main.matchAll(/^import \{[^}]*\} from '\.\/([a-z-]+)\.ts';$/gm)].map(
      (found) => found[1],
    );
    const declared = [...commands.values()].map(({ path }) => path.replace(/^.*\/(.*)\.ts$/, '$1'));
    assert.deepEqual(known.filter((name) => name !== 'command').sort(), declared.sort());
  });

  for (const [name, { source }] of commands) {
    test(`describes the options of ${name}, and no other`, () => {
      const usage = /\busage: ?(`(?:[^`\\]|\\.)*`|'[^']*')/s.exec(source)?.[1] ?? '';
      const tables = rowsOf(sections.get(name) ?? '')
        .map((cells) => cells[0]!)
        .join(' ');
      // `--data` holds for all and stands above the sections.
      assert.deepEqual(optionsIn(tables), optionsIn(usage.replace('--data DIR', '')));
    });
  }
});

test('every relative link and picture in a Markdown file leads to a file', () => {
  const broken = files('**/*.md').flatMap((path) =>
    targetsIn(read(path))
      .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
      .map((target) => `${path} → ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('every document is reached by links from README.md', () => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path) || !path.endsWith('.md') || !existsSync(join(ROOT, path))) return;
    reached.add(path);
    for (const target of targetsIn(read(path))) follow(relative(ROOT, join(ROOT, dirname(path), target)));
  };
  follow('README.md');
  assert.deepEqual(
    files('docs/**/*.md').filter((path) => !reached.has(path)),
    [],
  );
});

test('every decision record has its four parts and a number of its own', () => {
  const records = files('docs/adr/*.md').filter((path) => !path.endsWith('README.md'));
  const numbers = records.map((path) => /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]);
  assert.equal(new Set(numbers).size, records.length);
  for (const path of records) {
    const parts = [...read(path).matchAll(/^## (\w+)$/gm)].map((found) => found[1]);
    assert.deepEqual(parts, ['Status', 'Context', 'Decision', 'Consequences'], path);
  }
});

describe('docs/architecture.md', () => {
  const architecture = read('docs/architecture.md');
  /** The rooms in the order of the table: the lowest last, as the house stands. */
  const house = /^## The house$(.*?)^## /ms.exec(architecture)?.[1] ?? '';
  const documented = [...house.matchAll(/^\| `([a-z]+)\/` \|/gm)].map((row) => row[1]!);

  test('names every room there is, and no other', () => {
    const rooms = new Set(files('src/*/**/*.ts').map((path) => path.split('/')[1]!));
    assert.deepEqual([...documented].sort(), [...rooms].sort());
  });

  test('names no file or folder that is not there', () => {
    const named = [...architecture.matchAll(/`((?:src|bin|scripts|test|bench|workbench|docs)\/[\w./-]*)`/g)];
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.map((found) => found[1]!).filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });

  test('has the rooms in an order in which each uses only those below it', () => {
    const upward = files('src/*/**/*.ts').flatMap((path) =>
      roomsUsedBy(path)
        .filter((used) => documented.indexOf(used) <= documented.indexOf(path.split('/')[1]!))
        .map((used) => `${path} → ${used}`),
    );
    assert.deepEqual(upward, []);
  });

  /** Other rooms that a file imports from. */
  function roomsUsedBy(path: string): string[] {
    const imports = [...read(path).matchAll(/(?:from|import\(|^import|module) ?'(\.\.?\/[^']+)'/gm)];
    return imports
      .map((found) => relative(join(ROOT, 'src'), join(ROOT, dirname(path), found[1]!)).split('/'))
      .filter(
        (parts) => parts.length > 1 && documented.includes(parts[0]!) && parts[0] !== path.split('/')[1],
      )
      .map((parts) => parts[0]!);
  }
});

function isTest(path: string): boolean {
  return /(\.test|testing|test-support)\.ts$/.test(path);
}

/** Long options, and short ones, sorted, each once. */
function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w-])--?[a-z][a-z-]*/g)].map((found) => found[0]))].sort();
}

/** What a Markdown text links to or shows, as far as it is a file of ours; fragments are cut off. */
function targetsIn(markdown: string): string[] {
  return [...markdown.replace(/```.*?```/gs, '').matchAll(/\]\(([^)\s]+)\)|<img[^>]*\bsrc="([^"]+)"/g)]
    .map((found) => (found[1] ?? found[2]!).replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map(decodeURIComponent);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');
}
