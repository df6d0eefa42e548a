/** No workspace sees another's rows, whatever their ids look like. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Place } from '../../src/core/chat.ts';
import { answerWith, messageAt, openTestState, PROPERTY_RUNS } from './state-kit.ts';

/** Short ids of few letters, and of those that mean something to SQL: they collide and overlap often. */
const id = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_', "'", '"', '|', ' '), maxLength: 3 });
const places = fc.uniqueArray(
  fc.record({ platform: fc.constantFrom('slack', 'discord', 'slac'), workspaceId: id, channelId: id }),
  { selector: (place) => JSON.stringify([place.platform, place.workspaceId]), minLength: 2, maxLength: 8 },
);
const name = (place: Place): string => JSON.stringify(place);

it('keeps every place to itself, also when one person is forgotten in one of them', async () => {
  await fc.assert(
    fc.asyncProperty(places, async ([empty, ...used]) => {
      const state = await openTestState(':memory:', 0);
      for (const place of used) {
        expect(await state.inbox.take(messageAt(place, { text: name(place) }))).toBe(true);
        await state.answers.save({
          ...place,
          userId: 'U1',
          question: name(place),
          answer: answerWith('a1', { suggestions: [name(place)] }),
        });
        expect(await state.ratings.rate({ ...place, answerId: 'a1', userId: 'U1', verdict: 'up' })).toBe(
          true,
        );
        await state.threads.add(place, 't1');
        await state.settings.write(place, 'workspace', { users: [`W${used.indexOf(place)}`] });
      }
      const check = async (place: Place, kept: boolean) => {
        const answer = await state.answers.find('a1', place);
        expect(answer?.suggestions ?? null).toEqual(kept ? [name(place)] : null);
        const texts = (await state.inbox.unsettled(place.platform))
          .filter(({ message }) => message.workspaceId === place.workspaceId)
          .map(({ message }) => message.text);
        expect(texts).toEqual(kept ? [name(place)] : []);
        expect(
          (await state.listRatings({ limit: 99 })).filter((r) => r.question === name(place)),
        ).toHaveLength(kept ? 1 : 0);
      };
      const nobody = empty as Place;
      await check(nobody, false);
      expect(await state.threads.has(nobody, 't1')).toBe(false);
      expect(await state.settings.read(nobody)).toEqual({});
      expect(await state.forgetUser({ ...nobody, userId: 'U1' })).toEqual({
        answers: 0,
        ratings: 0,
        reports: 0,
      });
      for (const place of used) {
        await check(place, true);
        expect(await state.threads.has(place, 't1')).toBe(true);
        expect(await state.threads.has({ ...place, channelId: `${place.channelId}x` }, 't1')).toBe(false);
        expect(await state.settings.read(place)).toEqual({ users: [`W${used.indexOf(place)}`] });
      }
      const [left, ...others] = used as [Place, ...Place[]];
      expect(await state.forgetUser({ ...left, userId: 'U1' })).toEqual({
        answers: 1,
        ratings: 1,
        reports: 0,
      });
      await check(left, false);
      expect(await state.inbox.take(messageAt(left))).toBe(false);
      for (const place of others) await check(place, true);
      await state.close();
    }),
    { numRuns: PROPERTY_RUNS },
  );
});
