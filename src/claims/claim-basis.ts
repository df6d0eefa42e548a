/** On what an accusation is said to rest, as far as the sentence tells. */
import type { ClaimBasis } from '../core/case-record.ts';
import type { Act } from './act.ts';
import type { ClaimSpeaker } from './speakers.ts';

const SIGNS: readonly { readonly basis: ClaimBasis; readonly concepts: readonly string[] }[] = [
  { basis: 'legal', concepts: ['court', 'indict', 'indictment', 'prosecutor', 'lawsuit', 'trial'] },
  { basis: 'intelligence', concepts: ['intelligence-basis', 'intelligence-service', 'counterintelligence'] },
  {
    basis: 'technical',
    concepts: ['forensics', 'ip-address', 'indicator-of-compromise', 'technical-evidence'],
  },
];

/** @param general the sentence's concepts and all that is more general. */
export function claimBasis(act: Act, { type }: ClaimSpeaker, general: ReadonlySet<string>): ClaimBasis[] {
  const found = SIGNS.filter(
    ({ basis, concepts }) => (basis === 'legal' && act.legal) || concepts.some((id) => general.has(id)),
  ).map(({ basis }) => basis);
  if (found.length === 0 && (type === 'media' || type === 'state-media')) return ['media'];
  return found.length === 0 ? ['unknown'] : found;
}
