import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);
let jieba: Jieba | undefined;

/**
 * Cuts a run of ideographs into words. The dictionary is read at the first call (about 0.2 s) and kept:
 * only queries are segmented, so a server is ready, and an index built, without it.
 */
export function segment(run: string): string[] {
  return segmenter().cut(run, true);
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
