import {
  type DocumentRecord,
  type ExtraText,
  type MetadataProposal,
  proposeMetadata,
  readRecord,
  type TableRow,
  textToHtml,
} from '../../documents/index.ts';
import { parseDisclosureAttribute } from '../../law/index.ts';
import { type Services, sha256 } from '../../platform/index.ts';
import type { StoredFile } from '../attach.ts';
import type { Fields, Placement, Proposal } from '../contract.ts';
import { bodyWithin } from './body.ts';
import { type DraftReason, type ImportNote, IntakeError } from './errors.ts';
import { baseName } from './names.ts';
import { readAttachment } from './read-attachment.ts';
import { fieldsOf, proposalOf, type ReadUpload, readUpload } from './read-upload.ts';
import type { Source, TreeFile } from './source.ts';

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

const PLAIN = {
  attribute: 'proactive',
  groundNote: null,
  unit: null,
  sourceUrl: null,
  extraTexts: [],
  attachments: [],
  draftReasons: [],
} as const satisfies Partial<Incoming>;

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
  return { ...PLAIN, ...read, ...attachedOriginal(read) };
}

function attachedOriginal(read: ReadUpload): Pick<Incoming, 'sourceKey' | 'attachments'> {
  return {
    sourceKey: `file:${read.storedFile.sha256}`,
    attachments: [{ file: read.storedFile, published: !read.keepPrivate }],
  };
}

/** A record of the exchange form; dates it does not know to the day are kept out and said so. */
export function fromRecord(record: DocumentRecord): Incoming {
  const { title, text, url, ...stated } = record;
  const found = proposeMetadata({ text, record: { ...statedFields(stated), title, ...(url && { url }) } });
  const { html, notes } = bodyWithin(record.html);
  if (record.publishedMonth)
    notes.push({ code: 'PUBLISHED_MONTH_ONLY', details: { month: record.publishedMonth } });
  return {
    ...PLAIN,
    sourceKey: `record:${sha256(canonical(record))}`,
    fields: { ...statedOnly(found), bodyHtml: html },
    category: record.category ?? null,
    sourceUrl: url ?? null,
    publishedOn: record.publishedOn ?? null,
    proposals: found.map(proposalOf),
    notes,
  };
}

/** A row of a table, with the files an inventory names; the first is the text when the row has none. */
async function fromRow(services: Services, row: TableRow, files: readonly TreeFile[]): Promise<Incoming> {
  refuseBadRow(row);
  const { fields } = row;
  const [first, ...others] = fields.body ? [undefined, ...files] : files;
  const main = first && (await readMain(services, first));
  const read = main && 'fields' in main ? main : null;
  const attachments = main
    ? [read ? attachedOriginal(read).attachments[0]! : attached(main as StoredFile)]
    : [];
  for (const file of others) if (file) attachments.push(attached(await readTreeFile(services, file)));
  const { title, body = '', url } = fields;
  const found = proposeMetadata({ text: '', record: { ...statedFields(fields), ...(title && { title }) } });
  const { html, notes } = body ? bodyWithin(looksLikeHtml(body) ? body : textToHtml(body)) : emptyBody(read);
  return {
    ...PLAIN,
    sourceKey: main ? `file:${(read?.storedFile ?? (main as StoredFile)).sha256}` : rowKey(row, attachments),
    fields: { ...mergedFields(statedOnly(found), read?.fields), ...rowTexts(fields), bodyHtml: html },
    attribute: attributeOf(fields.attribute),
    groundNote: fields.ground?.slice(0, 2000) ?? null,
    category: fields.category ?? read?.category ?? null,
    unit: fields.unit ?? null,
    sourceUrl: url ?? null,
    publishedOn: fields.publishedOn ?? read?.publishedOn ?? null,
    proposals: mergedProposals(found, read),
    extraTexts: [...(read?.extraTexts ?? []), ...unknownColumns(row)],
    attachments,
    draftReasons: draftReasonsOf(row),
    notes,
  };
}

/** The main file of a row: read as the item's text where it is a document, else only attached. */
async function readMain(services: Services, file: TreeFile): Promise<ReadUpload | StoredFile> {
  const input = { bytes: await file.read(), fileName: baseName(file.path) };
  return /\.(?:xlsx|xlsm|csv|png|jpe?g)$/iu.test(file.path)
    ? readAttachment(services, input)
    : readUpload(services, input);
}

async function readTreeFile(services: Services, file: TreeFile): Promise<StoredFile> {
  return readAttachment(services, { bytes: await file.read(), fileName: baseName(file.path) });
}

const attached = (file: StoredFile) => ({ file, published: true });

const emptyBody = (read: ReadUpload | null) => ({
  html: read?.fields.bodyHtml ?? '',
  notes: read?.notes ?? [],
});

function refuseBadRow(row: TableRow): void {
  if (row.problems.length === 0) return;
  // The wording waits for the reader's language; see view-import.ts.
  const problems = row.problems.map(({ code, column, value = '' }) => [code, column, value].join(':'));
  throw new IntakeError('ROW_INVALID', { problems });
}

const STATED = [
  'issuingAgency',
  'documentNumber',
  'formedOn',
  'publishedOn',
  'indexNumber',
  'category',
] as const;

function statedFields(stated: Partial<Record<(typeof STATED)[number], string>>) {
  return Object.fromEntries(STATED.flatMap((field) => (stated[field] ? [[field, stated[field]]] : [])));
}

/** Only what the record itself states: what its text merely suggests is for a person to look at. */
function statedOnly(found: readonly MetadataProposal[]): Omit<Fields, 'bodyHtml'> {
  const stated = found.filter((one) => one.place.source === 'record');
  const genre = found.filter((one) => one.field === 'category');
  return { ...fieldsOf(stated), genre: fieldsOf(genre).genre };
}

/** What the inventory states is stronger than what its file suggests. */
function mergedFields(row: Omit<Fields, 'bodyHtml'>, file: Fields | undefined): Omit<Fields, 'bodyHtml'> {
  if (!file) return row;
  return {
    ...row,
    title: row.title || file.title,
    documentNumber: row.documentNumber ?? file.documentNumber,
    issuingAgency: row.issuingAgency ?? file.issuingAgency,
    formedOn: row.formedOn ?? file.formedOn,
    genre: row.genre ?? file.genre,
  };
}

function mergedProposals(found: readonly MetadataProposal[], read: ReadUpload | null): Proposal[] {
  const stated = found.filter((one) => one.place.source === 'record').map(proposalOf);
  const known = new Set(stated.map((one) => one.field));
  return [...stated, ...(read?.proposals ?? []).filter((one) => !known.has(one.field))];
}

function rowTexts(fields: TableRow['fields']): Partial<Fields> {
  return {
    ...(fields.genre && { genre: fields.genre.slice(0, 20) }),
    ...(fields.subject && { subject: fields.subject.slice(0, 100) }),
    ...(fields.keywords && { keywords: fields.keywords.slice(0, 200) }),
    ...(fields.summary && { summary: fields.summary.slice(0, 2000) }),
  };
}

/** An attribute nobody understands must never mean "publish". @throws IntakeError 'ROW_ATTRIBUTE_UNKNOWN' */
function attributeOf(text: string | undefined): Placement['attribute'] {
  if (!text) return 'proactive';
  const attribute = parseDisclosureAttribute(text);
  if (!attribute) throw new IntakeError('ROW_ATTRIBUTE_UNKNOWN', { value: text.slice(0, 40) });
  return attribute;
}

function draftReasonsOf(row: TableRow): DraftReason[] {
  const reasons: DraftReason[] = [];
  if (/失效|废止|作废|无效|^否$|repealed|lapsed/iu.test(row.fields.validity ?? ''))
    reasons.push('NOT_IN_FORCE');
  if (row.hidden) reasons.push('ROW_HIDDEN');
  return reasons;
}

/** Columns we have no place for are not published; screening and the reviewers see them. */
function unknownColumns(row: TableRow): ExtraText[] {
  const columns = Object.entries(row.unknown).map(([heading, value]) => `${heading}:${value}`);
  return columns.length === 0 ? [] : [{ where: 'properties', text: columns.join('\n') }];
}

function rowKey(row: TableRow, attachments: Incoming['attachments']): string {
  const files = attachments.map(({ file }) => file.sha256);
  return `row:${sha256(canonical({ ...row.fields, files: files.join() }))}`;
}

function canonical(values: Record<string, string | undefined>): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|table|span|h[1-6]|ul|ol)\b[^<>]*>/iu.test(text);
}
