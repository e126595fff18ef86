import { allCombinations, type Combination } from './combinations.ts';
import { SearchError } from './errors.ts';
import { countFacets } from './facets.ts';
import { datesOf, isDay } from './filters.ts';
import { readHits } from './hits.ts';
import { IndexFile, removeFiles } from './index-file.ts';
import { planMatch } from './match-expression.ts';
import { Matches } from './matches.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { relaxations } from './relaxations.ts';
import { removeDocument, storeDocument } from './stored-documents.ts';
import { suggestTitles } from './suggest.ts';
import type {
  ChangesAfter,
  IndexChange,
  SearchFilters,
  SearchQuery,
  SearchResult,
  TitleSuggestion,
} from './types.ts';

const MAX_LIMIT = 100;
const REBUILD_BATCH = 500;

/** Opens the index, or starts an empty one where there is none, it is damaged or of an older form. */
export function openSearchIndex(path: string): SearchIndex {
  return new SearchIndex(new IndexFile(path));
}

/**
 * The search index: a projection of the publication log in a file of its own, which may be deleted at any
 * time. Every call but `rebuild` is synchronous and short.
 *
 * Any call may throw SearchError 'INDEX_UNAVAILABLE' once, when it finds the file damaged; the index is
 * empty then, its cursor −1, and fills again from the log.
 */
export class SearchIndex {
  readonly #file: IndexFile;
  #rebuilding = false;
  #combinations: { version: string; all: Map<number, Combination> } = { version: '', all: new Map() };

  constructor(file: IndexFile) {
    this.#file = file;
  }

  /** Sequence number of the last log entry applied, −1 when none. Never throws for a damaged file. */
  cursor(): number {
    try {
      return this.#file.use(() => this.#readState('cursor'));
    } catch (error) {
      if (error instanceof SearchError) return -1;
      throw error;
    }
  }

  /** How many documents are indexed. */
  count(): number {
    const sql = 'SELECT coalesce(sum(documents), 0) AS n FROM combination';
    return this.#file.use(() => this.#file.get<{ n: number }>(sql)!.n);
  }

  /**
   * Applies changes in one transaction with the cursor, so that after a crash all of them are there or none.
   * Those at or before the cursor are passed over: applying twice is applying once. What is removed or
   * replaced is erased from the file, the write-ahead log included; while another process reads that is put
   * off to the next call, for which no changes are needed.
   * @returns what could not be indexed, each as SearchError 'INDEX_CHANGE_INVALID'; it is not in the index
   */
  apply(changes: readonly IndexChange[]): SearchError[] {
    return this.#file.use(() => {
      const refused = changes.length > 0 ? this.#file.transaction(() => this.#applyAfterCursor(changes)) : [];
      this.#eraseWhatIsDue();
      return refused;
    });
  }

  search(query: SearchQuery): SearchResult {
    const parsed = parseQuery(query.text);
    return this.#file.use(() => this.#search(query, parsed));
  }

  /** Titles that begin with or contain what was typed, newest first, at most 20. */
  suggest(prefix: string, limit: number): TitleSuggestion[] {
    return this.#file.use(() => suggestTitles(this.#file, prefix, limit));
  }

  /** Empties the index; its cursor is −1 then. */
  reset(): void {
    this.#file.discard();
  }

  /**
   * Builds a new index from the whole log in a file beside, while this one goes on serving, and puts it in
   * its place at once. Interrupted, it leaves the old one as it was. Poke the projector afterwards.
   * @param progress called after each batch with the documents indexed so far and the cursor
   * @returns the number of documents
   * @throws Error when a rebuild is already running
   */
  async rebuild(
    source: ChangesAfter,
    progress?: (documents: number, cursor: number) => void,
  ): Promise<number> {
    if (this.#rebuilding) throw new Error('the search index is already being rebuilt');
    this.#rebuilding = true;
    const path = `${this.#file.path}.building`;
    removeFiles(path);
    const building = openSearchIndex(path);
    try {
      for (;;) {
        const changes = await source(building.cursor(), REBUILD_BATCH);
        if (changes.length === 0) break;
        building.apply(changes);
        progress?.(building.count(), building.cursor());
      }
      building.#optimise();
      this.#file.replaceWith(building.#file);
    } finally {
      building.close();
      removeFiles(path);
      this.#rebuilding = false;
    }
    return this.count();
  }

  close(): void {
    this.#file.close();
  }

  #search(query: SearchQuery, parsed: ParsedQuery): SearchResult {
    const { understood } = parsed;
    if (understood.nothingToFind)
      return { total: 0, totalIsExact: true, hits: [], suggestions: [], understood };
    const limit = Math.min(wholeNumber(query.limit), MAX_LIMIT);
    const rows = this.#matches(parsed, query).page(query.order, wholeNumber(query.offset), limit);
    const counted = query.facets ? this.#facets(parsed, query) : this.#matches(parsed, query).count();
    return {
      ...counted,
      hits: readHits(this.#file, rows, parsed),
      suggestions: counted.total === 0 ? this.#relaxations(query, parsed) : [],
      understood,
    };
  }

  #matches(parsed: ParsedQuery, filters: SearchFilters): Matches {
    return new Matches(this.#file, planMatch(parsed), filters, this.#allCombinations());
  }

  #facets(parsed: ParsedQuery, query: SearchQuery): Pick<SearchResult, 'facets' | 'total' | 'totalIsExact'> {
    const groups = this.#matches(parsed, datesOf(query)).groups();
    return { ...countFacets(groups, this.#allCombinations(), query), totalIsExact: true };
  }

  #allCombinations(): Map<number, Combination> {
    const version = this.#file.version();
    if (this.#combinations.version !== version)
      this.#combinations = { version, all: allCombinations(this.#file) };
    return this.#combinations.all;
  }

  #relaxations(query: SearchQuery, parsed: ParsedQuery) {
    return relaxations(query, parsed, (text, filtersDropped) =>
      this.#matches(parseQuery(text), filtersDropped ? {} : query).count(),
    );
  }

  #applyAfterCursor(changes: readonly IndexChange[]): SearchError[] {
    let cursor = this.#readState('cursor');
    const latest = new Map<string, IndexChange>();
    for (const change of changes) {
      if (change.seq <= cursor) continue;
      cursor = change.seq;
      latest.set(change.id, change);
    }
    const refused = [...latest.values()].flatMap((change) => this.#applyOne(change));
    this.#writeState('cursor', cursor);
    return refused;
  }

  #applyOne({ id, document }: IndexChange): SearchError[] {
    if (document && document.id === id && isDay(document.publishedOn)) {
      if (storeDocument(this.#file, document)) this.#writeState('erasureDue', 1);
      return [];
    }
    if (removeDocument(this.#file, id) !== null) this.#writeState('erasureDue', 1);
    if (!document) return [];
    const reason = document.id === id ? 'publishedOn' : 'id';
    return [new SearchError('INDEX_CHANGE_INVALID', { id, reason })];
  }

  /** Also makes good what a crash or a reading process left undone. */
  #eraseWhatIsDue(): void {
    if (this.#readState('erasureDue') === 0) return;
    if (this.#file.emptyLog()) this.#writeState('erasureDue', 0);
  }

  #optimise(): void {
    this.#file.run("INSERT INTO titles (titles) VALUES ('optimize')");
    this.#file.run("INSERT INTO words (words) VALUES ('optimize')");
    this.#file.exec('ANALYZE');
  }

  #readState(name: 'cursor' | 'erasureDue'): number {
    const row = this.#file.get<{ value: number }>('SELECT value FROM state WHERE name = ?', name);
    return row?.value ?? -1;
  }

  #writeState(name: 'cursor' | 'erasureDue', value: number): void {
    this.#file.run('UPDATE state SET value = ? WHERE name = ?', value, name);
  }
}

function wholeNumber(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0;
}
