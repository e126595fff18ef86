import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UnitView } from '../../../src/agencies/contract.ts';
import type { CategoryView, ItemList, ItemView } from '../../../src/information/contract.ts';
import { get, type Query } from '../api.ts';
import { queries } from '../queries.ts';

export const ITEMS_KEY = ['items'];
export const itemKey = (id: string) => ['item', id];

export function useItems(query: Query) {
  return useQuery({
    queryKey: [...ITEMS_KEY, query],
    queryFn: () => get<ItemList>('/items', query),
    placeholderData: keepPreviousData,
  });
}

export function fetchItem(id: string): Promise<ItemView> {
  return get<ItemView>(`/items/${id}`);
}

export function useItem(id: string) {
  return useQuery({ queryKey: itemKey(id), queryFn: () => fetchItem(id) });
}

/** Reads an item before it is opened, so that opening it feels immediate. */
export function foreseeItem(id: string): void {
  void queries.prefetchQuery({ queryKey: itemKey(id), queryFn: () => fetchItem(id) });
}

/** Reads the item anew, as after a decision of someone else. */
export async function readItemAgain(id: string): Promise<void> {
  keepItem(await queries.fetchQuery({ queryKey: itemKey(id), queryFn: () => fetchItem(id), staleTime: 0 }));
}

/** What an upload answers (information/intake/routes.ts). */
export interface Changed {
  id: string;
  revision: number;
}

/** Takes an item as the server just returned it, and lets the lists it stands in be read again. */
export function keepItem(item: ItemView): void {
  queries.setQueryData(itemKey(item.id), item);
  void queries.invalidateQueries({ queryKey: ITEMS_KEY });
  void queries.invalidateQueries({ queryKey: ['queue'] });
}

export function useUnits(agencyId: string | null | undefined) {
  return useQuery({
    queryKey: ['units', agencyId],
    queryFn: async () => (await get<{ units: UnitView[] }>(`/agencies/${agencyId}/units`)).units,
    enabled: Boolean(agencyId),
    staleTime: 60_000,
  });
}

export const CATEGORIES_KEY = ['categories'];

export function useCategories(agencyId: string | null | undefined) {
  return useQuery({
    queryKey: [...CATEGORIES_KEY, agencyId],
    queryFn: async () => listOf<CategoryView>(await get('/categories', { agency: agencyId }), 'categories'),
    enabled: Boolean(agencyId),
    staleTime: 60_000,
  });
}

/** A list as the API sends it: bare, or under its name. */
export function listOf<T>(answer: unknown, name: string): T[] {
  if (Array.isArray(answer)) return answer as T[];
  return ((answer as Record<string, T[]> | null)?.[name] ?? []) as T[];
}
