import { lstat, mkdtemp, open, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { archiveLimits, DocumentError, extensionOf, readArchive } from '../../documents/index.ts';
import { IntakeError } from './errors.ts';
import type { Refused, TreeFile } from './source.ts';

/** What operating systems and office programs leave in folders and nobody means to import. */
const JUNK = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX|\._.*|~\$.*|\.~lock\..*)$/iu;

/**
 * The files of a folder and its sub-folders, in the order of their paths. Links are not followed: they could
 * lead anywhere. @throws IntakeError 'PATH_UNREADABLE'
 */
export async function listFolder(
  folder: string,
  maxBytes: number,
): Promise<{ files: TreeFile[]; refused: Refused[] }> {
  const files: TreeFile[] = [];
  const refused: Refused[] = [];
  const walk = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true }).catch((cause) => {
      throw new IntakeError('PATH_UNREADABLE', { path: relative(folder, directory) || '.' }, { cause });
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (JUNK.test(entry.name)) continue;
      const full = join(directory, entry.name);
      const path = relative(folder, full).split(sep).join('/');
      if (entry.isDirectory()) await walk(full);
      else if (entry.isFile()) files.push(diskFile(path, full, maxBytes));
      else refused.push({ path, error: new IntakeError('LINK_REFUSED') });
    }
  };
  await walk(folder);
  return { files, refused };
}

/**
 * One file of the disk; its size is asked before it is read, so that a huge one does not fill the memory.
 * @param maxBytes largest accepted file; archives of many files may be larger
 */
export function diskFile(path: string, full: string, maxBytes: number): TreeFile {
  const limit = extensionOf(path) === 'zip' ? archiveLimits.fileBytes : maxBytes;
  return { path, read: () => readWithin(path, full, limit) };
}

async function readWithin(path: string, full: string, maxBytes: number): Promise<Buffer> {
  const unreadable = (cause: NodeJS.ErrnoException): never => {
    const code = cause.code === 'ENOENT' ? 'SOURCE_GONE' : 'PATH_UNREADABLE';
    throw new IntakeError(code, { path }, { cause });
  };
  const handle = await open(full, 'r').catch(unreadable);
  try {
    const { size } = await handle.stat();
    if (size > maxBytes)
      throw new DocumentError('FILE_TOO_LARGE', { maxMib: Math.round(maxBytes / 1024 / 1024) });
    return await handle.readFile().catch(unreadable);
  } finally {
    await handle.close();
  }
}

/** What a path of the command line names. @throws IntakeError 'PATH_NOT_FOUND' | 'PATH_UNREADABLE' */
export async function kindOfPath(path: string): Promise<'folder' | 'file'> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const missing = cause.code === 'ENOENT' || cause.code === 'ENOTDIR';
    throw new IntakeError(missing ? 'PATH_NOT_FOUND' : 'PATH_UNREADABLE', { path }, { cause });
  });
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) return 'file';
  throw new IntakeError('LINK_REFUSED', { path });
}

/**
 * Finds a file named by an inventory that was given by itself: beside it or in folders below, never outside
 * and never through a link.
 */
export function besideOf(table: string, maxBytes: number): (path: string) => Promise<TreeFile | null> {
  const folder = dirname(table);
  return async (path) => {
    const full = join(folder, path);
    const found = await lstat(full).catch(() => null);
    if (!found?.isFile()) return null;
    const inside = relative(await realpath(folder), await realpath(full));
    return inside === '' || inside.startsWith('..') ? null : diskFile(path, full, maxBytes);
  };
}

/** Where an import keeps unpacked files while it runs. Nothing in it is ever named by what an archive says. */
export class Scratch {
  #directory: string | undefined;
  #count = 0;

  /**
   * Unpacks an archive to numbered files on the disk, so that its content is not held in memory.
   * @throws DocumentError ZIP_*: a tricky archive is refused as a whole
   */
  async unpack(bytes: Uint8Array): Promise<TreeFile[]> {
    const files: TreeFile[] = [];
    for await (const { path, bytes: content } of readArchive(bytes)) {
      if (path.split('/').some((part) => JUNK.test(part))) continue;
      const stored = await this.#store(content);
      files.push({ path, read: () => readFile(stored) });
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async #store(content: Uint8Array): Promise<string> {
    this.#directory ??= await mkdtemp(join(tmpdir(), 'zhaogao-import-'));
    const file = join(this.#directory, String(++this.#count));
    await writeFile(file, content, { mode: 0o600 });
    return file;
  }

  async clear(): Promise<void> {
    if (this.#directory) await rm(this.#directory, { recursive: true, force: true });
    this.#directory = undefined;
  }
}
