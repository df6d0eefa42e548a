/** The names under which people ask for countries, threat actors and languages. */
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { EUROPEAN_UNION } from '../../lexicon/state-concept.ts';

export interface KnownNames {
  /** ISO 3166-1 alpha-2, or `EU`; null when no country has the name, or several have. */
  country(name: string): string | null;
  /** Id of the actor's concept. */
  actor(name: string): string | null;
  actorName(id: string): string | null;
  countryNames(lang: AnswerLang): readonly string[];
  readonly actorNames: readonly string[];
}

/** Spelling apart: «Volt-Typhoon», «APT 31», «États Unis». */
const squeeze = (name: string): string => fold(name).replace(/[\s_.'-]+/g, '');

const byLexicon = new WeakMap<Lexicon, KnownNames>();

/** Gathered once for each lexicon: some thousand names. */
export function knownNames(lexicon: Lexicon): KnownNames {
  const known = byLexicon.get(lexicon) ?? gather(lexicon);
  byLexicon.set(lexicon, known);
  return known;
}

function gather(lexicon: Lexicon): KnownNames {
  const countries = new Map<string, Set<string>>();
  const addCountry = (name: string, code: string) => {
    const key = squeeze(name);
    countries.set(key, (countries.get(key) ?? new Set()).add(code));
  };
  const union = lexicon.concept(EUROPEAN_UNION);
  const states = [
    ...lexicon.concepts('country').flatMap((concept) => {
      const code = /^country:([a-z]{2})$/.exec(concept.id)?.[1];
      return code === undefined ? [] : [{ concept, code: code.toUpperCase() }];
    }),
    ...(union === undefined ? [] : [{ concept: union, code: 'EU' }]),
  ];
  for (const { concept, code } of states) {
    addCountry(code, code);
    for (const lang of ANSWER_LANGS) {
      for (const name of [countryName(code, lang), ...concept.labels[lang]]) addCountry(name, code);
    }
  }
  // What everybody writes for the code that is another's on paper.
  addCountry('UK', 'GB');
  const actors = new Map<string, string>();
  const actorNames: string[] = [];
  for (const { id, labels } of lexicon.concepts('actor')) {
    for (const name of [id, id.replace(/^actor:/, ''), ...labels.en, ...labels.zh])
      if (!actors.has(squeeze(name))) actors.set(squeeze(name), id);
    actorNames.push(...labels.en);
  }
  return {
    country(name) {
      const codes = countries.get(squeeze(name));
      // «UK» is short for one country and the code of none; a code is nobody else's.
      if (/^[A-Za-z]{2}$/.test(name) && codes?.has(name.toUpperCase()) === true) return name.toUpperCase();
      const [code, ...others] = codes ?? [];
      return others.length > 0 ? null : (code ?? null);
    },
    actor: (name) => actors.get(squeeze(name)) ?? null,
    actorName: (id) => lexicon.concept(id)?.labels.en[0] ?? null,
    countryNames: (lang) => states.map(({ code }) => countryName(code, lang)),
    actorNames,
  };
}

/** Languages that a report is likely to be in: for names, since every code is taken. */
const LANGUAGES = [
  'fr',
  'en',
  'zh',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'ru',
  'uk',
  'ja',
  'ko',
  'ar',
  'fa',
];

const languageName = (code: string, lang: AnswerLang): string | undefined =>
  new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }).of(code);

/** ISO 639-1 code of a language by code or name («français», `French`, 法语); null when it is none. */
export function readLanguage(text: string): string | null {
  const wanted = fold(text.trim());
  const code = wanted.split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2}$/.test(code) && languageName(code, 'en') !== undefined) return code;
  return (
    LANGUAGES.find((known) =>
      ANSWER_LANGS.some((lang) => fold(languageName(known, lang) ?? '').split(/\s/)[0] === wanted),
    ) ?? null
  );
}
