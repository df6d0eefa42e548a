/** Which name is shown beside a sentence: a whole one, of who speaks, or none. */
import { describe, expect, test } from 'vitest';
import { speakerName } from '../../src/answer/speaker-name.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readText, vocabularyOf } from '../../src/reading/read-text.ts';
import { makeDocument } from '../support/corpus-kit.ts';

const lexicon = loadLexicon();

function nameIn(text: string, lang: string, name?: string): string | null {
  const { source, passages } = makeDocument({ id: 'ferries', text, lang });
  const [sentence] = readText({ source, text, passages }, lexicon).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  const { speaker } = sentence;
  if (name === undefined || speaker === null) return speakerName(sentence);
  const vocabulary = vocabularyOf([lexicon.analyze(name, lang)], lexicon);
  return speakerName({ ...sentence, speaker: { ...speaker, name, vocabulary } });
}

describe('only what can be of a name is kept', () => {
  test.each([
    [
      'en',
      'On 22 October 2020 the European Union said that two officers were on its list.',
      'the European Union',
    ],
    [
      'en',
      'The Norwegian government imposed sanctions over the ferries, it said.',
      'The Norwegian government',
    ],
    [
      'fr',
      'Le 3 mars 2021, le ministère norvégien de la Défense a accusé l’Islande.',
      'le ministère norvégien de la Défense',
    ],
  ])('%s: «%s»', (lang, text, expected) => {
    // The reading may have cut it already, or may hand on all that stands before the verb.
    const before = text.slice(0, text.indexOf(expected) + expected.length + 4);
    expect(nameIn(text, lang)).toBe(expected);
    expect(nameIn(text, lang, before)).toBe(expected);
  });
});

describe('no name is better than a wrong one', () => {
  test.each([
    ['a deed', 'The attack on Norway shows what Iceland said.', 'The attack on Norway'],
    ['nobody', 'Neither the United States nor Norway said a word.', 'Neither the United States'],
    ['an adjective whose noun is cut off', 'In 2013 the British mission said nothing.', 'British'],
    ['a date', 'The government said so.', 'On 31 August 2022 the government of Norway'],
    ['what is no name at all', 'The government said so.', 'mis en cause'],
    ['half a clause', 'The government said so.', 'the minister who did say'],
  ])('%s', (_, text, name) => expect(nameIn(text, 'en', name)).toBeNull());

  test('a newspaper that passes on what somebody else said is no speaker', () => {
    const text = 'Le gouvernement norvégien dément toute attaque, rapporte l’agence Xinhua.';
    expect(nameIn(text, 'fr', 'l’agence Xinhua')).toBeNull();
  });
});
