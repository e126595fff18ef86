import { cpus, totalmem } from 'node:os';

/** One line about what the figures hold for. */
export function machine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim()} × ${cpus().length}, ${gigabytes} GiB, Node ${process.versions.node}, ${process.platform}`;
}

/** Milliseconds that work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface Percentiles {
  p50: number;
  p99: number;
}

/** Runs work many times after a warm-up. @returns milliseconds */
export async function percentiles(runs: number, work: (run: number) => unknown): Promise<Percentiles> {
  for (let run = 0; run < Math.min(10, runs); run++) await work(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(() => work(run)));
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs / 2)]!, p99: times[Math.min(runs - 1, Math.floor(runs * 0.99))]! };
}

export function line(what: string, figure: string, beside = ''): void {
  process.stdout.write(`${what.padEnd(48)} ${figure.padStart(22)}   ${beside}\n`);
}

export function heading(text: string): void {
  process.stdout.write(`\n${text}\n${'-'.repeat(110)}\n`);
}

/** A random source that gives the same corpus every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
