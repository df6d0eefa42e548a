/** One name for a claim, whoever reports it in whatever language: `denial|CN|`, `accusation|CZ|CN`. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { ClaimKind } from '../../core/case-record.ts';
import type { NewsKind } from '../../core/news-kind.ts';
import type { Judgement } from '../judgement.ts';
import { type CertaintyLevel, certaintyLevel } from './certainty-level.ts';

export interface KeyedClaim {
  readonly key: string;
  readonly kind: ClaimKind | NewsKind;
  /** ISO 3166-1 alpha-2 code, or `EU`; null where it is unknown, or a body of no one country. */
  readonly speaker: string | null;
  readonly accused: string | null;
  readonly certainty: CertaintyLevel | null;
  /** Null where the judgement tells the kind and no sentence was read for it. */
  readonly claim: ExtractedClaim | null;
}

/** A measure is told by what kind of measure the judgement found. */
const MEASURES: readonly NewsKind[] = ['indictment', 'sanction'];

/**
 * Speakers are known by their country: what a ministry is called differs with the language, and from one paper to another.
 *
 * @param kinds what the judgement says of the report as a whole: a measure is a sanction or an indictment by it.
 */
export function claimKey(
  { kind, speakerCountry, against }: Pick<ExtractedClaim, 'kind' | 'speakerCountry' | 'against'>,
  kinds: readonly NewsKind[] = [],
): string {
  return keyOf(newsKindOf(kind, kinds), speakerCountry, against?.state ?? null);
}

/** What a judgement says was claimed, each once: the claims that were read, then kinds that no claim was read for. */
export function keyedClaims({ claims, kinds, countries }: Judgement): KeyedClaim[] {
  const byKey = new Map<string, KeyedClaim>();
  for (const claim of claims) {
    if (claim.kind === 'context') continue;
    const key = claimKey(claim, kinds);
    if (byKey.has(key)) continue;
    byKey.set(key, {
      key,
      kind: newsKindOf(claim.kind, kinds),
      speaker: claim.speakerCountry,
      accused: claim.against?.state ?? null,
      certainty: certaintyLevel(claim.confidenceAsStated),
      claim,
    });
  }
  const read = new Set([...byKey.values()].map(({ kind }) => kind));
  for (const kind of kinds) {
    if (read.has(kind)) continue;
    const [speaker = null, accused = null] = [only(countries.speakers), only(countries.accused)];
    const key = keyOf(kind, speaker, accused);
    byKey.set(key, { key, kind, speaker, accused, certainty: null, claim: null });
  }
  return [...byKey.values()];
}

export function keyOf(kind: string, speaker: string | null, accused: string | null): string {
  return `${kind}|${speaker ?? ''}|${accused ?? ''}`;
}

function newsKindOf(kind: ClaimKind, kinds: readonly NewsKind[]): ClaimKind | NewsKind {
  if (kind !== 'measure') return kind;
  return MEASURES.find((measure) => kinds.includes(measure)) ?? kind;
}

/** Of several nobody knows which one it is. */
function only(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}
