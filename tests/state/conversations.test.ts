/** What was said before in a conversation, and nowhere else. */
import { expect, it, vi } from 'vitest';
import type { AnswerAudit } from '../../src/core/audit.ts';
import {
  answerWith,
  DAY,
  HOUR,
  newStatePath,
  openTestState,
  PLACE,
  readRows,
  type TestState,
} from './state-kit.ts';

const ALL = new Date(0);
const AUDIT: AnswerAudit = {
  asked: 'Qui ?',
  versions: { lexicon: 'l1' },
  model: null,
  passages: [{ sourceId: 'lac-gris/s1', start: 0, end: 9, contentHash: 'h', use: 'cited' }],
  sentences: [],
  timings: { search: 3 },
};

const give = (
  state: TestState,
  id: string,
  over: { threadId?: string; userId?: string } = { threadId: 't1' },
) => state.answers.save({ ...PLACE, userId: 'U1', question: `${id} ?`, answer: answerWith(id), ...over });

const questions = async (state: TestState, threadId = 't1', limit = 9, since = ALL, place = PLACE) =>
  (await state.answers.inThread(place, threadId, limit, since)).map(({ question }) => question);

it('is told oldest first, the last turns, none from before', async () => {
  const state = await openTestState();
  const start = state.time;
  for (const id of ['a', 'b', 'c', 'd']) {
    await give(state, id);
    state.time += HOUR;
  }
  expect(await questions(state)).toEqual(['a ?', 'b ?', 'c ?', 'd ?']);
  expect(await questions(state, 't1', 2)).toEqual(['c ?', 'd ?']);
  expect(await questions(state, 't1', 9, new Date(start + HOUR))).toEqual(['b ?', 'c ?', 'd ?']);
  expect((await state.answers.inThread(PLACE, 't1', 1, ALL))[0]?.answer).toEqual(answerWith('d'));
});

it('is of that platform, workspace, channel and thread alone', async () => {
  const state = await openTestState();
  await give(state, 'a');
  await give(state, 'b', { threadId: 't2' });
  expect(await questions(state)).toEqual(['a ?']);
  for (const over of [{ platform: 'discord' }, { workspaceId: 'T2' }, { channelId: 'C2' }])
    expect(await questions(state, 't1', 9, ALL, { ...PLACE, ...over })).toEqual([]);
});

it('never holds what the asker alone saw, even where the conversation moves on', async () => {
  const state = await openTestState();
  await give(state, 'secret', {});
  await state.answers.move('secret', PLACE, 't1');
  expect(await questions(state)).toEqual([]);
  expect(await questions(state, '')).toEqual([]);
});

it('moves to the thread that the reply opened, within its channel', async () => {
  const state = await openTestState();
  await give(state, 'a', { threadId: 'message' });
  await state.answers.move('a', { ...PLACE, channelId: 'C2' }, 'elsewhere');
  await state.answers.move('a', PLACE, 'opened');
  expect(await questions(state, 'opened')).toEqual(['a ?']);
  expect(await questions(state, 'message')).toEqual([]);
});

it('is kept with its audit and the sources it cites, replaced together, and gone together', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const rows = (table: string) => readRows(path, `SELECT * FROM ${table}`);
  const sources = async () =>
    (await readRows(path, 'SELECT * FROM answer_sources ORDER BY source_id')).map(
      ({ source_id }) => source_id,
    );
  const attached = async () => [...(await rows('audits')), ...(await rows('answer_sources'))];
  const answer = answerWith('a');
  const given = { ...PLACE, userId: 'U1', question: 'Qui ?', threadId: 't1' };
  await state.answers.save({ ...given, answer, audit: AUDIT });
  expect(await sources()).toEqual(['lac-gris/s1', 'lac-gris/s2', 'lac-gris/s3']);
  expect((await rows('audits')).map(({ content }) => JSON.parse(String(content)))).toEqual([AUDIT]);

  await state.answers.save({ ...given, answer: { ...answer, citations: answer.citations.slice(0, 1) } });
  expect(await sources()).toEqual(['lac-gris/s1']);
  expect(await rows('audits')).toEqual([]);

  await state.answers.save({ ...given, answer, audit: AUDIT });
  state.time += 91 * DAY;
  await state.answers.find('a', PLACE);
  await vi.waitFor(async () => expect(await rows('answers')).toEqual([]));
  expect(await attached()).toEqual([]);

  await state.answers.save({ ...given, answer, audit: AUDIT });
  await state.forgetUser({ ...PLACE, userId: 'U1' });
  expect([...(await rows('answers')), ...(await attached())]).toEqual([]);
});
