import type { ItemView } from '../../../src/information/contract.ts';

export type Action = ItemView['actions'][number]['action'];

/** What the server says of one action: whether this person may take it now, and all reasons why not. */
export function offerOf(item: ItemView, action: Action) {
  return item.actions.find((one) => one.action === action);
}
