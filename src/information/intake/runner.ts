import type { Actor } from '../../agencies/index.ts';
import { closeIsolatedReader } from '../../documents/index.ts';
import { DomainError } from '../../platform/index.ts';
import type { InformationServices } from '../services.ts';
import { IntakeError } from './errors.ts';
import { runImport } from './run-import.ts';

/** The imports that run in this server, beside its requests; one after the other, since each fills the machine. */
export class ImportRunner {
  readonly #services: InformationServices;
  readonly #onError: (error: unknown) => void;
  readonly #running = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #queue: Promise<void> = Promise.resolve();

  constructor(services: InformationServices, onError: (error: unknown) => void) {
    this.#services = services;
    this.#onError = onError;
  }

  /** Starts or resumes a job in the background. @throws IntakeError 'IMPORT_RUNNING' */
  start(actor: Actor, jobId: string): void {
    if (this.#running.has(jobId)) throw new IntakeError('IMPORT_RUNNING');
    const run = this.#queue.then(() => this.#run(actor, jobId));
    this.#queue = run;
    this.#running.set(jobId, run);
  }

  isRunning(jobId: string): boolean {
    return this.#running.has(jobId);
  }

  async #run(actor: Actor, jobId: string): Promise<void> {
    try {
      if (!this.#stop.signal.aborted)
        await runImport(this.#services, actor, jobId, { signal: this.#stop.signal });
    } catch (error) {
      // What a person can mend is in the job's own report.
      if (!(error instanceof DomainError)) this.#onError(error);
    } finally {
      this.#running.delete(jobId);
    }
  }

  /** Stops after the running item; the jobs can be resumed. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#queue;
    await closeIsolatedReader();
  }
}
