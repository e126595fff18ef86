export { attachFile, type StoredFile } from './attach.ts';
export { listCategories, saveCategory } from './categories.ts';
export { startChange } from './change.ts';
export { checkRecords } from './check-records.ts';
export * as contract from './contract.ts';
export { createItem, updateItem } from './draft.ts';
export { INFORMATION_ERRORS, InformationError, REFUSALS, type Refusal } from './errors.ts';
export {
  ATTRIBUTE_LABELS,
  CHANGE_LABELS,
  informationLabels,
  PUBLIC_STATUS_LABELS,
  SECTION_LABELS,
  STATE_LABELS,
  WITHDRAWAL_REASON_LABELS,
} from './labels.ts';
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
export { publishDue, publishItem, unscheduleItem, withdrawItem } from './publish.ts';
export type { PublicRecord, RecordFile, Tombstone } from './record.ts';
export { addComment, overrideFinding } from './remark.ts';
export { approveItem, returnItem, submitItem } from './review.ts';
export { informationRoutes } from './routes.ts';
export { migrations as informationMigrations } from './schema.ts';
export type { InformationServices } from './services.ts';
export { saveSettings } from './settings.ts';
export * from './states.ts';
export { median, statistics } from './statistics.ts';
export { loadItem } from './store.ts';
