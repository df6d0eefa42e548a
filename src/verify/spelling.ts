/** Whether two spellings are of one name: «Badine» and «Badin», «Dmitri» and «Dmitry». */
import { editDistance } from '../core/edit-distance.ts';

/** Letters a name must have for one of them, and for two of them, to differ. */
const ONE_DIFFERS = 5;
const TWO_DIFFER = 8;

/** Compares folded names. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < ONE_DIFFERS || a.charAt(0) !== b.charAt(0)) return false;
  return editDistance(a, b) <= (length >= TWO_DIFFER ? 2 : 1);
}
