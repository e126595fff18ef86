const WIDTH = 30;
const REDRAW_MS = 100;

/** A bar that redraws itself on a terminal and stays silent elsewhere; it writes to standard error only. */
export function progressBar(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  unit: string,
): { update(done: number, total: number): void; end(): void } {
  if (!stream.isTTY) return { update: () => {}, end: () => {} };
  let drawn = 0;
  return {
    update(done, total) {
      const now = Date.now();
      if (now - drawn < REDRAW_MS && done < total) return;
      drawn = now;
      const filled = total === 0 ? WIDTH : Math.round((WIDTH * done) / total);
      stream.write(`\r[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done}/${total} ${unit}`);
    },
    end() {
      if (drawn > 0) stream.write('\n');
    },
  };
}
