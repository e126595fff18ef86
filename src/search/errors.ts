import { DomainError } from '../platform/index.ts';

/**
 * `INDEX_UNAVAILABLE`: the index file was found damaged; it has been started afresh and is filling.
 * `INDEX_CHANGE_INVALID`: a change that cannot be indexed (no date, sequence numbers out of order).
 */
export const searchErrorCodes = ['INDEX_UNAVAILABLE', 'INDEX_CHANGE_INVALID'] as const;
export type SearchErrorCode = (typeof searchErrorCodes)[number];

export class SearchError extends DomainError<SearchErrorCode> {
  override get status(): number {
    return this.code === 'INDEX_UNAVAILABLE' ? 503 : 500;
  }
}
