import type { IndexPattern } from '../../../src/information/contract.ts';

/** Mirrors information/index-number.ts, which decides; here only for the live preview. */
export const PRESETS = {
  national: { pattern: '{body}/{year}-{seq:5}', scope: 'year' },
  fujian: { pattern: '{body}-{class}-{year}-{seq:5}', scope: 'class-year' },
} as const;

/** Whether two items could never be given one number, and all parts are known. */
export function fits({ pattern, body, scope }: IndexPattern): boolean {
  const parts = [...pattern.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  return (
    parts.every((part) => /^(body|class|year|seq:[1-9])$/.test(part)) &&
    parts.filter((part) => part.startsWith('seq:')).length === 1 &&
    parts.includes('body') &&
    parts.includes('year') &&
    (scope === 'year' || parts.includes('class')) &&
    /^[-/A-Za-z0-9{}:]+$/.test(pattern) &&
    /^[A-Za-z0-9-]{1,40}$/.test(body)
  );
}

/** The first number of a year under a pattern that is not in use yet. */
export function formatted(pattern: IndexPattern, year: number): string {
  return pattern.pattern.replace(/\{([^}]*)\}/g, (_, part: string) => {
    if (part === 'body') return pattern.body;
    if (part === 'class') return '0000';
    if (part === 'year') return String(year);
    return '1'.padStart(Number(part.slice(4)), '0');
  });
}
