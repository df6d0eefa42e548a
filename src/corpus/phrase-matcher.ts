/** Recognises lines that consist of set phrases and nothing else, so that no sentence can ever match. */
import { fold } from '../lexicon/fold.ts';

/** Lines longer than this are prose, whatever they begin with. In UTF-16 code units. */
const LONGEST_LINE = 200;
const HAN = /\p{Script=Han}/u;

/** Set phrases as they are written down: divided by bars, over any number of lines. */
export function phraseList(text: string): string[] {
  return text.split('|').map((phrase) => phrase.trim());
}

/** The phrases a line consists of, in order; null when anything else stands in it. */
export type PhraseMatcher = (line: string) => string[] | null;

/**
 * @param phrases set phrases in any spelling: case, accents and apostrophes do not matter.
 * Punctuation, symbols and digits may stand between phrases.
 */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const byFirst = new Map<string, string[]>();
  for (const phrase of new Set(phrases.map(fold))) {
    const first = phrase.charAt(0);
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), phrase].sort((a, b) => b.length - a.length),
    );
  }
  return (line) => {
    if (line.length > LONGEST_LINE) return null;
    const folded = fold(line);
    const found: string[] = [];
    let at = 0;
    while (at < folded.length) {
      const letter = folded.charAt(at);
      const phrase = byFirst.get(letter)?.find((candidate) => standsAt(folded, candidate, at));
      if (phrase !== undefined) {
        found.push(phrase);
        at += phrase.length;
      } else if (/\p{L}/u.test(letter)) return null;
      else at += 1;
    }
    return found.length > 0 ? found : null;
  };
}

function standsAt(text: string, phrase: string, at: number): boolean {
  if (!text.startsWith(phrase, at)) return false;
  const last = phrase.charAt(phrase.length - 1);
  const next = text.charAt(at + phrase.length);
  return next === '' || HAN.test(last) || !/\p{L}/u.test(last) || !/\p{L}/u.test(next);
}
