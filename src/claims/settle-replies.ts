/** Tells an answer from a first accusation, which only the text as a whole shows. */
import type { ExtractedClaim } from './extracted-claim.ts';

/**
 * A state that was accused further up and now accuses its accuser strikes back; whoever is accused denies, and whoever
 * is not contests.
 */
export function settleReplies(claims: readonly ExtractedClaim[]): ExtractedClaim[] {
  const accused = new Set(
    claims.flatMap(({ kind, against }) => (kind === 'accusation' ? (against?.state ?? []) : [])),
  );
  return claims.map((claim, i) => {
    const { kind, speakerCountry: country, speakerType: type, against } = claim;
    if (kind === 'accusation' && country !== null && against?.state != null) {
      const earlier = claims
        .slice(0, i)
        .some(
          (other) =>
            other.kind === 'accusation' &&
            other.against?.state === country &&
            other.speakerCountry === against.state,
        );
      if (earlier) return { ...claim, kind: 'counter-accusation' };
    }
    const neutral = type === 'company' || type === 'media' || type === 'person' || type === 'other';
    if (kind === 'denial' && neutral && (country === null || !accused.has(country)))
      return { ...claim, kind: 'contest' };
    if (kind === 'contest' && type === 'government' && country !== null && accused.has(country))
      return { ...claim, kind: 'denial' };
    return claim;
  });
}
