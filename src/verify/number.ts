/** A number as a text states it. */

export type NumberUnit =
  | 'percent'
  | 'dollar'
  | 'euro'
  | 'pound'
  | 'yuan'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year';

export interface FoundNumber {
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** For `vague` the least of the order: «des milliers» is 1000. */
  readonly value: number;
  /** What is counted where that is a share, money or time; null for things and where nothing is said. */
  readonly unit: NumberUnit | null;
  readonly vague: boolean;
  readonly ordinal: boolean;
  /** «environ», «près de» or «moins de», «plus de»; null for a number stated as it is. */
  readonly bound: 'about' | 'less' | 'more' | null;
  /** The numbers that a share is made of: it may be given as such, or they may. */
  readonly parts?: readonly FoundNumber[];
}
