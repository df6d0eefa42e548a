/** «Sept stations sur dix», "1,000 out of 5,000": two numbers that together state a share. */
import type { FoundNumber } from './number.ts';

/** What joins the part to the whole; a noun may stand between. */
const OF =
  /^\s*(?:[\p{L}’'-]+\s+){0,3}?(?:sur|out of|in every|of every|in|of)\s+(?:les |the |its |ses |a total of |un total de )?$/iu;
/** "One in five" is a share; "three in 2016" and "two in 400 cities" are none. */
const LARGEST_WHOLE = 100;

/** "One in five": the one is no count elsewhere. */
const ONE_IN = /(?:^|[^\p{L}])(?:one|une?)\s+(?:\p{L}+\s+)?(?:sur|out of|in every|in)\s+$/iu;

/** The shares of a text in per cent, with the numbers that they are made of. */
export function findShares(
  text: string,
  numbers: readonly FoundNumber[],
): { readonly share: FoundNumber; readonly of: readonly FoundNumber[] }[] {
  return numbers.flatMap((part, i) => {
    const one = ONE_IN.exec(text.slice(0, part.start));
    if (one !== null && !part.vague && part.value <= LARGEST_WHOLE)
      return [{ share: { ...part, start: one.index, value: 100 / part.value, unit: 'percent' }, of: [part] }];
    const whole = numbers[i + 1];
    if (whole === undefined || whole.value <= part.value || part.vague || whole.vague) return [];
    const between = OF.exec(text.slice(part.end, whole.start));
    if (between === null || (/\bin\s+$/iu.test(between[0]) && whole.value > LARGEST_WHOLE)) return [];
    const share: FoundNumber = {
      ...part,
      end: whole.end,
      value: (part.value * 100) / whole.value,
      unit: 'percent',
    };
    return [{ share, of: [part, whole] }];
  });
}
