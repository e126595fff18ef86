/** One published item as the index knows it; whoever composes the program makes it from what is public. */
export interface IndexDocument {
  id: string;
  agencyId: string;
  agencyName: string;
  unitId?: string;
  unitName?: string;
  categoryId?: string;
  categoryName?: string;
  section: string;
  status: 'in-force' | 'repealed';
  genre?: string;
  title: string;
  /** 文号 as printed, any bracket style. */
  documentNumber?: string;
  /** 索引号 as printed. */
  indexNumber: string;
  issuingAgency?: string;
  keywords?: string;
  summary?: string;
  /** Plain text. */
  body: string;
  /** Plain text of each attachment, in the order of the item. */
  attachments: { name: string; text: string }[];
  /** YYYY-MM-DD, Asia/Shanghai. */
  publishedOn: string;
  /** 成文日期, YYYY-MM-DD. */
  formedOn?: string;
}

/** What the log entry `seq` means for the index: the item as it now is, or null when it is gone. */
export interface IndexChange {
  seq: number;
  id: string;
  document: IndexDocument | null;
}

/** The next changes after a sequence number, oldest first, at most `limit`; none when there are no more. */
export type ChangesAfter = (seq: number, limit: number) => Promise<IndexChange[]>;

export type SearchOrder = 'relevance' | 'newest' | 'oldest';

/** The filters that are also facets. */
export const FACETS = ['agencyId', 'categoryId', 'unitId', 'section', 'genre', 'status', 'year'] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchFilters {
  agencyId?: string | undefined;
  categoryId?: string | undefined;
  unitId?: string | undefined;
  section?: string | undefined;
  genre?: string | undefined;
  status?: 'in-force' | 'repealed' | undefined;
  /** Year of publication. */
  year?: number | undefined;
  /** First and last day of publication, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface SearchQuery extends SearchFilters {
  /** Words are joined by AND, "…" is an exact phrase, -word excludes. Hostile input: anything may stand here. */
  text: string;
  order: SearchOrder;
  offset: number;
  /** At most 100. */
  limit: number;
  /** Counts by agency, category … cost a walk over all matches, so they are made on demand. */
  facets?: boolean | undefined;
}

/** A stretch of text; `hit` is what the words of the query matched. The page escapes and marks it. */
export interface Piece {
  text: string;
  hit: boolean;
}

export type MatchedIn = 'title' | 'number' | 'body' | 'attachment';

export interface SearchHit {
  id: string;
  title: string;
  titleHighlighted: Piece[];
  excerpt: Piece[];
  matchedIn: MatchedIn;
  /** With `matchedIn: 'attachment'`: the name of the first attachment that matches. */
  attachmentName?: string;
  agencyId: string;
  agencyName: string;
  unitId?: string;
  unitName?: string;
  categoryId?: string;
  categoryName?: string;
  section: string;
  status: 'in-force' | 'repealed';
  genre?: string;
  documentNumber?: string;
  indexNumber: string;
  issuingAgency?: string;
  publishedOn: string;
  formedOn?: string;
}

export interface FacetValue {
  /** The value to filter by; a year as text. */
  value: string;
  /** Name as the newest items carry it; equal to `value` where the index knows no other. */
  label: string;
  count: number;
}

/** Each facet counts under all filters but its own, so that a reader can change a choice; most first. */
export type Facets = Record<Facet, FacetValue[]>;

export type RelaxationKind = 'drop-filters' | 'unquote' | 'drop-exclusions' | 'drop-word';

/** A wider query that does find something, offered when there was no match. */
export interface Relaxation {
  kind: RelaxationKind;
  text: string;
  /** False: the same filters stay on. */
  filtersDropped: boolean;
  total: number;
  totalIsExact: boolean;
}

/** What the engine made of the query, for the explanation on the page. */
export interface Understood {
  words: string[];
  phrases: string[];
  excluded: string[];
  /** The query was longer than is read; the rest was left out. */
  truncated: boolean;
  /** Text was given, but no letter, digit or character to look for. */
  nothingToFind: boolean;
}

export interface SearchResult {
  total: number;
  /** False: at least `total`. */
  totalIsExact: boolean;
  hits: SearchHit[];
  facets?: Facets;
  /** Empty unless nothing matched. */
  suggestions: Relaxation[];
  understood: Understood;
}

export interface TitleSuggestion {
  id: string;
  title: string;
  publishedOn: string;
}
