import type { contract } from '../information/index.ts';

export type Category = contract.CategoryView;

export interface CategoryNode extends Category {
  /** 0 at the top. */
  readonly depth: number;
  /** Its own items and those of all categories below it. */
  readonly total: number;
  /** Itself and all below it. */
  readonly ids: readonly string[];
}

/**
 * Categories depth first, siblings in their order, each with the sum of what stands in and below it.
 * @param counts own items by category id
 */
export function rolledUp(
  categories: readonly Category[],
  counts: ReadonlyMap<string, number>,
): CategoryNode[] {
  const known = new Set(categories.map((one) => one.id));
  const children = Map.groupBy(categories, (one) =>
    one.parentId !== null && known.has(one.parentId) ? one.parentId : '',
  );
  const visit = (parent: string, depth: number): CategoryNode[] =>
    (children.get(parent) ?? []).flatMap((one) => {
      const below = visit(one.id, depth + 1);
      const direct = below.filter((node) => node.depth === depth + 1);
      const total = direct.reduce((sum, node) => sum + node.total, counts.get(one.id) ?? 0);
      return [{ ...one, depth, total, ids: [one.id, ...below.map((node) => node.id)] }, ...below];
    });
  return visit('', 0);
}
