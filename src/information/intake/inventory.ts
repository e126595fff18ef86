import { posix } from 'node:path';
import type { TableRow } from '../../documents/index.ts';
import type { DomainError } from '../../platform/index.ts';
import { IntakeError } from './errors.ts';
import type { Refused, Source, Tree, TreeFile } from './source.ts';

/** What inventories say about the files of their tree. */
export interface InventoryMatch {
  /** The items of each inventory, by the inventory's file. */
  rows: Map<TreeFile, Source[]>;
  /** Files that are spoken for: named by a row, or refused because no row names them. */
  settled: Set<TreeFile>;
  refused: Refused[];
}

/** Whether a table is an inventory: some row names a file. */
export function namesFiles(rows: readonly TableRow[]): boolean {
  return rows.some((row) => row.fields.fileName !== undefined);
}

/**
 * Matches inventories with the files in their folders. A row whose file is missing and a file that no row
 * names are refused by name: an inventory that does not fit its files is a mistake somebody must see. Tables
 * without file names that stand beside an inventory are tables of their own.
 */
export async function matchInventory(
  tree: Tree,
  tables: ReadonlyMap<TreeFile, TableRow[]>,
): Promise<InventoryMatch> {
  const match: InventoryMatch = { rows: new Map(), settled: new Set(), refused: [] };
  const inventories = [...tables].filter(([, rows]) => namesFiles(rows));
  // The deepest first: a folder's own inventory speaks before one further up.
  inventories.sort(([a], [b]) => depth(b.path) - depth(a.path));
  const sheets = new Set(inventories.map(([file]) => file));
  const matchers: Matcher[] = [];
  for (const [file, rows] of inventories) {
    const matcher = new Matcher(tree, file, match, sheets);
    match.rows.set(file, await matcher.sourcesOf(rows));
    matchers.push(matcher);
  }
  // Only when all have spoken: two inventories may share a folder.
  for (const matcher of matchers) matcher.refuseUnnamed(tables);
  return match;
}

class Matcher {
  readonly #tree: Tree;
  readonly #sheet: TreeFile;
  readonly #match: InventoryMatch;
  readonly #files: Map<string, TreeFile>;
  readonly #sheets: ReadonlySet<TreeFile>;
  readonly #used = new Set<string>();

  constructor(tree: Tree, sheet: TreeFile, match: InventoryMatch, sheets: ReadonlySet<TreeFile>) {
    this.#tree = tree;
    this.#sheet = sheet;
    this.#match = match;
    this.#sheets = sheets;
    const folder = folderOf(sheet.path);
    const below = tree.files.filter((file) => file !== sheet && file.path.startsWith(folder));
    this.#files = new Map(below.map((file) => [nameKey(file.path.slice(folder.length)), file]));
  }

  async sourcesOf(rows: TableRow[]): Promise<Source[]> {
    const sources: Source[] = [];
    for (const row of rows) {
      const path = `${this.#tree.prefix}${this.#sheet.path}#${row.rowNumber}`;
      const files = await this.#filesOf(row);
      if (files instanceof IntakeError) this.#match.refused.push({ path, error: files });
      else sources.push({ kind: 'row', path, row, files });
    }
    return sources;
  }

  /** The files a row names, the first being the document itself unless the row holds the text. */
  async #filesOf(row: TableRow): Promise<TreeFile[] | IntakeError> {
    const names = splitNames(row.fields.fileName ?? '');
    if (names.length === 0 && !row.fields.body) return new IntakeError('ROW_WITHOUT_FILE');
    const files: TreeFile[] = [];
    let problem: IntakeError | undefined;
    for (const name of names) {
      const file = await this.#find(name);
      if (file instanceof IntakeError) problem ??= file;
      else files.push(file);
    }
    // Files of a refused row are spoken for all the same: one mistake, one report.
    for (const file of files) this.#match.settled.add(file);
    return problem ?? files;
  }

  async #find(name: string): Promise<TreeFile | IntakeError> {
    const path = posix.normalize(name.replaceAll('\\', '/'));
    if (/^(?:\/|[A-Za-z]:|\.\.(?:\/|$))|[\u0000-\u001f]/u.test(path))
      return new IntakeError('ROW_FILE_UNSAFE', { name });
    const key = nameKey(path);
    if (this.#used.has(key)) return new IntakeError('ROW_FILE_TWICE', { name });
    const file = this.#files.get(key) ?? this.#byBareName(key) ?? (await this.#tree.beside?.(path));
    if (!file) return new IntakeError('ROW_FILE_MISSING', { name });
    this.#used.add(key);
    return this.#match.settled.has(file) ? new IntakeError('ROW_FILE_TWICE', { name }) : file;
  }

  /** Inventories name files without their folders; that is enough when only one file has the name. */
  #byBareName(key: string): TreeFile | undefined {
    if (key.includes('/')) return undefined;
    const found = [...this.#files].filter(([path]) => path.endsWith(`/${key}`));
    return found.length === 1 ? found[0]![1] : undefined;
  }

  refuseUnnamed(tables: ReadonlyMap<TreeFile, TableRow[]>): void {
    for (const file of this.#files.values()) {
      if (this.#match.settled.has(file) || this.#sheets.has(file) || tables.has(file)) continue;
      this.#match.settled.add(file);
      const error: DomainError = new IntakeError('FILE_WITHOUT_ROW', { inventory: this.#sheet.path });
      this.#match.refused.push({ path: this.#tree.prefix + file.path, error });
    }
  }
}

function splitNames(cell: string): string[] {
  return cell
    .split(/[;；|\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names are compared as people see them: composed characters, full-width folded by nobody, case ignored. */
function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at + 1);
}

function depth(path: string): number {
  return path.split('/').length;
}
