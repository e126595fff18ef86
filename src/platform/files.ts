import { createHash } from 'node:crypto';
import { constants, createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from './ids.ts';

/** SHA-256 of bytes or UTF-8 text, lower-case hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Content-addressed files: the name of a file is the SHA-256 of its bytes. A file is on the disk, synced,
 * before any row names it, so a crash leaves at worst a file nobody names, never a name without its file.
 */
export class FileStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Stores bytes durably. @returns their SHA-256; storing the same bytes twice keeps one copy */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes);
    const target = this.path(hash);
    if (await exists(target)) return hash;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const temporary = `${target}.${newId()}.part`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    await syncDirectory(dirname(target));
    return hash;
  }

  /** @throws NodeJS.ErrnoException 'ENOENT' when no such file is kept */
  async get(hash: string): Promise<Buffer> {
    return readFile(this.path(hash));
  }

  stream(hash: string): ReadStream {
    return createReadStream(this.path(hash));
  }

  async has(hash: string): Promise<boolean> {
    return exists(this.path(hash));
  }

  async sizeBytes(hash: string): Promise<number> {
    return (await stat(this.path(hash))).size;
  }

  /** Really gone: used only when nothing names the file any more. */
  async remove(hash: string): Promise<void> {
    await unlink(this.path(hash)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  /** Every stored hash; for backup and for finding files nobody names. */
  async *list(): AsyncGenerator<string> {
    for (const prefix of await readdir(this.directory).catch(() => [])) {
      for (const name of await readdir(join(this.directory, prefix)).catch(() => [])) {
        if (/^[0-9a-f]{64}$/.test(name)) yield name;
      }
    }
  }

  /** @throws RangeError for anything that is not a SHA-256 in hex: a hash is never a path */
  path(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not a SHA-256');
    return join(this.directory, hash.slice(0, 2), hash);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
