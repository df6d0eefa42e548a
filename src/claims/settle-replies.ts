/** Tells an answer from a first accusation, which only the text as a whole shows. */
import type { ExtractedClaim } from './extracted-claim.ts';

/**
 * Whoever denies in a text is its accused; when the accused accuses an accuser, it strikes back. Experts and the press
 * do not deny, they contest; a state that is accused does not contest, it denies.
 */
export function settleReplies(claims: readonly ExtractedClaim[]): ExtractedClaim[] {
  const accused = new Set(
    claims.flatMap(({ kind, against }) => (kind === 'accusation' ? (against?.state ?? []) : [])),
  );
  const defends = new Set(
    claims.flatMap(({ kind, speakerCountry, speakerType }) =>
      kind === 'denial' && speakerType !== 'company' ? (speakerCountry ?? []) : [],
    ),
  );
  const accuses = (country: string, whom: string): boolean =>
    claims.some(
      ({ kind, speakerCountry, against }) =>
        kind === 'accusation' && speakerCountry === country && against?.state === whom,
    );
  return claims.map((claim) => {
    const { kind, speakerCountry: country, speakerType: type, against } = claim;
    const whom = against?.state ?? null;
    if (
      kind === 'accusation' &&
      country !== null &&
      whom !== null &&
      defends.has(country) &&
      accuses(whom, country)
    )
      return { ...claim, kind: 'counter-accusation' };
    const apart = type === 'media' || (type === 'other' && country === null);
    if (kind === 'denial' && apart) return { ...claim, kind: 'contest' };
    if (kind === 'contest' && type === 'government' && country !== null && accused.has(country))
      return { ...claim, kind: 'denial' };
    return claim;
  });
}
