/** Judgements to figures, over all questions and for each language. */
import type { Judgement } from './judge.ts';
import type { Tally } from './judge-citations.ts';
import { type Share, share } from './wilson.ts';

export interface Figures {
  readonly questions: number;
  readonly articleRecallAt1: Share;
  readonly articleRecallAt3: Share;
  readonly passageRecallAt3: Share;
  /** Of the answerable: the answer holds the keywords. */
  readonly keywords: Share;
  /** Of the answerable: refused all the same. */
  readonly falseRefusals: Share;
  /** Of the unanswerable: answered all the same. */
  readonly falseAnswers: Share;
  /** Of the near-misses among them. */
  readonly falseAnswersHard: Share;
  /** Of the answers that show an accusation: a reply is shown too, or its absence said. */
  readonly bothSides: Share;
  /** Of the answers that must show a reply of the accused: they do. */
  readonly denials: Share;
  /** Of the answers that must name who says it: they do. */
  readonly attributor: Share;
  /** Of all sentences that accuse: they name the accuser. */
  readonly attributed: Share;
  /** Of all sentences: they raise no certainty. */
  readonly hedged: Share;
  /** After ALCE: of all sentences, and of all citations. */
  readonly citationRecall: Share;
  readonly citationPrecision: Share;
  /** Of all answers: every pointer is valid, every excerpt verbatim. */
  readonly sound: Share;
  readonly millisecondsMedian: number | null;
  readonly firstSentenceMedian: number | null;
}

export interface Report {
  readonly all: Figures;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  /** Of the golden set: how many of each kind were answered rightly, or rightly not answered. */
  readonly byKind: Readonly<Record<string, Share>>;
}

export function summarise(judgements: readonly Judgement[]): Report {
  const langs = [...new Set(judgements.map(({ lang }) => lang))];
  return {
    all: figures(judgements),
    byLanguage: Object.fromEntries(
      langs.map((lang) => [lang, figures(judgements.filter((j) => j.lang === lang))]),
    ),
    byKind: Object.fromEntries(
      [...new Set(judgements.flatMap(({ kind }) => kind ?? []))].map((kind) => {
        const ofKind = judgements.filter((j) => j.kind === kind);
        return [kind, share(ofKind.filter(isRight).length, ofKind.length)];
      }),
    ),
  };
}

function isRight({ answerable, answered, keywords }: Judgement): boolean {
  return answerable ? keywords === true : !answered;
}

function figures(judgements: readonly Judgement[]): Figures {
  const answerable = judgements.filter((j) => j.answerable);
  const unanswerable = judgements.filter((j) => !j.answerable);
  const hard = unanswerable.filter((j) => j.hard);
  const sided = judgements.filter((j) => j.bothSides !== null);
  const count = (list: readonly Judgement[], holds: (j: Judgement) => boolean): Share =>
    share(list.filter(holds).length, list.length);
  const within = (rank: number | null, k: number): boolean => rank !== null && rank <= k;
  const given = (pick: (j: Judgement) => boolean | null): Share => {
    const asked = judgements.filter((j) => pick(j) !== null);
    return count(asked, (j) => pick(j) === true);
  };
  const sum = (pick: (citations: Judgement['citations']) => Tally): Share => {
    const tallies = judgements.map((j) => pick(j.citations));
    const total = (part: 'hits' | 'of') => tallies.reduce((all, tally) => all + tally[part], 0);
    return share(total('hits'), total('of'));
  };
  return {
    questions: judgements.length,
    articleRecallAt1: count(answerable, (j) => within(j.articleRank, 1)),
    articleRecallAt3: count(answerable, (j) => within(j.articleRank, 3)),
    passageRecallAt3: count(answerable, (j) => within(j.passageRank, 3)),
    keywords: count(answerable, (j) => j.keywords === true),
    falseRefusals: count(answerable, (j) => !j.answered),
    falseAnswers: count(unanswerable, (j) => j.answered),
    falseAnswersHard: count(hard, (j) => j.answered),
    bothSides: count(sided, (j) => j.bothSides === true),
    denials: given((j) => j.denial),
    attributor: given((j) => j.attributor),
    attributed: sum(({ attributed }) => attributed),
    hedged: sum(({ hedged }) => hedged),
    citationRecall: sum(({ recall }) => recall),
    citationPrecision: sum(({ precision }) => precision),
    sound: count(judgements, (j) => j.citations.sound),
    millisecondsMedian: median(judgements.map((j) => j.milliseconds)),
    firstSentenceMedian: median(judgements.flatMap((j) => j.firstSentence ?? [])),
  };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
