/** How well a text has a question's term, whatever the two languages. */
import { describe, expect, test } from 'vitest';
import { matchTerm } from '../../src/answer/match-term.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import type { Concept, ConceptKind } from '../../src/lexicon/concept.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { vocabularyOf } from '../../src/reading/read-text.ts';

const concept = (
  id: string,
  kind: ConceptKind,
  [fr, en, zh]: readonly [string, string, string],
  broader: readonly string[] = [],
): Concept => ({
  id,
  kind,
  broader,
  labels: { fr: fr.split(';'), en: en.split(';'), zh: zh === '' ? [] : zh.split(';') },
});
const lexicon = createLexicon(
  [
    concept('malware', 'term', ['logiciel malveillant', 'malware', '恶意软件']),
    concept('wiper', 'term', ['effaceur', 'wiper', ''], ['malware']),
    concept('keylogger', 'term', ['enregistreur de frappe', 'keylogger', ''], ['malware']),
    concept('minister', 'role', ['ministre', 'minister', '部长']),
    concept('sea-minister', 'role', ['ministre de la Mer', 'sea minister', ''], ['minister']),
    concept('police', 'term', ['police', 'police', '警察']),
    concept('country:va', 'country', ['Valdoria;valdorien', 'Valdoria;Valdorian', '瓦尔多利亚']),
    concept('country:nr', 'country', ['Norland;norlandais', 'Norland', '诺兰']),
    concept('velmar', 'place', ['Velmar', 'Velmar', ''], ['country:va']),
    concept(
      'valdorian-police',
      'org',
      ['police valdorienne', 'Valdorian police', ''],
      ['police', 'country:va'],
    ),
    concept('brightwave', 'org', ['Brightwave', 'Brightwave', ''], ['police', 'velmar']),
    concept('anna-berg', 'person', ['Anna Berg', 'Anna Berg', '']),
  ],
  'test',
  new Map([['velmar', 'country:va']]),
);
/** How well the text has the term that the words are. */
function match(words: string, [lang, text]: readonly [string, string]): number {
  const { terms } = analyzeQuestion(`Who ${words}?`, lexicon, 'en');
  const [term] = terms;
  if (term === undefined || terms.length > 1) throw new Error(`«${words}» is ${terms.length} terms`);
  return matchTerm(term, vocabularyOf([lexicon.analyze(text, lang)], lexicon), lexicon);
}

describe('a concept', () => {
  test('is had in full by its name in any language', () => {
    for (const text of [
      ['en', 'The malware spread.'],
      ['fr', 'Les logiciels malveillants se répandent.'],
      ['zh', '恶意软件蔓延'],
    ] as const)
      expect(match('malware', text)).toBe(1);
  });

  test('is had by what is narrower, less by what is more general, least by another kind of the same', () => {
    const narrower = match('malware', ['fr', 'Un effaceur se répand.']);
    const general = match('wiper', ['fr', 'Un logiciel malveillant se répand.']);
    const sibling = match('wiper', ['en', 'A keylogger spread.']);
    expect(narrower).toBe(1);
    expect(general).toBeGreaterThan(sibling);
    expect(general).toBeLessThan(1);
    expect(sibling).toBeGreaterThan(0);
  });

  test('is not had by a text about something else', () => {
    expect(match('malware', ['en', 'Cranes stood still.'])).toBe(0);
  });
});

describe('a name', () => {
  test('is not had by another of its kind', () => {
    expect(match('Norland', ['en', 'Valdoria replied.'])).toBe(0);
  });

  test('of a capital is nearly had by its country', () => {
    const metonym = match('Velmar', ['fr', 'Le gouvernement valdorien répond.']);
    expect(metonym).toBeGreaterThanOrEqual(0.7);
    expect(metonym).toBeLessThan(1);
    expect(match('Velmar', ['fr', 'Le gouvernement norlandais répond.'])).toBe(0);
  });

  test('of a body that says its parts is nearly had by a text with all of them', () => {
    const composed = match('Valdorian police', ['fr', 'La police enquête avec Valdoria.']);
    expect(composed).toBeGreaterThanOrEqual(0.7);
    expect(composed).toBeLessThan(1);
    expect(match('Valdorian police', ['fr', 'La police enquête.'])).toBe(0);
  });

  test('of a body that does not say its parts is no sum of them', () => {
    expect(match('Brightwave', ['fr', 'La police enquête à Velmar.'])).toBe(0);
  });

  test('of a person is had by the last part alone', () => {
    expect(match('Anna Berg', ['fr', 'Mme Berg a protesté.'])).toBe(1);
    expect(match('Anna Berg', ['fr', 'Mme Holm a protesté.'])).toBe(0);
  });

  test('that no glossary has is had when it is written alike', () => {
    expect(match('Zorblatt', ['fr', 'La société Zorblatt nie.'])).toBe(1);
    expect(match('Zorblatt', ['zh', 'Zorblatt公司否认'])).toBe(1);
    expect(match('Zorblatt', ['fr', 'La société Zephyr nie.'])).toBe(0);
  });
});

describe('a word that no concept covers', () => {
  test('is had in its inflections', () => {
    expect(match('orchards', ['en', 'The orchard burned.'])).toBe(1);
  });

  test('is nearly had by a word of another language that looks the same', () => {
    const cognate = match('electoral', ['fr', 'Une liste électorale.']);
    expect(cognate).toBeGreaterThan(0.5);
    expect(cognate).toBeLessThan(1);
  });

  test('is not had by one that only begins alike', () => {
    expect(match('port', ['fr', 'Les portières claquent.'])).toBe(0);
    expect(match('chest', ['en', 'The chesterfields are sold.'])).toBe(0);
  });
});
