import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);
let jieba: Jieba | undefined;

/** Words of this many characters and more are taken apart where they consist of words. */
const MIN_COMPOUND_CHARACTERS = 4;

/**
 * Cuts a run of ideographs into words; compounds (优先发展, 交通运输) into their parts, which a reader may
 * well remember apart. The dictionary is read at the first call (about 0.2 s) and kept:
 * only queries are segmented, so a server is ready, and an index built, without it.
 */
export function segment(run: string): string[] {
  return segmenter().cut(run, true).flatMap(partsOf);
}

function partsOf(word: string): string[] {
  if ([...word].length < MIN_COMPOUND_CHARACTERS) return [word];
  const parts = segmenter()
    .cutForSearch(word, false)
    .filter((part) => part !== word && [...part].length > 1);
  return tiled(word, [...new Set(parts)]) ?? [word];
}

/** The word as a sequence of parts without gap or overlap; null where there is none. */
function tiled(word: string, parts: readonly string[]): string[] | null {
  if (word === '') return [];
  for (const part of parts) {
    if (!word.startsWith(part)) continue;
    const rest = tiled(word.slice(part.length), parts);
    if (rest) return [part, ...rest];
  }
  return null;
}

/** Reads the dictionary now; for a quiet moment after the start, so that the first reader does not wait. */
export function warmUpSegmenter(): void {
  segmenter();
}

function segmenter(): Jieba {
  if (!jieba) {
    // Required here rather than imported above: loading the native module and its 5 MB word list takes time.
    const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict.js');
    jieba = Jieba.withDict(dict);
  }
  return jieba;
}
