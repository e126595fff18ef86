import { TILE_WIDTH, type TileName, tilePath } from './tile.ts';

export type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

const TIMEOUT_MS = 30_000;
const MAX_TEXT_BYTES = 1_000_000;
/** A full bundle of the largest entries. */
const MAX_TILE_BYTES = TILE_WIDTH * (2 + 65_535);

/** A log's static resources over HTTP. The other side is hostile: sizes and times are limited. */
export class RemoteLog {
  readonly #prefix: string;
  readonly #fetch: Fetch;

  constructor(url: string, fetcher: Fetch = fetch) {
    this.#prefix = url.replace(/\/+$/, '');
    this.#fetch = fetcher;
  }

  /** @returns undefined when it is not there or the server cannot be reached */
  async text(name: 'checkpoint' | 'key'): Promise<string | undefined> {
    const bytes = await this.#get(name, MAX_TEXT_BYTES);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** A tile or bundle; when a partial one is gone, the beginning of the full one takes its place. */
  async tile(name: TileName): Promise<{ bytes: Uint8Array; width: number } | undefined> {
    const bytes = await this.#get(tilePath(name), MAX_TILE_BYTES);
    if (bytes) return { bytes, width: name.width };
    if (name.width === TILE_WIDTH) return undefined;
    const full = await this.#get(tilePath({ ...name, width: TILE_WIDTH }), MAX_TILE_BYTES);
    return full && { bytes: full, width: TILE_WIDTH };
  }

  async #get(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
    try {
      const response = await this.#fetch(`${this.#prefix}/${path}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 200) return await readAtMost(response, maxBytes);
      await response.body?.cancel();
    } catch {
      // Unreachable, cut off, too slow or not HTTP: for the verifier it is not there.
    }
    return undefined;
  }
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
