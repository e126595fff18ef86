import { basename, resolve } from 'node:path';
import { extensionOf, type TableRow } from '../../documents/index.ts';
import { DomainError, type Services } from '../../platform/index.ts';
import { storable } from '../store.ts';
import { matchInventory } from './inventory.ts';
import { readRows } from './read-rows.ts';
import type { ImportPlan, Source, Tree, TreeFile } from './source.ts';
import { besideOf, diskFile, kindOfPath, listFolder, type Scratch } from './tree.ts';

/** An import's paths on the server, or files that were uploaded together. */
export type ImportOrigin = { paths: string[] } | { uploads: { name: string; sha256: string }[] };

const TABLES = ['csv', 'tsv', 'xlsx', 'xlsm', 'xls', 'et'];

/**
 * Finds everything to import: folders with their sub-folders, archives, tables (a row an item), inventories
 * with their files, JSON records and single documents. What cannot be imported is named with its reason; the
 * rest goes on. Only tables are opened here.
 * @param scratch where archives are unpacked; the caller clears it after the import
 */
export async function planImport(
  services: Services,
  origin: ImportOrigin,
  scratch: Scratch,
): Promise<ImportPlan> {
  const planner = new Planner(scratch);
  if ('uploads' in origin) {
    const files = origin.uploads.map(({ name, sha256 }) => ({
      path: basename(name.replaceAll('\\', '/')) || 'file',
      read: () => services.files.get(sha256),
    }));
    await planner.addTree({ prefix: '', files });
  } else {
    const { maxUploadBytes } = services.config;
    for (const path of origin.paths) await planner.addPath(path, maxUploadBytes);
  }
  return planner.plan;
}

class Planner {
  readonly plan: ImportPlan = { sources: [], refused: [] };
  readonly #scratch: Scratch;
  readonly #names = new Set<string>();

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  async addPath(path: string, maxBytes: number): Promise<void> {
    const name = basename(resolve(path));
    await this.#orRefuse(name, async () => {
      if ((await kindOfPath(path)) === 'folder') {
        const { files, refused } = await listFolder(path, maxBytes);
        for (const one of refused) this.#refuse(`${name}/${one.path}`, one.error);
        return this.addTree({ prefix: `${name}/`, files });
      }
      const files = [diskFile(name, path, maxBytes)];
      return this.addTree({ prefix: '', files, beside: besideOf(path, maxBytes) });
    });
  }

  /** Inventories first, since they say what the other files are; then everything no inventory speaks of. */
  async addTree(tree: Tree): Promise<void> {
    const { tables, broken } = await readTables(tree.files);
    const match = await matchInventory(tree, tables);
    for (const { path, error } of match.refused) this.#refuse(path, error);
    for (const file of tree.files) {
      const path = tree.prefix + file.path;
      const rows = tables.get(file);
      if (match.settled.has(file)) continue;
      if (rows) for (const source of match.rows.get(file) ?? rowsOf(path, rows)) this.#add(source);
      else if (broken.has(file)) this.#refuse(path, broken.get(file)!);
      else await this.#addFile(path, file);
    }
  }

  async #addFile(path: string, file: TreeFile): Promise<void> {
    const extension = extensionOf(file.path);
    if (extension === 'zip')
      await this.#orRefuse(path, async () => {
        const files = await this.#scratch.unpack(await file.read());
        await this.addTree({ prefix: `${path}/`, files });
      });
    else this.#add({ kind: extension === 'json' ? 'record' : 'document', path, file });
  }

  #add(source: Source): void {
    this.plan.sources.push({ ...source, path: this.#unique(source.path) });
  }

  #refuse(path: string, error: DomainError): void {
    this.plan.refused.push({ path: this.#unique(path), error });
  }

  async #orRefuse(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#refuse(path, error);
    }
  }

  /** Two roots may hold the same name; the order of planning is fixed, so a resumed job finds the same names. */
  #unique(path: string): string {
    const wanted = storable(path);
    let name = wanted;
    for (let n = 2; this.#names.has(name); n++) name = `${wanted} (${n})`;
    this.#names.add(name);
    return name;
  }
}

/** A table that cannot be read is no mistake yet: an inventory may name it as somebody's attachment. */
async function readTables(
  files: readonly TreeFile[],
): Promise<{ tables: Map<TreeFile, TableRow[]>; broken: Map<TreeFile, DomainError> }> {
  const tables = new Map<TreeFile, TableRow[]>();
  const broken = new Map<TreeFile, DomainError>();
  for (const file of files.filter((one) => TABLES.includes(extensionOf(one.path)))) {
    try {
      tables.set(file, await readRows(file));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      broken.set(file, error);
    }
  }
  return { tables, broken };
}

function rowsOf(path: string, rows: TableRow[]): Source[] {
  return rows.map((row) => ({ kind: 'row', path: `${path}#${row.rowNumber}`, row, files: [] }));
}
