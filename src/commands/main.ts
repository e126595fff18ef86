import { type Config, ConfigError, DomainError, explainError, loadConfig } from '../platform/index.ts';
import { openServices } from '../services.ts';
import { backup } from './backup.ts';
import { type Command, UsageError } from './command.ts';
import { demo } from './demo.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { log } from './log.ts';
import { proof } from './proof.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

const COMMANDS: readonly Command[] = [
  init,
  serve,
  demo,
  importCommand,
  report,
  proof,
  verify,
  log,
  backup,
  restore,
];

/**
 * Runs `zhaogao …`.
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const { overrides, rest } = globalOptions(argv);
    const [name, ...args] = rest;
    if (!name || name === '--help' || name === '-h' || name === 'help') return list(process.stdout, 0);
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) {
      process.stderr.write(`zhaogao: no such command: ${name}\n\n`);
      return list(process.stderr, 2);
    }
    if (args.includes('--help') || args.includes('-h')) return help(command, process.stdout, 0);
    return await run(command, args, loadConfig(overrides));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`zhaogao: ${error.message}\n`);
    return 2;
  }
}

async function run(command: Command, args: string[], config: Config): Promise<number> {
  const io = {
    stdout: process.stdout,
    stderr: process.stderr,
    config,
    openServices: () => openServices(config),
  };
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      process.stderr.write(`zhaogao ${command.name}: ${(error as Error).message}\n\n`);
      return help(command, process.stderr, 2);
    }
    if (!(error instanceof DomainError)) throw error;
    const text = `${explainError(error, 'zh')}\n${explainError(error, 'en')}`;
    process.stderr.write(`zhaogao ${command.name}: ${error.code}\n${text}\n`);
    return 1;
  }
}

/** `--data DIR` stands before or after the command's name. */
function globalOptions(argv: readonly string[]): {
  overrides: { dataDirectory?: string };
  rest: string[];
} {
  const at = argv.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
  if (at < 0) return { overrides: {}, rest: [...argv] };
  const inline = argv[at]!.startsWith('--data=');
  const value = inline ? argv[at]!.slice('--data='.length) : argv[at + 1];
  if (!value) throw new ConfigError('--data needs a directory');
  return {
    overrides: { dataDirectory: value },
    rest: [...argv.slice(0, at), ...argv.slice(at + (inline ? 1 : 2))],
  };
}

function isParseArgsError(error: unknown): boolean {
  return error instanceof TypeError && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
}

function list(stream: NodeJS.WritableStream, code: number): number {
  const width = Math.max(...COMMANDS.map((one) => one.name.length));
  const lines = COMMANDS.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
  stream.write(
    `昭告 Zhaogao: government information disclosure\n\nUsage: zhaogao <command> [--data DIR] …\n\n${lines.join('\n')}\n\nzhaogao <command> --help tells more.\n`,
  );
  return code;
}

function help(command: Command, stream: NodeJS.WritableStream, code: number): number {
  stream.write(`${command.summary}\n\nUsage: zhaogao ${command.usage}\n`);
  return code;
}
