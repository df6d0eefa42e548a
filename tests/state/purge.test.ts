/** What has been kept long enough goes, at the opening and while the bot runs. */
import { expect, it, vi } from 'vitest';
import {
  answerWith,
  DAY,
  HOUR,
  inFile,
  messageAt,
  newStatePath,
  openTestState,
  PLACE,
  readRows,
} from './state-kit.ts';

it('lets answers go after 90 days with their ratings, threads after 30 since the last answer there', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith('old') });
  await state.ratings.rate({ ...PLACE, answerId: 'old', userId: 'U1', verdict: 'up' });
  await state.corrections.watch('lac-gris/s1', { contentHash: 'h', standing: '[]' });
  await state.threads.add(PLACE, 'quiet');
  await state.threads.add(PLACE, 'lively');
  state.time += 20 * DAY;
  await state.threads.add(PLACE, 'lively');
  await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith('young') });
  state.time += 10 * DAY + 1;
  expect(await state.threads.has(PLACE, 'quiet')).toBe(false);
  expect(await state.threads.has(PLACE, 'lively')).toBe(true);
  state.time += 59 * DAY;
  expect(await state.answers.find('old', PLACE)).not.toBeNull();
  state.time += DAY;
  await vi.waitFor(async () => expect(await state.answers.find('old', PLACE)).toBeNull());
  expect(await state.listRatings({ limit: 9 })).toEqual([]);
  expect(await state.answers.find('young', PLACE)).not.toBeNull();
  const count = async (table: string) =>
    Number((await readRows(path, `SELECT count(*) AS n FROM ${table}`))[0]?.n);
  expect(await count('watched_sources')).toBe(1);
  state.time += 30 * DAY;
  await vi.waitFor(async () => expect(await state.answers.find('young', PLACE)).toBeNull());
  await vi.waitFor(async () => expect(await count('watched_sources')).toBe(0));
  expect(state.warnings).toEqual([]);
});

// A server is asked by a connection of one's own, which comes too late to see it at work.
it.runIf(inFile())('goes through many rows in small steps, and lets messages in meanwhile', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  for (let i = 0; i < 430; i += 1) {
    const message = messageAt(PLACE, { id: `old-${i}` });
    await state.inbox.take(message);
    await state.inbox.settle(message);
  }
  await state.close();
  const next = await openTestState(path, state.time + DAY + HOUR);
  expect(await next.inbox.take(messageAt(PLACE, { id: 'new' }))).toBe(true);
  const count = async () => Number((await readRows(path, 'SELECT count(*) AS n FROM inbox'))[0]?.n);
  expect(await count()).toBeGreaterThan(1);
  await vi.waitFor(async () => expect(await count()).toBe(1));
});

it('may be closed in the midst of it, and is done the next time', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  for (let i = 0; i < 200; i += 1) await state.threads.add(PLACE, `t${i}`);
  await state.close();
  const later = state.time + 40 * DAY;
  (await openTestState(path, later)).close();
  await openTestState(path, later);
  await vi.waitFor(async () => expect(await readRows(path, 'SELECT thread_id FROM threads')).toEqual([]));
});
