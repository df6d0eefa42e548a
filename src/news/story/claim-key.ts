/** One name for a claim, whoever reports it in whatever language: `denial|CN|`, `accusation|CZ|CN`. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { ClaimKind } from '../../core/case-record.ts';
import type { NewsKind } from '../../core/news-kind.ts';
import type { Judgement } from '../judgement.ts';
import { type CertaintyLevel, certaintyLevel } from './certainty-level.ts';
import { speakerCountryOf } from './trusted-speaker.ts';

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
 * What a judgement says was claimed, each once: the claims that were read, then kinds that no claim was read for. Speakers
 * are known by their country: what a ministry is called differs with the language, and from one paper to the next. Of
 * several claims of one kind by one country the first that names the accused counts.
 */
export function keyedClaims({ claims, kinds, countries }: Judgement): KeyedClaim[] {
  const bySpeaker = new Map<string, KeyedClaim>();
  for (const claim of claims) {
    if (claim.kind === 'context') continue;
    const kind = newsKindOf(claim.kind, kinds);
    const speaker = speakerCountryOf(claim);
    const accused = claim.against?.state ?? null;
    const known = bySpeaker.get(`${kind}|${speaker}`);
    if (known !== undefined && (known.accused !== null || accused === null)) continue;
    const certainty = certaintyLevel(claim.confidenceAsStated);
    bySpeaker.set(`${kind}|${speaker}`, {
      key: keyOf(kind, speaker, accused),
      kind,
      speaker,
      accused,
      certainty: certainty ?? known?.certainty ?? null,
      claim,
    });
  }
  const told = withoutEchoes([...bySpeaker.values()]);
  const untold = kinds.filter((kind) => !told.some((one) => one.kind === kind));
  return [
    ...told,
    ...untold.map((kind): KeyedClaim => {
      const speaker = only(countries.speakers);
      const accused = only(countries.accused);
      return { key: keyOf(kind, speaker, accused), kind, speaker, accused, certainty: null, claim: null };
    }),
  ];
}

/**
 * The claims without those of a speaker of no known country beside one of a country: «the ministry» beside «Beijing» is
 * most often the same voice, and who denies without a name is whom another names. Companies speak for themselves.
 */
export function withoutEchoes<T extends KeyedClaim>(claims: readonly T[]): T[] {
  return claims.filter(
    ({ kind, speaker, claim }) =>
      speaker !== null ||
      claim?.speakerType === 'company' ||
      claim?.speakerType === 'international' ||
      !claims.some((other) => other.kind === kind && other.speaker !== null),
  );
}

/**
 * The claims with a reply's country left out where nobody accused that country: it was read wrongly, most often for «the
 * foreign ministry» of a text that names both sides.
 *
 * @param others claims of the story's other reports, which tell whom it accuses.
 */
export function settleSpeakers<T extends KeyedClaim>(
  claims: readonly T[],
  others: readonly KeyedClaim[],
): T[] {
  const accused = new Set(
    [...others, ...claims].flatMap((one) => (isReply(one.kind) ? [] : (one.accused ?? []))),
  );
  if (accused.size === 0) return [...claims];
  return claims.map((one) =>
    isReply(one.kind) && one.speaker !== null && !accused.has(one.speaker)
      ? { ...one, key: keyOf(one.kind, null, one.accused), speaker: null }
      : one,
  );
}

function isReply(kind: string): boolean {
  return kind === 'denial' || kind === 'no-comment';
}

export function keyOf(kind: string, speaker: string | null, accused: string | null): string {
  return `${kind}|${speaker ?? ''}|${accused ?? ''}`;
}

function newsKindOf(kind: ClaimKind, kinds: readonly NewsKind[]): ClaimKind | NewsKind {
  if (kind !== 'measure') return kind;
  return MEASURES.find((measure) => kinds.includes(measure)) ?? kind;
}

/** Of several nobody knows which one it is. */
function only(codes: readonly string[]): string | null {
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
