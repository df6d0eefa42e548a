/** What has become of cited sources: each conversation is told of each change once. */
import { expect, it } from 'vitest';
import type { SourceChange } from '../../src/core/correction.ts';
import { answerWith, DAY, HOUR, openTestState, PLACE } from './state-kit.ts';

const CHANGE: SourceChange = { kind: 'withdrawn', date: '2026-01-30', note: null };
const SOURCE = {
  sourceId: 'lac-gris/s1',
  title: 'Titre',
  titleIsDescriptive: false,
  publisher: null,
  publishedAt: null,
  url: null,
};

async function withAnswer() {
  const state = await openTestState();
  const answer = answerWith('a1');
  await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer, threadId: 't1' });
  const tell = async (...changes: SourceChange[]) =>
    state.corrections.setChanges(
      { platform: PLACE.platform, workspaceId: PLACE.workspaceId, answer },
      SOURCE.sourceId,
      changes,
      changes.map((change) => ({ change: { ...change, ...SOURCE }, from: new Date(state.time) })),
    );
  return { state, answer, tell };
}

it('sources of recent answers are watched, each as it was last seen', async () => {
  const { state } = await withAnswer();
  const { corrections } = state;
  const since = new Date(state.time);
  expect(await corrections.citedSources(since)).toEqual(
    new Map(['lac-gris/s1', 'lac-gris/s2', 'lac-gris/s3'].map((id) => [id, null])),
  );
  await corrections.watch('lac-gris/s1', { contentHash: 'h', standing: '[]' });
  await corrections.watch('lac-gris/s1', { contentHash: null, standing: '[]' });
  expect((await corrections.citedSources(since)).get('lac-gris/s1')).toEqual({
    contentHash: null,
    standing: '[]',
  });
  expect(await corrections.answersCiting('lac-gris/s1', since)).toMatchObject([{ answer: { id: 'a1' } }]);
  expect((await corrections.citedSources(new Date(state.time + 1))).size).toBe(0);
});

it('a change is told once, again when it failed, and no more when it was taken back', async () => {
  const { state, tell } = await withAnswer();
  const { corrections } = state;
  const long = { ...CHANGE, note: '更正'.repeat(2_000) };
  await tell(CHANGE, long);
  await tell(CHANGE, long);
  const notice = await corrections.claim('slack');
  expect(notice).toMatchObject({ to: { ...PLACE, threadId: 't1' }, attempt: 1 });
  expect(notice?.changes.map(({ note }) => note).sort()).toEqual([long.note, null].sort());
  expect(await corrections.claim('slack')).toBeNull();
  if (notice !== null) await corrections.putOff(notice);
  state.time += HOUR;
  const again = await corrections.claim('slack');
  expect(again).toMatchObject({ attempt: 2, key: notice?.key });
  if (again !== null) await corrections.sent(again);
  state.time += DAY;
  expect(await corrections.claim('slack')).toBeNull();
  expect(await corrections.changesOf('a1', PLACE)).toHaveLength(2);
  await tell({ ...CHANGE, date: '2026-01-31' });
  await tell();
  expect(await corrections.claim('slack')).toBeNull();
});
