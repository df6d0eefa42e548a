/** Judges by rules whether a news item is about attribution: a sum of reasons that can each be told. */
import type { Judgement, NewsText } from '../judgement.ts';
import { conclude, type JudgeDeps, readItem } from './read-item.ts';

/**
 * An item is about attribution when somebody is accused, suspected, charged or sanctioned for an attack on computers or
 * for spying or influence by one, or denies, claims, doubts or corrects it. The offence of a single person without a
 * state or a known group behind it is none, and neither is an attack whose author nobody names.
 *
 * @returns a function that never throws, whatever the text.
 */
export function createJudge(deps: JudgeDeps): (item: NewsText) => Judgement {
  return (item) => {
    const reading = readItem(item, deps.lexicon);
    return conclude(reading, reading.reasons, 'rules', deps);
  };
}
