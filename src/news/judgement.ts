/** Whether an item is about attribution, and what it is about: scored, and explained part by part. */

import type { ExtractedClaim } from '../claims/extracted-claim.ts';
import type { NewsKind } from '../core/news-kind.ts';

/** What is judged: a feed's item, with what is known of its publisher. */
export interface NewsText {
  readonly title: string;
  readonly teaser: string;
  /** The whole article, where the feed has it or it was fetched. */
  readonly text: string | null;
  /** ISO 639-1 code, stated or identified. */
  readonly lang: string;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
}

/** One part of a judgement. */
export interface JudgementReason {
  /** Such as `attack-named`, `speaker-accuses`, `no-cyber`: phrases.ts has its words in three languages. */
  readonly code: string;
  /** What it adds to the score, -1 to 1. */
  readonly weight: number;
  /** Words of the item that it rests on; foreign text. */
  readonly detail: string;
}

export interface Judgement {
  readonly relevant: boolean;
  /** 0 to 1. */
  readonly score: number;
  readonly by: 'rules' | 'model';
  /** What the item reports, the most important first. */
  readonly kinds: readonly NewsKind[];
  /** Ids of the concepts of threat actors that are named. */
  readonly actors: readonly string[];
  /** ISO 3166-1 alpha-2 codes, or `EU`: who speaks, who is accused, who was attacked, and all that are named. */
  readonly countries: {
    readonly speakers: readonly string[];
    readonly accused: readonly string[];
    readonly named: readonly string[];
  };
  /** Cases that it belongs to, best first. */
  readonly cases: readonly { readonly id: string; readonly score: number }[];
  /** Claims in its text; offsets refer to `newsText(item)`. */
  readonly claims: readonly ExtractedClaim[];
  readonly reasons: readonly JudgementReason[];
}

/** The text whose offsets the claims of a judgement have, and that joins the corpus: the title is its first paragraph. */
export function newsText({ title, teaser, text }: Pick<NewsText, 'title' | 'teaser' | 'text'>): string {
  return [title, text ?? teaser].filter((part) => part !== '').join('\n\n');
}
