/** What has been kept long enough goes, at the opening and while the bot runs. */
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { answerWith, DAY, HOUR, messageAt, newStatePath, openTestState, PLACE } from './state-kit.ts';

it('lets answers go after 90 days with their ratings, threads after 30 since the last answer there', async () => {
  const path = newStatePath();
  const state = openTestState(path);
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
  const file = new DatabaseSync(path, { readOnly: true });
  const watched = () => file.prepare('SELECT count(*) AS n FROM watched_sources').get()?.n;
  expect(watched()).toBe(1);
  state.time += 30 * DAY;
  await vi.waitFor(async () => expect(await state.answers.find('young', PLACE)).toBeNull());
  await vi.waitFor(() => expect(watched()).toBe(0));
  file.close();
  expect(state.warnings).toEqual([]);
});

it('goes through many rows in small steps, and lets messages in meanwhile', async () => {
  const path = newStatePath();
  const state = openTestState(path);
  for (let i = 0; i < 430; i += 1) {
    const message = messageAt(PLACE, { id: `old-${i}` });
    await state.inbox.take(message);
    await state.inbox.settle(message);
  }
  await state.close();
  const next = openTestState(path, state.time + DAY + HOUR);
  expect(await next.inbox.take(messageAt(PLACE, { id: 'new' }))).toBe(true);
  const file = new DatabaseSync(path, { readOnly: true });
  const count = () => Number(file.prepare('SELECT count(*) AS n FROM inbox').get()?.n);
  expect(count()).toBeGreaterThan(1);
  await vi.waitFor(() => expect(count()).toBe(1));
  file.close();
});

it('may be closed in the midst of it, and is done the next time', async () => {
  const path = newStatePath();
  const state = openTestState(path);
  for (let i = 0; i < 200; i += 1) await state.threads.add(PLACE, `t${i}`);
  await state.close();
  const later = state.time + 40 * DAY;
  await openTestState(path, later).close();
  openTestState(path, later);
  const file = new DatabaseSync(path, { readOnly: true });
  await vi.waitFor(() => expect(file.prepare('SELECT count(*) AS n FROM threads').get()).toEqual({ n: 0 }));
  file.close();
});
