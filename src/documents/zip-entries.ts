import { crc32, inflateRawSync } from 'node:zlib';
import { DocumentError } from './errors.ts';
import { type DocumentLimits, toMib } from './limits.ts';
import { checkRatio, type ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks one entry. The output may not grow past the declared size, and the declared size was held
 * against the limits before, so a header that lies only makes the file broken.
 * @throws DocumentError ZIP_BROKEN, ZIP_ENCRYPTED, ZIP_METHOD, ZIP_RATIO, ZIP_TOO_LARGE
 */
export function unpackEntry(zip: Buffer, entry: ZipEntry, limits: DocumentLimits): Buffer {
  if (entry.encrypted) throw new DocumentError('ZIP_ENCRYPTED');
  const packed = packedBytes(zip, entry);
  if (entry.unpackedBytes > limits.entryBytes) {
    throw new DocumentError('ZIP_TOO_LARGE', { maxMib: toMib(limits.unpackedBytes) });
  }
  const content = unpack(packed, entry);
  checkRatio(content.length, packed.length, limits);
  if (content.length !== entry.unpackedBytes || crc32(content) !== entry.crc32) {
    throw new DocumentError('ZIP_BROKEN', { where: 'content' });
  }
  return content;
}

function packedBytes(zip: Buffer, entry: ZipEntry): Buffer {
  const at = entry.headerOffset;
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) {
    throw new DocumentError('ZIP_BROKEN', { where: 'header' });
  }
  const nameLength = zip.readUInt16LE(at + 26);
  const from = at + 30 + nameLength + zip.readUInt16LE(at + 28);
  const to = from + entry.packedBytes;
  // Another name in the local header means that another program would see another file.
  const sameName = zip.subarray(at + 30, at + 30 + nameLength).equals(entry.nameBytes);
  if (!sameName || to > zip.length) throw new DocumentError('ZIP_BROKEN', { where: 'header' });
  return zip.subarray(from, to);
}

function unpack(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new DocumentError('ZIP_METHOD', { method: entry.method });
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
  } catch (cause) {
    throw new DocumentError('ZIP_BROKEN', { where: 'content' }, { cause });
  }
}
