/** Errors that are meant for a person, as against defects. */

/**
 * Something the operator can put right. The message is one line, names the setting, file or port, and says what to do.
 * Entry points print it without a stack trace and exit with `exitCode`.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  /** 2 for bad usage (arguments, settings), 1 for everything else. */
  readonly exitCode: 1 | 2;

  constructor(message: string, options: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The message of anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
