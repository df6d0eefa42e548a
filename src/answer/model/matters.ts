/** Whether a source's sentence has to do with the question or with its own story: what was planted in it has not. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import type { Evidence } from '../evidence.ts';
import { hasFieldConcept } from '../field.ts';

/**
 * To the point is what has something of the question, and what accuses, replies or tells of a measure. Beside it, only a
 * sentence with a word of the field belongs to the story.
 *
 * @param evidence everything weighed for the question.
 */
export function createMatterCheck(
  evidence: readonly Evidence[],
  lexicon: Lexicon,
): (sentence: ReadSentence) => boolean {
  const place = (id: string, index: number): string => `${index} ${id}`;
  const toThePoint = new Set(
    evidence.flatMap(({ sentence: { source, index, kind }, direct }) =>
      direct > 0 || kind !== 'context' ? [place(source.id, index)] : [],
    ),
  );
  return ({ source, index, vocabulary }) => {
    const isToThePoint = (at: number): boolean => toThePoint.has(place(source.id, at));
    if (isToThePoint(index)) return true;
    return (
      (isToThePoint(index - 1) || isToThePoint(index + 1)) && hasFieldConcept(vocabulary.concepts, lexicon)
    );
  };
}
