/** Upper bounds that every reader of foreign bytes keeps. All sizes in bytes of the real content. */
export type DocumentLimits = {
  /** One file as it arrives. */
  fileBytes: number;
  /** Everything in one zip container together, unpacked. */
  unpackedBytes: number;
  /** One entry of a zip container, unpacked. */
  entryBytes: number;
  /** Entries in one zip container, folders included. */
  entryCount: number;
  /** Unpacked divided by packed size of one entry; only looked at above {@link ratioFloorBytes}. */
  compressionRatio: number;
  /** Entries smaller than this may compress as well as they like (a blank spreadsheet does). */
  ratioFloorBytes: number;
  /** One picture kept inside the HTML as a data: address. */
  imageBytes: number;
  /** All pictures of one document together. */
  imagesBytes: number;
  /** Plain text of one document, in characters. */
  textLength: number;
  /** Pages of one PDF. */
  pageCount: number;
  /** Data rows of one table. */
  rowCount: number;
  /** Cells of one table row. */
  columnCount: number;
};

const MIB = 1024 * 1024;

/** Generous for office documents, small for a server with 2 GB. */
export const defaultLimits: DocumentLimits = {
  fileBytes: 50 * MIB,
  unpackedBytes: 200 * MIB,
  entryBytes: 100 * MIB,
  entryCount: 5_000,
  compressionRatio: 400,
  ratioFloorBytes: 4 * MIB,
  imageBytes: 4 * MIB,
  imagesBytes: 20 * MIB,
  textLength: 20_000_000,
  pageCount: 3_000,
  rowCount: 50_000,
  columnCount: 200,
};

/** A zip of many files for batch import: larger as a whole, each file under {@link defaultLimits}. */
export const archiveLimits: DocumentLimits = {
  ...defaultLimits,
  fileBytes: 1024 * MIB,
  unpackedBytes: 4096 * MIB,
  entryBytes: defaultLimits.fileBytes,
  entryCount: 50_000,
};

/** Defaults with some bounds replaced. */
export function limitsFrom(
  some: Partial<DocumentLimits> | undefined,
  base: DocumentLimits = defaultLimits,
): DocumentLimits {
  return { ...base, ...some };
}

/** Bytes as whole mebibytes, for messages. */
export function toMib(bytes: number): number {
  return Math.max(1, Math.round(bytes / MIB));
}
