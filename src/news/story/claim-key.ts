/** One name for a claim, whoever reports it in whatever language: `denial|CN|`, `accusation|CZ|CN`. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';

/** Speakers are known by their country: what a ministry is called differs with the language, and so it does with the paper. */
export function claimKey({
  kind,
  speakerCountry,
  against,
}: Pick<ExtractedClaim, 'kind' | 'speakerCountry' | 'against'>): string {
  return `${kind}|${speakerCountry ?? ''}|${against?.state ?? ''}`;
}
