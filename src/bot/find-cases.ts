/** Finds cases by what was typed of them: a word of a title in any language, an actor under any name, a victim, the id. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord } from '../core/case-record.ts';
import type { CaseSuggestion } from '../core/chat.ts';
import { fold } from '../lexicon/fold.ts';

export interface FoundCase extends CaseSuggestion {
  /** How well it fits; smaller is better. */
  readonly rank: number;
}

/** @returns every case that holds all typed words, best first; all cases, newest first, when nothing was typed. */
export function findCases(cases: readonly CaseRecord[], typed: string, lang: AnswerLang): FoundCase[] {
  const words = wordsOf(typed);
  const found = new Map<string, FoundCase>();
  for (const record of cases) {
    const label = record.title[lang] ?? record.title.en;
    const rank = record.id === typed.trim() ? 0 : rankOf(record, words, lang);
    if (rank !== null && !found.has(record.id)) found.set(record.id, { value: record.id, label, rank });
  }
  // Ids begin with the year: the newest first among those that fit equally well.
  return [...found.values()].sort((a, b) => a.rank - b.rank || b.value.localeCompare(a.value));
}

function rankOf(record: CaseRecord, words: readonly string[], lang: AnswerLang): number | null {
  const own = searchable(record.title[lang] ?? record.title.en);
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
