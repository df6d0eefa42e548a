/** Which sentences of the passages a sentence rests on. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Cover, coverOf, wordSupport } from './coverage.ts';
import type { Stretch } from './stretch.ts';

/** A sentence of a passage that has so much less than the best one has is another matter. */
const NEAR_BEST = 0.6;

export interface Aligned {
  readonly stretch: Stretch;
  readonly cover: Cover;
  /** Words of the sentence that stand in this one. */
  readonly shared: number;
}

/** The sentences nearest to the one to be checked, best first: the best, those near it, and those that add to it. */
export function align(said: Stretch, given: readonly Stretch[], lexicon: Lexicon): Aligned[] {
  const scored = given
    .map((stretch) => {
      const cover = coverOf([stretch], lexicon);
      const has = said.words.map((word) => (wordSupport(word, said.lang, cover, lexicon) ?? 0) >= 0.9);
      const dates = said.dates.filter((date) =>
        stretch.dates.some(
          ({ year, month, day }) => year === date.year && month === date.month && day === date.day,
        ),
      ).length;
      return { stretch, cover, has, shared: has.filter(Boolean).length + dates };
    })
    .sort((a, b) => b.shared - a.shared);
  const best = scored[0]?.shared ?? 0;
  const seen = new Set<number>();
  return scored.filter(({ has, shared }) => {
    const adds = has.filter((there, i) => there && !seen.has(i)).length;
    const kept = shared > 0 && (shared >= best * NEAR_BEST || adds >= 2);
    if (kept) for (const [i, there] of has.entries()) if (there) seen.add(i);
    return kept;
  });
}
