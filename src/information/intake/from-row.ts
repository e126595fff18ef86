import { type ExtraText, type TableRow, textToHtml } from '../../documents/index.ts';
import { parseDisclosureAttribute } from '../../law/index.ts';
import type { Services } from '../../platform/index.ts';
import type { StoredFile } from '../attach.ts';
import type { Fields, Placement, Proposal } from '../contract.ts';
import { wholeBody } from './body.ts';
import { type DraftReason, IntakeError } from './errors.ts';
import type { Incoming } from './incoming.ts';
import { baseName } from './names.ts';
import { readAttachment } from './read-attachment.ts';
import { proposalOf, type ReadUpload, readUpload } from './read-upload.ts';
import type { TreeFile } from './source.ts';
import { keyOf, proposeFrom, statedOnly } from './stated.ts';

/**
 * An item of a table's row, with the files an inventory names.
 * @throws IntakeError 'ROW_INVALID' | 'ROW_ATTRIBUTE_UNKNOWN', DocumentError
 */
export async function fromRow(
  services: Services,
  row: TableRow,
  files: readonly TreeFile[],
): Promise<Incoming> {
  refuseBadRow(row);
  const { fields } = row;
  const attribute = attributeOf(fields.attribute);
  const { read, main, attachments } = await readFiles(services, row, files);
  const found = proposeFrom(fields, '');
  const stated = statedOnly(found);
  return {
    sourceKey: main ? `file:${main.sha256}` : rowKey(row, attachments),
    fields: { ...merged(stated, read?.fields), ...rowTexts(fields), bodyHtml: bodyOf(fields.body, read) },
    attribute,
    groundNote: fields.ground?.slice(0, 2000) ?? null,
    category: fields.category ?? read?.category ?? null,
    unit: fields.unit ?? null,
    sourceUrl: fields.url ?? null,
    publishedOn: fields.publishedOn ?? read?.publishedOn ?? null,
    proposals: mergedProposals(found.map(proposalOf), read),
    extraTexts: [...(read?.extraTexts ?? []), ...unknownColumns(row)],
    attachments,
    draftReasons: draftReasonsOf(row),
    notes: read?.notes ?? [],
  };
}

interface RowFiles {
  /** The file whose text is the item's, when the row has no text of its own. */
  read: ReadUpload | null;
  /** The file the row is about. */
  main: StoredFile | null;
  attachments: Incoming['attachments'];
}

async function readFiles(services: Services, row: TableRow, files: readonly TreeFile[]): Promise<RowFiles> {
  const result: RowFiles = { read: null, main: null, attachments: [] };
  for (const [n, file] of files.entries()) {
    const input = { bytes: await file.read(), fileName: baseName(file.path) };
    const isText = n === 0 && !row.fields.body && !/\.(?:xls[xm]|csv|png|jpe?g)$/iu.test(file.path);
    if (isText) result.read = await readUpload(services, input);
    const stored = result.read && isText ? result.read.storedFile : await readAttachment(services, input);
    if (n === 0 && !row.fields.body) result.main = stored;
    result.attachments.push({ file: stored, published: !(isText && result.read?.keepPrivate) });
  }
  return result;
}

function refuseBadRow(row: TableRow): void {
  if (row.problems.length === 0) return;
  // The wording waits for the reader's language; see view-import.ts.
  const problems = row.problems.map(({ code, column, value = '' }) => [code, column, value].join(':'));
  throw new IntakeError('ROW_INVALID', { problems });
}

/** An attribute nobody understands must never mean "publish". @throws IntakeError 'ROW_ATTRIBUTE_UNKNOWN' */
function attributeOf(text: string | undefined): Placement['attribute'] {
  if (!text) return 'proactive';
  const attribute = parseDisclosureAttribute(text);
  if (!attribute) throw new IntakeError('ROW_ATTRIBUTE_UNKNOWN', { value: text.slice(0, 40) });
  return attribute;
}

function bodyOf(text: string | undefined, read: ReadUpload | null): string {
  if (!text) return read?.fields.bodyHtml ?? '';
  const isHtml = /<(?:p|div|br|table|span|h[1-6]|ul|ol)\b[^<>]*>/iu.test(text);
  return wholeBody(isHtml ? text : textToHtml(text));
}

/** What the inventory states is stronger than what its file suggests. */
function merged(row: Omit<Fields, 'bodyHtml'>, file: Fields | undefined): Omit<Fields, 'bodyHtml'> {
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

function mergedProposals(row: Proposal[], read: ReadUpload | null): Proposal[] {
  const stated = row.filter((one) => one.place.source === 'record');
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

function draftReasonsOf(row: TableRow): DraftReason[] {
  const lapsed = /失效|废止|作废|无效|^否$|repealed|lapsed/iu.test(row.fields.validity ?? '');
  return [...(lapsed ? (['NOT_IN_FORCE'] as const) : []), ...(row.hidden ? (['ROW_HIDDEN'] as const) : [])];
}

/** Columns we have no place for are not published; screening and the reviewers see them. */
function unknownColumns(row: TableRow): ExtraText[] {
  const columns = Object.entries(row.unknown).map(([heading, value]) => `${heading}:${value}`);
  return columns.length === 0 ? [] : [{ where: 'properties', text: columns.join('\n') }];
}

function rowKey(row: TableRow, attachments: Incoming['attachments']): string {
  const files = attachments.map(({ file }) => file.sha256).join();
  return `row:${keyOf({ ...row.fields, files })}`;
}
