/** How much of what a sentence says its passages say. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Stretch, Word } from './stretch.ts';

/** Everything that words of a sentence can be found in. */
export interface Cover {
  readonly langs: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  /** Concepts named. */
  readonly meanings: ReadonlySet<string>;
  /** Concepts named and all that is more general. */
  readonly general: ReadonlySet<string>;
  /** Beginnings of words in Latin letters, for words that French and English share. */
  readonly beginnings: ReadonlySet<string>;
  readonly han: string;
}

/** Letters that a French and an English word must share at their beginning to be taken for one, and two of one language. */
const SHARED_LETTERS = 5;
const SHARED_IN_ONE = 7;

export function coverOf(stretches: readonly Stretch[], lexicon: Lexicon): Cover {
  const stems = new Set<string>();
  const folded = new Set<string>();
  const meanings = new Set<string>();
  const general = new Set<string>();
  const beginnings = new Set<string>();
  for (const { lang, words, concepts } of stretches) {
    for (const { token } of words) {
      stems.add(token.stem);
      folded.add(token.folded);
      if (token.folded.length >= SHARED_LETTERS)
        beginnings.add(`${lang} ${token.folded.slice(0, SHARED_LETTERS)}`);
      if (token.folded.length >= SHARED_IN_ONE)
        beginnings.add(`${lang} ${token.folded.slice(0, SHARED_IN_ONE)}`);
    }
    for (const { concept } of concepts) {
      meanings.add(concept.id);
      general.add(concept.id);
      for (const id of lexicon.broader(concept.id)) general.add(id);
    }
  }
  return {
    langs: new Set(stretches.map(({ lang }) => lang)),
    stems,
    folded,
    meanings,
    general,
    beginnings,
    han: stretches.map(({ text }) => text).join('\n'),
  };
}

const HAN = /^\p{Script=Han}/u;

/**
 * How far the passages have the word, 0 to 1: 1 for the word or its meaning, less for a narrower or a related one;
 * null where it cannot be told, because the passages are in another language and no table knows the word.
 */
export function wordSupport(
  { token, meanings }: Word,
  lang: string,
  cover: Cover,
  lexicon: Lexicon,
): number | null {
  if (cover.stems.has(token.stem) || cover.folded.has(token.folded)) return 1;
  if (meanings.some((id) => cover.general.has(id))) return 1;
  if (HAN.test(token.text)) {
    if (cover.han.includes(token.text)) return 1;
  } else if (sharesBeginning(token.folded, lang, cover)) return 0.9;
  const parents = meanings.flatMap((id) => lexicon.broader(id));
  if (parents.some((id) => !id.startsWith('country') && cover.meanings.has(id))) return 0.6;
  if (meanings.length === 0 && !cover.langs.has(lang)) return null;
  return 0;
}

/** «Politique» and "political", «bancaires» and «bancaire»: French and English have much in common. */
function sharesBeginning(folded: string, lang: string, { langs, beginnings }: Cover): boolean {
  return [...langs].some((other) => {
    const letters = other === lang ? SHARED_IN_ONE : SHARED_LETTERS;
    return folded.length >= letters && beginnings.has(`${other} ${folded.slice(0, letters)}`);
  });
}
