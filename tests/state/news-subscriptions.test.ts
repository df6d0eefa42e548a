/** Subscriptions and leases. */
import { describe, expect, it } from 'vitest';
import { MINUTE, subscriptionWith } from './news-kit.ts';
import { HOUR, openTestState, PLACE } from './state-kit.ts';

describe('subscriptions', () => {
  it('are kept whole, by channel, the oldest first', async () => {
    const { subscriptions } = (await openTestState()).news;
    const second = subscriptionWith('b');
    const first = subscriptionWith('a', {
      createdAt: '2026-01-31T07:00:00.000Z',
      place: { ...PLACE, channelId: 'C2' },
      subject: { type: 'feed', feedId: 'f1', url: 'https://journal.example/rss' },
      mode: 'digest',
      schedule: '0 8 * * *',
      filter: null,
      quietHours: null,
      createdBy: null,
    });
    await subscriptions.add(second);
    await subscriptions.add(first);
    expect(await subscriptions.list()).toEqual([first, second]);
    expect(await subscriptions.list(PLACE)).toEqual([second]);
    expect(await subscriptions.list({ ...PLACE, workspaceId: 'T2' })).toEqual([]);
    expect(await subscriptions.find('a')).toEqual(first);
    const paused = { ...first, pausedAt: '2026-02-01T07:00:00.000Z', pausedReason: 'the channel is gone' };
    expect(await subscriptions.update(paused)).toBe(true);
    expect(await subscriptions.find('a')).toEqual(paused);
    expect(await subscriptions.update({ ...paused, id: 'c' })).toBe(false);
    await subscriptions.remove('a');
    expect(await subscriptions.find('a')).toBeNull();
    expect(await subscriptions.list()).toEqual([second]);
  });

  it('let one process ask for a digest', async () => {
    const { subscriptions } = (await openTestState()).news;
    await subscriptions.add(subscriptionWith('a'));
    const [one, two] = ['2026-02-01T07:00:00.000Z', '2026-02-02T07:00:00.000Z'] as const;
    expect(await subscriptions.lastDigest('a')).toBeNull();
    expect(await subscriptions.advanceDigest('a', null, one)).toBe(true);
    expect(await subscriptions.advanceDigest('a', null, one)).toBe(false);
    expect(await subscriptions.advanceDigest('a', one, two)).toBe(true);
    expect(await subscriptions.lastDigest('a')).toBe(two);
    expect(await subscriptions.update(subscriptionWith('a', { lang: 'zh' }))).toBe(true);
    expect(await subscriptions.lastDigest('a')).toBe(two);
    expect(await subscriptions.advanceDigest('b', null, one)).toBe(false);
  });

  it('lose the name of who made them when she asks to be forgotten', async () => {
    const state = await openTestState();
    const { subscriptions } = state.news;
    await subscriptions.add(subscriptionWith('a'));
    await subscriptions.add(subscriptionWith('b', { createdBy: 'U2' }));
    await subscriptions.add(subscriptionWith('c', { place: { ...PLACE, workspaceId: 'T2' } }));
    await state.forgetUser({ ...PLACE, userId: 'U1' });
    const names = (await subscriptions.list()).map(({ id, createdBy }) => [id, createdBy]);
    expect(names).toEqual([
      ['a', ''],
      ['b', 'U2'],
      ['c', 'U1'],
    ]);
  });
});

describe('a lease', () => {
  it('is one owner’s until it runs out or is dropped', async () => {
    const state = await openTestState();
    const { leases } = state.news;
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(true);
    expect(await leases.hold('newsroom', 'b', MINUTE)).toBe(false);
    expect(await leases.hold('other', 'b', MINUTE)).toBe(true);
    state.time += MINUTE - 1;
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(true);
    state.time += MINUTE - 1;
    expect(await leases.hold('newsroom', 'b', MINUTE)).toBe(false);
    state.time += 1;
    expect(await leases.hold('newsroom', 'b', MINUTE)).toBe(true);
    await leases.drop('newsroom', 'a');
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(false);
    await leases.drop('newsroom', 'b');
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(true);
  });

  it('of a clock that was far ahead is not waited for', async () => {
    const state = await openTestState();
    const { leases } = state.news;
    const present = state.time;
    state.time += 30 * HOUR;
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(true);
    state.time = present + MINUTE;
    expect(await leases.hold('newsroom', 'b', MINUTE)).toBe(true);
    // Clocks that differ by seconds take nothing from one another.
    state.time -= 10_000;
    expect(await leases.hold('newsroom', 'a', MINUTE)).toBe(false);
  });
});
