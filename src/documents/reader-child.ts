import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DocumentError } from './errors.ts';
import type { ReaderAnswer, ReaderJob } from './reader-protocol.ts';

export type ReaderBounds = {
  /** Longest time for one file. */
  timeoutMs: number;
  /** Most memory of the reading process, everything counted (resident set). */
  memoryMib: number;
};

const WATCH_MS = 50;
/** Processor time after which the kernel ends a reading process whose server was killed. */
const ORPHAN_CPU_SECONDS = 1800;

/**
 * One reading process. Worker threads were tried and found wanting: `resourceLimits` does not count
 * buffers, and V8's fatal errors ("invalid array length" in native code, heap corruption) end the whole
 * program. A process can always be killed, can be denied files and network, and is counted by the kernel.
 */
export class ReaderChild {
  readonly #bounds: ReaderBounds;
  readonly #child: ChildProcess;
  #errors = '';
  #jobs = 0;
  #gone = false;
  #onEnd: ((error: DocumentError) => void) | undefined;

  constructor(bounds: ReaderBounds) {
    this.#bounds = bounds;
    this.#child = start(bounds);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-8000);
    });
    this.#child.on('error', () => this.#end());
    this.#child.on('exit', () => this.#end());
    this.#hold(false);
  }

  /** Files read so far. */
  get jobs(): number {
    return this.#jobs;
  }

  /** False once the process has ended or was told to. */
  get usable(): boolean {
    return !this.#gone && this.#child.connected;
  }

  /** Resident memory now, 0 where the system does not say (only Linux does). */
  get memoryMib(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  /** @throws DocumentError PARSE_TIMEOUT, PARSE_OUT_OF_MEMORY, PARSE_CRASHED, or what the reader threw */
  run(job: ReaderJob): Promise<unknown> {
    this.#jobs++;
    this.#hold(true);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const { timeoutMs, memoryMib } = this.#bounds;
    const stop = (error: DocumentError) => {
      this.kill();
      reject(error);
    };
    const timer = setTimeout(
      () => stop(new DocumentError('PARSE_TIMEOUT', { seconds: Math.round(timeoutMs / 1000) })),
      timeoutMs,
    );
    const watch = setInterval(() => {
      if (this.memoryMib > memoryMib) stop(new DocumentError('PARSE_OUT_OF_MEMORY', { memoryMib }));
    }, WATCH_MS);
    const onAnswer = (answer: ReaderAnswer) => {
      if (answer.ok) resolve(answer.result);
      else reject(refusal(answer));
    };
    this.#onEnd = stop;
    this.#child.once('message', onAnswer as (message: unknown) => void);
    this.#child.send(job, (error) => {
      if (error !== null) stop(new DocumentError('PARSE_CRASHED', {}, { cause: error }));
    });
    return promise.finally(() => {
      clearTimeout(timer);
      clearInterval(watch);
      this.#onEnd = undefined;
      this.#child.off('message', onAnswer as (message: unknown) => void);
      this.#hold(false);
    });
  }

  kill(): void {
    this.#gone = true;
    this.#child.kill('SIGKILL');
  }

  /** Ends the process and waits until it is gone. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined)
      return;
    // Without this the program could end before the process has, and the promise stay open.
    this.#child.ref();
    const gone = new Promise((done) => this.#child.once('exit', done));
    this.kill();
    await gone;
  }

  #end(): void {
    this.#gone = true;
    const outOfMemory = /out of memory|Allocation failed/iu.test(this.#errors);
    const cause = new Error(
      this.#errors.slice(-500) || `signal ${this.#child.signalCode}, code ${this.#child.exitCode}`,
    );
    this.#onEnd?.(
      outOfMemory
        ? new DocumentError('PARSE_OUT_OF_MEMORY', { memoryMib: this.#bounds.memoryMib }, { cause })
        : new DocumentError('PARSE_CRASHED', {}, { cause }),
    );
  }

  /** Only a process that is at work keeps the server from ending. */
  #hold(busy: boolean): void {
    const stderr = this.#child.stderr as unknown as { ref?(): void; unref?(): void } | null;
    for (const handle of [this.#child, this.#child.channel, stderr]) {
      if (busy) handle?.ref?.();
      else handle?.unref?.();
    }
  }
}

function refusal(answer: ReaderAnswer & { ok: false }): DocumentError {
  const cause = new Error(answer.message);
  return new DocumentError(answer.code, answer.details as DocumentError['details'], { cause });
}

function start({ memoryMib }: ReaderBounds): ChildProcess {
  const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
  const args = [
    '--permission',
    ...readableFolders().map((folder) => `--allow-fs-read=${folder}`),
    `--max-old-space-size=${Math.max(64, Math.round(memoryMib * 0.75))}`,
    program,
  ];
  const options = {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'] as ('ignore' | 'pipe' | 'ipc')[],
    serialization: 'advanced' as const,
    env: {},
  };
  if (process.platform === 'win32') return spawn(process.execPath, args, options);
  const limited = ['-c', `ulimit -t ${ORPHAN_CPU_SECONDS}; exec "$@"`, 'sh', process.execPath, ...args];
  return spawn('/bin/sh', limited, options);
}

/** The code of this room, the errors' ancestor, the libraries, and the file that says they are modules. */
function readableFolders(): string[] {
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  const library = fileURLToPath(import.meta.resolve('mammoth'));
  const modules = library.slice(0, library.lastIndexOf('node_modules') + 'node_modules'.length);
  return [path('.'), path('../platform/'), path('../../package.json'), modules];
}
