/** Months, weekdays and the other words of a date line, in French, English and Chinese. */
import { fold } from '../lexicon/fold.ts';
import { phraseList as list } from './phrase-matcher.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'january', 'jan'],
  ['février', 'févr', 'fév', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['août', 'august', 'aug'],
  ['septembre', 'sept', 'september', 'sep'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['décembre', 'déc', 'december', 'dec'],
];

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.map((name): [string, number] => [fold(name), i + 1])),
);

/** All month names, longest first, folded: the inside of a regular expression over folded text. */
export const MONTH_PATTERN = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');

/** The number of a month by its name in French or English, 1 to 12. */
export function monthNumber(name: string): number | undefined {
  return MONTH_NUMBERS.get(fold(name));
}

/** Words a line may hold and still be nothing but a date and a time. */
export const DATE_WORDS: readonly string[] = [
  ...MONTHS.flat(),
  ...list(`
  lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | monday | tuesday | wednesday |
  thursday | friday | saturday | sunday | mon | tue | wed | thu | fri | sat | sun | le | à | at |
  on | de | the | er | st | nd | rd | th | h | min | am | pm | a.m. | p.m. | gmt | utc | cet |
  cest | est | edt | bst | t | z | heure de paris | 年 | 月 | 日 | 时 | 分 | 秒 | 星期一 | 星期二 | 星期三 | 星期四 |
  星期五 | 星期六 | 星期日 | 星期天 | 周一 | 周二 | 周三 | 周四 | 周五 | 周六 | 周日 | 上午 | 下午 | 北京时间
`),
];

/** What stands before the date of publication. */
export const PUBLISHED_LABELS: readonly string[] = list(`
  publié | publiée | publié le | publiée le | paru le | mis en ligne le | date de publication |
  posté le | published | published on | published at | first published | first published on |
  publication date | posted on | posted | date published | 发布时间 | 发布日期 | 发布于 | 发表时间 | 发表于 | 发表日期
`);

/** What stands before the date of a later change, which is never taken for the publication's. */
export const UPDATED_LABELS: readonly string[] = list(`
  dernière mise à jour | mis à jour | mise à jour | mis à jour le | mise à jour le | actualisé le |
  modifié le | dernière modification | updated | updated on | last updated | last updated on |
  last modified | update | 更新时间 | 更新于 | 更新日期 | 最后更新 | 最后更新于
`);
