/** Forgetting a person: nothing of hers is left, neither in the tables nor, where it is a file, in its bytes. */
import { expect, it } from 'vitest';
import { answerWith, messageAt, newStatePath, openTestState, PLACE, storedText } from './state-kit.ts';

it('deletes her answers, her ratings and those of others on her answers, and the text that waits', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const save = (id: string, userId: string, question: string) =>
    state.answers.save({ ...PLACE, userId, question, answer: answerWith(id) });
  const rate = (answerId: string, userId: string) =>
    state.ratings.rate({ ...PLACE, answerId, userId, verdict: 'down' });
  await save('hers-1', 'UHER', `quince ${'marmalade '.repeat(2_000)}`);
  await save('hers-2', 'UHER', 'quince jelly');
  await save('his', 'UHIM', 'rhubarb pie');
  await rate('hers-1', 'UHIM');
  await rate('hers-1', 'UHER');
  await rate('his', 'UHER');
  await rate('his', 'UHIM');
  const report = (answerId: string, userId: string, text: string) =>
    state.errors.report({ ...PLACE, answerId, userId, text });
  await report('his', 'UHER', 'the quince is no fruit');
  await report('hers-2', 'UHIM', 'quince is spelled so');
  await report('his', 'UHIM', 'rhubarb is no fruit');
  await state.inbox.take(messageAt(PLACE, { id: 'waiting', userId: 'UHER', text: 'quince tart' }));
  await state.inbox.take(messageAt(PLACE, { id: 'done', userId: 'UHER', text: 'quince juice' }));
  await state.inbox.settle(messageAt(PLACE, { id: 'done' }));
  await state.inbox.take(messageAt(PLACE, { id: 'his', userId: 'UHIM', text: 'rhubarb crumble' }));
  for (const sourceId of ['quince/s1', 'lac-gris/s1'])
    await state.corrections.watch(sourceId, { contentHash: 'h', standing: '[]' });
  expect(await storedText(path)).toMatch(/quince jelly/);
  expect(await storedText(path)).toMatch(/quince tart/);

  expect(await state.forgetUser({ ...PLACE, userId: 'UHER' })).toEqual({
    answers: 2,
    ratings: 3,
    reports: 1,
  });

  expect(await storedText(path)).not.toMatch(/quince|marmalade|UHER/);
  expect(await storedText(path)).toMatch(/rhubarb pie/);
  const watched = await state.corrections.citedSources(new Date(0));
  expect(watched.get('lac-gris/s1')).toEqual({ contentHash: 'h', standing: '[]' });
  expect(await state.answers.find('hers-1', PLACE)).toBeNull();
  expect((await state.listRatings({ limit: 9 })).map(({ question }) => question)).toEqual(['rhubarb pie']);
  expect((await state.listErrors({ limit: 9 })).map(({ report }) => report)).toEqual(['rhubarb is no fruit']);
  expect((await state.inbox.unsettled('slack')).map(({ message }) => message.id)).toEqual(['his']);
  for (const id of ['waiting', 'done']) expect(await state.inbox.take(messageAt(PLACE, { id }))).toBe(false);
  expect(await state.forgetUser({ ...PLACE, userId: 'UHER' })).toEqual({
    answers: 0,
    ratings: 0,
    reports: 0,
  });
});
