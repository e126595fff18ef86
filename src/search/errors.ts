import { DomainError } from '../platform/index.ts';

/**
 * `INDEX_UNAVAILABLE`: the index file was found damaged; it has been started afresh and is filling.
 * `INDEX_CHANGE_INVALID`: an item that cannot be indexed, e.g. without a real date of publication.
 * `SEARCH_DATE_INVALID`: a filter by date that is not a real 'YYYY-MM-DD' date.
 */
export const searchErrorCodes = ['INDEX_UNAVAILABLE', 'INDEX_CHANGE_INVALID', 'SEARCH_DATE_INVALID'] as const;
export type SearchErrorCode = (typeof searchErrorCodes)[number];

export class SearchError extends DomainError<SearchErrorCode> {
  override get status(): number {
    return statusOf[this.code];
  }
}

const statusOf: Record<SearchErrorCode, number> = {
  INDEX_UNAVAILABLE: 503,
  INDEX_CHANGE_INVALID: 500,
  SEARCH_DATE_INVALID: 400,
};
