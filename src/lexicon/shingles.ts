/** A text as the set of its short runs of words: by what two texts share of them it is told that one copies the other. */

/** Words, or characters where a language writes no spaces, in a shingle. */
const WORDS = 3;
const CHARACTERS = 5;
/** A line that stands in a text longer by that factor makes no copy of either. */
const LONGER = 4;

const RUNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}\p{M}]+/gu;
const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Runs of words; of characters where a language writes no spaces. */
export function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  const words: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!SPACELESS.test(run)) {
      words.push(run);
      continue;
    }
    const characters = [...run];
    for (let i = 0; i + CHARACTERS <= characters.length; i += 1)
      shingles.add(characters.slice(i, i + CHARACTERS).join(''));
  }
  for (let i = 0; i + WORDS <= words.length; i += 1)
    shingles.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return shingles;
}

/** What of the smaller set stands in the larger one, 0 to 1; 0 where one is far larger. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0 || few.size * LONGER < many.size) return 0;
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared / few.size;
}
