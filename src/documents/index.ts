export { type ArchiveFile, listArchive, readArchive } from './archive.ts';
export { datesIn, type FoundDate, parseDate } from './dates.ts';
export { documentNumbersIn, type FoundNumber, normaliseDocumentNumber } from './document-number.ts';
export { DocumentError, type DocumentErrorCode, documentErrorCodes } from './errors.ts';
export { htmlToText, textToHtml } from './html-text.ts';
export {
  closeIsolatedReader,
  limitIsolatedReader,
  readDocumentIsolated,
  readTableIsolated,
} from './isolated.ts';
export { documentTexts } from './labels.ts';
export { archiveLimits, type DocumentLimits, defaultLimits } from './limits.ts';
export { type MetadataProposal, type MetadataSource, proposeMetadata } from './metadata.ts';
export type { MetadataField, MetadataRule, Place } from './metadata-places.ts';
export { readDocument } from './read-document.ts';
export { createDocumentReader, type DocumentReader, type DocumentReaderOptions } from './reader-pool.ts';
export { type DocumentRecord, readRecord } from './record.ts';
export { type SanitiseOptions, sanitiseHtml } from './sanitise.ts';
export { extensionOf, type SniffedKind, type SniffedType, sniff } from './sniff.ts';
export { type RowProblem, readTable, readTableFile, type TableFile, type TableRow } from './table.ts';
export { fieldOfHeading, type TableField, tableFields } from './table-columns.ts';
export type {
  DocumentFormat,
  DocumentInput,
  DocumentProperties,
  ExtraText,
  ReadDocument,
  WarningCode,
} from './types.ts';
export { warningCodes } from './types.ts';
