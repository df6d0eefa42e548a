/** Takes a sound feed apart with feedsmith, which knows the formats and their modules. */
import type { AnyFeed } from 'feedsmith';
import { parseFeed } from 'feedsmith';
import type { RawFeed, RawItem } from './raw-feed.ts';
import { alternateOf, refreshOf, selfOf } from './raw-feed.ts';

type FeedOf<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed'];
type ItemOf<F extends 'rss' | 'rdf' | 'json'> = NonNullable<FeedOf<F>['items']>[number];
type Entry = NonNullable<FeedOf<'atom'>['entries']>[number];

/** @returns null when feedsmith does not make a feed of it. */
export function parseSoundFeed(source: string): RawFeed | null {
  try {
    const parsed = parseFeed(source);
    switch (parsed.format) {
      case 'rss':
        return {
          format: 'rss',
          ...fromChannel(parsed.feed),
          items: (parsed.feed.items ?? []).map(fromRssItem),
        };
      case 'rdf':
        return {
          format: 'rdf',
          ...fromChannel(parsed.feed),
          items: (parsed.feed.items ?? []).map(fromRdfItem),
        };
      case 'atom':
        return fromAtom(parsed.feed);
      case 'json':
        return fromJson(parsed.feed);
    }
  } catch {
    // Not well-formed, or nested too deeply: the salvage reads it.
    return null;
  }
}

function fromChannel(feed: FeedOf<'rss'> | FeedOf<'rdf'>): Omit<RawFeed, 'format' | 'items'> {
  const links = rawLinks(feed.atom?.links);
  const own = feed as FeedOf<'rss'>;
  return {
    title: feed.title ?? null,
    link: feed.link ?? alternateOf(links),
    self: selfOf(links),
    lang: own.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
    refreshMinutes: refreshOf(own.ttl, feed.sy?.updatePeriod, feed.sy?.updateFrequency),
  };
}

function fromRssItem(item: ItemOf<'rss'>): RawItem {
  return {
    ...fromModules(item),
    id: item.guid?.value ?? item.atom?.id ?? null,
    idIsLink: item.guid?.isPermaLink !== false,
    title: item.title ?? item.dc?.titles?.[0] ?? null,
    link: item.link ?? alternateOf(rawLinks(item.atom?.links)),
    published: item.pubDate ?? dcDate(item) ?? item.atom?.published ?? null,
    publisher: item.source?.title ?? null,
  };
}

function fromRdfItem(item: ItemOf<'rdf'>): RawItem {
  return {
    ...fromModules(item),
    id: item.rdf?.about ?? null,
    idIsLink: true,
    title: item.title ?? item.dc?.titles?.[0] ?? null,
    link: item.link ?? alternateOf(rawLinks(item.atom?.links)),
    published: dcDate(item) ?? item.atom?.published ?? null,
    publisher: null,
  };
}

/** What RSS and RDF items take from the same modules. */
function fromModules(
  item: ItemOf<'rss'> | ItemOf<'rdf'>,
): Pick<RawItem, 'summary' | 'content' | 'updated' | 'lang' | 'base'> {
  return {
    summary: item.description ?? item.dc?.descriptions?.[0] ?? item.atom?.summary?.value ?? null,
    content: item.content?.encoded ?? item.atom?.content?.value ?? null,
    updated: item.dcterms?.modified?.[0] ?? item.atom?.updated ?? null,
    lang: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
    base: item.xml?.base ?? null,
  };
}

function dcDate(item: ItemOf<'rss'> | ItemOf<'rdf'>): string | undefined {
  return item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0];
}

function fromAtom(feed: FeedOf<'atom'>): RawFeed {
  const links = rawLinks(feed.links);
  return {
    format: 'atom',
    title: feed.title?.value ?? null,
    link: alternateOf(links),
    self: selfOf(links),
    lang: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    base: feed.xml?.base ?? null,
    refreshMinutes: refreshOf(null, feed.sy?.updatePeriod, feed.sy?.updateFrequency),
    items: (feed.entries ?? []).map(fromEntry),
  };
}

function fromEntry(entry: Entry): RawItem {
  return {
    id: entry.id ?? null,
    idIsLink: false,
    title: entry.title?.value ?? entry.dc?.titles?.[0] ?? null,
    link: alternateOf(rawLinks(entry.links)),
    summary: entry.summary?.value ?? entry.dc?.descriptions?.[0] ?? null,
    content: entry.content?.value ?? null,
    published: entry.published ?? entry.dc?.dates?.[0] ?? null,
    updated: entry.updated ?? null,
    lang: entry.xml?.lang ?? entry.dc?.languages?.[0] ?? null,
    publisher: entry.source?.title?.value ?? null,
    base: entry.xml?.base ?? null,
  };
}

function fromJson(feed: FeedOf<'json'>): RawFeed {
  return {
    format: 'json',
    title: feed.title ?? null,
    link: feed.home_page_url ?? null,
    self: feed.feed_url ?? null,
    lang: feed.language ?? null,
    base: null,
    refreshMinutes: null,
    items: (feed.items ?? []).map((item) => ({
      id: item.id ?? null,
      idIsLink: true,
      title: item.title ?? null,
      link: item.url ?? item.external_url ?? null,
      summary: item.summary ?? null,
      content: item.content_html ?? item.content_text ?? null,
      published: item.date_published ?? null,
      updated: item.date_modified ?? null,
      lang: item.language ?? null,
      publisher: null,
      base: null,
    })),
  };
}

function rawLinks(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): { href: string | null; rel: string | null; type: string | null }[] {
  return (links ?? []).map(({ href, rel, type }) => ({
    href: href ?? null,
    rel: rel ?? null,
    type: type ?? null,
  }));
}
