import type { IndexPattern } from './contract.ts';
import { InformationError } from './errors.ts';

/**
 * Presets of the index number (索引号): the national form `前段码/后段码`, year and five digits
 * (国办秘函〔2009〕6号), and the four-part Fujian form body-class-year-number.
 */
export const INDEX_PRESETS = {
  national: { pattern: '{body}/{year}-{seq:5}', scope: 'year' },
  fujian: { pattern: '{body}-{class}-{year}-{seq:5}', scope: 'class-year' },
} as const;

export const DEFAULT_INDEX_PATTERN: IndexPattern = { preset: 'fujian', ...INDEX_PRESETS.fujian, body: '' };

/** @throws InformationError 'BAD_PATTERN' when two items could be given one number, or parts are unknown */
export function checkIndexPattern(pattern: IndexPattern): void {
  const parts = [...pattern.pattern.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]!);
  const known = parts.every((part) => /^(body|class|year|seq:[1-9])$/.test(part));
  const running = parts.filter((part) => part.startsWith('seq:')).length === 1;
  const distinct = parts.includes('year') && (pattern.scope === 'year' || parts.includes('class'));
  const plain = /^[-/A-Za-z0-9{}:]+$/.test(pattern.pattern) && /^[A-Za-z0-9-]{1,40}$/.test(pattern.body);
  if (!known || !running || !distinct || !parts.includes('body') || !plain)
    throw new InformationError('BAD_PATTERN');
}

/** The counter a number is taken from: starts again where the pattern's scope changes. */
export function counterScope(pattern: IndexPattern, indexClass: string, year: number): string {
  return pattern.scope === 'class-year' ? `${indexClass}/${year}` : String(year);
}

/** Writes the index number. A running number that outgrows its digits simply takes more. */
export function formatIndexNumber(
  pattern: IndexPattern,
  indexClass: string,
  year: number,
  seq: number,
): string {
  return pattern.pattern.replace(/\{([^}]*)\}/g, (_, part: string) => {
    if (part === 'body') return pattern.body;
    if (part === 'class') return indexClass;
    if (part === 'year') return String(year);
    return String(seq).padStart(Number(part.slice(4)), '0');
  });
}
