/** Tells a channel that a feed of its own is no longer polled. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Report } from '../../core/report.ts';
import type { FeedRecord } from '../feed-book.ts';
import { feedTroubleText } from '../feed-trouble.ts';

interface Words {
  readonly title: string;
  readonly heading: string;
  readonly unknown: string;
  readonly again: string;
}

const WORDS: Record<AnswerLang, Words> = {
  fr: {
    title: 'Un flux de ce canal n’est plus relevé',
    heading: 'Flux désactivé',
    unknown: 'Ce flux ne peut plus être lu depuis longtemps.',
    again:
      'Ce message n’est envoyé qu’une fois. Pour le relever de nouveau, retirez l’abonnement et refaites-le.',
  },
  en: {
    title: 'A feed of this channel is no longer polled',
    heading: 'Feed disabled',
    unknown: 'This feed could not be read for a long time.',
    again: 'This is said once. To have it polled again, remove the subscription and subscribe anew.',
  },
  zh: {
    title: '本频道的一个订阅源已停止读取',
    heading: '已停用的订阅源',
    unknown: '此订阅源长时间无法读取。',
    again: '此消息仅发送一次。如需重新读取，请取消订阅后重新订阅。',
  },
};

export function disabledFeedReport(
  { id, title, url, siteUrl, lang: feedLang, troubleCode }: FeedRecord,
  lang: AnswerLang,
): Report {
  const words = WORDS[lang];
  const text = troubleCode === null ? words.unknown : feedTroubleText(troubleCode, lang);
  const line = { date: null, label: title, text, lang, notes: [], citations: [1] };
  return {
    kind: 'news',
    lang,
    title: words.title,
    cases: [],
    sections: [{ heading: words.heading, tone: 'plain', lines: [line] }],
    sources: [
      {
        n: 1,
        sourceId: id,
        title: title ?? new URL(url).host,
        titleIsDescriptive: true,
        publisher: null,
        date: null,
        url: siteUrl ?? url,
        lang: feedLang ?? lang,
        authority: null,
      },
    ],
    notices: [words.again],
  };
}
