import { head } from '../ledger/index.ts';
import type { Database } from '../platform/index.ts';

const MAX_ENTRIES = 500;

/**
 * Remembers what was computed from the public tables until the log grows: everything public is a projection of
 * the log, so a value is good exactly as long as the log's position. What is read after a withdrawal committed
 * is never older than it, because the position is read first.
 */
export class LogCache {
  readonly database: Database;
  #position = -1;
  readonly #values = new Map<string, Promise<unknown>>();

  constructor(database: Database) {
    this.database = database;
  }

  /** Number of entries in the log now. */
  async position(): Promise<number> {
    return (await head(this.database.read))?.size ?? 0;
  }

  /** @param key names the question, with all its parameters */
  async get<T>(key: string, build: () => Promise<T>): Promise<T> {
    const position = await this.position();
    // A request that read an older position meanwhile must not bring old values back: only forward.
    if (position < this.#position) return build();
    if (position > this.#position || this.#values.size >= MAX_ENTRIES) {
      this.#values.clear();
      this.#position = position;
    }
    const known = this.#values.get(key) as Promise<T> | undefined;
    if (known) return known;
    const value = build();
    this.#values.set(key, value);
    value.catch(() => this.#values.delete(key));
    return value;
  }
}
