/** What is stored beside an article: its claims and the case that it belongs to. */
import type { SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { CaseProfiles } from './case-profiles.ts';
import { extractClaims } from './extract-claims.ts';
import type { ExtractedClaim } from './extracted-claim.ts';
import type { FoundLink } from './found-link.ts';
import { linkArticle } from './link-article.ts';

export interface ReadArticle {
  /** Of what was read. */
  readonly contentHash: string;
  readonly claims: readonly ExtractedClaim[];
  readonly links: readonly FoundLink[];
}

/** Raise when the rules change so that stored articles should be read anew. */
export const CLAIM_RULES = 2;

/** @param claims read before, by a model or under the same rules; read by rules when left out. */
export function readArticle(
  stored: SourceText,
  profiles: CaseProfiles,
  lexicon: Lexicon,
  claims: readonly ExtractedClaim[] = extractClaims(stored, lexicon),
): ReadArticle {
  const { contentHash } = stored.source;
  return { contentHash, claims, links: linkArticle(stored, claims, profiles, lexicon) };
}
