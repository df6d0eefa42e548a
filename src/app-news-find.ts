/** Finds the feed of an address that a person gave: the feed itself, those that its page names, or the usual places. */
import type { AnswerLang } from './core/answer.ts';
import { createDeadline } from './core/deadline.ts';
import type { FeedAtAddress, FindFeed } from './news/desk/desk-deps.ts';
import { findFeeds, usualFeedPlaces } from './news/feed/find-feeds.ts';
import { looksLikeFeed } from './news/feed/looks-like-feed.ts';
import { readFeed } from './news/feed/read-feed.ts';
import { type FeedTroubleCode, typedAddressTroubleText } from './news/feed-trouble.ts';
import { troubleOfFetch } from './news/poll/describe-trouble.ts';
import { hostOf } from './news/poll/host-gate.ts';
import type { NewsFetch, NewsFetched } from './news/poll/news-fetch.ts';
import { isWebPage, pageMarkup } from './news/poll/read-web-page.ts';

/** Milliseconds: somebody waits for it. */
const TIMEOUT = 10_000;
/** Milliseconds for all places where sites usually have their feeds. */
const SEARCH_TIME = 20_000;
/** Feeds that are offered: a site may name one for each of its tags. */
const MOST_OFFERED = 10;

/** Rejects only with the reason of the signal, or as a defect. */
export function createFindFeed(fetch: NewsFetch): FindFeed {
  return async (url, lang, signal) => {
    const fetched = await fetch(url, { signal, want: 'page', timeoutMs: TIMEOUT });
    if (!fetched.ok) {
      // A feed may be larger than a page.
      if (fetched.failure === 'too-large') return asFeed(url, lang, fetch, signal);
      return none(troubleOfFetch(hostOf(url), fetched).code, lang);
    }
    if (looksLikeFeed(fetched.bytes, fetched.contentType)) return feedOf(fetched, lang);
    if (!isWebPage(fetched)) return none('unreadable', lang);
    const named = findFeeds(pageMarkup(fetched), fetched.url).slice(0, MOST_OFFERED);
    if (named.length > 1) return { type: 'several', feeds: named };
    const [only] = named;
    if (only !== undefined) return asFeed(only.url, lang, fetch, signal);
    return searchPlaces(fetched.url, lang, fetch, signal);
  };
}

async function asFeed(
  url: string,
  lang: AnswerLang,
  fetch: NewsFetch,
  signal: AbortSignal,
): Promise<FeedAtAddress> {
  const fetched = await fetch(url, { signal, want: 'feed', timeoutMs: TIMEOUT });
  return fetched.ok ? feedOf(fetched, lang) : none(troubleOfFetch(hostOf(url), fetched).code, lang);
}

function feedOf(fetched: NewsFetched, lang: AnswerLang): FeedAtAddress {
  const read = readFeed(fetched);
  if (!read.ok) return none('unreadable', lang);
  return { type: 'feed', url: fetched.url, title: read.feed.title };
}

async function searchPlaces(
  page: string,
  lang: AnswerLang,
  fetch: NewsFetch,
  signal: AbortSignal,
): Promise<FeedAtAddress> {
  const deadline = createDeadline(SEARCH_TIME, signal);
  try {
    for (const place of usualFeedPlaces(page)) {
      const fetched = await fetch(place, { signal: deadline.signal, want: 'feed', timeoutMs: TIMEOUT });
      if (fetched.ok && looksLikeFeed(fetched.bytes, fetched.contentType)) return feedOf(fetched, lang);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.isOver) throw error;
  } finally {
    deadline.end();
  }
  return none('web-page', lang);
}

function none(code: FeedTroubleCode, lang: AnswerLang): FeedAtAddress {
  return { type: 'none', reason: typedAddressTroubleText(code, lang) };
}
