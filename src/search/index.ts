export { SearchError, type SearchErrorCode, searchErrorCodes } from './errors.ts';
export { searchLabels } from './labels.ts';
export { type Projector, type ProjectorOptions, startProjector } from './projector.ts';
export { openSearchIndex, type SearchIndex } from './search-index.ts';
export { warmUpSegmenter } from './segment.ts';
export * from './types.ts';
