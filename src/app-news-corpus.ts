/** Joins the news with the corpus: a report of a story becomes a source that nobody has reviewed. */
import type { ArticleReader } from './app-claims.ts';
import { feedOfRoot, feedRoot } from './core/feed-root.ts';
import type { Authority } from './core/source.ts';
import { buildArticle } from './corpus/article-document.ts';
import type { ArticleMetadata } from './corpus/article-metadata.ts';
import { contentHash } from './corpus/content-hash.ts';
import type { IndexClient } from './index/index-ports.ts';
import { newsText } from './news/judgement.ts';
import type { FeedCorpus } from './news/newsroom/feed-corpus.ts';
import type { StoryReport } from './news/story.ts';

export function createFeedCorpus(
  index: Pick<IndexClient, 'ownersOf' | 'reviewsOf' | 'countUnreviewed'>,
  articles: Pick<ArticleReader, 'around'>,
): FeedCorpus {
  return {
    async holderOf(id, feedId) {
      if ((await index.reviewsOf([id])).get(id) === 'removed') return 'removed';
      const root = (await index.ownersOf([id])).get(id);
      if (root === undefined) return null;
      return root === feedRoot(feedId) ? 'own' : 'other';
    },
    async unreviewed() {
      const counts = await index.countUnreviewed();
      return new Map([...counts].map(([root, count]) => [feedOfRoot(root) ?? root, count]));
    },
    async store(id, report, signal) {
      const metadata = metadataOf(report);
      const text = newsText(report);
      const hash = contentHash(Buffer.from(JSON.stringify([text, metadata])));
      const built = buildArticle({ id, text, metadata, contentHash: hash });
      if (!built.ok) return { type: 'refused', reason: built.reason };
      const source = {
        ...built.document.source,
        textKind: report.text === null ? ('teaser' as const) : ('original' as const),
        scope: report.scope,
        reviewed: false,
      };
      await articles.around(
        async (store) => {
          await store.put(feedRoot(report.feedId), 'ingested', [{ ...built.document, source }]);
          return { added: 1, updated: 0, unchanged: 0, removed: 0, failed: [] };
        },
        // The item has been judged: a second reading by the model would be paid for twice.
        { signal, withModel: false },
      );
      return { type: 'taken' };
    },
  };
}

function metadataOf({ title, publisher, publishedAt, url, lang, authority }: StoryReport): ArticleMetadata {
  return {
    ...(title === '' ? {} : { title }),
    ...(publisher === null ? {} : { publisher }),
    ...(publishedAt === null ? {} : { date: publishedAt.slice(0, 10) }),
    ...(url === null ? {} : { url }),
    ...(authority === null ? {} : { authority }),
    lang,
    kind: 'news',
  };
}

/** Hosts under which governments alone publish, in any country: `gov.uk`, `gouv.fr`, `gov.cn`, `mil`, `europa.eu`. */
const GOVERNMENT =
  /(?:^|\.)(?:gov|mil|gouv|gob|gov\.[a-z]{2}|gouv\.[a-z]{2}|gob\.[a-z]{2}|go\.(?:jp|kr)|gc\.ca)$/;
const INTERNATIONAL = /(?:^|\.)(?:europa\.eu|nato\.int|un\.org|int)$/;

/**
 * What kind of body publishes at an address: as all reviewed sources of that host have it, else what the host itself
 * tells. A name is not asked: any feed may give itself any.
 */
export function createAuthorityOf(
  sources: readonly {
    readonly url: string | null;
    readonly authority: Authority | null;
    readonly reviewed: boolean;
  }[],
): (url: string | null) => Authority | null {
  const known = new Map<string, Authority | null>();
  for (const { url, authority, reviewed } of sources) {
    const host = hostOf(url);
    if (host === null || !reviewed || authority === null) continue;
    // A host that publishes for several kinds of bodies tells nothing.
    known.set(host, known.has(host) && known.get(host) !== authority ? null : authority);
  }
  return (url) => {
    const host = hostOf(url);
    if (host === null) return null;
    if (known.has(host)) return known.get(host) ?? null;
    if (INTERNATIONAL.test(host)) return 'international';
    return GOVERNMENT.test(host) ? 'government' : null;
  };
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null;
}
