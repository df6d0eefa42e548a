/** Compiles labels into the words that the matcher looks for: the costly part of loading a lexicon, and cacheable. */
import { type Concept, isName, OTHER_LANGS, type OtherLang } from './concept.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Labels by the language whose stems they are in; `any` holds names, compared unstemmed in every language. */
export type LabelTable = 'fr' | 'en' | 'any' | OtherLang;

/** Flag: the label must be written in capitals; folded it is an everyday word, or too short to be sure. */
export const CAPITALS = 1;
/** Flag: no word may stand in between; the label lives by its function words. */
export const CONTIGUOUS = 2;

/** Index of the concept, table, flags, then the words in order. Plain data, so that it can be stored as JSON. */
export type CompiledLabel = readonly [concept: number, table: LabelTable, flags: number, ...parts: string[]];

/** Short or everyday when not in capitals: «us», «bis», «who», «mois». */
const NEEDS_CAPITALS = new Set([
  'us',
  'un',
  'eu',
  'ue',
  'x',
  'ap',
  'who',
  'bis',
  'sis',
  'cse',
  'nis',
  'it',
  'apt',
  'mois',
]);
/** An abbreviation of so few letters may be a word of another language's when not in capitals. */
const LONGEST_ABBREVIATION = 4;
const HAN = /\p{Script=Han}/u;

/** The labels in Latin and other spaced scripts; Chinese ones are compared letter by letter and need no compiling. */
export function compileLabels(concepts: readonly Concept[]): CompiledLabel[] {
  const compiled: CompiledLabel[] = [];
  for (const [index, concept] of concepts.entries()) {
    const seen = new Set<string>();
    const add = (table: LabelTable, flags: number, parts: readonly string[]): void => {
      const key = [table, ...parts].join(' ');
      if (seen.has(key)) return;
      seen.add(key);
      compiled.push([index, table, flags, ...parts]);
    };
    const name = isName(concept);
    for (const lang of ['fr', 'en'] as const)
      for (const label of concept.labels[lang]) {
        if (HAN.test(label)) continue;
        const { tokens, contiguous } = labelTokens(label, lang, name);
        const [first] = tokens;
        if (first === undefined) continue;
        const capitals =
          tokens.length === 1 && NEEDS_CAPITALS.has(first.folded) && label === label.toUpperCase();
        const flags = (capitals ? CAPITALS : 0) | (contiguous ? CONTIGUOUS : 0);
        // A name of one word is compared as it is written: the stem of «Meta» is that of «met».
        if (!name || tokens.length > 1 || concept.kind === 'country')
          add(
            lang,
            flags,
            tokens.map((token) => token.stem),
          );
        if (name)
          add(
            'any',
            flags,
            tokens.map((token) => token.folded),
          );
      }
    for (const lang of OTHER_LANGS)
      for (const label of concept.others?.[lang] ?? []) {
        const { tokens, contiguous } = labelTokens(label, lang, name);
        const short = tokens.length === 1 && label.length <= LONGEST_ABBREVIATION;
        const flags = (short && label === label.toUpperCase() ? CAPITALS : 0) | (contiguous ? CONTIGUOUS : 0);
        // Names too: these languages inflect them («Лаврова», «Pekingu»).
        if (tokens.length > 0)
          add(
            lang,
            flags,
            tokens.map((token) => token.stem),
          );
      }
  }
  return compiled;
}

/** Articles with which a label may begin without being a phrase. */
const ARTICLES = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'the', 'a', 'an']);

/**
 * The words of a label that must be found. Function words may be left out («ministère des Affaires étrangères»), but
 * not where they make the phrase: «faire face» without «faire» would be any face, «Le Monde» any world.
 */
function labelTokens(
  label: string,
  lang: string,
  name: boolean,
): { tokens: readonly Token[]; contiguous: boolean } {
  const all = tokenize(label, lang);
  const content = all.filter((token) => !token.stop);
  if (content.length > 1) return { tokens: content, contiguous: false };
  const start = name ? 0 : all.findIndex((token) => !ARTICLES.has(token.folded));
  const tokens = start === -1 ? all : all.slice(start);
  return { tokens, contiguous: tokens.length > content.length };
}
