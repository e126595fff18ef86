import type { Config } from '../platform/index.ts';
import type { OpenServices } from '../services.ts';

/** What a command may touch: where it prints, its settings, and the services it opens when it needs them. */
export interface CommandIo {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
  readonly config: Config;
  openServices(): Promise<OpenServices>;
}

/**
 * One command of `zhaogao`, one file each. Answers go to standard output, everything else to standard error.
 * Exit codes: 0 done, 1 a finding or failure the command exists to report, 2 bad usage (throw UsageError).
 */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Shown by --help: arguments and options, one a line. */
  readonly usage: string;
  run(args: string[], io: CommandIo): Promise<number>;
}

/** The command was called wrongly: its usage is shown and the exit code is 2. */
export class UsageError extends Error {}
