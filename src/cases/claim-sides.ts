/** Which side of a case a claim belongs to. */
import type { CaseRecord, Claim, ClaimKind } from '../core/case-record.ts';

export type ClaimSide = 'accusation' | 'reply' | 'measure' | 'contest' | 'context';

const SIDES: Readonly<Record<ClaimKind, ClaimSide>> = {
  accusation: 'accusation',
  denial: 'reply',
  'counter-accusation': 'reply',
  'no-comment': 'reply',
  acknowledgement: 'reply',
  'self-claim': 'reply',
  retraction: 'contest',
  contest: 'contest',
  measure: 'measure',
  context: 'context',
};

/** The claims of a side, oldest first, undated ones last. A year stands before its months, a month before its days. */
export function claimsOnSide(record: CaseRecord, side: ClaimSide): Claim[] {
  return inOrder(record.claims.filter((claim) => sideOf(claim, record) === side));
}

/** Oldest first, undated ones last. */
export function inOrder(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) =>
      Number(a.eventDate === null) - Number(b.eventDate === null) ||
      (a.eventDate ?? '').localeCompare(b.eventDate ?? ''),
  );
}

export function sideOf(claim: Claim, record: CaseRecord): ClaimSide {
  // Who accuses may add a charge against the accused state: that is no answer of the accused.
  if (claim.kind === 'counter-accusation' && speaksForAccuser(claim, record)) return 'accusation';
  return SIDES[claim.kind];
}

function speaksForAccuser({ speakerCountry }: Claim, { claims }: CaseRecord): boolean {
  if (speakerCountry === null) return false;
  const accusations = claims.filter(({ kind }) => kind === 'accusation');
  const accuses = accusations.some((accusation) => accusation.speakerCountry === speakerCountry);
  const isAccused = accusations.some(({ against }) => against?.state === speakerCountry);
  return accuses && !isAccused;
}
