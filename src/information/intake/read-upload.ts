import {
  type DocumentInput,
  type ExtraText,
  type MetadataProposal,
  proposeMetadata,
  type ReadDocument,
  readDocumentIsolated,
} from '../../documents/index.ts';
import type { Services } from '../../platform/index.ts';
import type { StoredFile } from '../attach.ts';
import type { Fields, Proposal } from '../contract.ts';
import { GENRES } from '../states.ts';
import { bodyWithin } from './body.ts';
import type { ImportNote } from './errors.ts';
import { hidesText } from './hidden.ts';
import { baseName } from './names.ts';

/** What a file gives for an item: to be confirmed by a person. */
export interface ReadUpload {
  /** Proposed values that are trustworthy enough to stand in the form already. */
  fields: Fields;
  proposals: Proposal[];
  /** Text that is in the file but not in the body; screening sees it too. */
  extraTexts: ExtraText[];
  /** The original, in the file store. */
  storedFile: StoredFile;
  /** The original holds comments, changes or hidden text that nobody means to publish. */
  keepPrivate: boolean;
  /** The category the file itself names (not the one its title suggests), and the day it was published. */
  category: string | null;
  publishedOn: string | null;
  notes: ImportNote[];
}

/** Below this a proposal is shown beside the form but does not stand in it. */
const TRUSTED = 0.5;

/**
 * Reads an uploaded document in a process of its own, proposes its metadata and stores the original.
 * @throws DocumentError; nothing is stored then
 */
export async function readUpload(services: Services, input: DocumentInput): Promise<ReadUpload> {
  const fileName = baseName(input.fileName);
  const limits = { fileBytes: services.config.maxUploadBytes };
  const document = await readDocumentIsolated({ bytes: input.bytes, fileName }, limits);
  const found = proposeMetadata({ ...document, fileName });
  const { html, notes } = bodyWithin(document.html);
  const keepPrivate = hidesText(document.extraTexts);
  return {
    fields: { ...fieldsOf(found), bodyHtml: html },
    proposals: found.map(proposalOf),
    extraTexts: document.extraTexts,
    storedFile: await storeOriginal(services, input.bytes, fileName, document),
    keepPrivate,
    category: trusted(
      found.filter((one) => one.place.rule !== 'genre'),
      'category',
    ),
    publishedOn: trusted(found, 'publishedOn'),
    notes: keepPrivate ? [...notes, { code: 'SOURCE_KEPT_PRIVATE' }] : notes,
  };
}

async function storeOriginal(
  services: Services,
  bytes: Uint8Array,
  name: string,
  document: ReadDocument,
): Promise<StoredFile> {
  return {
    name,
    mediaType: document.mediaType,
    sizeBytes: bytes.byteLength,
    sha256: await services.files.put(bytes),
    text: document.text,
  };
}

export function fieldsOf(found: readonly MetadataProposal[]): Omit<Fields, 'bodyHtml'> {
  const genre = trusted(found, 'category');
  return {
    title: trusted(found, 'title')?.slice(0, 500) ?? '',
    documentNumber: trusted(found, 'documentNumber')?.slice(0, 100) ?? null,
    issuingAgency: trusted(found, 'issuingAgency')?.slice(0, 200) ?? null,
    formedOn: trusted(found, 'formedOn'),
    genre: genre && (GENRES as readonly string[]).includes(genre) ? genre : null,
    subject: null,
    keywords: null,
    summary: null,
  };
}

function trusted(found: readonly MetadataProposal[], field: MetadataProposal['field']): string | null {
  const proposal = found.find((one) => one.field === field);
  return proposal && proposal.confidence >= (field === 'title' ? 0 : TRUSTED) ? proposal.value : null;
}

export function proposalOf(found: MetadataProposal): Proposal {
  const { field, value, confidence, place } = found;
  return {
    field,
    value,
    confidence,
    place: {
      source: place.source,
      start: place.start ?? null,
      end: place.end ?? null,
      excerpt: place.excerpt,
      rule: place.rule,
    },
    repaired: found.repaired ?? false,
  };
}
