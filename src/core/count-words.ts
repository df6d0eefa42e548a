/** Counted things in English, for operators' lines. */

/** @returns «1 source», «2 sources». @param noun in the singular, of those that take an «s». */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
