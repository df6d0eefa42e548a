/** Judges by rules whether a news item is about attribution: a sum of reasons that can each be told. */
import type { CaseProfiles } from '../../claims/case-profiles.ts';
import { extractClaims } from '../../claims/extract-claims.ts';
import { linkArticle } from '../../claims/link-article.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement, JudgementReason, NewsText } from '../judgement.ts';
import { itemSource } from './item-source.ts';

export interface JudgeDeps {
  readonly lexicon: Lexicon;
  readonly profiles: CaseProfiles;
}

/** From this score on an item is about attribution. */
export const RELEVANT_FROM = 0.5;

/** Never throws. */
export function createJudge({ lexicon, profiles }: JudgeDeps): (item: NewsText) => Judgement {
  return (item) => {
    const source = itemSource(item);
    const claims = extractClaims(source, lexicon);
    const telling = claims.filter(({ kind }) => kind !== 'context' && kind !== 'measure');
    const reasons: JudgementReason[] = telling.slice(0, 1).map(({ wording }) => ({
      code: 'claim-read',
      weight: 0.6,
      detail: wording ?? '',
    }));
    const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
    const links = linkArticle(source, claims, profiles, lexicon).filter(({ status }) => status === 'linked');
    const codes = (list: readonly (string | null | undefined)[]): string[] => [
      ...new Set(list.filter((code) => code !== null && code !== undefined)),
    ];
    const kinds = new Set(telling.map(({ kind }) => (kind === 'acknowledgement' ? 'self-claim' : kind)));
    return {
      relevant: score >= RELEVANT_FROM,
      score,
      by: 'rules',
      kinds: [...kinds].filter((kind) => kind !== 'context' && kind !== 'measure'),
      actors: [],
      countries: {
        speakers: codes(claims.map(({ speakerCountry }) => speakerCountry)),
        accused: codes(claims.map(({ against }) => against?.state)),
        named: [],
      },
      cases: links.map(({ caseId, score: value }) => ({ id: caseId, score: value })),
      claims,
      reasons,
    };
  };
}
