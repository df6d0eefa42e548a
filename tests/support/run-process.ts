/** Runs our commands as processes of their own, with settings of their own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SRC = resolve(import.meta.dirname, '..', '..', 'src');

/** The shipped corpus. */
export const SHIPPED_CORPUS = resolve(SRC, '..', 'corpus');

export interface RunOptions {
  /** Settings; nothing of the test's own environment is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Working folder; an empty one of its own by default, so that no `.env` is read. */
  readonly cwd?: string;
  readonly stdin?: string;
  /** Options of Node itself. */
  readonly nodeArgs?: readonly string[];
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when the process has ended. */
  readonly outcome: Promise<Outcome>;
  /** Resolves with the match as soon as stdout holds it; rejects when the process ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'casebook-test-'));
}

/** @param entry path below src, such as `cli/ask.ts`. */
export function start(entry: string, args: readonly string[], options: RunOptions = {}): RunningProcess {
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), join(SRC, entry), ...args], {
    cwd: options.cwd ?? newFolder(),
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => undefined).end(options.stdin ?? '');
  const ended = Promise.withResolvers<Outcome>();
  child.on('error', ended.reject);
  child.on('close', (code) => ended.resolve({ code, stdout, stderr }));
  return {
    child,
    outcome: ended.promise,
    waitFor(pattern) {
      return new Promise((done, failed) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match !== null) done(match);
        };
        child.stdout.on('data', look);
        look();
        child.on('close', () => failed(new Error(`ended before ${pattern}: ${stdout}${stderr}`)));
      });
    },
  };
}

export function run(entry: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return start(entry, args, options).outcome;
}
