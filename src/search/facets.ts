import type { Combination } from './combinations.ts';
import { passes } from './filters.ts';
import { unpackGroup } from './row-number.ts';
import { FACETS, type Facet, type Facets, type FacetValue, type SearchFilters } from './types.ts';

/** A combination in a year, and how many matches it has. */
interface Group {
  readonly year: number;
  readonly combination: Combination;
  readonly count: number;
}

/**
 * Counts by every facet from the groups of all matches under the filters by date only. Each facet counts
 * under all filters but its own; the total under all.
 */
export function countFacets(
  tallied: ReadonlyMap<number, number>,
  combinations: ReadonlyMap<number, Combination>,
  filters: SearchFilters,
): { facets: Facets; total: number } {
  const groups = known(tallied, combinations);
  const counted = FACETS.map((facet) => [facet, countOne(groups, filters, facet)]);
  const total = groups
    .filter((group) => passesAll(group, filters))
    .reduce((sum, group) => sum + group.count, 0);
  return { facets: Object.fromEntries(counted) as Facets, total };
}

function known(
  tallied: ReadonlyMap<number, number>,
  combinations: ReadonlyMap<number, Combination>,
): Group[] {
  return [...tallied].flatMap(([packed, count]) => {
    const { year, combination: id } = unpackGroup(packed);
    const combination = combinations.get(id);
    return combination ? [{ year, combination, count }] : [];
  });
}

function passesAll(group: Group, filters: SearchFilters, except?: Facet): boolean {
  const yearPasses = except === 'year' || filters.year === undefined || filters.year === group.year;
  return yearPasses && passes(group.combination, filters, except);
}

function countOne(groups: readonly Group[], filters: SearchFilters, facet: Facet): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const group of groups) {
    if (!passesAll(group, filters, facet)) continue;
    const value = facet === 'year' ? String(group.year) : group.combination[facet];
    if (value === '') continue;
    const seen = values.get(value);
    if (seen) seen.count += group.count;
    else values.set(value, { value, label: labelOf(group, facet) || value, count: group.count });
  }
  const sorted = [...values.values()];
  if (facet === 'year') return sorted.sort((a, b) => Number(b.value) - Number(a.value));
  return sorted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const LABELS: Partial<Record<Facet, 'agencyName' | 'unitName' | 'categoryName'>> = {
  agencyId: 'agencyName',
  unitId: 'unitName',
  categoryId: 'categoryName',
};

function labelOf(group: Group, facet: Facet): string {
  const name = LABELS[facet];
  return name ? group.combination[name] : '';
}
