/** Copies of a passage's sentences in other sources, of which some may be gone. */
import type { Passage } from '../core/source.ts';

/** The ids of the sources that the passages name as having a sentence too. */
export function sourcesOfCopies(passages: readonly Passage[]): string[] {
  return [...new Set(passages.flatMap(({ alsoIn }) => alsoIn.map(({ sourceId }) => sourceId)))];
}

/** The passages with only those copies that stand in one of the sources. */
export function keepCopiesIn(passages: readonly Passage[], sources: ReadonlySet<string>): Passage[] {
  return passages.map((passage) => ({
    ...passage,
    alsoIn: passage.alsoIn.filter(({ sourceId }) => sources.has(sourceId)),
  }));
}
