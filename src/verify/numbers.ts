/** Which numbers of a sentence its passages do not give. */
import type { FoundNumber } from './number.ts';

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
  return numbers.filter((number) => !given.some((other) => standsFor(other, number)));
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
