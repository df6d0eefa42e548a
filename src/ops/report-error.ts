/** The last word of a process that could not do its work. */
import { OperatorError } from '../core/errors.ts';
import { createRedactor } from './redact.ts';

/**
 * Prints an error on stderr as its reader needs it: what a person can put right as it is, a defect with its stack.
 *
 * @returns the exit code: 2 for bad usage, 1 for everything else.
 */
export function reportError(error: unknown): 1 | 2 {
  const redact = createRedactor([]);
  if (error instanceof OperatorError) {
    process.stderr.write(`${redact(error.message)}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Casebook has a defect, please report it: ${redact(text)}\n`);
  return 1;
}
