/** What a failed read of a named file means to a person. */
import { errorMessage } from '../core/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  EPERM: 'its permissions forbid it',
};

/** A clause that follows «X cannot be read». */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? errorMessage(error);
}
