/** Questions with words that no passage has. */
import { expect, it } from 'vitest';
import { makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

async function ask(lang: string, texts: Readonly<Record<string, string>>) {
  const index = await openTestIndex(temporaryFolder());
  await index.put(
    'root',
    'ingested',
    Object.entries(texts).map(([id, text]) => makeDocument({ id, text, lang })),
  );
  return async (text: string) => (await index.search({ text, lang, k: 1 })).map(({ source }) => source.id);
}

it('finds names that the question misspells, whatever else it says', async () => {
  const found = await ask('fr', {
    meant: 'Le général Vorontchek se réfugia dans la ville haute. Marlisa tient à ses principes.',
    other: 'Où se réfugier ? Où le général est réfugié, la ville le dit. Les points sont tenus.',
  });
  expect(await found('Où s’est réfugié le général Vorotnchek ?')).toEqual(['meant']);
  expect(await found('Quels sont les points auxquels Marisa tient ?')).toEqual(['meant']);
});

it('finds compounds however they are joined', async () => {
  const found = await ask('en', {
    port: 'The harbourmaster closed the quay. Version Zeta 12 was found there.',
    town: 'The mayor of the guild closed the town hall. Version 3 was found.',
  });
  expect(await found('harbour master closed')).toEqual(['port']);
  expect(await found('version Zeta12')).toEqual(['port']);
});

it('finds a ruler under a numeral of either kind', async () => {
  const found = await ask('fr', {
    eighth: 'Le roi Aldric VIII mourut en mer. Nul ne le pleura.',
    second: 'Le roi Aldric II mourut à terre. Nul ne le pleura non plus.',
  });
  expect(await found('Où mourut Aldric 8 ?')).toEqual(['eighth']);
  expect(await found('Où mourut Aldric 2 ?')).toEqual(['second']);
});

it('takes a word like no other for none', async () => {
  const found = await ask('en', { port: 'The harbourmaster closed the quay. Nobody asked why.' });
  expect(await found('zyxquvwolp')).toEqual([]);
});
