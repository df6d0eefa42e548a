/** What people said to be wrong in answers. */
import { expect, it } from 'vitest';
import { answerWith, DAY, HOUR, openTestState, PLACE } from './state-kit.ts';

const REPORT = { ...PLACE, answerId: 'a1', userId: 'U2', text: 'The date is wrong.' };

async function stateWithAnswer() {
  const state = await openTestState();
  await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith('a1') });
  return state;
}

it('are kept for answers that are, with the sentence that is meant, newest first', async () => {
  const state = await stateWithAnswer();
  expect(await state.errors.report({ ...REPORT, answerId: 'a2' })).toBe(false);
  expect(await state.errors.report({ ...REPORT, workspaceId: 'T2' })).toBe(false);
  expect(await state.errors.report(REPORT)).toBe(true);
  expect(await state.errors.report({ ...REPORT, text: 'So is the name.', sentence: 2 })).toBe(true);
  expect(await state.errors.report({ ...REPORT, text: 'And this.', sentence: 99 })).toBe(true);
  const listed = await state.listErrors({ limit: 9 });
  expect(listed.map(({ report, sentence }) => [report, sentence])).toEqual([
    ['And this.', null],
    ['So is the name.', 'Norland dément et juge les accusations sans fondement.'],
    ['The date is wrong.', null],
  ]);
  expect(listed[2]).toMatchObject({
    answerId: 'a1',
    platform: 'slack',
    workspaceId: 'T1',
    question: 'Qui ?',
  });
  expect(JSON.stringify(listed)).not.toMatch(/U1|U2/);
});

it('are listed since a day, up to a limit', async () => {
  const state = await stateWithAnswer();
  await state.errors.report(REPORT);
  state.time += HOUR;
  await state.errors.report({ ...REPORT, text: 'Later.' });
  const said = async (filter: Parameters<typeof state.listErrors>[0]) =>
    (await state.listErrors(filter)).map(({ report }) => report);
  expect(await said({ limit: 9, since: new Date(state.time) })).toEqual(['Later.']);
  expect(await said({ limit: 1 })).toEqual(['Later.']);
});

it('are limited for each person and day', async () => {
  const state = await stateWithAnswer();
  const kept: boolean[] = [];
  for (let i = 0; i < 51; i += 1) kept.push(await state.errors.report(REPORT));
  expect(kept.filter(Boolean)).toHaveLength(50);
  expect(kept.at(-1)).toBe(false);
  expect(await state.errors.report({ ...REPORT, userId: 'U3' })).toBe(true);
  state.time += DAY + 1_000;
  expect(await state.errors.report(REPORT)).toBe(true);
});
