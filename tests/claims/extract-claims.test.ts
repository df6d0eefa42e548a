/** Claims as rules read them: who says what of whom, in three languages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extract-claims.ts';
import { article, claimsIn, lexicon, shortly } from '../support/claims-kit.ts';

test('the day on which something was said is no part of who said it', () => {
  const [claim] = claimsIn('拉脱维亚政府周五表示，白俄罗斯黑客入侵了议会网络。', 'zh');
  expect(claim?.speaker).toBe('拉脱维亚政府');
});

describe('one sentence', () => {
  test.each([
    [
      'fr',
      'Le gouvernement letton a accusé la Biélorussie d’avoir piraté le Parlement.',
      ['accusation LV>BY'],
    ],
    ['fr', 'La Biélorussie est accusée par la Lettonie d’avoir piraté le Parlement.', ['accusation LV>BY']],
    [
      'fr',
      'Riga et Vilnius ont attribué l’attaque contre le port à la Biélorussie.',
      ['accusation LV>BY', 'accusation LT>BY'],
    ],
    [
      'fr',
      'Selon le ministère letton de la Défense, APT28 est à l’origine de l’intrusion.',
      ['accusation LV>? APT28'],
    ],
    ['fr', 'Minsk a démenti lundi toute implication.', ['denial BY']],
    ['fr', 'L’ambassade de Biélorussie à Riga n’a pas répondu aux questions.', ['no-comment BY']],
    ['fr', 'La Lettonie a convoqué l’ambassadeur de Biélorussie.', ['measure LV>BY']],
    ['fr', '« Ces accusations sont infondées », a déclaré l’ambassade de Biélorussie.', ['denial BY']],
    ['en', 'Latvia accused Belarus of hacking its parliament.', ['accusation LV>BY']],
    ['en', 'Belarus was accused by Latvia of hacking its parliament.', ['accusation LV>BY']],
    ['en', 'The Latvian police said that APT28 was behind the intrusion.', ['accusation LV>? APT28']],
    ['en', 'Belarus denied any involvement in the hack.', ['denial BY']],
    ['en', 'The Latvian foreign minister called the intrusion "unacceptable".', []],
    ['en', 'The Belarusian foreign ministry called the accusations of hacking irresponsible.', ['denial BY']],
    ['en', 'The Belarusian foreign ministry called the attack claims unacceptable.', ['denial BY']],
    ['fr', 'La ministre lettone a qualifié la cyberattaque d’inacceptable.', []],
    ['fr', 'Minsk a qualifié les accusations de cyberattaque d’inacceptables.', ['denial BY']],
    ['en', 'The embassy of Belarus in Riga declined to comment.', ['no-comment BY']],
    ['en', 'On Monday Latvia summoned the ambassador of Belarus.', ['measure LV>BY']],
    ['zh', '拉脱维亚政府指责白俄罗斯入侵议会网络。', ['accusation LV>BY']],
    ['zh', '白俄罗斯外交部否认参与网络攻击。', ['denial BY']],
    ['zh', '拉脱维亚外交部召见白俄罗斯大使。', ['measure LV>BY']],
  ])('%s: %s', (lang, text, expected) => {
    expect(claimsIn(text, lang).map(shortly)).toEqual(expected);
  });
});

test.each([
  [
    'en',
    'The Latvian government on Monday accused Belarus of hacking its parliament.',
    'The Latvian government',
  ],
  ['en', 'The embassy of Belarus on 3 April 2031 denied any involvement.', 'The embassy of Belarus'],
  [
    'fr',
    'Le gouvernement letton a accusé lundi la Biélorussie d’avoir piraté le Parlement.',
    'Le gouvernement letton',
  ],
  [
    'fr',
    'Le ministère letton de la Défense, lundi soir, a accusé la Biélorussie de piratage.',
    'Le ministère letton de la Défense',
  ],
])('the day is no part of the name of who speaks: %s: %s', (lang, text, speaker) => {
  expect(claimsIn(text, lang).map((claim) => claim.speaker)).toEqual([speaker]);
});

describe('what is no claim of this sentence', () => {
  test.each([
    ['en', 'Belarus was not blamed for the hack.'],
    ['en', 'Three men charged over the hack live in Minsk.'],
    ['en', 'Latvia could sanction Belarus.'],
    ['fr', 'La Lettonie pourrait sanctionner la Biélorussie.'],
    ['fr', 'Le port de Riga compte douze grues.'],
  ])('%s: %s', (lang, text) => {
    expect(claimsIn(text, lang).map(shortly)).toEqual([]);
  });

  test('nothing is read out of a text that is not about attacks on computers', () => {
    const text = 'La Lettonie a accusé la Biélorussie de pêcher dans ses eaux.';
    expect(claimsIn(text, 'fr', { title: 'Pêche' })).toEqual([]);
  });
});

describe('several sentences', () => {
  test('who is accused and denies strikes back', () => {
    const text =
      'Latvia accused Belarus of hacking its parliament. Belarus denied it. Belarus accused Latvia of spying on its network.';
    expect(claimsIn(text, 'en').map(shortly)).toEqual([
      'accusation LV>BY',
      'denial BY',
      'counter-accusation BY>LV',
    ]);
  });

  test('a surname is who was named in full before', () => {
    const text =
      'Anna Berg, ministre lettone, a accusé la Biélorussie de piratage. « Cette attaque provient de la Biélorussie », a ajouté Mme Berg.';
    expect(claimsIn(text, 'fr').map(({ speakerCountry }) => speakerCountry)).toEqual(['LV', 'LV']);
  });

  test('a newspaper that reports is not the one who speaks', () => {
    const [claim] = claimsIn(
      'Latvia accused Belarus of hacking its parliament, Reuters reported in May 2031.',
      'en',
    );
    expect(claim?.speaker).toBe('Latvia');
  });
});

describe('certainty', () => {
  test.each([
    ['en', 'Latvia said that Belarus was almost certainly behind the hack.', 'almost certainly'],
    [
      'fr',
      'La Lettonie juge très probable que la Biélorussie soit responsable de l’attaque.',
      'très probable',
    ],
    ['zh', '拉脱维亚政府指责白俄罗斯很可能是幕后黑手。', '很可能'],
    ['en', 'Latvia accused Belarus of the hack.', null],
  ])('%s: %s', (lang, text, words) => {
    expect(claimsIn(text, lang)[0]?.confidenceAsStated ?? null).toBe(words);
  });
});

test('offsets hold the sentence, and certainty is in the text, whatever the text', () => {
  const pieces = fc.constantFrom(
    'Latvia',
    'accused',
    'Belarus',
    'of hacking',
    '. ',
    ', ',
    '«',
    '»',
    '"',
    'denied',
    'said that',
    'almost certainly',
    'was behind',
    'APT28',
    'by',
    'sanctioned',
    '\n',
    'on 3 May 2031',
    'according to',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
      const stored = article(words.join(' '), 'en');
      for (const claim of extractClaims(stored, lexicon)) {
        expect(stored.text.slice(claim.start, claim.end)).toBe(claim.wording);
        if (claim.confidenceAsStated !== null) expect(stored.text).toContain(claim.confidenceAsStated);
        expect(claim.speaker).not.toBe('');
      }
    }),
    { numRuns: 60 },
  );
});

test('a sentence without end says nothing, and those beside it are read', () => {
  const endless = `Latvia ${'said that Belarus accused '.repeat(400)}nobody.`;
  const claims = claimsIn(
    `Latvia accused Belarus of hacking its parliament. ${endless} Belarus denied it.`,
    'en',
  );
  expect(claims.map(shortly)).toEqual(['accusation LV>BY', 'denial BY']);
});
