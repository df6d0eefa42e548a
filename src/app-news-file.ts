/** Keeps feeds and subscriptions in step with the operator's file. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { NewsConfig } from './config.ts';
import { errorMessage, OperatorError } from './core/errors.ts';
import { formatProblem } from './core/located-problem.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { readSubscriptionFile } from './news/subscribe/read-subscription-file.ts';
import { type SyncedFile, syncSubscriptionFile } from './news/subscribe/sync-subscription-file.ts';
import type { NewsBooks } from './state/state.ts';

export interface NewsFileDeps {
  readonly news: Pick<NewsConfig, 'file' | 'fileNamed'>;
  readonly lexicon: Lexicon;
  readonly books: Pick<NewsBooks, 'feeds' | 'subscriptions'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The time zone of this machine: what subscriptions have that name none. */
export function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * @returns reads the file when it has changed since; null when it has not, or is not there and nobody named it. A file
 * with an error changes nothing. @throws OperatorError, from it, with a line for each problem.
 */
export function createNewsFile({
  news,
  lexicon,
  books,
  now,
}: NewsFileDeps): () => Promise<SyncedFile | null> {
  let seen = '';
  let broken = '';
  return async () => {
    const text = await readNewsFile(news);
    if (text === null) return null;
    const hash = createHash('sha256').update(text).digest('hex');
    // What is wrong with a file is told once; its last sound version goes on.
    if (hash === seen || hash === broken) return null;
    broken = hash;
    const file = parseNewsFile(news, text, lexicon);
    broken = '';
    const synced = await syncSubscriptionFile(file, books, new Date(now()));
    seen = hash;
    return synced;
  };
}

/** @returns null when it is not there and need not be. @throws OperatorError when it cannot be read. */
export async function readNewsFile({ file, fileNamed }: NewsFileDeps['news']): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !fileNamed) return null;
    throw new OperatorError(
      `NEWS_FILE ${file} cannot be read (${errorMessage(error)}): name a text file, or empty the setting`,
    );
  }
}

/** @throws OperatorError with a line for each problem. */
export function parseNewsFile({ file }: Pick<NewsConfig, 'file'>, text: string, lexicon: Lexicon) {
  const read = readSubscriptionFile(text, { lexicon, timeZone: systemTimeZone() });
  if (read.ok) return read.file;
  const name = relative(process.cwd(), file) || file;
  throw new OperatorError(read.problems.map((problem) => formatProblem(name, problem)).join('\n'));
}
