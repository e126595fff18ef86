import type { TableRow } from '../../documents/index.ts';
import type { DomainError } from '../../platform/index.ts';

/** A file of a folder, an archive or an upload; its bytes are fetched when its turn comes. */
export interface TreeFile {
  /** Path inside its tree with `/`, never outside it. */
  path: string;
  read(): Promise<Uint8Array>;
}

/** Files that belong together: an inventory finds its files in its own tree only. */
export interface Tree {
  /** What stands before every path in reports, e.g. `files.zip/`; '' when paths are names as given. */
  prefix: string;
  files: TreeFile[];
  /** Finds a file that is not listed, for an inventory given without its folder. */
  beside?: (path: string) => Promise<TreeFile | null>;
}

/** One thing to import: what becomes one item. */
export type Source =
  | { kind: 'document'; path: string; file: TreeFile }
  | { kind: 'record'; path: string; file: TreeFile }
  | { kind: 'row'; path: string; row: TableRow; files: TreeFile[] };

/** Something found while planning that cannot be imported. */
export interface Refused {
  path: string;
  error: DomainError;
}

/** Everything an import will do, in order. Paths are unique over both lists. */
export interface ImportPlan {
  sources: Source[];
  refused: Refused[];
}
