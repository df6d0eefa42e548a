/** A process that is killed at any instant between taking and settling loses no message and takes none twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { newStatePath, openTestState } from './state-kit.ts';
import { workMessage } from './work-message.ts';

const CHILD = new URL('./state-child.ts', import.meta.url).pathname;
const ROUNDS = 60;
/** As many as the child has under way. */
const LANES = 3;

/** Lets a child work from the number on and kills it: some lines after its first, and some milliseconds. */
async function workUntilKilled(path: string, first: number) {
  const child = spawn(process.execPath, [CHILD, 'work', path, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken = new Set<number>();
  const settled = new Set<number>();
  const lines = createInterface({ input: child.stdout });
  const after = Math.floor(Math.random() * 200);
  let heard = 0;
  lines.on('line', (line) => {
    const [, step, number] = /^(taken|settled) (\d+)$/.exec(line) ?? [];
    if (step === undefined) throw new Error(line);
    (step === 'taken' ? taken : settled).add(Number(number));
    if (heard === after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 5);
    heard += 1;
  });
  await once(lines, 'close');
  return { taken, settled };
}

it(`loses and doubles nothing in ${ROUNDS} kills`, { timeout: 600_000 }, async () => {
  const path = newStatePath();
  let first = 0;
  let cutOff = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { taken, settled } = await workUntilKilled(path, first);
    const state = await openTestState(path, Date.now());
    const left = (await state.inbox.unsettled('slack')).map(({ message }) => Number(message.id.slice(1)));
    // What was told as settled is settled. What was told as taken and not as settled is there, but for a settling under
    // way; and what is there besides was being taken.
    expect(left.filter((n) => settled.has(n))).toEqual([]);
    const owed = [...taken].filter((n) => !settled.has(n));
    expect(owed.filter((n) => !left.includes(n)).length).toBeLessThanOrEqual(LANES);
    expect(left.filter((n) => !taken.has(n)).length).toBeLessThanOrEqual(LANES);
    cutOff += left.length;
    for (const n of new Set([...taken, ...left])) expect(await state.inbox.take(workMessage(n))).toBe(false);
    for (const n of left) await state.inbox.settle(workMessage(n));
    expect(await state.inbox.unsettled('slack')).toEqual([]);
    first = Math.max(first, ...taken, ...left) + 1;
    await state.close();
  }
  expect(cutOff).toBeGreaterThan(ROUNDS);
});
