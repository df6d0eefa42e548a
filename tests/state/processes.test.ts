/** Several processes on one state file. */
import { expect, it } from 'vitest';
import { raceForMessages } from './race-kit.ts';
import { newStatePath, openTestState } from './state-kit.ts';
import { RACED } from './work-message.ts';

it('two processes that take the same messages at once get each message once', {
  timeout: 60_000,
}, async () => {
  const path = newStatePath();
  const got = await raceForMessages(path);
  expect(got.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: RACED }, (_, i) => i));
  const state = await openTestState(path, Date.now());
  expect(await state.inbox.unsettled('slack')).toHaveLength(RACED);
});
