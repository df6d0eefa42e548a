/** Answers and what people thought of them. */
import { describe, expect, it } from 'vitest';
import { UNANSWERED } from '../support/sample-answers.ts';
import { answerWith, HOUR, openTestState, PLACE } from './state-kit.ts';

const OTHER = { ...PLACE, workspaceId: 'T2' };

describe('answers', () => {
  it('are found in their workspace, from whatever channel', async () => {
    const { answers } = await openTestState();
    const answer = answerWith('a1');
    await answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer });
    expect(await answers.find('a1', { ...PLACE })).toEqual(answer);
    expect(await answers.find('a1', OTHER)).toBeNull();
    expect(await answers.find('a1', { ...PLACE, platform: 'discord' })).toBeNull();
    expect(await answers.find('a2', PLACE)).toBeNull();
  });

  it('may be saved again: a message that is taken up after a kill is answered anew', async () => {
    const { answers, ratings } = await openTestState();
    await answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith('a1') });
    await ratings.rate({ ...PLACE, answerId: 'a1', userId: 'U2', verdict: 'up' });
    const second = answerWith('a1', { lang: 'en' });
    await answers.save({ ...PLACE, userId: 'U1', question: 'Who?', answer: second });
    expect(await answers.find('a1', PLACE)).toEqual(second);
  });
});

describe('ratings', () => {
  it('are kept for answers that are, one for each person, the last', async () => {
    const state = await openTestState();
    const { answers, ratings } = state;
    const rating = { ...PLACE, answerId: 'a1', userId: 'U2', verdict: 'up' } as const;
    expect(await ratings.rate(rating)).toBe(false);
    await answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith('a1') });
    expect(await ratings.rate({ ...rating, ...OTHER })).toBe(false);
    expect(await ratings.rate(rating)).toBe(true);
    expect(await ratings.rate({ ...rating, userId: 'U3' })).toBe(true);
    state.time += HOUR;
    expect(await ratings.rate({ ...rating, verdict: 'down' })).toBe(true);
    const listed = await state.listRatings({ limit: 10 });
    expect(listed.map(({ verdict }) => verdict)).toEqual(['down', 'up']);
    expect(listed[0]).toEqual({
      answerId: 'a1',
      verdict: 'down',
      ratedAt: '2026-01-31T11:00:00.000Z',
      platform: 'slack',
      workspaceId: 'T1',
      question: 'Qui ?',
      text: expect.stringMatching(/^Selon le ministère .* \[1\]\nNorland dément/),
      sourceIds: ['lac-gris/s1', 'lac-gris/s2', 'lac-gris/s3'],
    });
  });

  it('are listed newest first, filtered, and cut at the limit', async () => {
    const state = await openTestState();
    const start = state.time;
    for (let i = 0; i < 6; i += 1) {
      state.time = start + i * HOUR;
      const answer = i === 5 ? { ...UNANSWERED, id: 'a5' } : answerWith(`a${i}`);
      await state.answers.save({ ...PLACE, userId: 'U1', question: `Q${i}\u0000`, answer });
      const verdict = i % 2 === 0 ? 'up' : 'down';
      await state.ratings.rate({ ...PLACE, answerId: `a${i}`, userId: 'U2', verdict });
    }
    const ids = async (filter: Parameters<typeof state.listRatings>[0]) =>
      (await state.listRatings(filter)).map(({ answerId }) => answerId);
    expect(await ids({ limit: 10 })).toEqual(['a5', 'a4', 'a3', 'a2', 'a1', 'a0']);
    expect(await ids({ limit: 2 })).toEqual(['a5', 'a4']);
    expect(await ids({ limit: 10, verdict: 'down' })).toEqual(['a5', 'a3', 'a1']);
    expect(await ids({ limit: 10, since: new Date(start + 3 * HOUR) })).toEqual(['a5', 'a4', 'a3']);
    expect(await ids({ limit: 1, since: new Date(start), verdict: 'up' })).toEqual(['a4']);
    expect((await state.listRatings({ limit: 1 }))[0]).toMatchObject({
      question: 'Q5\u0000',
      text: '',
      sourceIds: [],
    });
  });
});
