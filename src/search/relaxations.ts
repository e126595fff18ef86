import { hasFilters } from './filters.ts';
import type { Clause, ParsedQuery } from './parse-query.ts';
import type { Relaxation, RelaxationKind, SearchQuery } from './types.ts';

const MAX_OFFERED = 5;
const MAX_WORDS_TRIED = 6;

interface Wider {
  readonly kind: RelaxationKind;
  readonly text: string;
  readonly filtersDropped: boolean;
}

/** Wider queries that do match something, the narrowest change first. */
export function relaxations(
  query: SearchQuery,
  parsed: ParsedQuery,
  count: (text: string, filtersDropped: boolean) => { total: number; totalIsExact: boolean },
): Relaxation[] {
  const offered: Relaxation[] = [];
  for (const wider of candidates(query, parsed)) {
    if (offered.length === MAX_OFFERED) break;
    const counted = count(wider.text, wider.filtersDropped);
    if (counted.total > 0) offered.push({ ...wider, ...counted });
  }
  return offered;
}

function* candidates(query: SearchQuery, parsed: ParsedQuery): Generator<Wider> {
  const { clauses, excluded } = parsed;
  const same = { filtersDropped: false };
  if (excluded.length > 0 && clauses.length > 0)
    yield { kind: 'drop-exclusions', text: written(clauses), ...same };
  if (clauses.some((clause) => clause.quoted))
    yield { kind: 'unquote', text: `${plain(clauses)}${minus(excluded)}`, ...same };
  if (hasFilters(query)) yield { kind: 'drop-filters', text: query.text, filtersDropped: true };
  const words = [...new Set(clauses.flatMap((clause) => clause.words))];
  if (words.length < 2) return;
  for (const left of words.slice(0, MAX_WORDS_TRIED)) {
    const kept = words.filter((word) => word !== left);
    yield { kind: 'drop-word', text: `${kept.join(' ')}${minus(excluded)}`, ...same };
  }
}

function written(clauses: readonly Clause[]): string {
  return clauses.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
}

function plain(clauses: readonly Clause[]): string {
  return clauses.map(({ text }) => text).join(' ');
}

function minus(excluded: readonly string[]): string {
  return excluded.map((text) => ` -"${text}"`).join('');
}
