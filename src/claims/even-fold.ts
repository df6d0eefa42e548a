/** Folds a text without moving anything in it, so that what a pattern finds stands at the same offsets. */
import { fold } from '../lexicon/fold.ts';

/** As `fold`, unit by unit; a letter whose folded form has another length only becomes lower case. */
export function evenFold(text: string): string {
  return text
    .split('')
    .map((unit) => [fold(unit), unit.toLowerCase(), unit].find(({ length }) => length === 1) ?? unit)
    .join('')
    .replace(/[\u00a0\u202f]/g, ' ');
}
