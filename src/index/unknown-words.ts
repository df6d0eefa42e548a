/** What a question's words that are in no passage may stand for. */
import { fold } from '../lexicon/fold.ts';
import { numeralForms } from '../lexicon/numeral-forms.ts';
import { stem } from '../lexicon/stem.ts';
import { type Token, tokenize } from '../lexicon/tokenize.ts';
import { encodeWord } from './fts-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Of a question, so many unknown words are looked into; a longer list is no question. */
const MOST_UNKNOWN = 5;
/** Words alike that are looked for in place of one. */
const MOST_ALIKE = 3;
/** A word from the first length on may be one letter wrong, from the second on two. */
const ONE_WRONG = 5;
const TWO_WRONG = 8;
/** The shortest part of a compound. */
const SHORTEST_PART = 4;

/**
 * Words of the index to look for besides: other spellings of a word that no passage has, its parts when it is two words
 * in one, one word where two stand, other ways to write a numeral.
 *
 * @param langs ISO 639-1 codes under which the question's words are stemmed, its own first.
 * @param asked the question's words that are looked for, as they are indexed.
 * @param isKnown whether a word of the index is in any passage.
 */
export function standIns(
  text: string,
  langs: readonly string[],
  asked: ReadonlySet<string>,
  isKnown: (word: string) => boolean,
  vocabulary: Pick<Vocabulary, 'table'>,
): string[] {
  const lang = langs[0] ?? 'en';
  const tokens = tokenize(text, lang);
  const forms = (word: string): string[] =>
    /\d/u.test(word) ? [encodeWord(fold(word))] : langs.map((code) => encodeWord(stem(word, code)));
  const unknown = (token: Token): boolean =>
    !token.stop &&
    asked.has(encodeWord(token.stem)) &&
    ![encodeWord(token.stem), ...forms(token.text)].some(isKnown);
  const found = new Set<string>();
  const add = (words: readonly string[]): boolean => {
    const there = words.filter(isKnown);
    for (const word of there) found.add(word);
    return there.length > 0;
  };
  let looked = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const named = before?.capitalized === true && before.end + 1 === token.start;
    add(numeralForms(token.text, named).flatMap(forms));
    const isUnknown = unknown(token);
    const next = tokens[i + 1];
    if (next !== undefined && /^[\s-]$/u.test(text.slice(token.end, next.start)))
      if (isUnknown || unknown(next) || next.numeric) add(forms(token.text + next.text));
    if (!isUnknown || looked >= MOST_UNKNOWN) continue;
    looked += 1;
    const pieces = token.text.match(/\p{L}+|\d+\p{L}{0,3}$|\d+/gu) ?? [];
    if (pieces.length > 1) {
      for (const piece of pieces) add([...forms(piece), ...numeralForms(piece, true).flatMap(forms)]);
      continue;
    }
    const table = vocabulary.table();
    if (table === null) continue;
    const reach = token.text.length >= TWO_WRONG ? 2 : token.text.length >= ONE_WRONG ? 1 : 0;
    const alike = (most: number): string[] =>
      table.nearest(token.stem, most).sort(byLikeness(token.stem)).slice(0, MOST_ALIKE);
    if (reach > 0 && add(alike(1))) continue;
    if (partsOf(token.folded, (part) => forms(part).some(table.has)).some((part) => add(forms(part))))
      continue;
    if (reach > 1) add(alike(2).filter((word) => word.charAt(0) === token.stem.charAt(0)));
  }
  return [...found];
}

/** Words that begin alike first. */
function byLikeness(word: string): (a: string, b: string) => number {
  const shared = (other: string): number => {
    let i = 0;
    while (i < word.length && word[i] === other[i]) i += 1;
    return i;
  };
  return (a, b) => shared(b) - shared(a) || (a < b ? -1 : 1);
}

/** Both words of a compound, cut where the shorter one is longest; none when it is no compound. */
function partsOf(word: string, isWord: (part: string) => boolean): string[] {
  let best: string[] = [];
  for (let i = SHORTEST_PART; i <= word.length - SHORTEST_PART; i += 1) {
    const parts = [word.slice(0, i), word.slice(i)];
    if (!parts.every(isWord)) continue;
    const least = (some: readonly string[]): number => Math.min(...some.map(({ length }) => length));
    if (best.length === 0 || least(parts) > least(best)) best = parts;
  }
  return best;
}
