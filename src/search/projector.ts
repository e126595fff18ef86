import { SearchError } from './errors.ts';
import type { SearchIndex } from './search-index.ts';
import type { ChangesAfter } from './types.ts';

const BATCH = 200;
const DEFAULT_INTERVAL_MS = 1_000;
/** A file that is damaged again and again (a failing disk) is given up until the next round. */
const MAX_DAMAGES = 3;

export interface ProjectorOptions {
  readonly index: SearchIndex;
  readonly changesAfter: ChangesAfter;
  /** How often the log is asked when nobody pokes. */
  readonly intervalMs?: number;
  /** Told of failures of the background rounds, which go on, and of items that could not be indexed. */
  readonly onError?: (error: unknown) => void;
}

export interface Projector {
  /**
   * Applies everything in the log that the index has not seen. @returns how many changes
   * @throws what the log or the file throws; the next round starts where this one ended
   */
  catchUp(): Promise<number>;
  /** Says that something was published; returns at once. */
  poke(): void;
  /** Ends the rounds; what is under way is finished first. */
  close(): Promise<void>;
}

/**
 * Keeps the index behind the log: at once, when poked, and every interval. It remembers nothing: where to go
 * on stands in the index, so a crash, a deleted or damaged file, or a replaced one only mean more to apply.
 */
export function startProjector(options: ProjectorOptions): Projector {
  const { index, changesAfter, intervalMs = DEFAULT_INTERVAL_MS, onError = () => {} } = options;
  let running: Promise<number> | null = null;
  let queued: Promise<number> | null = null;
  let checked = false;
  let closed = false;

  const round = async (): Promise<number> => {
    if (!checked) await startAfreshIfAheadOfLog(index, changesAfter);
    checked = true;
    return applyAll(index, changesAfter, () => closed, onError);
  };
  const start = (): Promise<number> => {
    running = round().finally(() => {
      running = null;
    });
    return running;
  };
  // Whoever asks while a round runs gets one that begins after it: the running one may already be past.
  const catchUp = (): Promise<number> => {
    if (!running) return start();
    queued ??= running
      .catch(() => 0)
      .then(() => {
        queued = null;
        return catchUp();
      });
    return queued;
  };
  const poke = () => {
    if (!closed) catchUp().catch(onError);
  };
  const timer = setInterval(() => {
    if (!running) poke();
  }, intervalMs);
  timer.unref();
  poke();
  return {
    catchUp,
    poke,
    close: async () => {
      closed = true;
      clearInterval(timer);
      while (running ?? queued) await (queued ?? running)?.catch(() => 0);
    },
  };
}

async function applyAll(
  index: SearchIndex,
  changesAfter: ChangesAfter,
  stop: () => boolean,
  onError: (error: unknown) => void,
): Promise<number> {
  let applied = 0;
  for (let damages = 0; !stop(); ) {
    const changes = await changesAfter(index.cursor(), BATCH);
    if (stop()) break;
    try {
      // Without changes too: that erases what could not be erased while another process was reading.
      for (const refused of index.apply(changes)) onError(refused);
      applied += changes.length;
      if (changes.length === 0) break;
    } catch (error) {
      if (!isDamagedFile(error) || ++damages > MAX_DAMAGES) throw error;
    }
  }
  return applied;
}

/** An index that has seen more than the log has (the log was restored from a backup) shows what is not public. */
async function startAfreshIfAheadOfLog(index: SearchIndex, changesAfter: ChangesAfter): Promise<void> {
  const cursor = index.cursor();
  if (cursor < 0) return;
  const known = await changesAfter(cursor - 1, 1);
  if (known.length === 0) index.reset();
}

function isDamagedFile(error: unknown): boolean {
  return error instanceof SearchError && error.code === 'INDEX_UNAVAILABLE';
}
