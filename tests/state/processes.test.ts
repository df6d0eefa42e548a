/** Several processes on one state file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { newStatePath, openTestState } from './state-kit.ts';
import { RACED } from './work-message.ts';

const CHILD = new URL('./state-child.ts', import.meta.url).pathname;

it('two processes that take the same messages at once get each message once', {
  timeout: 60_000,
}, async () => {
  const path = newStatePath();
  const racers = [0, 1].map(() => {
    // The file does not exist yet: they also race for making it.
    const child = spawn(process.execPath, [CHILD, 'race', path], { stdio: ['pipe', 'pipe', 'inherit'] });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  for (const { lines } of racers) expect((await lines.next()).value).toBe('ready');
  for (const { child } of racers) child.stdin.write('go\n');
  const got = await Promise.all(
    racers.map(async ({ child, lines }) => {
      const { value } = await lines.next();
      await once(child, 'close');
      return JSON.parse(String(value).replace('got ', '')) as number[];
    }),
  );
  expect(got.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: RACED }, (_, i) => i));
  const state = await openTestState(path, Date.now());
  expect(await state.inbox.unsettled('slack')).toHaveLength(RACED);
});
