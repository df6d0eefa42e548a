/** What an item reports: an accusation, its denial, a sanction, a correction of any of them, … */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { ClaimKind } from '../../core/case-record.ts';
import type { NewsKind } from '../../core/news-kind.ts';
import type { ReadPart } from './weigh.ts';

/** The weightier first: a headline that corrects an accusation is a correction. */
const ORDER: readonly NewsKind[] = [
  'correction',
  'retraction',
  'contest',
  'counter-accusation',
  'denial',
  'no-comment',
  'self-claim',
  'sanction',
  'indictment',
  'advisory',
  'accusation',
];
/** Beside one of these the word «accusation» is what is answered, corrected, or its consequence. */
const NOT_BESIDE_ACCUSATION: ReadonlySet<NewsKind> = new Set(
  ORDER.filter((kind) => kind !== 'accusation' && kind !== 'advisory' && kind !== 'self-claim'),
);
const AGENCY = /agenc|cybersecurity|cert|intelligence|ncsc|cisa|anssi|fbi|nsa/u;
const FROM_CLAIM: Readonly<Partial<Record<ClaimKind, NewsKind>>> = {
  accusation: 'accusation',
  denial: 'denial',
  'counter-accusation': 'counter-accusation',
  'no-comment': 'no-comment',
  'self-claim': 'self-claim',
  acknowledgement: 'self-claim',
  retraction: 'retraction',
  contest: 'contest',
};

/** At least one for an item that is about attribution: `accusation` where nothing else shows. */
export function newsKinds(parts: readonly ReadPart[], claims: readonly ExtractedClaim[]): NewsKind[] {
  const [title, ...rest] = parts;
  const found = new Set(title === undefined ? [] : kindsOf(title));
  if (found.size === 0) for (const part of rest) for (const kind of kindsOf(part)) found.add(kind);
  const inTitle = title?.text.length ?? 0;
  // The body may report more than its headline: a denial behind an accusation.
  for (const { kind, start } of claims) {
    const read = FROM_CLAIM[kind];
    if (read !== undefined && start >= inTitle) found.add(read);
  }
  if (found.size === 0) found.add('accusation');
  return ORDER.filter((kind) => found.has(kind));
}

function kindsOf(part: ReadPart): NewsKind[] {
  const clear = new Set(part.acts.filter(({ weak }) => weak !== true).map(({ kind }) => kind));
  if ([...clear].some((kind) => NOT_BESIDE_ACCUSATION.has(kind))) clear.delete('accusation');
  // «Riga did not blame Minsk», as a correction has it, doubts nothing.
  if (clear.has('correction') || clear.has('retraction')) clear.delete('contest');
  if (clear.size > 0) return [...clear];
  const hinted = new Set(part.acts.map(({ kind }) => kind));
  if (hinted.has('advisory') && isAgency(part)) return ['advisory'];
  return hinted.has('accusation') || part.roles.accused.length > 0 ? ['accusation'] : [...hinted];
}

/** Whether somebody whose office it is to warn may be the one who warns. */
function isAgency({ analysis, signs, folded }: ReadPart): boolean {
  return (
    analysis.concepts.some(
      ({ concept }) => AGENCY.test(concept.id) || concept.broader.some((id) => AGENCY.test(id)),
    ) ||
    /advisor|tradecraft|avis |bulletin|通报|通報/u.test(folded) ||
    signs.sayer.test(folded)
  );
}
