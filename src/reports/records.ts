import { PROACTIVE_LIMIT_DAYS, timeliness } from '../law/index.ts';
import type { YearlyReport } from './contract.ts';

/** What the public rows and the log say about one catalogue item; the counting rules read nothing else. */
export interface PublishedItem {
  itemId: string;
  seq: number;
  indexNumber: string;
  title: string;
  formedOn: string | null;
  publishedOn: string;
  updatedAt: string;
  daysToPublish: number | null;
  /** Name of the category at the top of the tree. */
  category: string;
  /** As it stood at the end of the year, by the entries of the log. */
  withdrawnByYearEnd: boolean;
}

/** One entry of the log within the year, about a catalogue item. */
export interface YearEntry {
  seq: number;
  itemId: string;
  action: string;
  at: string;
}

export const CHANGE_FIGURES = { amended: 'amend', repealed: 'repeal', withdrawn: 'withdraw' } as const;

/** The items that count as proactively disclosed in the year: first public in it, not withdrawn by its end. */
export function counted(items: readonly PublishedItem[], year: number): PublishedItem[] {
  return items.filter((item) => item.publishedOn.startsWith(`${year}-`) && !item.withdrawnByYearEnd);
}

/** Where an item stands against the 20 working days (《条例》2007 第十八条, 2019 第二十六条). */
export function punctuality(item: PublishedItem): 'inTime' | 'late' | 'notMeasured' {
  const { formedOn, publishedOn } = item;
  const { status } = timeliness({ formedOn, publishedOn, today: publishedOn });
  if (status === 'in-time') return 'inTime';
  return status === 'late' ? 'late' : 'notMeasured';
}

/**
 * All figures about publication, from the records alone.
 * @param categories names of the top categories in their order, so that one without items shows its zero
 */
export function figuresOf(
  items: readonly PublishedItem[],
  entries: readonly YearEntry[],
  categories: readonly string[],
  year: number,
): Pick<YearlyReport, 'proactive' | 'timeliness' | 'changes'> {
  const own = counted(items, year);
  const byCategory: Record<string, number> = Object.fromEntries(categories.map((name) => [name, 0]));
  for (const { category } of own) byCategory[category] = (byCategory[category] ?? 0) + 1;
  const punctual = Map.groupBy(own, punctuality);
  const size = (key: 'inTime' | 'late' | 'notMeasured') => punctual.get(key)?.length ?? 0;
  const changed = (action: string) => entries.filter((entry) => entry.action === action).length;
  return {
    proactive: { total: own.length, byCategory },
    timeliness: {
      limitDays: PROACTIVE_LIMIT_DAYS,
      inTime: size('inTime'),
      late: size('late'),
      notMeasured: size('notMeasured'),
      medianWorkingDays: median(own.flatMap((item) => item.daysToPublish ?? [])),
    },
    changes: {
      amended: changed(CHANGE_FIGURES.amended),
      repealed: changed(CHANGE_FIGURES.repealed),
      withdrawn: changed(CHANGE_FIGURES.withdrawn),
    },
  };
}

/** The middle value; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
