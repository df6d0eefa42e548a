/** Two processes that take the same messages at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const CHILD = new URL('./state-child.ts', import.meta.url).pathname;

/**
 * @param where a file that need not exist yet, or the address of an empty database: they also race for making it.
 * @returns the numbers of the messages that each of the two took.
 */
export async function raceForMessages(where: string): Promise<number[][]> {
  const racers = [0, 1].map(() => {
    const child = spawn(process.execPath, [CHILD, 'race', where], { stdio: ['pipe', 'pipe', 'inherit'] });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  for (const { lines } of racers) {
    const { value } = await lines.next();
    if (value !== 'ready') throw new Error(String(value));
  }
  for (const { child } of racers) child.stdin.write('go\n');
  return Promise.all(
    racers.map(async ({ child, lines }) => {
      const { value } = await lines.next();
      await once(child, 'close');
      return JSON.parse(String(value).replace('got ', '')) as number[];
    }),
  );
}
