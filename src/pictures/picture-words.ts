/** The few words that a picture adds to its report, in the three languages. */
import type { AnswerLang } from '../core/answer.ts';
import type { SectionTone } from '../core/report.ts';

export interface PictureWords {
  /** Entries that the picture has no room for. */
  readonly notShown: (count: number) => string;
  /** Where a chart has more bars than fit. */
  readonly more: string;
  readonly entries: (count: number) => string;
  readonly tones: Readonly<Record<Exclude<SectionTone, 'plain'>, (count: number) => string>>;
  readonly span: (from: string, to: string) => string;
  readonly first: string;
  readonly last: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly stop: string;
  readonly bars: string;
}

const many = (n: number, one: string, more: string, isOne = n === 1) => `${n} ${isOne ? one : more}`;

export const PICTURE_WORDS: Record<AnswerLang, PictureWords> = {
  fr: {
    notShown: (n) => `+ ${many(n, 'autre élément, dans le texte', 'autres éléments, dans le texte')}`,
    more: 'suite dans le texte',
    entries: (n) => many(n, 'élément', 'éléments', n < 2),
    tones: {
      accusation: (n) => many(n, 'accusation', 'accusations', n < 2),
      reply: (n) => many(n, 'réponse', 'réponses', n < 2),
      measure: (n) => many(n, 'mesure', 'mesures', n < 2),
      contest: (n) => many(n, 'contestation ou rectification', 'contestations ou rectifications', n < 2),
    },
    span: (from, to) => `entre ${from} et ${to}`,
    first: 'En premier',
    last: 'En dernier',
    comma: ', ',
    semicolon: ' ; ',
    colon: ' : ',
    stop: '. ',
    bars: 'Diagramme à barres',
  },
  en: {
    notShown: (n) => `+ ${many(n, 'more entry, in the text', 'more entries, in the text')}`,
    more: 'more in the text',
    entries: (n) => many(n, 'entry', 'entries'),
    tones: {
      accusation: (n) => many(n, 'accusation', 'accusations'),
      reply: (n) => many(n, 'reply', 'replies'),
      measure: (n) => many(n, 'measure', 'measures'),
      contest: (n) => many(n, 'contest or correction', 'contests or corrections'),
    },
    span: (from, to) => `between ${from} and ${to}`,
    first: 'First',
    last: 'Last',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    bars: 'Bar chart',
  },
  zh: {
    notShown: (n) => `另有 ${n} 项，见文字`,
    more: '其余见文字',
    entries: (n) => `${n} 项`,
    tones: {
      accusation: (n) => `${n} 项指控`,
      reply: (n) => `${n} 项回应`,
      measure: (n) => `${n} 项措施`,
      contest: (n) => `${n} 项质疑或更正`,
    },
    span: (from, to) => `自 ${from} 至 ${to}`,
    first: '最早',
    last: '最后',
    comma: '，',
    semicolon: '；',
    colon: '：',
    stop: '。',
    bars: '条形图',
  },
};
