/** The sentence of a report that tells most of a claim: a headline leaves out who speaks, and of whom. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { KeyedClaim } from '../story/claim-key.ts';
import { speakerCountryOf } from '../story/trusted-speaker.ts';
import type { StoryReport } from '../story.ts';

/** A claim of the body that says the same as one of the headline; the claim itself where there is none. */
export function bodyClaim({ title, judgement }: StoryReport, { claim }: KeyedClaim): ExtractedClaim | null {
  if (claim === null || claim.start >= title.length) return claim;
  const country = speakerCountryOf(claim);
  const state = claim.against?.state ?? null;
  const same = judgement.claims.find(
    (other) =>
      other.start >= title.length &&
      other.kind === claim.kind &&
      speakerCountryOf(other) === country &&
      // Who answers need not name whom; who accuses must accuse the same.
      (claim.kind === 'accusation' ? (other.against?.state ?? null) === state : true),
  );
  return same ?? claim;
}
