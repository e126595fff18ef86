import { canonicalJson } from './canonical.ts';
import { LedgerError } from './errors.ts';
import { MAX_ENTRY_BYTES } from './tile.ts';

export const ENTRY_SCHEMA = 'zhaogao/entry/v1';

/** What can happen to an item in public; amend, repeal and withdraw are 修订, 废止 and 撤回. */
export const ACTIONS = ['publish', 'amend', 'correct', 'repeal', 'withdraw', 'reinstate'] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * One act of publication, as it stands in the log: hashes and identifiers, never content, so that content
 * can be withdrawn while the log stays whole. docs/reference/publication-log.md specifies the bytes.
 */
export interface Entry {
  readonly action: Action;
  /** Code of the agency that publishes. */
  readonly agency: string;
  /** The instant of publication, UTC ISO 8601 with milliseconds. */
  readonly at: string;
  /** SHA-256 (hex) of each attachment, in the order shown. */
  readonly files: readonly string[];
  /** Index number (索引号). */
  readonly index: string;
  readonly item: string;
  /** SHA-256 (hex) of the public record's canonical JSON. */
  readonly record: string;
  /** The item's version, from 1. */
  readonly version: number;
}

const FIELDS = ['action', 'agency', 'at', 'files', 'index', 'item', 'record', 'schema', 'version'];
const MAX_NAME_CHARACTERS = 200;

/**
 * The leaf data of an entry: canonical JSON.
 * @throws LedgerError 'LOG_ENTRY_INVALID' (details.field), 'LOG_ENTRY_TOO_LARGE' (too many attachments)
 */
export function encodeEntry(entry: Entry): string {
  const { action, agency, at, files, index, item, record, version } = entry;
  const whole = { action, agency, at, files, index, item, record, schema: ENTRY_SCHEMA, version };
  const wrong = wrongField(whole);
  if (wrong) throw new LedgerError('LOG_ENTRY_INVALID', { field: wrong });
  const text = canonicalJson(whole);
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > MAX_ENTRY_BYTES)
    throw new LedgerError('LOG_ENTRY_TOO_LARGE', { sizeBytes, maxBytes: MAX_ENTRY_BYTES });
  return text;
}

/**
 * Reads leaf data. Hostile input: only the exact bytes encodeEntry writes are an entry, so unknown keys,
 * another order, spaces or another spelling of a string are refused.
 * @throws LedgerError 'LOG_ENTRY_INVALID' (details.field), 'LOG_ENTRY_TOO_LARGE'
 */
export function parseEntry(data: string | Uint8Array): Entry {
  const text = typeof data === 'string' ? data : decode(data);
  const value = parseJson(text);
  const wrong = wrongField(value);
  if (wrong) throw new LedgerError('LOG_ENTRY_INVALID', { field: wrong });
  const { schema: _schema, ...entry } = value as unknown as Entry & { schema: string };
  if (encodeEntry(entry) !== text) throw new LedgerError('LOG_ENTRY_INVALID', { field: 'canonical' });
  return entry;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new LedgerError('LOG_ENTRY_INVALID', { field: 'utf-8' }, { cause });
  }
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (cause) {
    throw new LedgerError('LOG_ENTRY_INVALID', { field: 'json' }, { cause });
  }
  throw new LedgerError('LOG_ENTRY_INVALID', { field: 'json' });
}

/** The first field that is missing, unknown or not of its kind. */
function wrongField(value: Record<string, unknown>): string | undefined {
  const unknown = Object.keys(value).find((key) => !FIELDS.includes(key));
  return unknown ?? FIELDS.find((field) => !(Object.hasOwn(value, field) && RULES[field]!(value[field])));
}

const RULES: Record<string, (value: unknown) => boolean> = {
  action: (value) => ACTIONS.includes(value as Action),
  agency: (value) => isName(value) && value !== '',
  at: isInstant,
  files: (value) => Array.isArray(value) && value.every(isSha256),
  // An item may be published before or without an index number (a guide page); the record says so too.
  index: isName,
  item: (value) => isName(value) && value !== '',
  record: isSha256,
  schema: (value) => value === ENTRY_SCHEMA,
  version: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
};

function isName(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= MAX_NAME_CHARACTERS &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value)
  );
}

function isSha256(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString() === value;
}
