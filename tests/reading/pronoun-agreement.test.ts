import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { mayMean } from '../../src/reading/pronoun-agreement.ts';
import { readText } from '../../src/reading/read-text.ts';
import { makeDocument } from '../support/corpus-kit.ts';

describe('a pronoun agrees with the name', () => {
  test.each([
    ['selon elle', 'Mme Ozola'],
    ['elle', 'La ministre'],
    ['il', 'Le porte-parole'],
    ['elle', 'L’ambassade'],
    ['il', 'Riga'],
    ['ils', 'Des responsables'],
    ['he', 'Janis Ozols'],
  ])('«%s» may mean «%s»', (pronoun, name) => expect(mayMean(pronoun, name)).toBe(true));

  test.each([
    ['selon elle', 'Des responsables de l’Agence'],
    ['elle', 'Le ministre'],
    ['il', 'La ministre'],
    ['il', 'Mme Ozola'],
    ['she', 'Several officials'],
    ['he', 'Mrs Ozola'],
  ])('«%s» does not mean «%s»', (pronoun, name) => expect(mayMean(pronoun, name)).toBe(false));
});

test('the last speaker whom it may mean is taken', () => {
  const text =
    'Mme Ozola a critiqué la Norvège. Des responsables norvégiens ont reconnu une faute. Selon elle, la Norvège attaque tout le monde.';
  const { source, passages } = makeDocument({ id: 'ozola', text, lang: 'fr' });
  const sentences = readText({ source, text, passages }, loadLexicon()).sentences;
  expect(sentences[2]?.speaker).toMatchObject({ name: 'Mme Ozola', carried: true });
});
