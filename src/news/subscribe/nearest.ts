/** What somebody may have meant who mistyped a name. */
import { editDistance } from '../../core/edit-distance.ts';
import { fold } from '../../lexicon/fold.ts';

const MAX_SUGGESTIONS = 3;
/** A slip in three letters: more would suggest names that have nothing in common. */
const LETTERS_A_SLIP = 3;

/** At most three of the names, the nearest first; empty when none is near. */
export function nearest(typed: string, names: Iterable<string>): string[] {
  const wanted = fold(typed);
  const bound = Math.max(1, Math.min(3, Math.floor(wanted.length / LETTERS_A_SLIP)));
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const folded = fold(name);
    if (Math.abs(folded.length - wanted.length) > bound) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= bound && distance < folded.length) found.push({ name, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => name);
}
