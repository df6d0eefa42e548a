/** Judgements to figures, over all questions and for each language. */
import type { Judgement } from './judge.ts';
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
  readonly millisecondsMedian: number | null;
}

export interface Report {
  readonly all: Figures;
  readonly byLanguage: Readonly<Record<string, Figures>>;
}

export function summarise(judgements: readonly Judgement[]): Report {
  const langs = [...new Set(judgements.map(({ lang }) => lang))];
  return {
    all: figures(judgements),
    byLanguage: Object.fromEntries(
      langs.map((lang) => [lang, figures(judgements.filter((j) => j.lang === lang))]),
    ),
  };
}

function figures(judgements: readonly Judgement[]): Figures {
  const answerable = judgements.filter((j) => j.answerable);
  const unanswerable = judgements.filter((j) => !j.answerable);
  const hard = unanswerable.filter((j) => j.hard);
  const sided = judgements.filter((j) => j.bothSides !== null);
  const count = (list: readonly Judgement[], holds: (j: Judgement) => boolean): Share =>
    share(list.filter(holds).length, list.length);
  const within = (rank: number | null, k: number): boolean => rank !== null && rank <= k;
  const times = judgements.map((j) => j.milliseconds).sort((a, b) => a - b);
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
    millisecondsMedian: times[Math.floor(times.length / 2)] ?? null,
  };
}
