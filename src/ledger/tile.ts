import { LedgerError } from './errors.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, type Hash, rootOf } from './merkle.ts';
import type { HashReader } from './merkle-proof.ts';

/** Hashes in a full tile, and levels of the tree one tile spans (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/** Which resource: a tile of hashes at a level, or a bundle of entries; `width` is 1–255 when partial, else 256. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** The path after the log's prefix, e.g. `tile/0/x001/x234/067.p/5`. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/**
 * Reads such a path. Hostile input: a path that is not exactly what tilePath writes is refused, so that one
 * tile has one address. Indices from 2^53 on, which no tree of ours can have, are refused too.
 */
export function parseTilePath(path: string): TileName | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return undefined;
  const level: TileName['level'] = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  const name: TileName = { level, index, width };
  if ((level !== 'entries' && level > 63) || !Number.isSafeInteger(index) || width < 1) return undefined;
  return tilePath(name) === path ? name : undefined;
}

/** How many hashes a tree of that size has at a tile level: floor(size / 256^level). */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Hashes of a tile in a tree of that size: 256 when full, 0 when there is no such tile. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAtLevel(level, size) - index * TILE_WIDTH));
}

/** Every tile of a tree of that size, level by level from the leaves. */
export function* tilesOf(size: number): Generator<TileName & { level: number }> {
  for (let level = 0; hashesAtLevel(level, size) > 0; level++) {
    const count = Math.ceil(hashesAtLevel(level, size) / TILE_WIDTH);
    for (let index = 0; index < count; index++) yield { level, index, width: tileWidth(level, index, size) };
  }
}

/** The hashes of one tile, exactly `width` of them. */
export type TileReader = (level: number, index: number, width: number) => Promise<readonly Hash[]>;

/** Reads any complete subtree of the tree of that size from its tiles; each tile is read once. */
export function hashReader(size: number, readTile: TileReader): HashReader {
  const tiles = new Map<string, Promise<readonly Hash[]>>();
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const tile = Math.floor((index * count) / TILE_WIDTH);
    const key = `${level}/${tile}`;
    const hashes = tiles.get(key) ?? readTile(level, tile, tileWidth(level, tile, size));
    tiles.set(key, hashes);
    const first = (index * count) % TILE_WIDTH;
    return rootOfHashes((await hashes).slice(first, first + count));
  };
}

function rootOfHashes(hashes: readonly Hash[]): Hash {
  return rootOf(
    hashes.reduce<Frontier>((frontier, hash) => appendLeaf(frontier, hash).frontier, EMPTY_FRONTIER),
  );
}

/** The hashes in a tile's bytes. @returns undefined unless there are exactly `width` */
export function decodeTile(bytes: Uint8Array, width: number): Hash[] | undefined {
  if (bytes.length !== width * 32) return undefined;
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * 32, at * 32 + 32));
}

/** Largest entry a bundle can carry: its length is a uint16. */
export const MAX_ENTRY_BYTES = 65_535;

/** An entry bundle: each entry after its length as big-endian uint16. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/**
 * The entries of a bundle. Hostile input.
 * @throws LedgerError 'LOG_BUNDLE_MALFORMED' unless it holds exactly `width` entries and nothing more
 */
export function decodeBundle(bytes: Uint8Array, width: number): Buffer[] {
  const bundle = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bundle.length && entries.length < width) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (at !== bundle.length || entries.length !== width)
    throw new LedgerError('LOG_BUNDLE_MALFORMED', { width });
  return entries;
}
