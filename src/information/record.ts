import type { Change, PublicStatus, Section } from './states.ts';

/** A file published with an item; its bytes are kept under its SHA-256. */
export interface RecordFile {
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}

/**
 * The public record: exactly what the public sees of one version, and the bytes whose SHA-256 stands in the
 * log (as canonical JSON, docs/reference/publication-log.md). `nonce` keeps a withdrawn short text from being
 * guessed from its hash.
 */
export interface PublicRecord {
  schema: 'zhaogao/record/v1';
  nonce: string;
  item: string;
  version: number;
  change: Change | 'withdraw';
  changeReason: string;
  agency: { code: string; name: string };
  unit: string;
  section: Section;
  category: { code: string; name: string };
  status: PublicStatus;
  indexNumber: string;
  title: string;
  documentNumber: string;
  issuingAgency: string;
  genre: string;
  subject: string;
  keywords: string;
  summary: string;
  formedOn: string;
  /** First day on which it was public, here or elsewhere. */
  publishedOn: string;
  bodyHtml: string;
  files: RecordFile[];
}

/** What remains of a withdrawn item: no title, no content, only that, when and why it was withdrawn. */
export interface Tombstone {
  schema: 'zhaogao/tombstone/v1';
  nonce: string;
  item: string;
  version: number;
  agency: { code: string; name: string };
  indexNumber: string;
  reasonCode: string;
  reason: string;
}
