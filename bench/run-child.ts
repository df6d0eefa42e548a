/** Runs a task in a process of its own, so that nobody's memory or warm code counts for another. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Task, TaskResults } from './tasks.ts';

/** What a process may take of memory for JavaScript's own things, in MB: some peers keep vectors as such. */
const HEAP = 8_192;

/**
 * @param limitSeconds after which the process is ended.
 * @returns the result, or in words why there is none.
 */
export async function runChild<T extends Task>(
  task: T,
  limitSeconds: number,
): Promise<TaskResults[T['kind']] | string> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [], {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const { promise, resolve } = Promise.withResolvers<TaskResults[T['kind']] | string>();
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-4_000);
  });
  const timer = setTimeout(() => {
    resolve(`not done after ${limitSeconds} s`);
    child.kill('SIGKILL');
  }, limitSeconds * 1000);
  child.once('message', (answer: Answer) => {
    resolve('failure' in answer ? answer.failure : (answer.result as TaskResults[T['kind']]));
  });
  child.once('exit', (code, signal) => {
    clearTimeout(timer);
    const reason = /heap out of memory/.test(words) ? 'out of memory' : `ended with ${signal ?? code}`;
    resolve(reason);
  });
  child.send(task);
  return promise;
}
