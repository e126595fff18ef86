import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sha256 } from '../platform/index.ts';
import type { Entry } from './entry.ts';
import { logKey, privateKeyFromSeed } from './key.ts';

/** A key whose seed is the 32 bytes 00 01 … 1f, as in docs/reference/publication-log.md. */
export const testKey = logKey(
  'log.example.gov.cn/zhaogao',
  privateKeyFromSeed(Uint8Array.from({ length: 32 }, (_, at) => at)),
);

export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8')) as T;
}

/** The public record of the n-th invented item. */
export function testRecord(n: number): string {
  return `{"nonce":"${n}","title":"示例 ${n}"}`;
}

export function testEntry(n: number, more: Partial<Entry> = {}): Entry {
  return {
    action: 'publish',
    agency: 'SLJT',
    at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    files: n % 3 === 0 ? [sha256(`file ${n}`)] : [],
    index: `SLJT-2026-${n}`,
    item: `item${n}`,
    record: sha256(testRecord(n)),
    version: 1,
    ...more,
  };
}

export function testEntries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from }, (_, at) => testEntry(from + at));
}

/**
 * A second implementation, written from the text of RFC 6962 §2.1 and sharing nothing with the first but
 * SHA-256: MTH, PATH and PROOF over the leaves' data, by recursion and slices.
 */
export const oracle = {
  root(leaves: readonly Buffer[]): Buffer {
    if (leaves.length === 0) return sha();
    if (leaves.length === 1) return sha(Buffer.of(0), leaves[0]!);
    const k = largestPower(leaves.length);
    return sha(Buffer.of(1), oracle.root(leaves.slice(0, k)), oracle.root(leaves.slice(k)));
  },
  path(m: number, leaves: readonly Buffer[]): Buffer[] {
    if (leaves.length === 1) return [];
    const k = largestPower(leaves.length);
    return m < k
      ? [...oracle.path(m, leaves.slice(0, k)), oracle.root(leaves.slice(k))]
      : [...oracle.path(m - k, leaves.slice(k)), oracle.root(leaves.slice(0, k))];
  },
  proof(m: number, leaves: readonly Buffer[], complete = true): Buffer[] {
    if (m === leaves.length) return complete ? [] : [oracle.root(leaves)];
    const k = largestPower(leaves.length);
    return m <= k
      ? [...oracle.proof(m, leaves.slice(0, k), complete), oracle.root(leaves.slice(k))]
      : [...oracle.proof(m - k, leaves.slice(k), false), oracle.root(leaves.slice(0, k))];
  },
};

function sha(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function largestPower(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1);
}
