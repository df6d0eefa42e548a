/** Labels in German, Spanish, Russian and Czech: found in text of their own language, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const conceptsOf = (text: string, lang: string) =>
  lexicon.analyze(text, lang).concepts.map(({ concept }) => concept.id);

describe('the most important concepts', () => {
  it.each([
    ['de', 'Die Regierung beschuldigt russische Hacker eines Cyberangriffs.'],
    ['es', 'El gobierno acusó a los piratas informáticos rusos de un ciberataque.'],
    ['ru', 'Правительство обвинило российских хакеров в кибератаке.'],
    ['cs', 'Vláda obvinila ruské hackery z kybernetického útoku.'],
  ])('are found in %s', (lang, text) => {
    expect(conceptsOf(text, lang)).toEqual(
      expect.arrayContaining(['government', 'accuse', 'country:ru', 'hacker', 'cyberattack']),
    );
  });

  it('are found in inflected names, and countries by their names', () => {
    expect(conceptsOf('Слова Лаврова и Захаровой прозвучали в Пекине.', 'ru')).toEqual(
      expect.arrayContaining(['sergei-lavrov', 'maria-zakharova', 'beijing']),
    );
    expect(conceptsOf('Schweden und Norwegen schweigen.', 'de')).toEqual(['country:se', 'country:no']);
    expect(conceptsOf('Představitelé Švédska mlčí.', 'cs')).toContain('country:se');
  });

  it('are found in text of their language alone', () => {
    expect(conceptsOf('Le red bull est rouge.', 'fr')).not.toContain('network');
    expect(conceptsOf('A web of red threads.', 'en')).not.toContain('network');
    expect(conceptsOf('La red fue atacada.', 'es')).toContain('network');
  });
});
