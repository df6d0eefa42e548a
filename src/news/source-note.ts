/** Why a report did not become a source of the corpus, in the words of people. */
import type { AnswerLang } from '../core/answer.ts';

const SOURCE_NOTES = [
  'copy',
  'no-link',
  'in-corpus',
  'removed',
  'daily-cap',
  'share-cap',
  'unreadable',
] as const;
export type SourceNote = (typeof SOURCE_NOTES)[number];

const TEXTS: Record<SourceNote, Record<AnswerLang, string>> = {
  copy: {
    fr: 'reprise d’un autre article du sujet',
    en: 'a copy of another report of the story',
    zh: '是同一报道的转载',
  },
  'no-link': {
    fr: 'le flux ne donne pas d’adresse',
    en: 'the feed gives no address',
    zh: '订阅源未给出地址',
  },
  'in-corpus': { fr: 'y était déjà', en: 'was there already', zh: '此前已在语料库中' },
  removed: {
    fr: 'retiré du corpus par une personne',
    en: 'taken out of the corpus by a person',
    zh: '已由人工移出语料库',
  },
  'daily-cap': {
    fr: 'ce flux a déjà apporté autant de sources qu’il le peut en 24 heures',
    en: 'the feed has brought as many sources as it may in 24 hours',
    zh: '该订阅源 24 小时内的入库数量已达上限',
  },
  'share-cap': {
    fr: 'ce flux occupe déjà toute sa part de ce que personne n’a relu',
    en: 'the feed has its full share of what nobody has reviewed',
    zh: '该订阅源在未审阅来源中所占比例已达上限',
  },
  unreadable: {
    fr: 'le texte ne contient pas de phrase',
    en: 'its text holds no sentence',
    zh: '其文本中没有可用语句',
  },
};

/** @param note a code; what is none is given back as it is. */
export function sourceNoteText(note: string, lang: AnswerLang): string {
  const known = SOURCE_NOTES.find((one) => one === note);
  return known === undefined ? note : TEXTS[known][lang];
}
