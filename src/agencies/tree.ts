interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

/** Nodes depth first, parents before children, siblings in the order given, each with its depth (0 at the top). */
export function inTreeOrder<N extends Node>(nodes: readonly N[]): (N & { depth: number })[] {
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const ordered: (N & { depth: number })[] = [];
  const visit = (parentId: string | null, depth: number) => {
    for (const node of children.get(parentId) ?? []) {
      ordered.push({ ...node, depth });
      visit(node.id, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}

/** Whether hanging `id` under `parentId` would close a circle. */
export function closesCircle(nodes: readonly Node[], id: string, parentId: string): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  for (let at: string | null = parentId; at !== null; at = parents.get(at) ?? null)
    if (at === id) return true;
  return false;
}

/** The agency itself and those above it, nearest first. */
export function lineage(nodes: readonly Node[], id: string): string[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const line: string[] = [];
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) line.push(at);
  return line;
}
