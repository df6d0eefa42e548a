/** The terminal's own words. */
import type { AnswerLang } from '../../core/answer.ts';

interface ConsolePhrases {
  readonly sources: string;
  readonly unanswered: string;
  readonly searched: (sources: number, passages: number) => string;
  readonly nearest: string;
  readonly suggestions: string;
  /** @param date of the answer, in words. */
  readonly asOf: (date: string) => string;
}

export const CONSOLE_PHRASES: Record<AnswerLang, ConsolePhrases> = {
  fr: {
    sources: 'Sources',
    unanswered: 'Le corpus ne contient pas la réponse à cette question.',
    searched: (sources, passages) => `Recherche dans ${sources} sources (${passages} passages).`,
    nearest: 'Sources les plus proches',
    suggestions: 'Questions auxquelles le corpus répond',
    asOf: (date) => `État du corpus au ${date}.`,
  },
  en: {
    sources: 'Sources',
    unanswered: 'The corpus does not hold the answer to this question.',
    searched: (sources, passages) => `Searched ${sources} sources (${passages} passages).`,
    nearest: 'Nearest sources',
    suggestions: 'Questions that the corpus can answer',
    asOf: (date) => `As of ${date}.`,
  },
  zh: {
    sources: '来源',
    unanswered: '语料库中没有这个问题的答案。',
    searched: (sources, passages) => `已检索 ${sources} 个来源（${passages} 个段落）。`,
    nearest: '最接近的来源',
    suggestions: '语料库可以回答的问题',
    asOf: (date) => `截至${date}。`,
  },
};
