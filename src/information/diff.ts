import { diffLines, diffWordsWithSpace } from 'diff';
import type { Queryable } from '../platform/index.ts';
import type { Diff } from './contract.ts';
import { InformationError } from './errors.ts';
import type { ItemVersionTable } from './schema.ts';
import { attachmentsOf } from './store.ts';

const COMPARED = [
  'title',
  'document_number',
  'issuing_agency',
  'formed_on',
  'genre',
  'subject',
  'keywords',
  'summary',
] as const;

/** Above this length words are no longer compared, only lines: comparing words takes time squared. */
const WORD_DIFF_LIMIT = 20_000;

/** What changed between two versions: fields, text, attachments. @throws InformationError 'VERSION_NOT_FOUND' */
export async function diffVersions(
  database: Queryable,
  itemId: string,
  from: number,
  to: number,
): Promise<Diff> {
  const [before, after] = await Promise.all([version(database, itemId, from), version(database, itemId, to)]);
  const names = async (number: number) =>
    (await attachmentsOf(database, itemId, number)).map((one) => `${one.name} (${one.sha256.slice(0, 8)})`);
  const [filesBefore, filesAfter] = await Promise.all([names(from), names(to)]);
  return {
    from,
    to,
    fields: COMPARED.filter((field) => before[field] !== after[field]).map((field) => ({
      field,
      before: before[field] ?? '',
      after: after[field] ?? '',
    })),
    body: diffTexts(before.body_text, after.body_text),
    attachments: {
      added: filesAfter.filter((name) => !filesBefore.includes(name)),
      removed: filesBefore.filter((name) => !filesAfter.includes(name)),
    },
  };
}

/** The difference of two texts as parts in reading order; Chinese is compared by words of the segmenter. */
export function diffTexts(before: string, after: string): Diff['body'] {
  const long = before.length + after.length > WORD_DIFF_LIMIT;
  const parts = long
    ? diffLines(before, after)
    : diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }) });
  return parts.map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }));
}

async function version(database: Queryable, itemId: string, number: number): Promise<ItemVersionTable> {
  const row = await database
    .selectFrom('item_version')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('version', '=', number)
    .executeTakeFirst();
  if (!row) throw new InformationError('VERSION_NOT_FOUND');
  return row;
}
