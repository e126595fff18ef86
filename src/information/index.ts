export type { StoredFile } from './attach.ts';
export { listCategories, saveCategory } from './categories.ts';
export { startChange } from './change.ts';
export * as contract from './contract.ts';
export { createItem, updateItem } from './draft.ts';
export { INFORMATION_ERRORS, InformationError, REFUSALS, type Refusal } from './errors.ts';
export {
  changesAfter,
  countPublic,
  countPublicByYear,
  listPublic,
  type PublicChange,
  type PublicFilter,
  type PublicItem,
  type PublicRow,
  publicFile,
  publicFileTexts,
  publicHistory,
  publicItem,
  recordText,
} from './public.ts';
export { publishDue, publishItem, withdrawItem } from './publish.ts';
export type { PublicRecord, RecordFile, Tombstone } from './record.ts';
export { approveItem, returnItem, submitItem } from './review.ts';
export { migrations } from './schema.ts';
export type { InformationServices } from './services.ts';
export { saveSettings } from './settings.ts';
export * from './states.ts';
export { loadItem } from './store.ts';
