/** Which passages a sentence really rests on: a wrong citation among right ones is dropped, another one found. */
import type { CitedPassage, Verdict, VerifySentence } from './verify-sentence.ts';

/** A passage that alone has so much less of the sentence than all together adds nothing. */
const ADDS = 0.15;
/** Support that a passage must give alone to be cited beside others. */
const LEAST_ALONE = 0.35;

export interface Support {
  readonly verdict: Verdict;
  /** Indices of the passages that the sentence rests on, best first; empty when it does not hold. */
  readonly supportedBy: readonly number[];
}

type Sentence = Parameters<VerifySentence>[0];

/**
 * The fewest of the passages with which the sentence holds: one alone where one is enough, with every other that alone
 * holds it, too; else those without which it would not hold.
 */
export function findSupport(
  verify: VerifySentence,
  sentence: Sentence,
  passages: readonly CitedPassage[],
): Support {
  const alone = passages.map((passage, index) => ({ index, verdict: verify(sentence, [passage]) }));
  const ranked = alone.toSorted((a, b) => b.verdict.support - a.verdict.support);
  const holding = ranked.filter(({ verdict }) => verdict.holds);
  const [best] = holding;
  if (best !== undefined)
    return {
      verdict: best.verdict,
      supportedBy: holding
        .filter(({ verdict }) => verdict.support >= best.verdict.support - ADDS)
        .map(({ index }) => index),
    };
  const some = ranked.filter(({ verdict }) => verdict.support >= LEAST_ALONE).map(({ index }) => index);
  const check = (indices: readonly number[]): Verdict =>
    verify(
      sentence,
      indices.flatMap((i) => passages[i] ?? []),
    );
  const verdict = check(some);
  if (some.length < 2 || !verdict.holds)
    return { verdict: check(passages.map((_, i) => i)), supportedBy: [] };
  // Each that can go goes, the weakest first.
  let kept: readonly number[] = some;
  for (const index of some.toReversed()) {
    const without = kept.filter((other) => other !== index);
    if (without.length > 0 && check(without).holds) kept = without;
  }
  return { verdict: check(kept), supportedBy: kept };
}
