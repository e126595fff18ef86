import { DocumentError } from './errors.ts';
import type { DocumentLimits } from './limits.ts';
import { ReaderChild } from './reader-child.ts';
import type { ReaderJob } from './reader-protocol.ts';
import type { TableFile } from './table.ts';
import type { DocumentInput, ReadDocument } from './types.ts';

export type DocumentReaderOptions = {
  /** Reading processes at the same time; further files wait. */
  processes?: number;
  /** Longest time for one file. */
  timeoutMs?: number;
  /** Most memory of one reading process. */
  memoryMib?: number;
};

/** Reads files in processes of their own, so that no file can take the server down. */
export type DocumentReader = {
  /** @throws DocumentError what readDocument throws, and PARSE_TIMEOUT, PARSE_OUT_OF_MEMORY, PARSE_CRASHED, READER_CLOSED */
  readDocument(input: DocumentInput, limits?: Partial<DocumentLimits>): Promise<ReadDocument>;
  /** @throws DocumentError what readTable throws, and the same */
  readTableFile(input: DocumentInput, limits?: Partial<DocumentLimits>): Promise<TableFile>;
  /** Refuses what waits, ends all processes. Afterwards everything throws READER_CLOSED. */
  close(): Promise<void>;
};

/** A process is replaced after so many files, so that leaks in the libraries cannot add up. */
const JOBS_PER_PROCESS = 100;
const IDLE_MS = 60_000;

/**
 * A small pool of reading processes, started when first needed, ended after a minute of rest, and
 * ended at once – with an error for the one file – when a file takes too long, too much memory, or
 * crashes the parser. Idle processes do not keep the program alive.
 */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const pool = new Pool(options);
  const run = (
    kind: ReaderJob['kind'],
    { bytes, fileName }: DocumentInput,
    limits: Partial<DocumentLimits> = {},
  ) => pool.run({ kind, bytes, fileName, limits });
  return {
    readDocument: (input, limits) => run('document', input, limits) as Promise<ReadDocument>,
    readTableFile: (input, limits) => run('table', input, limits) as Promise<TableFile>,
    close: () => pool.close(),
  };
}

type Waiting = { start: (child: ReaderChild) => void; refuse: (error: DocumentError) => void };

class Pool {
  readonly #options: Required<DocumentReaderOptions>;
  readonly #children = new Set<ReaderChild>();
  readonly #idle: ReaderChild[] = [];
  readonly #waiting: Waiting[] = [];
  #restTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: DocumentReaderOptions) {
    this.#options = { processes: 2, timeoutMs: 30_000, memoryMib: 768, ...options };
  }

  async run(job: ReaderJob): Promise<unknown> {
    const child = await this.#take();
    try {
      return await child.run(job);
    } catch (error) {
      throw this.#closed ? new DocumentError('READER_CLOSED', {}, { cause: error }) : error;
    } finally {
      this.#giveBack(child);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restTimer);
    for (const waiting of this.#waiting.splice(0)) waiting.refuse(new DocumentError('READER_CLOSED'));
    await Promise.all([...this.#children].map((child) => child.close()));
    this.#children.clear();
  }

  #take(): Promise<ReaderChild> {
    if (this.#closed) return Promise.reject(new DocumentError('READER_CLOSED'));
    for (let child = this.#idle.pop(); child !== undefined; child = this.#idle.pop()) {
      if (child.usable) return Promise.resolve(child);
      this.#children.delete(child);
    }
    if (this.#children.size < this.#options.processes) return Promise.resolve(this.#start());
    return new Promise((start, refuse) => this.#waiting.push({ start, refuse }));
  }

  #start(): ReaderChild {
    const child = new ReaderChild(this.#options);
    this.#children.add(child);
    return child;
  }

  #giveBack(child: ReaderChild): void {
    const tired = child.jobs >= JOBS_PER_PROCESS || child.memoryMib > this.#options.memoryMib * 0.6;
    if (tired || !child.usable) {
      child.kill();
      this.#children.delete(child);
    }
    const next = this.#closed ? undefined : this.#waiting.shift();
    if (next !== undefined) next.start(this.#children.has(child) ? child : this.#start());
    else if (this.#children.has(child)) this.#rest(child);
  }

  #rest(child: ReaderChild): void {
    this.#idle.push(child);
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) {
        idle.kill();
        this.#children.delete(idle);
      }
    }, IDLE_MS).unref();
  }
}
