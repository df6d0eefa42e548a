/** A case and the claims made about it. The vocabulary follows EuRepoC's attribution terms. */

export const CLAIM_KINDS = [
  'accusation',
  'denial',
  'counter-accusation',
  'no-comment',
  'acknowledgement',
  'self-claim',
  'retraction',
  'contest',
  'measure',
  'context',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What the accused side may answer, silence on request among it. */
export const REPLY_KINDS = [
  'denial',
  'counter-accusation',
  'no-comment',
] as const satisfies readonly ClaimKind[];

export function isReplyKind(kind: ClaimKind): boolean {
  return REPLY_KINDS.some((reply) => reply === kind);
}

export const CLAIM_BASES = ['technical', 'intelligence', 'legal', 'political', 'media', 'unknown'] as const;
export type ClaimBasis = (typeof CLAIM_BASES)[number];

export const SPEAKER_TYPES = [
  'government',
  'international',
  'court',
  'company',
  'media',
  'state-media',
  'person',
  'group',
  'other',
] as const;
export type SpeakerType = (typeof SPEAKER_TYPES)[number];

/** Whom a claim is directed at. Every part is what the speaker names, never our finding. */
export interface Accused {
  readonly actor: string | null;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 code, or null when the speaker names no state. */
  readonly state: string | null;
}

/** One statement by one speaker. A claim without a source that supports it does not exist. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly speaker: string;
  /** ISO 3166-1 alpha-2 code, `EU` for the European Union, or null for a body of no one country. */
  readonly speakerCountry: string | null;
  readonly speakerType: SpeakerType;
  readonly against: Accused | null;
  readonly basis: readonly ClaimBasis[];
  /** The speaker's own degree of certainty, in our words; null when none was stated. */
  readonly confidenceAsStated: string | null;
  /** ISO 8601 date of year, month or day precision; null when unknown. */
  readonly eventDate: string | null;
  /** Full source id, `<case-id>/s1`. */
  readonly sourceId: string;
  /** What was said, in our words. */
  readonly wording: string | null;
}

export interface CaseRecord {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string; readonly zh?: string };
  readonly victims: readonly string[];
  /** The attack's period as far as known, in words: «2022 onwards». */
  readonly period: string | null;
  readonly claims: readonly Claim[];
}
