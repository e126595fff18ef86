import { createHash } from 'node:crypto';
import type { ParsedQuery } from './parse-query.ts';
import { phraseTokens } from './tokens.ts';

/**
 * FTS5 expressions. Nothing a reader typed stands in one: only tokens, which are letters and digits, in
 * quotation marks.
 */
export interface Expression {
  readonly table: 'titles' | 'words';
  readonly match: string;
  /** Matches of these are left out. */
  readonly leftOut: readonly { readonly table: 'titles' | 'words'; readonly match: string }[];
}

/** What to look for, all at once and in groups. */
export interface MatchPlan {
  /** All matches; null: every document but those excluded. */
  readonly all: Expression | null;
  /** What must not be matched, where `all` is null. */
  readonly excluded: string | null;
  /** Relevance: the matches in groups, best first, none in two groups; within a group the newest first. */
  readonly tiers: readonly Expression[];
}

/**
 * Relevance is a matter of where and how the words stand, not of a score over all matches: first the number
 * or title that was asked for, then the query as it is in a title, then its words in a title, then the
 * query as it is anywhere, then the rest. Each group is walked in order of date and only as far as needed.
 */
export function planMatch(parsed: ParsedQuery): MatchPlan {
  const excluded = excludedExpression(parsed);
  if (parsed.clauses.length === 0) return { all: null, excluded, tiers: [] };
  const exact = exactExpression(parsed);
  const whole = conjunction(parsed.clauses.map((clause) => phrase(clause.phrase)));
  const words = conjunction(parsed.clauses.flatMap((clause) => clause.words.map(phrase)));
  const inTitles = distinct([exact, `title : (${whole})`, `title : (${words})`].filter(Boolean));
  const better = { table: 'titles', match: inTitles.join(' OR ') } as const;
  const without = (match: string) => (excluded ? `(${match}) NOT (${excluded})` : match);
  const excludedRows = excluded ? [{ table: 'words', match: excluded } as const] : [];
  const titleTiers = exclusive(inTitles).map(
    (match) => ({ table: 'titles', match, leftOut: excludedRows }) as const,
  );
  const wordTiers = exclusive(distinct([whole, words])).map(
    (match) => ({ table: 'words', match: without(match), leftOut: [better] }) as const,
  );
  const all = without(exact ? `(${words}) OR (${exact})` : words);
  return { all: { table: 'words', match: all, leftOut: [] }, excluded, tiers: [...titleTiers, ...wordTiers] };
}

/** Tokens of the `exact` column for a title; a hash, since a title is longer than a token should be. */
export function titleToken(titleKey: string): string {
  return `title${createHash('sha256').update(titleKey).digest('hex').slice(0, 24)}`;
}

/** Token of the `exact` column for a document or index number. */
export function numberToken(key: string): string {
  return `number${key.slice(0, 80)}`;
}

function exactExpression(parsed: ParsedQuery): string {
  const tokens = parsed.numberKeys.map(numberToken);
  if (parsed.titleKey) tokens.push(titleToken(parsed.titleKey));
  return tokens.length === 0 ? '' : `exact : (${tokens.map((token) => `"${token}"`).join(' OR ')})`;
}

function excludedExpression(parsed: ParsedQuery): string | null {
  const phrases = parsed.excluded.map(phrase);
  return phrases.length === 0 ? null : phrases.join(' OR ');
}

/** A text as a phrase of its tokens. Callers have made sure that there is something to look for. */
export function phrase(text: string): string {
  const found = phraseTokens(text);
  if (!found) return '""';
  return `"${found.tokens.join(' ')}"${found.prefix ? ' *' : ''}`;
}

function conjunction(phrases: readonly string[]): string {
  return [...new Set(phrases)].join(' AND ');
}

function distinct(groups: readonly string[]): string[] {
  return [...new Set(groups)];
}

function exclusive(groups: readonly string[]): string[] {
  return groups.map((group, index) => {
    const better = groups.slice(0, index).map((earlier) => `(${earlier})`);
    return better.length === 0 ? group : `(${group}) NOT (${better.join(' OR ')})`;
  });
}
