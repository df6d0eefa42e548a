/** A claim that was read out of an article, with the place in the text that supports it. */
import type { Claim } from '../core/case-record.ts';

export interface ExtractedClaim extends Claim {
  /** Offsets of the supporting sentence, in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
  /** What read it; nobody has reviewed it either way. */
  readonly by: 'rules' | 'model';
}
