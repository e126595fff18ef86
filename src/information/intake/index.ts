/** How files become items: uploads and batch imports. What other rooms may use. */
export { attachUpload } from './attach-upload.ts';
export { createFromFile } from './create-from-file.ts';
export { IMPORT_NOTES, INTAKE_ERRORS, IntakeError, type IntakeErrorCode } from './errors.ts';
export { intakeLabels } from './labels.ts';
export { type ImportOrigin, planImport } from './plan.ts';
export { type ReadUpload, readUpload } from './read-upload.ts';
export { intakeRoutes } from './routes.ts';
export { type RunOptions, runImport } from './run-import.ts';
export { intakeMigrations } from './schema.ts';
export type { ImportPlan, Source } from './source.ts';
export { type ImportRequest, startImport, type Upload, unfinishedImport } from './start-import.ts';
export { listImports, viewImport } from './view-import.ts';
