/** A stored text as it is read: sentences that are where they say, and who speaks in each. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import type { ReadSentence } from '../../src/reading/read-text.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();
const read = (text: string, lang: string): readonly ReadSentence[] =>
  readWords(lexicon, text, lang).sentences;
const speakers = (text: string, lang: string): (string | null)[] =>
  read(text, lang).map(({ speaker }) => speaker?.name ?? null);

describe('who speaks', () => {
  test('is named as the text names him, without auxiliaries and marks', () => {
    expect(speakers('Minsk a démenti toute implication.', 'fr')).toEqual(['Minsk']);
    expect(speakers('« C’est faux », a déclaré l’ambassadeur de Minsk.', 'fr')).toEqual([
      'l’ambassadeur de Minsk',
    ]);
    expect(speakers('The Omani foreign ministry has denied it.', 'en')).toEqual([
      'The Omani foreign ministry',
    ]);
    expect(speakers('斐济外交部否认指控。', 'zh')).toEqual(['斐济外交部']);
  });

  test('carries over to «il», and says that it does', () => {
    const [, second] = read(
      'Le ministre letton Janis Ozols a accusé Minsk. Il a ajouté que la police enquête.',
      'fr',
    );
    expect(second?.speaker).toMatchObject({ name: 'Le ministre letton Janis Ozols', carried: true });
    const [first] = read('Le ministre letton Janis Ozols a accusé Minsk.', 'fr');
    expect(first?.speaker?.carried).toBe(false);
  });

  test('carries over to 他', () => {
    const [, second] = read('斐济外交部长否认指控。他说，没有任何证据。', 'zh');
    expect(second?.speaker).toMatchObject({ name: '斐济外交部长', carried: true });
  });

  test.each([
    ['Le porte-parole', 'Janis Ozols'],
    ['Le ministère', 'Le ministère'],
    ['L’ambassade', 'L’ambassade'],
    ['Le contre-espionnage tchèque', 'Le contre-espionnage tchèque'],
  ])('«%s» after a person speaks as %s: a body is not a person', (subject, name) => {
    const [, second] = read(
      `Selon Janis Ozols, les intrus ont été repérés. ${subject} avait désigné Minsk comme une menace.`,
      'fr',
    );
    expect(second?.speaker).toMatchObject({ name, carried: subject === 'Le porte-parole' });
  });

  test('«le ministère» is the ministry that spoke before', () => {
    const names = speakers(
      'Le ministère letton des Affaires étrangères accuse Minsk. Le ministère a ajouté que rien n’est volé.',
      'fr',
    );
    expect(new Set(names).size).toBe(1);
  });

  test('passes on to whoever is named next', () => {
    const names = speakers(
      'La Lettonie accuse Minsk. La Biélorussie dément toute implication. Elle a ajouté que rien n’est prouvé.',
      'fr',
    );
    expect(names).toEqual(['La Lettonie', 'La Biélorussie', 'La Biélorussie']);
  });

  test('is nobody when a pronoun opens the text', () => {
    expect(speakers('Il a ajouté que les preuves manquaient.', 'fr')).toEqual([null]);
  });

  test('has the country behind the name in the vocabulary', () => {
    const [sentence] = read('L’ambassade de Biélorussie à Riga dément toute implication.', 'fr');
    expect(sentence?.speaker?.vocabulary.general).toContain('country:by');
  });
});

describe('sentences', () => {
  const TEXT = `La Lettonie accuse Andorre d’avoir éteint ses phares le 3 mars 2031.

Andorre dément. « C’est une fable. Rien de plus », a dit sa porte-parole.`;

  test('are numbered stretches of the stored text', () => {
    const sentences = read(TEXT, 'fr');
    expect(sentences.map(({ index }) => index)).toEqual(sentences.map((_, i) => i));
    for (const { start, end, text } of sentences) expect(TEXT.slice(start, end)).toBe(text);
    expect(sentences.map(({ kind }) => kind)).toEqual(['accusation', 'denial', 'context']);
  });

  test('hold their quantities and concepts with offsets of their own', () => {
    const [first] = read(TEXT, 'fr');
    const date = first?.quantities.find(({ kind }) => kind === 'date');
    expect(first?.text.slice(date?.start, date?.end)).toMatch(/^3 mars/);
    expect(first?.vocabulary.concepts).toContain('country:lv');
    expect(first?.vocabulary.general).toContain('country');
  });

  test('stay stretches of any text', () => {
    const piece = fc.constantFrom(
      'Il a dit',
      '« Non. Oui »',
      'M. Ozols',
      '。',
      '他说，',
      '. ',
      '\n',
      '$&',
      'Riga',
      '😀',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('fr', 'en', 'zh'), (pieces, lang) => {
        const text = pieces.join(' ');
        for (const { start, end, text: words } of read(text, lang)) {
          expect(text.slice(start, end)).toBe(words);
          expect(words.trim()).toBe(words);
          expect(words).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the title counts for the text, in its own language', () => {
  const text = readWords(lexicon, 'Nichts weiter.', 'de', {
    title: 'Andorre accuse la Lettonie',
    titleIsDescriptive: false,
    lang: 'fr',
  });
  expect(text.vocabulary.concepts).toContain('country:ad');
  expect(text.vocabulary.concepts).toContain('accuse');
});

describe('behind an apposition the subject speaks, not the object', () => {
  test.each([
    ['fr', 'La Lettonie, membre de l’Otan, accuse la Biélorussie.', 'La Lettonie'],
    ['fr', 'Le ministre letton, qui revenait de Tallinn, a accusé Minsk de piratage.', 'Le ministre letton'],
    ['fr', 'Anna Berg, porte-parole de Minsk, a rejeté les accusations de la Lettonie.', 'Anna Berg'],
    ['fr', 'L’Otan, dont la Lettonie est membre, a déclaré sa solidarité.', 'L’Otan'],
    ['fr', 'L’Otan, dont la Lettonie fait partie, a exprimé le 3 mai 2031 son inquiétude.', 'L’Otan'],
    ['en', 'Latvia, a NATO member, accused Belarus of hacking.', 'Latvia'],
    ['fr', 'Une enquête a été menée à Riga, a précisé le gouvernement.', 'le gouvernement'],
  ])('%s: %s', (lang, text, speaker) => {
    expect(speakers(text, lang)).toEqual([speaker]);
  });

  test('an accusation stays one although the accused denies in a clause that hangs on it', () => {
    expect(read('La Lettonie accuse la Biélorussie, qui dément.', 'fr')[0]?.kind).toBe('accusation');
  });
});
