/** What every command does alike: arguments, help, errors as one line, exit codes, Ctrl-C, closed pipes. */
import '../compile-cache.ts';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { errorMessage, OperatorError } from '../core/errors.ts';
import { reportError } from '../ops/report-error.ts';

export interface CommandContext<T extends ParseArgsOptionsConfig> {
  readonly values: OptionValues<T>;
  readonly positionals: readonly string[];
  /** Aborts at Ctrl-C or SIGTERM; the second signal ends the process at once. */
  readonly signal: AbortSignal;
}

type OptionValues<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: T & typeof COMMON }>
>['values'];

export type ExitCode = 0 | 1;

export interface CommandDefinition<T extends ParseArgsOptionsConfig> {
  /** Shown by --help. */
  readonly help: string;
  readonly options: T;
  /** True where words may follow besides the options; elsewhere they are bad usage. */
  readonly positionals?: boolean;
  /** Resolves with the exit code. */
  run(context: CommandContext<T>): Promise<ExitCode>;
}

const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

/** Runs the command on the process's arguments and sets its exit code: 0 success, 1 failure, 2 bad usage. */
export async function runCommand<T extends ParseArgsOptionsConfig>(
  command: CommandDefinition<T>,
): Promise<void> {
  quietOnClosedPipe();
  const stop = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143);
    stop.abort(new OperatorError('stopped'));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const { values, positionals } = parseArguments(command);
    if ('help' in values) process.stdout.write(`${command.help.trim()}\n`);
    else
      process.exitCode = await command.run({
        values: values as OptionValues<T>,
        positionals,
        signal: stop.signal,
      });
  } catch (error) {
    process.exitCode = reportError(error);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function parseArguments<T extends ParseArgsOptionsConfig>({ options, positionals }: CommandDefinition<T>) {
  try {
    return parseArgs({ options: { ...options, ...COMMON }, allowPositionals: positionals === true });
  } catch (error) {
    throw new OperatorError(`${errorMessage(error).split(/\n|\. /)[0]}; --help explains the command`, {
      exitCode: 2,
    });
  }
}

/** `… | head` closes our stdout early: that ends the command, and is no error. */
function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}

/** A whole number option within a range. @throws OperatorError (exit code 2). */
export function integerOption(name: string, value: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new OperatorError(`--${name} is "${value}", allowed: a whole number from ${min} to ${max}`, {
      exitCode: 2,
    });
  return number;
}

/** Writes one JSON document to stdout, and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
