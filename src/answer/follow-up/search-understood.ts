/** Searches as a follow-up was understood: first in what the last answer rests on, and as it was typed in the end. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Evidence } from '../evidence.ts';
import type { Question } from '../question.ts';
import { selectEvidence } from '../select-evidence.ts';
import type { Understanding } from './understand.ts';

export type Bounds = Pick<Understanding, 'request' | 'focus' | 'seen'>;

/**
 * Looks for the question as understood; where nothing answers it, for the question as typed, if that says enough.
 *
 * @returns what was found, and the understanding that it belongs to.
 */
export async function searchUnderstood<Found extends { readonly chosen: readonly Evidence[] }>(
  understood: Understanding,
  search: (bounds: Bounds) => Promise<Found>,
): Promise<{ readonly found: Found; readonly mark: Understanding['mark'] }> {
  const found = await search(understood);
  const { otherwise, mark } = understood;
  if (found.chosen.length > 0 || otherwise === null) return { found, mark };
  const asTyped = await search({ request: otherwise, focus: null, seen: null });
  return asTyped.chosen.length > 0 ? { found: asTyped, mark: (answer) => answer } : { found, mark };
}

/**
 * The sentences that answer and were not shown yet. A follow-up is about what the last answer rests on: only where that
 * says nothing may another story answer.
 */
export function selectWithin(
  { focus, seen }: Bounds,
  question: Question,
  evidence: readonly Evidence[],
  lexicon: Lexicon,
): Evidence[] {
  const fresh = seen === null ? evidence : evidence.filter(({ sentence }) => !seen(sentence));
  const inside = fresh.filter(({ sentence: { source } }) =>
    [source.id, ...source.caseIds].some((id) => focus?.has(id)),
  );
  const chosen = inside.length === 0 ? [] : selectEvidence(question, inside, lexicon);
  return chosen.length > 0 ? chosen : selectEvidence(question, fresh, lexicon);
}
