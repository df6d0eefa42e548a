/** Decides whether the evidence answers the question, and which sentences do. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Evidence } from './evidence.ts';
import { isOfTheField } from './field.ts';
import type { Question } from './question.ts';
import type { QuestionType } from './question-type.ts';
import { selectAcross } from './select-across.ts';
import { selectList } from './select-list.ts';
import { selectSides } from './select-sides.ts';

/** Limits of acceptance, set on development questions (docs/quality.md) and on no question of the evaluation. */
export interface Acceptance {
  /** Least score of the best sentence. */
  readonly score: number;
  /** Least share of the question's weight in the sentence and its surroundings. */
  readonly coverage: number;
  /** Least share of what is asked beyond names that stands in or beside the sentence. */
  readonly matter: number;
  /** Least fit to the kind of thing asked for. */
  readonly fit: number;
  /** Least certainty that the one asked about speaks. */
  readonly voice: number;
  /** A further sentence must come this near to the best one's score. */
  readonly near: number;
  /** Sentences in an answer, before the other side is added. */
  readonly most: number;
}

const ACCEPTANCE: Acceptance = {
  score: 0.41,
  coverage: 0.4,
  matter: 0.2,
  fit: 0.3,
  voice: 0.5,
  near: 0.75,
  most: 3,
};

/** The sentences that answer, best first; empty when the evidence does not hold the answer. */
export function selectEvidence(
  question: Question,
  evidence: readonly Evidence[],
  lexicon: Lexicon,
  limits: Acceptance = ACCEPTANCE,
): Evidence[] {
  const accepted = evidence.filter(
    (item) => accepts(question, item, limits) && isOfTheField(question, item, lexicon),
  );
  if (question.form === 'sides') {
    const sides = selectSides(question, evidence, lexicon);
    if (sides.length > 0) return sides;
  }
  const [best] = accepted;
  if (best === undefined)
    return selectAcross(question, evidence, lexicon, (part, weighed) =>
      selectOfOneCase(part, weighed, lexicon, limits),
    );
  if (question.form === 'list') return selectList(question, accepted, lexicon);
  return selectBest(accepted, limits);
}

function selectOfOneCase(
  question: Question,
  evidence: readonly Evidence[],
  lexicon: Lexicon,
  limits: Acceptance,
): Evidence[] {
  return selectBest(
    evidence.filter((item) => accepts(question, item, limits) && isOfTheField(question, item, lexicon)),
    limits,
  );
}

function selectBest(accepted: readonly Evidence[], limits: Acceptance): Evidence[] {
  const [best] = accepted;
  if (best === undefined) return [];
  const chosen: Evidence[] = [];
  for (const item of accepted) {
    if (isAside(item, best)) continue;
    if (chosen.length >= limits.most || item.score < limits.near * best.score) break;
    if (item.direct < HALF * best.direct) continue;
    if (!chosen.some((other) => repeats(item, other))) chosen.push(item);
  }
  return chosen;
}

/** A sentence of a second case, which has less of the question than the best one with its case. */
function isAside(item: Evidence, best: Evidence): boolean {
  return item.story !== best.story && item.story.topic !== null && item.about < best.about;
}

/** A further sentence must itself have this share of what the best one has. */
const HALF = 0.5;
/** A sentence that has nearly all that is asked for may name the thing in words that the glossary lacks. */
const NEARLY_ALL = 0.8;
const LOOSE_FIT = 0.2;

/** The one asked about speaks, and most of the question is there: «attaque» need not be said again. */
function speaksOut(question: Question, item: Evidence): boolean {
  return (
    question.speaker.length > 0 && item.voice >= 0.8 && (item.direct >= 0.6 || item.about >= OF_THE_CASE)
  );
}
/** The sentence and its case together have nearly all of the question. */
const OF_THE_CASE = 0.75;

/** "Did Trump and Pompeo agree on …": whoever has all names together tells of what is between them. */
function tellsOfAll({ type }: Question, { named, direct }: Evidence): boolean {
  return named && direct >= NAMES && (type === 'about' || type === 'statement' || type === 'who');
}
const NAMES = 0.55;

/** For where, when, how many and what name, something that is asked must be done in the sentence itself. */
const PLAIN_FACT: ReadonlySet<QuestionType> = new Set(['where', 'when', 'count', 'name']);
const LEAST_DEED = 0.5;

function accepts(question: Question, item: Evidence, limits: Acceptance): boolean {
  if (question.terms.length === 0) return false;
  const speaks = speaksOut(question, item);
  return (
    item.missing.length === 0 &&
    !item.elsewhere &&
    item.score >= (speaks ? SPOKEN_SCORE : 1) * limits.score &&
    item.coverage >= limits.coverage &&
    (item.matter >= limits.matter || speaks || tellsOfAll(question, item)) &&
    (item.fit >= limits.fit || (item.fit >= LOOSE_FIT && item.direct >= NEARLY_ALL)) &&
    item.voice >= limits.voice &&
    (item.deed >= LEAST_DEED || !PLAIN_FACT.has(question.type))
  );
}
/** Who speaks out on the case asked about need not repeat its words. */
const SPOKEN_SCORE = 0.85;

/** The same words, or nearly so, in two sources. */
function repeats(a: Evidence, b: Evidence): boolean {
  const x = a.sentence.vocabulary.stems;
  const y = b.sentence.vocabulary.stems;
  const shared = [...x].filter((stem) => y.has(stem)).length;
  return shared / Math.max(1, Math.min(x.size, y.size)) > 0.8;
}
