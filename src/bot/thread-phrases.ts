/** What the bot says about a conversation as a whole. */
import type { AnswerLang } from '../core/answer.ts';

interface ThreadPhrases {
  readonly title: string;
  /** In place of an answer's sentences. */
  readonly unanswered: string;
  /** @param questions how many were asked. */
  readonly counted: (questions: number) => string;
  /** There is no conversation to sum up. */
  readonly nothing: string;
}

export const THREAD_PHRASES: Readonly<Record<AnswerLang, ThreadPhrases>> = {
  fr: {
    title: 'Synthèse de cette conversation',
    unanswered: 'Le corpus ne contenait pas la réponse.',
    counted: (questions) =>
      questions === 1
        ? 'Une question de ce fil.'
        : `Les ${questions} dernières questions de ce fil, dans l’ordre.`,
    nothing:
      'Je n’ai pas de réponse récente dans ce fil. Demandez « ce fil » dans une conversation où j’ai répondu, ou donnez un sujet : une affaire, un acteur, un pays ou une période.',
  },
  en: {
    title: 'Summary of this conversation',
    unanswered: 'The corpus did not hold the answer.',
    counted: (questions) =>
      questions === 1
        ? 'One question of this thread.'
        : `The last ${questions} questions of this thread, in order.`,
    nothing:
      'I have no recent answer in this thread. Ask for “this thread” in a conversation where I have answered, or give a subject: a case, an actor, a country or a period.',
  },
  zh: {
    title: '本次对话的概要',
    unanswered: '语料库中没有答案。',
    counted: (questions) => `本话题最近的 ${questions} 个问题，按顺序列出。`,
    nothing:
      '我最近没有在本话题中作答。请在我回答过的对话中使用“本话题”，或给出主题：案件、行为者、国家或时间段。',
  },
};
