/** Whether an attribution of a case stands alone: what was taken back, what is contested, who accuses another. */
import type { Claim } from '../core/case-record.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import type { Evidence } from './evidence.ts';
import type { RecordedClaim } from './recorded-claims.ts';
import type { Story } from './story.ts';

/** Gravest first. */
export const DISPUTES = ['retraction', 'differing', 'contest'] as const;
export type DisputeKind = (typeof DISPUTES)[number];

export interface Dispute {
  readonly kind: DisputeKind;
  /** The claims that stand against the others; for `differing` every accusation. */
  readonly claims: readonly RecordedClaim[];
}

/** What the record holds against its own accusations, gravest first; empty where they stand alone. */
export function disputesIn({ claims }: Story): Dispute[] {
  const of = (kind: Claim['kind']): RecordedClaim[] => claims.filter(({ claim }) => claim.kind === kind);
  const accusations = of('accusation');
  if (accusations.length === 0) return [];
  const accused = new Set(accusations.flatMap(({ claim }) => claim.against?.state ?? []));
  // Who is accused and strikes back is the other side, and no other attribution.
  const ofOthers = accusations.filter(({ claim }) => !accused.has(claim.speakerCountry ?? ''));
  const states = new Set(ofOthers.flatMap(({ claim }) => claim.against?.state ?? []));
  const found: Dispute[] = [
    { kind: 'retraction', claims: of('retraction') },
    { kind: 'differing', claims: states.size > 1 ? ofOthers : [] },
    { kind: 'contest', claims: of('contest') },
  ];
  return found.filter((dispute) => dispute.claims.length > 0);
}

/**
 * The sentence by which an answer that accuses shows that the accusation does not stand alone.
 *
 * @param shown the sentences of the answer.
 * @returns null when it accuses nobody, when nothing is disputed, or when the dispute is shown already.
 */
export function findDispute(
  story: Story,
  shown: readonly ReadSentence[],
  evidence: readonly Evidence[],
): ReadSentence | null {
  const accusing = shown.filter(({ kind }) => kind === 'accusation' || kind === 'measure');
  if (accusing.length === 0) return null;
  const isShown = (sentence: ReadSentence): boolean => shown.some((other) => other.text === sentence.text);
  for (const { kind, claims } of disputesIn(story)) {
    const told = claims.filter(({ sentence }) => sentence !== null);
    const states = new Set(
      told.flatMap(({ claim, sentence }) =>
        sentence !== null && isShown(sentence) ? (claim.against?.state ?? []) : [],
      ),
    );
    const others =
      kind === 'differing'
        ? told.filter(({ claim }) => claim.against?.state != null && !states.has(claim.against.state))
        : told;
    if (others.some(({ sentence }) => sentence !== null && isShown(sentence))) return null;
    if (kind === 'differing' && states.size !== 1) continue;
    const rated = others
      .flatMap(({ sentence }) => evidence.filter((item) => item.sentence === sentence))
      .sort((a, b) => b.coverage - a.coverage);
    if (rated[0] !== undefined) return rated[0].sentence;
  }
  return null;
}
