/** What is wrong in a filter, where, and what would be possible. */
import type { AnswerLang } from '../../core/answer.ts';
import { NEWS_KINDS } from '../../core/news-kind.ts';
import { FILTER_FIELDS, fieldName, kindName } from './filter-words.ts';

/** Conditions that a filter may have, and its length in UTF-16 code units: what a person can oversee. */
export const MAX_CONDITIONS = 50;
export const MAX_FILTER = 1_000;

type Problem =
  | 'empty'
  | 'tooLong'
  | 'tooMany'
  | 'openQuote'
  | 'strayColon'
  | 'unknownField'
  | 'noValue'
  | 'noTerm'
  | 'notOpened'
  | 'notClosed'
  | 'noLetters'
  | 'country'
  | 'actor'
  | 'kind'
  | 'lang';

/** Thrown while a filter is read, and caught where it began. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
  readonly problem: Problem;
  /** UTF-16 code units from the beginning. */
  readonly at: number;
  readonly text: string;
  readonly suggestions: readonly string[];

  constructor(problem: Problem, at: number, text: string, suggestions: readonly string[] = []) {
    super(problem);
    this.problem = problem;
    this.at = at;
    this.text = text;
    this.suggestions = suggestions;
  }
}

const WORDS: Record<AnswerLang, Record<Problem, string>> = {
  fr: {
    empty: 'Le filtre est vide.',
    tooLong: `Le filtre dépasse ${MAX_FILTER} caractères.`,
    tooMany: `Le filtre a plus de ${MAX_CONDITIONS} conditions.`,
    openQuote: 'le guillemet n’est pas refermé.',
    strayColon: 'un mot manque devant les deux-points.',
    unknownField: 'champ inconnu. Champs possibles : {fields}.',
    noValue: 'une valeur manque après les deux-points.',
    noTerm: 'une condition manque ici.',
    notOpened: 'cette parenthèse n’a pas été ouverte.',
    notClosed: 'cette parenthèse n’est pas refermée.',
    noLetters: 'ni lettre ni chiffre à chercher.',
    country: 'pays inconnu. Écrivez un nom ou un code de deux lettres, par exemple pays:Chine ou pays:CN.',
    actor:
      'acteur inconnu. Écrivez l’un de ses noms, par exemple acteur:APT31, ou un mot entre guillemets sans « acteur: ».',
    kind: 'type inconnu. Types possibles : {kinds}.',
    lang: 'langue inconnue. Écrivez un code de deux lettres, par exemple lang:fr.',
  },
  en: {
    empty: 'The filter is empty.',
    tooLong: `The filter is longer than ${MAX_FILTER} characters.`,
    tooMany: `The filter has more than ${MAX_CONDITIONS} conditions.`,
    openQuote: 'the quotation mark is not closed.',
    strayColon: 'a word is missing before the colon.',
    unknownField: 'unknown field. Possible fields: {fields}.',
    noValue: 'a value is missing after the colon.',
    noTerm: 'a condition is missing here.',
    notOpened: 'this parenthesis was not opened.',
    notClosed: 'this parenthesis is not closed.',
    noLetters: 'no letter or number to look for.',
    country: 'unknown country. Write a name or a code of two letters, such as country:China or country:CN.',
    actor:
      'unknown actor. Write one of its names, such as actor:APT31, or a word in quotation marks without “actor:”.',
    kind: 'unknown kind. Possible kinds: {kinds}.',
    lang: 'unknown language. Write a code of two letters, such as lang:fr.',
  },
  zh: {
    empty: '筛选条件为空。',
    tooLong: `筛选条件超过 ${MAX_FILTER} 个字符。`,
    tooMany: `筛选条件超过 ${MAX_CONDITIONS} 个。`,
    openQuote: '引号没有闭合。',
    strayColon: '冒号前缺少字段名。',
    unknownField: '未知字段。可用字段：{fields}。',
    noValue: '冒号后缺少值。',
    noTerm: '此处缺少条件。',
    notOpened: '此括号没有对应的左括号。',
    notClosed: '此括号没有闭合。',
    noLetters: '没有可查找的文字或数字。',
    country: '未知国家。请写国名或两个字母的代码，例如 国家:中国 或 国家:CN。',
    actor: '未知行为者。请写它的任一名称，例如 行为者:APT31；或不写“行为者:”，只写带引号的词。',
    kind: '未知类型。可用类型：{kinds}。',
    lang: '未知语言。请写两个字母的代码，例如 语种:fr。',
  },
};

const PLACE: Record<AnswerLang, (at: number, text: string) => string> = {
  fr: (at, text) => `Au caractère ${at}, « ${text} » : `,
  en: (at, text) => `At character ${at}, “${text}”: `,
  zh: (at, text) => `第 ${at} 个字符处，“${text}”：`,
};

const MEANT: Record<AnswerLang, (names: string) => string> = {
  fr: (names) => ` Peut-être : ${names} ?`,
  en: (names) => ` Perhaps: ${names}?`,
  zh: (names) => `您是否要写：${names}？`,
};

/** Code units of the filter that an error repeats. */
const MAX_SHOWN = 40;
const WHOLE: readonly Problem[] = ['empty', 'tooLong', 'tooMany'];

/** One line, which names the place and says what is possible. */
export function describeFilterError(
  { problem, at, text, suggestions }: FilterError,
  lang: AnswerLang,
): string {
  const between = lang === 'zh' ? '、' : ', ';
  const words = WORDS[lang][problem]
    .replace('{fields}', () => FILTER_FIELDS.map((field) => fieldName(field, lang)).join(between))
    .replace('{kinds}', () => NEWS_KINDS.map((kind) => kindName(kind, lang)).join(between));
  if (WHOLE.includes(problem)) return words;
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text;
  const shown = cut.replace(/[\s\p{Cc}]+/gu, ' ');
  const meant = suggestions.length === 0 ? '' : MEANT[lang](suggestions.join(between));
  return `${PLACE[lang](at + 1, shown)}${words}${meant}`;
}
