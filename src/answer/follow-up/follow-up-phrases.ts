/** What Casebook says where a follow-up cannot be done. */
import type { AnswerLang } from '../../core/answer.ts';

interface FollowUpPhrases {
  /** @param count sources that the last answer has. */
  readonly noSuchSource: (count: number) => string;
  readonly noSourceAtAll: string;
  /** The source has changed or left the corpus since. */
  readonly sourceGone: string;
  readonly nothingMore: string;
}

export const FOLLOW_UP_PHRASES: Readonly<Record<AnswerLang, FollowUpPhrases>> = {
  fr: {
    noSuchSource: (count) =>
      count === 1
        ? 'La dernière réponse n’a qu’une source, la [1] :'
        : `La dernière réponse n’a que ${count} sources, de [1] à [${count}] :`,
    noSourceAtAll: 'La dernière réponse ne cite aucune source.',
    sourceGone: 'Cette source a changé ou quitté le corpus depuis la réponse.',
    nothingMore: 'Le corpus n’a rien de plus sur cette question que ce qui a été montré.',
  },
  en: {
    noSuchSource: (count) =>
      count === 1
        ? 'The last answer has only one source, [1]:'
        : `The last answer has only ${count} sources, [1] to [${count}]:`,
    noSourceAtAll: 'The last answer cites no source.',
    sourceGone: 'This source has changed or left the corpus since the answer was given.',
    nothingMore: 'The corpus holds nothing more on this question than what has been shown.',
  },
  zh: {
    noSuchSource: (count) =>
      count === 1 ? '上一个回答只有一个来源 [1]：' : `上一个回答只有 ${count} 个来源，[1] 至 [${count}]：`,
    noSourceAtAll: '上一个回答没有引用任何来源。',
    sourceGone: '自作答以来，该来源已更改或已离开语料库。',
    nothingMore: '关于这个问题，语料库中没有比已显示内容更多的信息。',
  },
};
