import type { ExtraText } from '../../documents/index.ts';
import type { StoredFile } from '../attach.ts';
import type { Fields, Placement, Proposal } from '../contract.ts';
import type { DraftReason, ImportNote } from './errors.ts';

/** An item as it comes in, before it knows the agency's catalogue. */
export interface Incoming {
  /** What makes it the same source: SHA-256 of the file, the record or the row. */
  sourceKey: string;
  fields: Fields;
  attribute: Placement['attribute'];
  /** The ground for not publishing, in the source's words. */
  groundNote: string | null;
  category: string | null;
  unit: string | null;
  sourceUrl: string | null;
  publishedOn: string | null;
  proposals: Proposal[];
  extraTexts: ExtraText[];
  attachments: { file: StoredFile; published: boolean }[];
  /** Why it must not be published unseen. */
  draftReasons: DraftReason[];
  notes: ImportNote[];
}
