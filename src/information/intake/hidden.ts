import type { ExtraText } from '../../documents/index.ts';

const HIDDEN: readonly ExtraText['where'][] = ['comments', 'tracked-changes', 'hidden'];

/** Whether a file holds what its authors did not mean the public to read, but everyone who has it can. */
export function hidesText(extraTexts: readonly ExtraText[]): boolean {
  return extraTexts.some((extra) => HIDDEN.includes(extra.where));
}
