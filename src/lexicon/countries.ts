/** Countries as concepts: names and demonyms from `world-countries`, and what newspapers call them besides. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Concept, OtherLang } from './concept.ts';
import { fold } from './fold.ts';
import { readTable } from './glossary.ts';

interface CountryRow {
  readonly cca2: string;
  readonly name: { readonly common: string; readonly official: string };
  readonly translations: Readonly<Record<string, { readonly official: string; readonly common: string }>>;
  readonly capital?: readonly string[];
  readonly independent: boolean | null;
  readonly demonyms: Readonly<Record<string, { readonly f: string; readonly m: string }>>;
}

/** The package's codes of the languages that have labels. */
const OTHERS = { de: 'deu', es: 'spa', ru: 'rus', cs: 'ces' } as const satisfies Record<OtherLang, string>;
const TRANSLATIONS = new Set<string>(['fra', 'zho', ...Object.values(OTHERS)]);

let rows: CountryRow[] | undefined;
function readRows(): CountryRow[] {
  if (rows !== undefined) return rows;
  const file = createRequire(import.meta.url).resolve('world-countries/countries.json');
  // Only what is used here is kept: the package's table holds much more of each country.
  rows = (JSON.parse(readFileSync(file, 'utf8')) as CountryRow[]).map(
    ({ cca2, name, capital, independent, translations, demonyms }) => ({
      cca2,
      name,
      capital: capital ?? [],
      independent,
      translations: Object.fromEntries(
        Object.entries(translations).filter(([lang]) => TRANSLATIONS.has(lang)),
      ),
      demonyms,
    }),
  );
  return rows;
}

/** The capitals' English names, folded, with the concept id of their country. */
export function readCapitals(): Map<string, string> {
  return new Map(
    readRows().flatMap((row) =>
      (row.capital ?? []).map((city) => [fold(city), `country:${row.cca2.toLowerCase()}`]),
    ),
  );
}

/** Every country and territory with an ISO 3166-1 code, as `country:<lower-case alpha-2 code>`. */
export function readCountries(extra: URL): Concept[] {
  const more = new Map(readTable(extra).map((row) => [row.code, row]));
  const states = readRows().filter(({ independent }) => independent !== false);
  const ofStates = new Set(
    states.flatMap(({ demonyms }) => Object.values(demonyms).flatMap(({ f, m }) => [f, m])),
  );
  // The people of a territory are often called what those of its state are: «américain» is no Northern Mariana islander.
  const people = (row: CountryRow, lang: string): string[] => {
    const both = row.demonyms[lang];
    const names = both === undefined ? [] : [both.m, both.f];
    return row.independent === false ? names.filter((name) => !ofStates.has(name)) : names;
  };
  return readRows().map((row) => {
    const code = row.cca2.toLowerCase();
    const added = more.get(code);
    const join = (column: string, ...names: (string | undefined)[]): string[] => {
      const own = (added?.[column] ?? '').split(';').map((label) => label.trim());
      return [
        ...new Set([...names, ...own].filter((name): name is string => name !== undefined && name !== '')),
      ];
    };
    const { fra, zho } = row.translations;
    return {
      id: `country:${code}`,
      kind: 'country',
      broader: ['country'],
      labels: {
        fr: join('fr', fra?.common, fra?.official, ...people(row, 'fra')),
        en: join('en', row.name.common, row.name.official, ...people(row, 'eng')),
        zh: join('zh', zho?.common, zho?.official),
      },
      others: Object.fromEntries(
        Object.entries(OTHERS).map(([lang, code]) => {
          const names = row.translations[code];
          return [lang, names === undefined ? [] : [...new Set([names.common, names.official])]];
        }),
      ),
    };
  });
}
