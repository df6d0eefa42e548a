/** A publisher on loopback: its feed holds what the test says. */
import { type Site, startSite } from './site-kit.ts';

export interface FeedItemSpec {
  readonly title: string;
  readonly text: string;
  /** Path of the article. */
  readonly path: string;
}

export interface FeedSite extends Site {
  /** Address of the feed. */
  readonly feed: string;
  /** What the feed holds from now on, the newest first. */
  publish(...items: readonly FeedItemSpec[]): void;
}

/** @param publisher its name, and the address under which its articles are: links are not fetched. */
export async function startFeedSite(publisher: { name: string; home: string }): Promise<FeedSite> {
  let held: FeedItemSpec[] = [];
  const site = await startSite((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(rss(publisher, held));
  });
  return {
    ...site,
    feed: `${site.url}feed.xml`,
    publish(...items) {
      held = [...items, ...held];
    },
  };
}

function rss({ name, home }: { name: string; home: string }, items: readonly FeedItemSpec[]): string {
  const date = new Date(Date.now() - 60_000).toUTCString();
  const inner = items.map(
    ({ title, text, path }) =>
      `<item><title>${title}</title><description>${text}</description><link>${home}${path}</link><pubDate>${date}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>${home}</link>${inner.join('')}</channel></rss>`;
}
