/** Deliveries: each post is made once, one of a channel at a time, and nothing that is owed is forgotten. */
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/news/delivery-book.ts';
import { MINUTE, postOf, storyPost, subscriptionWith } from './news-kit.ts';
import { DAY, openTestState, PLACE, type TestState } from './state-kit.ts';

const ALL = ['slack', 'discord'];

async function withSubscriptions(...ids: string[]): Promise<TestState> {
  const state = await openTestState();
  for (const id of ids)
    await state.news.subscriptions.add(
      subscriptionWith(id, { place: { ...PLACE, channelId: id.split('-')[0] ?? '' } }),
    );
  return state;
}

const at = (state: TestState, ahead = 0): string => new Date(state.time + ahead).toISOString();

/** The next post, which there must be. */
async function claim(state: TestState, owner = 'one'): Promise<Delivery> {
  const delivery = await state.news.deliveries.claim(ALL, owner, MINUTE);
  if (delivery === null) throw new Error('nothing is due');
  return delivery;
}

const none = (state: TestState) => state.news.deliveries.claim(ALL, 'anybody', MINUTE);

describe('claiming', () => {
  it('gives what is due, oldest first, on the platforms that are asked for', async () => {
    const state = await withSubscriptions('C1', 'C2', 'C3');
    const { deliveries } = state.news;
    expect(await deliveries.nextDue(ALL)).toBeNull();
    await deliveries.ask(postOf('C1', 'later', { dueAt: at(state, MINUTE) }));
    await deliveries.ask(postOf('C2', 'second', { dueAt: at(state, -MINUTE) }));
    await deliveries.ask(postOf('C3', 'first', { dueAt: at(state, -2 * MINUTE) }));
    await deliveries.ask(postOf('gone', 'never'));
    expect(await deliveries.nextDue(ALL)).toBe(at(state, -2 * MINUTE));
    expect(await deliveries.nextDue(['discord'])).toBeNull();
    expect(await deliveries.nextDue([])).toBeNull();
    expect(await deliveries.claim(['discord'], 'one', MINUTE)).toBeNull();
    expect(await deliveries.claim([], 'one', MINUTE)).toBeNull();
    expect(await claim(state)).toEqual({
      ...postOf('C3', 'first', { dueAt: at(state, -2 * MINUTE) }),
      place: { ...PLACE, channelId: 'C3' },
      mark: expect.stringMatching(/^[0-9a-f]{64}$/),
      attempt: 1,
      firstTriedAt: null,
      ref: null,
      storyRef: null,
      revision: 1,
    });
    expect((await claim(state)).key).toBe('second');
    expect(await none(state)).toBeNull();
  });

  it('gives one post of a channel at a time, also to one owner, and goes on when it is made', async () => {
    const state = await withSubscriptions('C1-a', 'C1-b', 'C2');
    const { deliveries } = state.news;
    for (const id of ['C1-a', 'C1-b', 'C2']) await deliveries.ask(postOf(id, 'k'));
    const first = await claim(state);
    expect(first.place.channelId).toBe('C1');
    expect((await claim(state)).place.channelId).toBe('C2');
    expect(await none(state)).toBeNull();
    expect(await deliveries.posted('one', first, 'p1')).toBe(true);
    const second = await claim(state, 'two');
    expect(second).toMatchObject({ subscriptionId: 'C1-b', key: 'k' });
    expect(second.mark).not.toBe(first.mark);
  });

  it('gives again what its owner did not mark in time, as a further attempt; the former owner marks nothing', async () => {
    const state = await withSubscriptions('C1-a', 'C1-b');
    const { deliveries } = state.news;
    await deliveries.ask(postOf('C1-a', 'k'));
    const lost = await claim(state, 'one');
    const tried = at(state);
    state.time += MINUTE;
    const again = await claim(state, 'two');
    expect(again).toMatchObject({ attempt: 2, firstTriedAt: tried, mark: lost.mark, ref: null });
    expect(await deliveries.posted('one', lost, 'p1')).toBe(false);
    await deliveries.giveUp('one', lost, 'late');
    await deliveries.dropped('one', lost, 'late');
    await deliveries.putOff('one', lost, new Date(0), 'late');
    await deliveries.ask(postOf('C1-b', 'k'));
    expect(await none(state)).toBeNull();
    expect(await deliveries.posted('two', again, 'p2')).toBe(true);
    expect(await deliveries.posted('two', again, 'p3')).toBe(false);
    expect(await deliveries.postedSince('C1-a', new Date(0))).toEqual([at(state)]);
    expect((await claim(state)).subscriptionId).toBe('C1-b');
  });

  it('lets an owner whose time ran out mark what nobody took meanwhile', async () => {
    const state = await withSubscriptions('C1-a', 'C1-b');
    const { deliveries } = state.news;
    await deliveries.ask(postOf('C1-a', 'k'));
    await deliveries.ask(postOf('C1-b', 'k', { dueAt: at(state) }));
    const slow = await claim(state);
    await deliveries.putOff('one', slow, new Date(state.time), null);
    const mine = await claim(state);
    state.time += 2 * MINUTE;
    expect(await deliveries.posted('one', mine, 'p1')).toBe(true);
    expect((await claim(state)).subscriptionId).toBe('C1-b');
    expect(await none(state)).toBeNull();
  });

  it('leaves out paused subscriptions, and what a subscription had when it is removed', async () => {
    const state = await withSubscriptions('C1', 'C2');
    const { deliveries, subscriptions } = state.news;
    for (const id of ['C1', 'C2']) await deliveries.ask(postOf(id, 'k'));
    const paused = subscriptionWith('C1', { place: { ...PLACE, channelId: 'C1' }, pausedAt: at(state) });
    await subscriptions.update(paused);
    await subscriptions.remove('C2');
    expect(await none(state)).toBeNull();
    expect(await deliveries.nextDue(ALL)).toBeNull();
    await subscriptions.update({ ...paused, pausedAt: null });
    expect((await claim(state)).subscriptionId).toBe('C1');
    await subscriptions.add(subscriptionWith('C2', { place: { ...PLACE, channelId: 'C2' } }));
    expect(await none(state)).toBeNull();
  });
});

describe('a story', () => {
  it('is posted before its updates, which answer it', async () => {
    const state = await withSubscriptions('C1');
    const { deliveries } = state.news;
    const update = { key: 'update:s:c', kind: 'update', storyId: 's' } as const;
    await deliveries.ask(postOf('C1', update.key, { ...update, dueAt: at(state, -3 * MINUTE) }));
    await deliveries.ask(storyPost('C1', 's', at(state)));
    const story = await claim(state);
    expect(story).toMatchObject({ kind: 'story', storyRef: null });
    await deliveries.putOff('one', story, new Date(state.time + MINUTE), 'HTTP 500');
    expect(await none(state)).toBeNull();
    state.time += MINUTE;
    await deliveries.posted('one', await claim(state), 'p1');
    expect(await claim(state)).toMatchObject({ kind: 'update', ref: null, storyRef: 'p1' });
    expect(await deliveries.ofStory('s', { ...PLACE, channelId: 'C1' })).toMatchObject([
      { kind: 'story', state: 'posted', postedAt: at(state), note: null },
      { kind: 'update', state: 'waiting', attempts: 1, postedAt: null },
    ]);
    expect(await deliveries.ofStory('s', { ...PLACE, channelId: 'C2' })).toEqual([]);
  });

  it('that was given up holds up no update', async () => {
    const state = await withSubscriptions('C1');
    const { deliveries } = state.news;
    await deliveries.ask(storyPost('C1', 's', at(state)));
    await deliveries.ask(postOf('C1', 'update:s:c', { kind: 'update', storyId: 's', dueAt: at(state) }));
    await deliveries.giveUp('one', await claim(state), 'too long');
    expect(await claim(state)).toMatchObject({ kind: 'update', storyRef: null });
  });

  it('tells a second subscription of the channel that it stands there', async () => {
    const state = await withSubscriptions('C1-a', 'C1-b', 'C2');
    const { deliveries } = state.news;
    for (const id of ['C1-a', 'C1-b', 'C2']) await deliveries.ask(storyPost(id, 's', at(state)));
    const refs: (string | null)[] = [];
    for (let i = 0; i < 3; i += 1) {
      const post = await claim(state);
      refs.push(`${post.subscriptionId} ${post.storyRef}`);
      await deliveries.posted('one', post, `p-${post.subscriptionId}`);
    }
    expect(refs).toEqual(['C1-a null', 'C1-b p-C1-a', 'C2 null']);
  });
});

describe('what fails', () => {
  it('is tried again when it is put off, and counts unless it was not tried at all', async () => {
    const state = await withSubscriptions('C1');
    const { deliveries } = state.news;
    await deliveries.ask(postOf('C1', 'k'));
    await deliveries.putOff('one', await claim(state), new Date(state.time + MINUTE), null);
    expect(await none(state)).toBeNull();
    expect(await deliveries.nextDue(ALL)).toBe(at(state, MINUTE));
    state.time += MINUTE;
    const first = await claim(state);
    expect(first).toMatchObject({ attempt: 1, firstTriedAt: null });
    const tried = at(state);
    await deliveries.putOff('one', first, new Date(state.time + MINUTE), 'HTTP 500');
    state.time += MINUTE;
    await deliveries.putOff('one', await claim(state), new Date(state.time), null);
    expect(await claim(state)).toMatchObject({ attempt: 2, firstTriedAt: tried });
  });

  it('is given up, listed, and revived as a further attempt', async () => {
    const state = await withSubscriptions('C1', 'C2');
    const { deliveries } = state.news;
    for (const id of ['C1', 'C2']) await deliveries.ask(postOf(id, 'k'));
    await deliveries.giveUp('one', await claim(state), 'HTTP 403\u0000');
    state.time += MINUTE;
    await deliveries.dropped('one', await claim(state), 'empty');
    state.time += DAY;
    expect(await none(state)).toBeNull();
    const dead = await deliveries.deadLetters(9);
    expect(dead).toEqual([
      {
        subscriptionId: 'C1',
        place: { ...PLACE, channelId: 'C1' },
        key: 'k',
        kind: 'digest',
        attempts: 1,
        lastError: expect.stringMatching(/^HTTP 403/),
        givenUpAt: at(state, -DAY - MINUTE),
      },
    ]);
    expect(await deliveries.deadLetters(0)).toEqual([]);
    expect(await deliveries.revive('C2', 'k')).toBe(false);
    expect(await deliveries.revive('C1', 'k')).toBe(true);
    expect(await deliveries.deadLetters(9)).toEqual([]);
    expect(await claim(state)).toMatchObject({ subscriptionId: 'C1', attempt: 2 });
  });

  it('is given back by a process that stops', async () => {
    const state = await withSubscriptions('C1', 'C2');
    const { deliveries } = state.news;
    for (const id of ['C1', 'C2']) await deliveries.ask(postOf(id, 'k'));
    await claim(state);
    await claim(state);
    expect(await none(state)).toBeNull();
    await deliveries.release('one');
    expect(await claim(state, 'two')).toMatchObject({ attempt: 2 });
    expect(await claim(state, 'two')).toMatchObject({ attempt: 2 });
  });
});
