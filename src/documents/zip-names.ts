import { DocumentError } from './errors.ts';
import { decodeUtf8 } from './text-encoding.ts';
import type { ZipEntry } from './zip-directory.ts';

const MAX_NAME_LENGTH = 255;
const MAX_PATH_LENGTH = 1024;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * The name of an entry. Windows in Chinese writes names in its own code page (GB18030's ancestors)
 * without setting flag bit 11, others write UTF-8 without setting it: UTF-8 is tried first because
 * GBK text is hardly ever valid UTF-8.
 * @throws DocumentError ZIP_NAME_UNSAFE when the bytes are neither
 */
export function decodeZipName(entry: Pick<ZipEntry, 'nameBytes' | 'unicodeName' | 'utf8'>): string {
  if (entry.unicodeName !== undefined) return entry.unicodeName;
  const bytes = Buffer.from(entry.nameBytes);
  const text = entry.utf8 ? strictly('utf-8', bytes) : (decodeUtf8(bytes) ?? strictly('gb18030', bytes));
  if (text !== undefined) return text;
  throw new DocumentError('ZIP_NAME_UNSAFE', { name: entry.nameBytes.toString('latin1').slice(0, 80) });
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Refuses every name that could mean a place outside the folder it is unpacked to, on any system:
 * absolute and drive-letter paths, `..`, backslashes, NUL and control characters, names that end in a
 * dot or space or are Windows devices, links, over-long names.
 * @throws DocumentError ZIP_NAME_UNSAFE
 */
export function checkZipName(name: string, unixMode = 0): void {
  const kind = unixMode & FILE_TYPE;
  const special = kind === SYMLINK || (kind !== 0 && kind !== REGULAR && kind !== FOLDER);
  const parts = name.replace(/\/$/u, '').split('/');
  const unsafe =
    special ||
    name === '' ||
    name.length > MAX_PATH_LENGTH ||
    /[\\:\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(name) ||
    parts.some(isUnsafePart);
  if (unsafe) throw new DocumentError('ZIP_NAME_UNSAFE', { name: printable(name) });
}

function isUnsafePart(part: string): boolean {
  return (
    part === '' ||
    part === '.' ||
    part === '..' ||
    part.length > MAX_NAME_LENGTH ||
    /[. ]$/u.test(part) ||
    /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part)
  );
}

/** Two names that some file system takes for one (letter case, Unicode form). */
export function sameNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function printable(name: string): string {
  return name.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd').slice(0, 120);
}
