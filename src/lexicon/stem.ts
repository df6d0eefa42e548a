/** Snowball stems for the Latin- and Cyrillic-script languages that the sources come in. */
import snowball from 'snowball-stemmers';
import { fold } from './fold.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  fr: 'french',
  en: 'english',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  ru: 'russian',
  cs: 'czech',
  da: 'danish',
  no: 'norwegian',
  sv: 'swedish',
  fi: 'finnish',
};

const stemmers = new Map<string, { stem(word: string): string }>();
const cache = new Map<string, string>();
/** Bounds the memory of the cache; a corpus of 100,000 passages has fewer distinct words than this. */
const CACHE_SIZE = 200_000;

/**
 * The folded stem of one word.
 *
 * @param word as written, with its diacritics: the algorithms need them.
 * @param lang ISO 639-1 code; a language without an algorithm gives the folded word.
 */
export function stem(word: string, lang: string): string {
  const algorithm = ALGORITHMS[lang];
  if (algorithm === undefined) return fold(word);
  const key = `${lang} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  let stemmer = stemmers.get(algorithm);
  if (stemmer === undefined) {
    stemmer = snowball.newStemmer(algorithm);
    stemmers.set(algorithm, stemmer);
  }
  const result = fold(stemmer.stem(word.toLowerCase().normalize('NFC'))) || fold(word);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, result);
  return result;
}
