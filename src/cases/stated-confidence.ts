/** How sure a speaker says to be, as a number, where the words are those of a scale that the STIX standard maps. */
import { fold } from '../lexicon/fold.ts';

/**
 * STIX 2.1, appendix A: the scale of the US Director of National Intelligence, and none/low/medium/high. The French
 * and Chinese words are the plain equivalents of a scale's own.
 */
const SCALES: readonly (readonly [value: number, words: readonly string[]])[] = [
  [
    95,
    ['almost certain', 'nearly certain', 'presque certain', 'quasi certain', 'quasi-certitude', '几乎确定'],
  ],
  [
    85,
    ['very likely', 'highly probable', 'highly likely', 'très probable', 'hautement probable', '极有可能'],
  ],
  [85, ['high', 'high confidence', 'degré de confiance élevé', 'confiance élevée', '高度可信', '高置信度']],
  [70, ['likely', 'probable', '很可能']],
  [50, ['medium', 'medium confidence', 'moderate confidence', 'confiance moyenne', '中等置信度']],
  [15, ['low', 'low confidence', 'confiance faible', '低置信度']],
];

const VALUES = new Map(SCALES.flatMap(([value, words]) => words.map((word) => [fold(word), value])));

/**
 * The whole statement must be a term of a scale: words with a condition, or about one part of what is claimed, are
 * more than a number can say.
 *
 * @returns 0 to 100; null when the words are no term of a scale.
 */
export function confidenceOnScale(stated: string | null): number | null {
  return stated === null ? null : (VALUES.get(fold(stated).trim()) ?? null);
}
