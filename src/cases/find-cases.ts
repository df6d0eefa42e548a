/** Finds cases by what was typed of them: words of a title in any language, an actor under any name, a victim, the id. */
import type { AnswerLang } from '../core/answer.ts';
import type { FoundCase } from '../core/case-book.ts';
import type { CaseRecord } from '../core/case-record.ts';
import { fold } from '../lexicon/fold.ts';
import { caseTitle } from './case-file.ts';

/**
 * @param isAbout whether a case concerns an actor that what was typed names under another name.
 * @returns every case that fits, best first; all cases, newest first, when nothing was typed.
 */
export function findCases(
  cases: readonly CaseRecord[],
  typed: string,
  lang: AnswerLang,
  isAbout: (record: CaseRecord) => boolean = () => false,
): FoundCase[] {
  const words = wordsOf(typed);
  const found = new Map<string, FoundCase>();
  for (const record of cases) {
    const byWords = record.id === typed.trim() ? 0 : rankOf(record, words, lang);
    const rank = byWords ?? (isAbout(record) ? 2 : null);
    if (rank !== null && !found.has(record.id))
      found.set(record.id, { value: record.id, label: caseTitle(record, lang), rank });
  }
  // Ids begin with the year: the newest first among those that fit equally well.
  return [...found.values()].sort((a, b) => a.rank - b.rank || b.value.localeCompare(a.value));
}

function rankOf(record: CaseRecord, words: readonly string[], lang: AnswerLang): number | null {
  const own = searchable(caseTitle(record, lang));
  const all = [
    own,
    ...[record.title.fr, record.title.en, record.title.zh ?? '', record.id, ...record.victims].map(
      searchable,
    ),
    ...record.claims.flatMap(({ against }) =>
      [against?.actor ?? '', ...(against?.aliases ?? [])].map(searchable),
    ),
  ].join(' ');
  if (!words.every((word) => all.includes(word))) return null;
  if (words.every((word) => own.startsWith(word) || own.includes(` ${word}`))) return 1;
  return words.every((word) => all.includes(` ${word}`) || all.startsWith(word)) ? 2 : 3;
}

/** «APT 31», «apt-31» and «APT31» are one word here. */
function searchable(text: string): string {
  return fold(text)
    .replace(/(\p{L})[\s-]+(?=\d)/gu, '$1')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}

function wordsOf(typed: string): string[] {
  return searchable(typed)
    .split(' ')
    .filter((word) => word !== '');
}
