/** EuRepoC's codes for who makes an attribution, where the claim decides them. */
import type { Claim } from '../core/case-record.ts';
import type { Source } from '../core/source.ts';

/**
 * @returns one code of EuRepoC's, or none. None for a government (the receiver's, or a third party's?), for a company
 *   that no source calls a security company, for courts, persons and groups.
 */
export function attributionBasis(
  { kind, speakerType, speakerCountry }: Claim,
  { authority }: Source,
): string[] {
  if (kind === 'self-claim') return ['Attacker confirms'];
  if (kind === 'contest') return ['Contested attribution'];
  switch (speakerType) {
    case 'international':
      return [
        speakerCountry === 'EU'
          ? 'Attribution by EU institution/agency'
          : 'Attribution by international organization',
      ];
    case 'media':
    case 'state-media':
      return ['Media-based attribution'];
    case 'company':
      return authority === 'vendor' ? ['IT-security community attributes attacker'] : [];
    default:
      return [];
  }
}
