/** A workspace that took the app out is forgotten when its time has come, wholly, and alone. */
import { expect, it } from 'vitest';
import { createDepartureBook } from '../../src/state/departure-book.ts';
import { fillNews, pollAt, seededFeed, sighted, subscriptionWith } from './news-kit.ts';
import {
  answerWith,
  DAY,
  messageAt,
  newStatePath,
  openBeside,
  openTestState,
  PLACE,
  storedText,
} from './state-kit.ts';

const KEY = new Uint8Array(32).fill(1);
const installation = (workspaceId: string) => ({
  workspaceId,
  name: workspaceId,
  botUser: 'U0',
  botId: 'B0',
  scopes: [],
  installedBy: 'UHER',
  tokens: { access: 'xoxb-quince', refresh: null, endsAt: null },
});

it('deletes all that is kept of the workspace, and nothing of another', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  await fillNews(state);
  for (const [workspaceId, fruit] of [
    ['T-quince', 'quince'],
    ['T2', 'rhubarb'],
  ] as const) {
    const place = { ...PLACE, workspaceId };
    await state.installations('slack', [KEY]).save(installation(workspaceId));
    await state.answers.save({ ...place, userId: 'U1', question: `${fruit} ?`, answer: answerWith('a1') });
    await state.ratings.rate({ ...place, answerId: 'a1', userId: 'U1', verdict: 'up' });
    await state.errors.report({ ...place, answerId: 'a1', userId: 'U1', text: `${fruit} is a fruit` });
    await state.inbox.take(messageAt(place, { text: `${fruit} tart` }));
    await state.threads.add(place, fruit);
    await state.settings.write(place, 'workspace', { users: [fruit] });
    await state.news.subscriptions.add(
      subscriptionWith(fruit, { place, subject: { type: 'topic', words: fruit } }),
    );
    const feed = await seededFeed(state, `https://${fruit}.example/rss`, workspaceId);
    await state.news.feeds.claimDue('p', 9, DAY);
    await state.news.feeds.finishPoll('p', feed.id, pollAt(state.time), [sighted(fruit)]);
  }
  const workspace = { platform: 'slack', workspaceId: 'T-quince' };
  await state.departures.leave(workspace, state.time, DAY);
  await state.departures.leave(workspace, state.time + DAY, DAY);
  expect(await state.departures.forgetDue()).toEqual([]);
  expect(await state.departures.leaving()).toEqual([workspace]);
  state.time += DAY;
  expect(await state.departures.forgetDue()).toEqual([workspace]);
  expect(await state.departures.forgetDue()).toEqual([]);
  const forgottenAt = new Date(state.time).toISOString();
  expect(await state.departures.forgotten()).toEqual([{ ...workspace, forgottenAt }]);

  const kept = (await storedText(path)).replaceAll('T-quince', '');
  expect(kept).not.toContain('quince');
  expect(kept).toContain('rhubarb tart');
  const other = { ...PLACE, workspaceId: 'T2' };
  expect(await state.answers.find('a1', other)).not.toBeNull();
  expect(await state.settings.read(other)).toEqual({ users: ['rhubarb'] });
  expect(await state.news.subscriptions.list(other)).toHaveLength(1);
  expect(await state.installations('slack', [KEY]).list()).toEqual(['T2']);
  // What everybody's feeds brought stays.
  expect(await state.news.stories.find('s1')).not.toBeNull();
});

it('keeps what a workspace has that is back in time, or was installed since', async () => {
  const state = await openTestState();
  const workspace = { platform: 'discord', workspaceId: '900' };
  const place = { ...workspace, channelId: 'c' };
  await state.settings.write(place, 'workspace', { users: ['u'] });
  await state.departures.leave(workspace, state.time, DAY);
  expect(await state.departures.rejoin(workspace)).toBe(true);
  expect(await state.departures.rejoin(workspace)).toBe(false);
  const slack = { platform: 'slack', workspaceId: 'T1' };
  await state.installations('slack', [KEY]).save(installation('T1'));
  // Slack told late of an earlier end.
  await state.departures.leave(slack, state.time - 1, 0);
  state.time += 2 * DAY;
  expect(await state.departures.forgetDue()).toEqual([]);
  expect(await state.settings.read(place)).toEqual({ users: ['u'] });
  expect(await state.installations('slack', [KEY]).list()).toEqual(['T1']);
});

it('keeps what was installed anew while another workspace was being forgotten', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const { run } = await openBeside(path);
  const shelf = state.installations('slack', [KEY]);
  for (const workspaceId of ['T1', 'T2']) {
    await shelf.save(installation(workspaceId));
    await state.departures.leave({ platform: 'slack', workspaceId }, state.time, DAY);
  }
  state.time += DAY;
  // Comes at the end of each.
  const scrub = async () => {
    for (const { workspaceId } of await state.departures.leaving())
      await shelf.save(installation(workspaceId));
  };
  const forgotten = await createDepartureBook({ run, scrub }, () => state.time).forgetDue();
  expect(forgotten).toHaveLength(1);
  expect(await state.departures.forgotten()).toMatchObject(forgotten);
  expect(await shelf.list()).toEqual(
    ['T1', 'T2'].filter((workspaceId) => workspaceId !== forgotten[0]?.workspaceId),
  );
});

it('forgets at once what an operator names, also where nothing is kept', async () => {
  const state = await openTestState();
  await state.settings.write(PLACE, 'workspace', { users: ['u'] });
  expect(await state.departures.forget(PLACE)).toBe(1);
  const [before] = await state.departures.forgotten();
  state.time += 1;
  expect(await state.departures.forget(PLACE)).toBe(0);
  const after = await state.departures.forgotten();
  expect(after).toHaveLength(1);
  expect(after[0]?.forgottenAt).not.toBe(before?.forgottenAt);
});
