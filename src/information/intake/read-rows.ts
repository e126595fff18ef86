import { readTableIsolated, type TableRow } from '../../documents/index.ts';
import { baseName } from './names.ts';
import type { TreeFile } from './source.ts';

/** The rows of a table, read in a process of its own. @throws DocumentError */
export async function readRows(file: TreeFile): Promise<TableRow[]> {
  return readTableIsolated({ bytes: await file.read(), fileName: baseName(file.path) });
}
