export { type ArchiveFile, listArchive, readArchive } from './archive.ts';
export { DocumentError, type DocumentErrorCode, documentErrorCodes } from './errors.ts';
export { htmlToText, textToHtml } from './html-text.ts';
export { documentTexts } from './labels.ts';
export { archiveLimits, type DocumentLimits, defaultLimits } from './limits.ts';
export { readDocument } from './read-document.ts';
export { type SanitiseOptions, sanitiseHtml } from './sanitise.ts';
export { extensionOf, type SniffedKind, type SniffedType, sniff } from './sniff.ts';
export type {
  DocumentFormat,
  DocumentInput,
  DocumentProperties,
  ExtraText,
  ReadDocument,
  WarningCode,
} from './types.ts';
export { warningCodes } from './types.ts';
