/** Whether two spellings are of one name: «Badine» and «Badin», «Galouchkevitch» and "Galushkevich". */
import { editDistance } from '../core/edit-distance.ts';

/** Letters a name must have for one of them, and for two of them, to differ. */
const ONE_DIFFERS = 5;
const TWO_DIFFER = 8;
/** How French, German and English write the sounds of other scripts, as one letter each; longer spellings first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?:s|t)?chtch|shch/g, '3'],
  [/tsch|tch/g, '1'],
  [/sch|sh/g, '2'],
  [/dzh|dj/g, '5'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ou|oo/g, 'u'],
  [/gu(?=[ei])/g, 'g'],
  [/ck|q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/i+/g, 'i'],
  [/(?<=[^aeiou])e$/g, ''],
];

/** The name as it sounds, roughly; «ch» is one sound in French and another in English. */
function sound(name: string, ch: '1' | '2'): string {
  return SOUNDS.reduce((text, [pattern, by]) => text.replace(pattern, by), name).replaceAll('ch', ch);
}

/**
 * Compares folded names.
 *
 * @param oneLanguage both stand in texts of one language, which write a name in one way.
 */
export function sameName(a: string, b: string, oneLanguage = false): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < ONE_DIFFERS || a.charAt(0) !== b.charAt(0)) return false;
  const heard = (['1', '2'] as const).map((ch) => sound(a, ch));
  const others = (['1', '2'] as const).map((ch) => sound(b, ch));
  if (heard.some((one) => others.includes(one))) return true;
  // Another last letter is another name: «Zerodate», "Zerodata".
  if (a.slice(0, -1) === b.slice(0, -1)) return false;
  return editDistance(a, b) <= (length >= TWO_DIFFER && !oneLanguage ? 2 : 1);
}
