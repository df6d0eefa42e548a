/** Which numbers of a sentence its passages do not give. */
import type { FoundNumber } from './number.ts';
import type { Stretch } from './stretch.ts';

/** Rounding that «environ» and «près de» allow, as a share of the passage's number; the rounded one has fewer digits. */
const ROUNDING = 0.08;
/** «Plus de 40 millions» may stand for up to so much more than 40 million. */
const BEYOND = 1.25;
/** Two spellings of one number («1,2 million», 1 200 000) differ by less. */
const SAME = 0.005;

/** The numbers that no number of the passages stands for. */
export function unfoundNumbers(
  numbers: readonly FoundNumber[],
  given: readonly FoundNumber[],
): FoundNumber[] {
  const has = (number: FoundNumber): boolean => given.some((other) => standsFor(other, number));
  return numbers.filter((number) => !has(number) && !number.parts?.every((part) => has(part)));
}

/** Up to so many are counted at a glance: «deux hommes, Anna et Bruno». */
const AT_A_GLANCE = 6;
const LATER = /^\s*\p{L}+\s+(?:plus tôt|plus tard|auparavant|après|avant|earlier|later|before|after|ago)/iu;
const HAN_LATER = /^[个個]?(?:小时|天|日|周|月|年)(?:前|后|後|之前|之后|以前|以后)/u;
const IDIOM = /^(?:à deux doigts|d['’]une part|two-faced|三番|一二)/iu;

/**
 * Whether the number may be counted or reckoned from what the passages say: things that they list, or the time between
 * two dates. It is unknown then and not wrong.
 */
export function isReckoned(number: FoundNumber, text: string, given: readonly Stretch[]): boolean {
  const behind = text.slice(number.end);
  if (IDIOM.test(text.slice(Math.max(0, number.start - 2)))) return true;
  const dates = given.reduce((sum, { dates: own }) => sum + own.length, 0);
  const sameUnit = given.some(({ numbers }) => numbers.some(({ unit }) => unit === number.unit));
  if (number.unit !== null)
    return dates >= 1 && !sameUnit && (LATER.test(behind) || HAN_LATER.test(behind.trimStart()));
  if (number.ordinal || number.value > AT_A_GLANCE || /\d/.test(text.slice(number.start, number.end)))
    return false;
  return given.some(
    (stretch) =>
      // Another small count there is what this one would stand for.
      !stretch.numbers.some(
        ({ value, unit, ordinal }) => unit === null && !ordinal && value <= 2 * AT_A_GLANCE,
      ) && listed(stretch) >= number.value,
  );
}

/** How many things the longest list of a sentence has. */
function listed({ text }: Stretch): number {
  const lists = text.split(/[.;:。；：]/u).map((part) => {
    const commas = part.match(/[,，、]/gu)?.length ?? 0;
    const joined =
      part.match(/(?<=[\s\p{Script=Han}])(?:et|and|和|与|及|以及)(?=[\s\p{Script=Han}])/gu)?.length ?? 0;
    return commas + joined + 1;
  });
  return Math.max(1, ...lists);
}

function standsFor(given: FoundNumber, stated: FoundNumber): boolean {
  if (stated.unit !== given.unit && !(stated.unit === null && given.unit !== 'percent')) return false;
  if (stated.vague) return given.vague ? given.value === stated.value : inOrder(given.value, stated.value);
  if (given.vague) return false;
  const bounds = new Set([stated.bound, given.bound]);
  if (bounds.has('less') && bounds.has('more')) return false;
  const ratio = given.value / stated.value;
  if (Math.abs(ratio - 1) <= SAME) return true;
  if (digits(stated.value) >= digits(given.value)) return false;
  if (stated.bound === 'more') return ratio > 1 && ratio <= BEYOND;
  if (stated.bound === 'less') return ratio < 1 && ratio >= 1 - ROUNDING;
  return stated.bound === 'about' && Math.abs(ratio - 1) <= ROUNDING;
}

/** How many digits of a number are no trailing zeros. */
function digits(value: number): number {
  return value.toString().replace('.', '').replace(/0+$/, '').length;
}

/** «Des milliers» are two thousand or more, and less than ten times that. */
function inOrder(value: number, order: number): boolean {
  return value >= 2 * order && value < 20 * order;
}
