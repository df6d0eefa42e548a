/** What became of a publication since it appeared: beside each claim that rests on it, and once for the whole report. */
import type { AnswerLang } from '../core/answer.ts';
import { formatDate } from '../core/format-date.ts';
import type { Standing } from '../core/source.ts';
import type { SourceNumbers } from './number-sources.ts';

type Word = Record<Standing['status'], string>;

const BESIDE: Record<AnswerLang, Word> = {
  fr: { corrected: 'source corrigée depuis sa parution', withdrawn: 'source retirée par son éditeur' },
  en: { corrected: 'source corrected since it appeared', withdrawn: 'source withdrawn by its publisher' },
  zh: { corrected: '该来源发布后作过更正', withdrawn: '该来源已被发布者撤回' },
};
const ON_THE_WHOLE: Record<AnswerLang, Word> = {
  fr: {
    corrected: 'Une source citée a été corrigée depuis sa parution.',
    withdrawn: 'Une source citée a été retirée par son éditeur.',
  },
  en: {
    corrected: 'A cited source has been corrected since it appeared.',
    withdrawn: 'A cited source has been withdrawn by its publisher.',
  },
  zh: { corrected: '有一个引用来源在发布后作过更正。', withdrawn: '有一个引用来源已被发布者撤回。' },
};

/** A line's small print. */
export function standingNote({ status }: Standing, lang: AnswerLang): string {
  return BESIDE[lang][status];
}

/** One notice for each cited source that does not stand as it did: its number, when, and what its publisher says. */
export function standingNotices(numbers: SourceNumbers, lang: AnswerLang): string[] {
  return numbers.list().flatMap(({ n, sourceId }) => {
    const standing = numbers.standing(sourceId);
    if (standing === undefined) return [];
    const { status, date, note } = standing;
    const told = [`[${n}]`, date === null ? null : formatDate(date, lang), note];
    return [`${ON_THE_WHOLE[lang][status]} ${told.filter((part) => part !== null).join(' · ')}`];
  });
}
