/** State files of every schema that was released open, and hold what they held. */
import { copyFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { STATE_MIGRATIONS } from '../../src/state/migrations.ts';
import { subscriptionWith } from './news-kit.ts';
import { answerWith, HOUR, messageAt, newStatePath, openTestState, PLACE } from './state-kit.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(FIXTURES).filter((name) => /^state-\d+\.db$/.test(name));

/** When what they hold was kept. */
const FILLED = Date.UTC(2026, 0, 31, 10);

it('a fixture is kept of every schema version', () => {
  expect(fixtures).toHaveLength(STATE_MIGRATIONS.length);
});

it.each(fixtures)('%s opens and holds what it held', async (name) => {
  const path = newStatePath();
  copyFileSync(new URL(name, FIXTURES), path);
  const state = await openTestState(path, FILLED);
  expect(await state.answers.find('a1', PLACE)).toEqual(answerWith('a1'));
  expect(await state.listRatings({ limit: 9 })).toMatchObject([{ answerId: 'a1', verdict: 'up' }]);
  expect(await state.threads.has(PLACE, 't1')).toBe(true);
  expect(await state.settings.read(PLACE)).toEqual({ answers: false });
  expect((await state.inbox.unsettled('slack')).map(({ message }) => message)).toEqual([messageAt(PLACE)]);
  expect(await state.inbox.take(messageAt(PLACE, { id: 'm0' }))).toBe(false);
});

it.each(fixtures.filter((name) => name !== 'state-1.db'))(
  '%s holds what came after an answer',
  async (name) => {
    const path = newStatePath();
    copyFileSync(new URL(name, FIXTURES), path);
    const state = await openTestState(path, FILLED);
    expect(await state.answers.inThread(PLACE, 't1', 9, new Date(0))).toHaveLength(1);
    expect(await state.listErrors({ limit: 9 })).toMatchObject([{ report: 'La date est fausse.' }]);
    expect(await state.corrections.claim('slack')).toMatchObject({
      to: { ...PLACE, threadId: 't1' },
      answers: [{ id: 'a1' }],
      changes: [{ kind: 'withdrawn', sourceId: 'lac-gris/s1' }],
    });
    expect((await state.corrections.citedSources(new Date(0))).size).toBe(3);
  },
);

it.each(['state-5.db', 'state-6.db'])('%s holds news', async (name) => {
  const path = newStatePath();
  copyFileSync(new URL(name, FIXTURES), path);
  const state = await openTestState(path, FILLED + HOUR);
  const { feeds, stories, subscriptions, deliveries, leases } = state.news;
  expect(await feeds.list()).toMatchObject([{ url: 'https://journal.example/rss', seeded: true }]);
  expect((await stories.nextItems(9)).map(({ key }) => key)).toEqual(['waits']);
  expect(await stories.find('s1')).toMatchObject({ reports: [{ itemKey: 'told' }] });
  expect(await subscriptions.list(PLACE)).toEqual([subscriptionWith('live')]);
  expect(await deliveries.postedSince('live', new Date(0))).toHaveLength(1);
  expect(await deliveries.claim(['slack'], 'two', HOUR)).toMatchObject({ key: 'digest:1', ref: null });
  expect(await leases.hold('newsroom', 'two', HOUR)).toBe(true);
});

it('an answer of the first schema stands in no conversation, and can be given anew', async () => {
  const path = newStatePath();
  copyFileSync(new URL('state-1.db', FIXTURES), path);
  const state = await openTestState(path, FILLED);
  const inThread = () => state.answers.inThread(PLACE, 't1', 9, new Date(0));
  expect(await inThread()).toEqual([]);
  expect(await state.answers.inThread(PLACE, '', 9, new Date(0))).toEqual([]);
  const given = { ...PLACE, userId: 'U1', question: 'Qui ?', threadId: 't1' };
  await state.answers.save({ ...given, answer: answerWith('a1') });
  expect(await inThread()).toEqual([{ question: 'Qui ?', answer: answerWith('a1') }]);
});
