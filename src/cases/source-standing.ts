/** What became of a publication since it appeared: beside each claim that rests on it, and once for the whole report. */
import type { AnswerLang } from '../core/answer.ts';
import { formatDate } from '../core/format-date.ts';
import type { Source, Standing } from '../core/source.ts';
import type { SourceNumbers } from './number-sources.ts';

type Word = Record<Standing['status'], string>;

const BESIDE: Record<AnswerLang, Word> = {
  fr: { corrected: 'source corrigée depuis sa parution', withdrawn: 'source retirée par son éditeur' },
  en: { corrected: 'source corrected since it appeared', withdrawn: 'source withdrawn by its publisher' },
  zh: { corrected: '该来源发布后作过更正', withdrawn: '该来源已被发布者撤回' },
};
const ON_THE_WHOLE: Record<AnswerLang, Word> = {
  fr: {
    corrected: 'Une source a été corrigée depuis sa parution.',
    withdrawn: 'Une source a été retirée par son éditeur.',
  },
  en: {
    corrected: 'A source has been corrected since it appeared.',
    withdrawn: 'A source has been withdrawn by its publisher.',
  },
  zh: { corrected: '有一个来源在发布后作过更正。', withdrawn: '有一个来源已被发布者撤回。' },
};

/** A line's small print. */
export function standingNote({ status }: Standing, lang: AnswerLang): string {
  return BESIDE[lang][status];
}

/** One notice for each cited source that does not stand as it did: its number, when, and what its publisher says. */
export function standingNotices(numbers: SourceNumbers, lang: AnswerLang): string[] {
  return numbers.list().flatMap(({ n, sourceId }) => {
    const standing = numbers.standing(sourceId);
    return standing === undefined ? [] : [standingNotice(`[${n}]`, standing, lang)];
  });
}

/** The same for sources of the case that no line cites: an answer may have cited them, and leads to the case. */
export function uncitedStandingNotices(
  sources: readonly Source[],
  numbers: SourceNumbers,
  lang: AnswerLang,
): string[] {
  const cited = new Set(numbers.list().map(({ sourceId }) => sourceId));
  return sources.flatMap(({ id, standing, publisher, title }) => {
    if (standing === undefined || cited.has(id)) return [];
    return [standingNotice(publisher === null ? title : `${publisher}, ${title}`, standing, lang)];
  });
}

function standingNotice(name: string, { status, date, note }: Standing, lang: AnswerLang): string {
  const told = [name, date === null ? null : formatDate(date, lang), note];
  return `${ON_THE_WHOLE[lang][status]} ${told.filter((part) => part !== null).join(' · ')}`;
}
