/** The terms of a question with their weights, and how well each sentence has each of them. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { onlyAttributes } from './attributions.ts';
import { matchTerm } from './match-term.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

/** A sentence has a term when it has this much of it, 0 to 1. */
export const NAMED = 0.7;
const WEIGHT = { name: 1.1, concept: 1, word: 0.8, foreignWord: 0.35, letter: 0.1, framing: 0.15 } as const;

export interface Weighed {
  readonly term: Term;
  /** It belongs to the form of the question, and its answer need not repeat it. */
  readonly framing: boolean;
  /** In a sentence of the question's language, and in one of another, which has few of its words whatever it says. */
  readonly weight: Readonly<Record<Language, number>>;
}

/** Of a sentence, beside the question's. */
export type Language = 'same' | 'foreign';

/** Share of the question's weight, 0 to 1, of which `having` tells how well each term is had. */
export function share(weighed: readonly Weighed[], having: readonly number[], language: Language): number {
  const total = weighed.reduce((sum, { weight }) => sum + weight[language], 0);
  const had = weighed.reduce((sum, { weight }, i) => sum + weight[language] * (having[i] ?? 0), 0);
  return had / Math.max(total, 0.001);
}

/** How well each sentence has each term, 0 to 1, in the order of the terms. */
export type Had = ReadonlyMap<ReadSentence, readonly number[]>;

/** Each sentence is compared once: it is its neighbours' neighbour, too. */
export function matchSentences(terms: readonly Term[], stories: readonly Story[], lexicon: Lexicon): Had {
  const sentences = stories.flatMap((story) => story.texts.flatMap((text) => text.sentences));
  return new Map(
    sentences.map((sentence) => [
      sentence,
      terms.map((term) => matchTerm(term, sentence.vocabulary, lexicon)),
    ]),
  );
}

/** Terms with their weights: rare ones count for more, those found in every sentence for little. */
export function weigh(question: Question, had: Had): Weighed[] {
  const all = [...had.values()];
  return question.terms.map((term, i) => {
    const having = all.filter((terms) => (terms[i] ?? 0) >= NAMED).length;
    const share = having / Math.max(1, all.length);
    const rarity = Math.min(1, Math.max(0.35, -Math.log(share + 0.02) / Math.log(20)));
    const framing = isFraming(term) || (question.type === 'author' && onlyAttributes(term));
    const base = (same: boolean): number => (framing ? WEIGHT.framing : baseWeight(term, same));
    return { term, framing, weight: { same: base(true) * rarity, foreign: base(false) * rarity } };
  });
}

function baseWeight(term: Term, sameLanguage: boolean): number {
  if (term.isName) return WEIGHT.name;
  if (term.concepts.length > 0) return WEIGHT.concept;
  // A single Han letter that is no concept's is a particle or a piece of a word.
  if (term.text.length === 1) return WEIGHT.letter;
  return sameLanguage ? WEIGHT.word : WEIGHT.foreignWord;
}
