import { LedgerError } from './errors.ts';

/** What may be written canonically: JSON whose numbers are whole. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The one spelling of a JSON value (RFC 8785, JCS): no spaces, keys sorted by UTF-16 code units, strings
 * escaped as ECMAScript's JSON.stringify does. Numbers are limited to whole ones up to 2^53−1: fractions and
 * exponents are where implementations of JCS disagree, and nothing we record needs them.
 * @throws LedgerError 'VALUE_NOT_CANONICAL' for anything without such a spelling: a fraction, undefined, a
 *   Date, a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new LedgerError('VALUE_NOT_CANONICAL', { type: typeof value });
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new LedgerError('VALUE_NOT_CANONICAL', { type: 'lone surrogate' });
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
