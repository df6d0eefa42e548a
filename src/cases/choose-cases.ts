/** Chooses the cases that a summary is about: one case, an actor's, a country's, or those of a period. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { CaseConcepts } from './case-concepts.ts';
import { findCases } from './find-cases.ts';
import { isWithin, readPeriod } from './read-period.ts';

export interface ChosenCases {
  /** Newest first. */
  readonly records: readonly CaseRecord[];
  /** Which of their claims belong to what was asked. */
  readonly matters: (claim: Claim) => boolean;
}

/** @param today ISO date of day precision. */
export function chooseCases(
  cases: readonly CaseRecord[],
  typed: string,
  lang: AnswerLang,
  { concepts, today }: { readonly concepts: CaseConcepts; readonly today: string },
): ChosenCases {
  const byId = new Map(cases.map((record) => [record.id, record]));
  const newestFirst = [...byId.values()].sort((a, b) => b.id.localeCompare(a.id));
  const every = () => true;
  const exact = byId.get(typed.trim());
  if (exact !== undefined) return { records: [exact], matters: every };
  const period = readPeriod(typed, today);
  if (period !== null) {
    const matters = ({ eventDate }: Claim) => isWithin(eventDate, period);
    return { records: newestFirst.filter(({ claims }) => claims.some(matters)), matters };
  }
  const named = concepts.ofText(typed);
  const actors = [...named].filter((id) => id.startsWith('actor:'));
  const states = [...named].filter((id) => !id.startsWith('actor:'));
  const found = findCases(cases, typed, lang, (record) => {
    if (actors.length > 0) return actors.some((id) => concepts.actors(record).has(id));
    return states.length > 0 && states.every((id) => concepts.states(record).has(id));
  });
  // Words of one title mean that case; an actor or a country means all of theirs.
  const best = found[0];
  const isTitle = best !== undefined && best.rank <= 1 && found[1]?.rank !== best.rank && named.size === 0;
  const wanted = isTitle ? [best] : found;
  return { records: wanted.flatMap(({ value }) => byId.get(value) ?? []), matters: every };
}
