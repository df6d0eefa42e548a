/** The word of an installation: nobody makes one, changes one, lengthens its life, or uses it twice. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInstallWords, WordRefused } from '../../../src/adapters/slack/install-word.ts';

const MINUTE = 60_000;

function words({
  secret = 'state-secret',
  served = new Map<string, number>(),
  at = { time: 1_800_000_000_000 },
}) {
  const shelf = {
    hasServed: async (word: string) => served.has(word),
    async serve(word: string, until: number) {
      if (served.has(word)) return false;
      served.set(word, until);
      return true;
    },
  };
  return { at, served, ...createInstallWords(secret, { shelf, now: () => at.time }) };
}

it('is good for ten minutes, at whichever server has the secret, and once', async () => {
  const one = words({});
  const two = words({ served: one.served, at: one.at });
  const [word, late] = [one.give(), one.give()];
  expect(word).not.toBe(late);
  one.at.time += 9 * MINUTE;
  await two.check(word);
  await two.use(word);
  await expect(one.check(word)).rejects.toThrow(WordRefused);
  await expect(one.use(word)).rejects.toThrow(WordRefused);
  expect([...one.served.values()]).toEqual([1_800_000_000_000 + 10 * MINUTE]);
  one.at.time += 2 * MINUTE;
  await expect(two.check(late)).rejects.toThrow(WordRefused);
  await expect(two.use(late)).rejects.toThrow(WordRefused);
  await expect(words({ secret: 'another' }).check(words({}).give())).rejects.toThrow(WordRefused);
});

it('is refused with any character changed, also those of its end', async () => {
  const { give, check, served } = words({});
  const word = give();
  await fc.assert(
    fc.asyncProperty(fc.nat(word.length - 1), fc.constantFrom(...'0159AZaz_-.'), async (place, character) => {
      fc.pre(word[place] !== character);
      const changed = `${word.slice(0, place)}${character}${word.slice(place + 1)}`;
      await expect(check(changed)).rejects.toThrow(WordRefused);
    }),
  );
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
    if (!word.endsWith(last)) await expect(check(word.slice(0, -1) + last)).rejects.toThrow(WordRefused);
  for (const none of ['', '.', '..', '1.a.b', word.slice(1), `${word}=`, `${word}.${word}`])
    await expect(check(none)).rejects.toThrow(WordRefused);
  expect(served.size).toBe(0);
});
