import { DocumentError } from './errors.ts';
import { type DocumentLimits, toMib } from './limits.ts';

/** One entry as the central directory describes it. Nothing in it can be trusted yet. */
export type ZipEntry = {
  /** The name's bytes as stored; decoding is the reader's business (see zip-names.ts). */
  nameBytes: Buffer;
  /** The name from an Info-ZIP Unicode path field (0x7075), when there is one. */
  unicodeName: string | undefined;
  utf8: boolean;
  encrypted: boolean;
  method: number;
  crc32: number;
  packedBytes: number;
  unpackedBytes: number;
  headerOffset: number;
  /** Unix mode bits, 0 when the maker was no Unix. */
  unixMode: number;
};

const EOCD = 0x06054b50;
const EOCD64 = 0x06064b50;
const EOCD64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;

/**
 * Reads and checks the central directory of a zip file (APPNOTE 4.3.12–4.3.16, zip64 included).
 * The sums of declared sizes, the entry count and the declared compression ratio are held against
 * `limits` here; zip-entries.ts holds the real ones against them again while inflating.
 * @throws DocumentError ZIP_BROKEN, ZIP_TOO_MANY_ENTRIES, ZIP_TOO_LARGE, ZIP_RATIO, ZIP_OVERLAP
 */
export function readZipDirectory(zip: Buffer, limits: DocumentLimits): ZipEntry[] {
  const end = findEnd(zip);
  if (end.entryCount > limits.entryCount) {
    throw new DocumentError('ZIP_TOO_MANY_ENTRIES', { entryCount: limits.entryCount });
  }
  const entries: ZipEntry[] = [];
  let offset = end.directoryOffset;
  for (let n = 0; n < end.entryCount; n++) {
    const { entry, next } = readEntry(zip, offset, end.directoryEnd);
    entries.push(entry);
    offset = next;
  }
  if (offset !== end.directoryEnd) throw new DocumentError('ZIP_BROKEN', { where: 'directory' });
  checkSizes(entries, limits);
  checkOverlap(entries, end.directoryOffset);
  return entries;
}

type DirectoryPlace = { entryCount: number; directoryOffset: number; directoryEnd: number };

function findEnd(zip: Buffer): DirectoryPlace {
  const lowest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= lowest; at--) {
    if (zip.readUInt32LE(at) !== EOCD) continue;
    // The comment must reach exactly to the end, so that no two readers see two different ends.
    if (at + 22 + zip.readUInt16LE(at + 20) === zip.length) return readEnd(zip, at);
  }
  throw new DocumentError('ZIP_BROKEN', { where: 'end' });
}

function readEnd(zip: Buffer, at: number): DirectoryPlace {
  const entryCount = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 12);
  const offset = zip.readUInt32LE(at + 16);
  const manyDisks = zip.readUInt16LE(at + 4) !== 0 && zip.readUInt16LE(at + 4) !== UNKNOWN_16;
  if (manyDisks) throw new DocumentError('ZIP_BROKEN', { where: 'disks' });
  const is64 = entryCount === UNKNOWN_16 || size === UNKNOWN_32 || offset === UNKNOWN_32;
  const place = is64
    ? readEnd64(zip, at)
    : { entryCount, directoryOffset: offset, directoryEnd: offset + size };
  if (place.directoryEnd > at) throw new DocumentError('ZIP_BROKEN', { where: 'directory' });
  return place;
}

function readEnd64(zip: Buffer, at: number): DirectoryPlace {
  const locator = at - 20;
  if (locator < 0 || zip.readUInt32LE(locator) !== EOCD64_LOCATOR) {
    throw new DocumentError('ZIP_BROKEN', { where: 'zip64' });
  }
  const end64 = safeInteger(zip, locator + 8);
  if (end64 + 56 > locator || zip.readUInt32LE(end64) !== EOCD64) {
    throw new DocumentError('ZIP_BROKEN', { where: 'zip64' });
  }
  const directoryOffset = safeInteger(zip, end64 + 48);
  const size = safeInteger(zip, end64 + 40);
  if (directoryOffset + size > end64) throw new DocumentError('ZIP_BROKEN', { where: 'zip64' });
  return {
    entryCount: safeInteger(zip, end64 + 32),
    directoryOffset,
    directoryEnd: directoryOffset + size,
  };
}

function readEntry(zip: Buffer, at: number, directoryEnd: number): { entry: ZipEntry; next: number } {
  if (at + 46 > directoryEnd || zip.readUInt32LE(at) !== CENTRAL) {
    throw new DocumentError('ZIP_BROKEN', { where: 'entry' });
  }
  const nameLength = zip.readUInt16LE(at + 28);
  const extraLength = zip.readUInt16LE(at + 30);
  const next = at + 46 + nameLength + extraLength + zip.readUInt16LE(at + 32);
  if (next > directoryEnd) throw new DocumentError('ZIP_BROKEN', { where: 'entry' });
  const flags = zip.readUInt16LE(at + 8);
  const nameBytes = zip.subarray(at + 46, at + 46 + nameLength);
  const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const madeByUnix = zip.readUInt16LE(at + 4) >> 8 === 3;
  const entry: ZipEntry = {
    nameBytes,
    unicodeName: unicodeName(extra),
    utf8: (flags & 0x800) !== 0,
    encrypted: (flags & 0x2041) !== 0,
    method: zip.readUInt16LE(at + 10),
    crc32: zip.readUInt32LE(at + 16),
    packedBytes: zip.readUInt32LE(at + 20),
    unpackedBytes: zip.readUInt32LE(at + 24),
    headerOffset: zip.readUInt32LE(at + 42),
    unixMode: madeByUnix ? zip.readUInt32LE(at + 38) >>> 16 : 0,
  };
  fillZip64(entry, extra);
  return { entry, next };
}

/** Zip64 extra field (0x0001): only the values that are all ones in the entry, in this order. */
function fillZip64(entry: ZipEntry, extra: Buffer): void {
  const fields = (['unpackedBytes', 'packedBytes', 'headerOffset'] as const).filter(
    (field) => entry[field] === UNKNOWN_32,
  );
  if (fields.length === 0) return;
  const data = extraField(extra, 0x0001);
  if (data === undefined || data.length < fields.length * 8) {
    throw new DocumentError('ZIP_BROKEN', { where: 'zip64' });
  }
  for (const [n, field] of fields.entries()) entry[field] = safeInteger(data, n * 8);
}

function unicodeName(extra: Buffer): string | undefined {
  const data = extraField(extra, 0x7075);
  return data !== undefined && data.length > 5 ? data.subarray(5).toString('utf8') : undefined;
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, Math.min(at + 4 + length, extra.length));
    at += 4 + length;
  }
  return undefined;
}

function safeInteger(bytes: Buffer, at: number): number {
  const value = at + 8 <= bytes.length ? bytes.readBigUInt64LE(at) : -1n;
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new DocumentError('ZIP_BROKEN', { where: 'zip64' });
  }
  return Number(value);
}

function checkSizes(entries: ZipEntry[], limits: DocumentLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.unpackedBytes;
    if (entry.unpackedBytes > limits.entryBytes || total > limits.unpackedBytes) {
      throw new DocumentError('ZIP_TOO_LARGE', { maxMib: toMib(limits.unpackedBytes) });
    }
    checkRatio(entry.unpackedBytes, entry.packedBytes, limits);
  }
}

/** @throws DocumentError ZIP_RATIO */
export function checkRatio(unpackedBytes: number, packedBytes: number, limits: DocumentLimits): void {
  if (unpackedBytes <= limits.ratioFloorBytes) return;
  if (unpackedBytes > Math.max(1, packedBytes) * limits.compressionRatio) {
    throw new DocumentError('ZIP_RATIO', { compressionRatio: limits.compressionRatio });
  }
}

/**
 * Bombs without nesting let many entries share the same packed bytes (Fifield 2019). Real zips never
 * do; the shortest possible local header is 30 bytes and the name.
 */
function checkOverlap(entries: ZipEntry[], directoryOffset: number): void {
  const spans = entries
    .map((entry) => ({
      from: entry.headerOffset,
      to: entry.headerOffset + 30 + entry.nameBytes.length + entry.packedBytes,
    }))
    .sort((a, b) => a.from - b.from);
  let free = 0;
  for (const span of spans) {
    if (span.from < free || span.to > directoryOffset) throw new DocumentError('ZIP_OVERLAP');
    free = span.to;
  }
}
