/** Who speaks in a sentence: the words that name the speaker, and never those that name the accused. */
import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { findSpeech } from '../../src/reading/speech.ts';

const lexicon = loadLexicon();
function speech(text: string, lang: string): { words: string | null; pronoun: boolean } {
  const { spans, pronoun } = findSpeech(lexicon.analyze(text, lang));
  expect(spans.length).toBeLessThanOrEqual(1);
  const [span] = spans;
  const words = span === undefined ? null : text.slice(span.start, span.end).trim();
  return { words: words?.replace(/^[\s,.]+|[\s,.]+$/g, '') ?? null, pronoun };
}

describe('the words that name the speaker', () => {
  test.each([
    // According to …
    ['fr', 'Selon le procureur de Riga, le groupe a volé des dossiers.', 'le procureur de Riga'],
    ['fr', 'Le groupe a volé des dossiers, selon le procureur de Riga.', 'le procureur de Riga'],
    ['fr', 'D’après la société Norsec, la panne a duré deux jours.', 'la société Norsec'],
    ['en', 'According to the Riga prosecutor, the group stole files.', 'the Riga prosecutor'],
    ['en', 'The group stole files, according to the Riga prosecutor.', 'the Riga prosecutor'],
    // The subject before the verb
    ['fr', 'Minsk a démenti lundi toute implication.', 'Minsk'],
    // What stands behind a participle is its object.
    ['fr', 'De son côté, Minsk a nié y être mêlé, qualifiant les accusations d’« infondées ».', 'Minsk'],
    ['en', 'Belarus denied any part in it, calling the claims “baseless”.', 'Belarus'],
    [
      'fr',
      'Le gouvernement letton a accusé la Biélorussie d’avoir attaqué son réseau.',
      'Le gouvernement letton',
    ],
    ['fr', 'Vendredi, le Premier ministre a jugé l’attaque inacceptable.', 'le Premier ministre'],
    ['en', 'Belarus denied any involvement on Monday.', 'Belarus'],
    ['en', 'The police said its report would follow.', 'The police'],
    ['zh', '拉脱维亚政府指责白俄罗斯黑客攻击议会。', '拉脱维亚政府'],
    ['zh', '白俄罗斯外交部发言人表示，相关指控毫无根据。', '白俄罗斯外交部发言人'],
    // Names that end as adverbs do
    ['en', 'Italy accused Iran of hacking.', 'Italy'],
    ['en', 'Italy firmly denied it.', 'Italy'],
    ['en', 'The General Assembly condemned it.', 'The General Assembly'],
    ['en', 'The parliament has blamed Iran.', 'The parliament'],
    ['en', 'The Justice Department charged two Iranians.', 'The Justice Department'],
    ['fr', 'Le gouvernement accuse la Biélorussie.', 'Le gouvernement'],
    ['fr', 'Le Parlement a fermement dénoncé la Chine.', 'Le Parlement'],
    // Behind what was said
    ['fr', '«C’est une fable», a répliqué la porte-parole Anna Berg.', 'la porte-parole Anna Berg'],
    ['en', 'Belarus added that there was no evidence.', 'Belarus'],
    [
      'fr',
      '« Nous ne savons rien de cette affaire », a déclaré l’ambassadeur de Minsk.',
      'l’ambassadeur de Minsk',
    ],
    ['fr', '«C’est une fable», a ajouté mardi la porte-parole Anna Berg.', 'mardi la porte-parole Anna Berg'],
    ['en', '“We know nothing of it,” said the ambassador of Belarus.', 'the ambassador of Belarus'],
    ['en', '"It is a fable", Anna Berg said on Tuesday.', 'Anna Berg'],
    // With something put in between
    [
      'fr',
      'La police, qui a publié son rapport, a indiqué que trois serveurs avaient été saisis.',
      'La police',
    ],
    ['fr', 'L’Otan, dont la Lettonie est membre, a déclaré que la campagne l’inquiétait.', 'L’Otan'],
    ['en', 'NATO, of which Latvia is a member, declared its solidarity.', 'NATO'],
  ])('%s: %s', (lang, text, words) => {
    expect(speech(text, lang)).toEqual({ words, pronoun: false });
  });

  test.each([
    ['fr', 'Riga a affirmé que Minsk accusait les mauvais voisins.', 'Riga'],
    ['en', 'Latvia said that Belarus denied the charges.', 'Latvia'],
  ])('%s: who accuses or denies in a clause of «%s» is not the one who speaks', (lang, text, words) => {
    expect(speech(text, lang).words).toBe(words);
  });
});

describe('a pronoun', () => {
  test.each([
    ['fr', 'Il a ajouté que les preuves manquaient.'],
    ['fr', '« Nous ne savons rien », a-t-il déclaré.'],
    ['fr', 'Elle a rejeté ces accusations.'],
    ['fr', 'Selon lui, rien n’a été volé.'],
    ['en', 'He denied the charges.'],
    ['zh', '他说，没有任何证据。'],
  ])('%s: «%s» leaves the name to a sentence before', (lang, text) => {
    expect(speech(text, lang).pronoun).toBe(true);
  });
});

describe('no speaker', () => {
  test.each([
    ['fr', 'Les ferries sont restés à quai.'],
    ['fr', 'Les accusations de la Lettonie restent sans preuve.'],
    ['fr', 'Son rapport compte trente pages.'],
    ['fr', 'Le document que la Lettonie accuse d’être faux circule.'],
    ['en', 'The report of the agency names three servers.'],
    ['en', 'The cranes stood still for nine hours.'],
    ['zh', '起重机停了九个小时。'],
    ['fr', ''],
  ])('%s: %s', (lang, text) => {
    expect(speech(text, lang)).toEqual({ words: null, pronoun: false });
  });

  test('what is quoted does not speak for the sentence', () => {
    expect(speech('Il lit : « le ministre a déclaré la fin ».', 'fr').words).toBeNull();
  });
});
