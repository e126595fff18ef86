import type { Entry, VerificationOptions } from '../ledger/index.ts';
import { type Database, defineCatalogue, sha256 } from '../platform/index.ts';

type OnEntry = NonNullable<VerificationOptions['onEntry']>;

defineCatalogue({
  'ledger.finding.RECORD_MISSING': {
    zh: '日志条目没有对应的公开记录',
    en: 'A log entry has no public record',
  },
  'ledger.finding.RECORD_DIFFERS': {
    zh: '公开内容与日志中的哈希不符(内容被改动)',
    en: 'Public content differs from the hash in the log (it was altered)',
  },
  'ledger.finding.RECORD_EMPTY': {
    zh: '未撤回的信息缺少公开内容',
    en: 'The content of an item that was not withdrawn is missing',
  },
  'ledger.finding.PAGE_DIFFERS': {
    zh: '公开页面显示的不是最新一条日志的内容',
    en: 'The public page does not show what the last entry says',
  },
});

/**
 * Compares what the public sees with the log, entry by entry: the record kept for each entry has the hash
 * the entry holds, only withdrawn items have none, and each page shows its item's last entry.
 */
export function checkRecords(database: Database): OnEntry {
  return async ({ seq, entry }) => {
    const kept = await database.read
      .selectFrom('publication_entry')
      .select('record')
      .where('seq', '=', seq)
      .executeTakeFirst();
    if (!kept) return [{ code: 'RECORD_MISSING', detail: { seq } }];
    const page = await database.read
      .selectFrom('publication')
      .select(['seq', 'record', 'status', 'title'])
      .where('item_id', '=', entry.item)
      .executeTakeFirst();
    if (kept.record === null)
      return (await withdrawnAfter(database, entry.item, seq))
        ? []
        : [{ code: 'RECORD_EMPTY', detail: { seq } }];
    if (sha256(kept.record) !== entry.record) return [{ code: 'RECORD_DIFFERS', detail: { seq } }];
    return checkPage(page, seq, entry, kept.record);
  };
}

function checkPage(
  page: { seq: number; record: string | null; status: string; title: string } | undefined,
  seq: number,
  entry: Entry,
  record: string,
): { code: string; detail: { seq: number; item: string } }[] {
  if (page && page.seq > seq) return [];
  const title = (JSON.parse(record) as { title?: string }).title ?? '';
  const same = page?.seq === seq && page.record === record && page.title === title;
  return same ? [] : [{ code: 'PAGE_DIFFERS', detail: { seq, item: entry.item } }];
}

async function withdrawnAfter(database: Database, itemId: string, seq: number): Promise<boolean> {
  const later = await database.read
    .selectFrom('log_entry')
    .select('seq')
    .where('item_id', '=', itemId)
    .where('action', '=', 'withdraw')
    .where('seq', '>', seq)
    .executeTakeFirst();
  return later !== undefined;
}
