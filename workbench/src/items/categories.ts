import type { CategoryView } from '../../../src/information/contract.ts';
import type { Option } from '../ui/Choice.tsx';

export interface Placed {
  category: CategoryView;
  depth: number;
}

/** Categories in catalogue order, each parent before its children. */
export function inOrder(categories: readonly CategoryView[]): Placed[] {
  const known = new Set(categories.map((one) => one.id));
  const below = (parent: string | null, depth: number): Placed[] =>
    categories
      .filter((one) => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parent)
      .sort((a, b) => a.position - b.position || a.code.localeCompare(b.code))
      .flatMap((category) => [{ category, depth }, ...below(category.id, depth + 1)]);
  return below(null, 0);
}

export function categoryOptions(categories: readonly CategoryView[], language: 'zh' | 'en'): Option[] {
  return inOrder(categories)
    .filter(({ category }) => category.active)
    .map(({ category, depth }) => ({
      value: category.id,
      label: `${'　'.repeat(depth)}${(language === 'en' && category.nameEn) || category.name}`,
    }));
}
