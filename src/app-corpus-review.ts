/** What `corpus:review` does: shows what feeds brought into the corpus, and keeps what people decide of it. */
import { indexPlace, type StateConfig } from './app-state.ts';
import { feedOfRoot, feedRoot } from './core/feed-root.ts';
import type { Source } from './core/source.ts';
import type { StoredClaim, StoredLink } from './index/reading-ports.ts';
import type { ReviewVerdict } from './index/review-ports.ts';

export interface UnreviewedSource {
  readonly source: Source;
  readonly feedId: string;
  readonly claims: readonly StoredClaim[];
  readonly links: readonly StoredLink[];
}

export interface CorpusReviews {
  /** Sources of feeds that nobody has reviewed; of one feed when it is given. */
  list(feedId: string | null): Promise<UnreviewedSource[]>;
  /** @returns null when no feed brought a source of that id. */
  decide(sourceId: string, verdict: ReviewVerdict): Promise<Source | null>;
  close(): Promise<void>;
}

/** Works while a server is running, too. @throws OperatorError when the database cannot be used. */
export async function openReviews(config: StateConfig): Promise<CorpusReviews> {
  const { openIndex } = await import('./index/index-client.ts');
  const index = await openIndex(indexPlace(config));
  return {
    async list(feedId) {
      const found = await index.listUnreviewed();
      const wanted = feedId === null ? found : found.filter(({ root }) => root === feedRoot(feedId));
      const listed: UnreviewedSource[] = [];
      for (const { root, source } of wanted)
        listed.push({
          source,
          feedId: feedOfRoot(root) ?? root,
          ...(await index.readClaims(source.id)),
        });
      return listed;
    },
    decide: async (sourceId, verdict) => (await index.review(sourceId, verdict))?.source ?? null,
    close: () => index.close(),
  };
}
