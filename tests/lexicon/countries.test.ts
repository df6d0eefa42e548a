/** Countries under the names that newspapers use, in three languages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCapitals, readCountries } from '../../src/lexicon/countries.ts';
import { temporaryFolder } from '../index/index-kit.ts';

const EXTRA = new URL('../../src/lexicon/data/countries-extra.tsv', import.meta.url);
const countries = readCountries(EXTRA);
const labels = (code: string, lang: 'fr' | 'en' | 'zh'): readonly string[] =>
  countries.find(({ id }) => id === `country:${code}`)?.labels[lang] ?? [];

describe('countries', () => {
  test('holds every one once, each with a name in each language', () => {
    expect(countries.length).toBeGreaterThan(240);
    expect(new Set(countries.map(({ id }) => id)).size).toBe(countries.length);
    const nameless = countries.filter(({ labels: { fr, en, zh } }) => !fr[0] || !en[0] || !zh[0]);
    expect(nameless).toEqual([]);
    for (const { id, kind, broader } of countries) {
      expect(id).toMatch(/^country:[a-z]{2}$/);
      expect(kind).toBe('country');
      expect(broader).toEqual(['country']);
    }
  });

  test('repeats no label of a country', () => {
    for (const { labels: own } of countries)
      for (const list of [own.fr, own.en, own.zh]) expect(new Set(list).size).toBe(list.length);
  });

  test.each([
    ['cz', 'fr', 'tchèque'],
    ['cz', 'en', 'Czechia'],
    ['cz', 'zh', '捷克'],
    ['gb', 'fr', 'britannique'],
    ['gb', 'en', 'UK'],
    ['us', 'zh', '美国'],
    ['us', 'en', 'American'],
    ['cn', 'fr', 'Chinois'],
    ['nz', 'fr', 'néo-zélandais'],
    ['ee', 'fr', 'Estonie'],
    ['ee', 'en', 'Estonian'],
    ['al', 'zh', '阿尔巴尼亚'],
  ] as const)('%s in %s: %s', (code, lang, name) => {
    expect(labels(code, lang)).toContain(name);
  });

  test('adds what a table says to the names it knows', () => {
    const file = join(temporaryFolder(), 'extra.tsv');
    writeFileSync(file, '# comment\ncode\tfr\ten\tzh\nis\tl’île ; Islande;;\tthe island\t\n');
    const own = readCountries(pathToFileURL(file)).find(({ id }) => id === 'country:is')?.labels;
    expect(own?.fr).toContain('Islande');
    expect(own?.fr).toContain('l’île');
    expect(own?.fr).not.toContain('');
    expect(own?.en).toContain('the island');
    expect(own?.en).toContain('Iceland');
  });

  test('knows the country of a capital by its folded English name', () => {
    const capitals = readCapitals();
    expect(capitals.get('prague')).toBe('country:cz');
    expect(capitals.get('beijing')).toBe('country:cn');
    expect(capitals.get('washington d.c.')).toBe('country:us');
    expect(capitals.get('shanghai')).toBeUndefined();
  });
});
