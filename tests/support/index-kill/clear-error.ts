/** What an operator is to read when a database was away. */
import { OperatorError } from '../../../src/core/errors.ts';

const LINE =
  /^PostgreSQL at 127\.0\.0\.1:\d+\/\w+ (?:cannot be reached \(\w+\): start it, or correct DATABASE_URL|is shutting down or starting: try again when it runs)$/;

/** One line that names the server and says what to do, without the password. */
export function isClear(error: unknown): boolean {
  return error instanceof OperatorError && LINE.test(error.message);
}
