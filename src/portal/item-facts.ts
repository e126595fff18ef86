import {
  type PublicChange,
  type PublicItem,
  type PublicRecord,
  publicHistory,
  publicItem,
  type Tombstone,
} from '../information/index.ts';
import { entriesOfItem, type Head, head, type LoggedEntry } from '../ledger/index.ts';
import type { Queryable } from '../platform/index.ts';

/** What the pages and the JSON of one item are made of. */
export interface ItemFacts {
  readonly item: PublicItem;
  /** Oldest first. */
  readonly history: readonly PublicChange[];
  /** The log's own entries of this item, by sequence number. */
  readonly entries: ReadonlyMap<number, LoggedEntry>;
  readonly head: Head;
}

export type PublishedFacts = ItemFacts & { readonly item: PublicItem & { readonly record: PublicRecord } };
export type WithdrawnFacts = ItemFacts & { readonly item: PublicItem & { readonly tombstone: Tombstone } };

/** @returns null when there never was a public item of this id */
export async function loadItemFacts(database: Queryable, id: string): Promise<ItemFacts | null> {
  const item = await publicItem(database, id);
  if (!item) return null;
  const [history, entries, now] = await Promise.all([
    publicHistory(database, id),
    entriesOfItem(database, id),
    head(database),
  ]);
  return { item, history, entries: new Map(entries.map((one) => [one.seq, one])), head: now! };
}

export function isWithdrawn(facts: ItemFacts): facts is WithdrawnFacts {
  return facts.item.tombstone !== null;
}
