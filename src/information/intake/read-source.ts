import { type DocumentRecord, readRecord } from '../../documents/index.ts';
import type { Services } from '../../platform/index.ts';
import { wholeBody } from './body.ts';
import type { DraftReason } from './errors.ts';
import { fromRow } from './from-row.ts';
import type { Incoming } from './incoming.ts';
import { baseName } from './names.ts';
import { proposalOf, readUpload } from './read-upload.ts';
import type { Source, TreeFile } from './source.ts';
import { keyOf, proposeFrom, statedOnly } from './stated.ts';

const PLAIN = {
  attribute: 'proactive',
  groundNote: null,
  unit: null,
  draftReasons: [] as DraftReason[],
} as const;

/**
 * Reads one source; files are in the store before any row names them.
 * @throws DocumentError, IntakeError: this source is refused, the import goes on
 */
export async function readSource(services: Services, source: Source): Promise<Incoming> {
  if (source.kind === 'record') return fromRecord(readRecord(await source.file.read()));
  if (source.kind === 'row') return fromRow(services, source.row, source.files);
  return fromDocument(services, source.file);
}

async function fromDocument(services: Services, file: TreeFile): Promise<Incoming> {
  const read = await readUpload(services, { bytes: await file.read(), fileName: baseName(file.path) });
  const { fields, category, publishedOn, proposals, extraTexts, storedFile, keepPrivate, notes } = read;
  return {
    ...PLAIN,
    sourceKey: `file:${storedFile.sha256}`,
    fields,
    category,
    sourceUrl: null,
    publishedOn,
    proposals,
    extraTexts,
    attachments: [{ file: storedFile, published: !keepPrivate }],
    notes,
  };
}

/** A record of the exchange form; a date it does not know to the day is kept out and said so. */
export function fromRecord(record: DocumentRecord): Incoming {
  const found = proposeFrom(record, record.text);
  const month = record.publishedMonth;
  return {
    ...PLAIN,
    sourceKey: `record:${keyOf({ ...record })}`,
    fields: { ...statedOnly(found), bodyHtml: wholeBody(record.html) },
    category: record.category ?? null,
    sourceUrl: record.url ?? null,
    publishedOn: record.publishedOn ?? null,
    proposals: found.map(proposalOf),
    extraTexts: [],
    attachments: [],
    notes: month ? [{ code: 'PUBLISHED_MONTH_ONLY', details: { month } }] : [],
  };
}
