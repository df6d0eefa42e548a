/** The words of filters: fields, operators and kinds of news, as people write them in three languages. */
import type { AnswerLang } from '../../core/answer.ts';
import { NEWS_KINDS, type NewsKind } from '../../core/news-kind.ts';
import { fold } from '../../lexicon/fold.ts';

export const FILTER_FIELDS = ['country', 'actor', 'kind', 'publisher', 'lang'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** The first of each is how the field is shown; all are read in every language. */
const FIELD_NAMES: Record<FilterField, Record<AnswerLang, readonly string[]>> = {
  country: { fr: ['pays', 'état'], en: ['country', 'state'], zh: ['国家', '國家'] },
  actor: { fr: ['acteur', 'groupe'], en: ['actor', 'group'], zh: ['行为者', '组织', '行為者', '組織'] },
  kind: { fr: ['type', 'genre'], en: ['kind', 'type'], zh: ['类型', '种类', '類型'] },
  publisher: {
    fr: ['éditeur', 'média', 'source'],
    en: ['publisher', 'source'],
    zh: ['媒体', '来源', '發布者', '媒體'],
  },
  // Not the word «langue»: that is the option for the language of the posts.
  lang: { fr: ['lang'], en: ['lang'], zh: ['语种', '語種'] },
};

type Operator = 'and' | 'or' | 'not';
const OPERATOR_NAMES: Record<Operator, Record<AnswerLang, readonly string[]>> = {
  and: { fr: ['ET'], en: ['AND'], zh: ['和', '与', '且'] },
  or: { fr: ['OU'], en: ['OR'], zh: ['或'] },
  not: { fr: ['SAUF', 'NON'], en: ['NOT', 'EXCEPT'], zh: ['非', '除'] },
};

/** The first of each is how the kind is shown. */
const KIND_NAMES: Record<NewsKind, Record<AnswerLang, readonly string[]>> = {
  accusation: { fr: ['accusation', 'attribution'], en: ['accusation', 'attribution'], zh: ['指控', '归因'] },
  denial: { fr: ['démenti', 'dénégation'], en: ['denial'], zh: ['否认'] },
  'counter-accusation': { fr: ['contre-accusation'], en: ['counter-accusation'], zh: ['反指控'] },
  'no-comment': { fr: ['sans-commentaire'], en: ['no-comment'], zh: ['不予置评'] },
  'self-claim': {
    fr: ['revendication'],
    en: ['self-claim', 'claim of responsibility'],
    zh: ['自称负责', '认领'],
  },
  retraction: { fr: ['rétractation', 'retrait'], en: ['retraction'], zh: ['撤回'] },
  contest: { fr: ['contestation'], en: ['contest', 'dispute'], zh: ['质疑'] },
  sanction: { fr: ['sanction'], en: ['sanction'], zh: ['制裁'] },
  indictment: { fr: ['inculpation', 'mise en examen'], en: ['indictment', 'charge'], zh: ['起诉'] },
  advisory: { fr: ['avis', 'alerte'], en: ['advisory', 'alert'], zh: ['通告', '警报'] },
  correction: { fr: ['correction', 'rectificatif'], en: ['correction'], zh: ['更正'] },
};

/** Letters and digits alone: «contre accusation» is `contre-accusation`, and «sanctions» nearly «sanction». */
const squeeze = (word: string): string => fold(word).replace(/[\s_-]+/g, '');

function reader<T extends string>(
  keys: readonly T[],
  names: Record<T, Record<AnswerLang, readonly string[]>>,
): ReadonlyMap<string, T> {
  return new Map(
    keys.flatMap((key) => [key, ...Object.values(names[key]).flat()].map((word) => [squeeze(word), key])),
  );
}

const fields = reader(FILTER_FIELDS, FIELD_NAMES);
const operators = reader(['and', 'or', 'not'], OPERATOR_NAMES);
const kinds = reader(NEWS_KINDS, KIND_NAMES);

export const readField = (word: string): FilterField | null => fields.get(squeeze(word)) ?? null;
export const readOperator = (word: string): Operator | null => operators.get(squeeze(word)) ?? null;

export function readKind(word: string): NewsKind | null {
  const wanted = squeeze(word);
  return kinds.get(wanted) ?? kinds.get(wanted.replace(/s$/, '')) ?? null;
}

export const fieldName = (field: FilterField, lang: AnswerLang): string =>
  FIELD_NAMES[field][lang][0] ?? field;
export const operatorName = (operator: Operator, lang: AnswerLang): string =>
  OPERATOR_NAMES[operator][lang][0] ?? operator;
export const kindName = (kind: NewsKind, lang: AnswerLang): string => KIND_NAMES[kind][lang][0] ?? kind;
