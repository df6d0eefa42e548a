/** What the main thread and the index worker say to each other. */
import { OperatorError } from '../core/errors.ts';
import type { IndexClient, IndexProgress } from './index-ports.ts';

/** A PostgreSQL database. */
export interface DatabasePlace {
  /** `postgres://name:password@host:5432/database`. */
  readonly url: string;
  /** Connections at most, 1 or more. */
  readonly poolSize: number;
  /** Milliseconds for which the opening waits for a server that is just starting; none when left out. */
  readonly patience?: number;
  /** Milliseconds for a statement; a minute when left out. */
  readonly queryTimeout?: number;
}

export interface WorkerOptions {
  readonly dataDir: string;
  /** The PostgreSQL database that holds the index; null: a file in `dataDir` does. */
  readonly database: DatabasePlace | null;
  /** What the thread is there for. One reads, and has the vectors in memory; another writes beside it. */
  readonly role: 'reads' | 'writes';
  readonly hnswThreshold: number | undefined;
}

export type Method = keyof IndexClient;

/** To a thread that reads: something was stored. */
export interface Note {
  readonly type: 'stored';
}

export interface Request {
  readonly type: 'call';
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Response =
  | { readonly type: 'opened' }
  | { readonly type: 'progress'; readonly progress: IndexProgress }
  /** From a thread that reads: it has time, and there is work for one that writes. */
  | { readonly type: 'left-behind' }
  /** From a thread that writes: something was stored, which others may look at when they have time. */
  | { readonly type: 'stored' }
  /** From a thread that writes: it has had nothing to do for a while. */
  | { readonly type: 'rest' }
  /** Work between requests failed; it is tried again. */
  | { readonly type: 'trouble'; readonly error: SentError }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  /** `id` is null when opening failed. */
  | { readonly type: 'failure'; readonly id: number | null; readonly error: SentError };

/** An error on its way: structured cloning would lose its class. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  /** Set for an OperatorError. */
  readonly exitCode: 1 | 2 | null;
}

export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, exitCode: null };
  const exitCode = error instanceof OperatorError ? error.exitCode : null;
  const cause = error.cause instanceof Error ? `\nCaused by: ${error.cause.stack}` : '';
  return { message: error.message, stack: `${error.stack}${cause}`, exitCode };
}

export function receiveError({ message, stack, exitCode }: SentError): Error {
  const error = exitCode === null ? new Error(message) : new OperatorError(message, { exitCode });
  if (stack !== undefined) error.stack = stack;
  return error;
}
