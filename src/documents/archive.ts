import { DocumentError } from './errors.ts';
import { archiveLimits, type DocumentLimits, limitsFrom, toMib } from './limits.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { unpackEntry } from './zip-entries.ts';
import { checkZipName, decodeZipName, sameNameKey } from './zip-names.ts';

/** One file of a zip: its path with `/`, always relative and inside the folder, and its content. */
export type ArchiveFile = { path: string; bytes: Buffer };

const JUNK = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/iu;
const NESTED = /\.(?:zip|rar|7z|gz|tgz|bz2|xz|zst|tar|jar|iso|cab|z\d\d)$/iu;

/**
 * The files of a zip for batch import, one at a time so that only one is in memory. All names and the
 * whole directory are checked before the first file is handed out: a tricky archive is refused as a
 * whole, since nobody makes one by accident. What operating systems add (`__MACOSX`, `.DS_Store`,
 * `Thumbs.db`) is left out.
 * @throws DocumentError FILE_EMPTY, FILE_TOO_LARGE, ZIP_* (details.name says which entry)
 */
export async function* readArchive(
  bytes: Uint8Array,
  limits?: Partial<DocumentLimits>,
): AsyncGenerator<ArchiveFile> {
  const bounds = limitsFrom(limits, archiveLimits);
  const zip = asBuffer(bytes);
  if (zip.length === 0) throw new DocumentError('FILE_EMPTY');
  if (zip.length > bounds.fileBytes)
    throw new DocumentError('FILE_TOO_LARGE', { maxMib: toMib(bounds.fileBytes) });
  let unpackedBytes = 0;
  for (const { path, entry } of namedEntries(readZipDirectory(zip, bounds))) {
    const content = unpackEntry(zip, entry, bounds);
    unpackedBytes += content.length;
    if (unpackedBytes > bounds.unpackedBytes) {
      throw new DocumentError('ZIP_TOO_LARGE', { maxMib: toMib(bounds.unpackedBytes) });
    }
    // Stored entries are views into the zip; a copy lets the zip go while the file is worked on.
    yield { path, bytes: Buffer.from(content) };
  }
}

/** Paths in a zip, checked like {@link readArchive} but without unpacking: for progress and inventories. */
export function listArchive(bytes: Uint8Array, limits?: Partial<DocumentLimits>): string[] {
  const bounds = limitsFrom(limits, archiveLimits);
  return namedEntries(readZipDirectory(asBuffer(bytes), bounds)).map((named) => named.path);
}

function namedEntries(entries: ZipEntry[]): { path: string; entry: ZipEntry }[] {
  const seen = new Set<string>();
  const files: { path: string; entry: ZipEntry }[] = [];
  for (const entry of entries) {
    const name = decodeZipName(entry);
    checkZipName(name, entry.unixMode);
    const key = sameNameKey(name);
    if (seen.has(key)) throw new DocumentError('ZIP_NAME_TWICE', { name });
    seen.add(key);
    if (name.endsWith('/') || JUNK.test(name)) continue;
    if (NESTED.test(name)) throw new DocumentError('ZIP_NESTED', { name });
    if (entry.encrypted) throw new DocumentError('ZIP_ENCRYPTED', { name });
    files.push({ path: name, entry });
  }
  return files;
}

/** The same memory as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
