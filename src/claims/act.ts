/** An act: what a sentence says that somebody does, and the words that show it. */
import type { ClaimKind } from '../core/case-record.ts';

export type ActKind = Exclude<ClaimKind, 'context'>;

export interface ActPattern {
  readonly kind: ActKind;
  /** Over evenly folded text. */
  readonly sign: RegExp;
  /**
   * `does`: the subject of the verb does it, to what follows. `says`: it is what somebody said, thought or wrote, so
   * that the speaker stands with a verb of saying.
   */
  readonly form: 'does' | 'says';
  /** An accusation that is a charge before a court, too. */
  readonly legal?: boolean;
}

export interface Act {
  readonly kind: ActKind;
  readonly form: 'does' | 'says';
  readonly legal: boolean;
  readonly passive: boolean;
  /** Offsets of the words that show it. */
  readonly start: number;
  readonly end: number;
}
