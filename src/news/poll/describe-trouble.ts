/** What went wrong with a poll, for operators: what it is, in one line that says what to do. */
import type { FeedTroubleCode } from '../feed-trouble.ts';
import type { NewsFetchFailed } from './news-fetch.ts';

export interface Trouble {
  readonly code: FeedTroubleCode;
  /** One line without control characters. */
  readonly reason: string;
}

/** What a failed fetch means for a feed. */
export function troubleOfFetch(host: string, { failure, status, reason }: NewsFetchFailed): Trouble {
  if (failure === 'offline') return { code: 'offline', reason };
  if (failure === 'refused') return { code: 'refused', reason };
  if (failure === 'network') return { code: 'unreachable', reason };
  if (failure === 'timeout')
    return { code: 'slow', reason: `${host} did not send the feed in time; it will be tried again` };
  if (failure === 'too-large')
    return {
      code: 'too-large',
      reason: `${host} sends more than a feed has: choose a shorter feed of the site`,
    };
  if (failure === 'bad-encoding')
    return {
      code: 'unreadable',
      reason: `${host} packs the feed wrongly or cuts it off; it will be tried again`,
    };
  if (failure === 'too-many-redirects')
    return { code: 'server', reason: `${host} leads on and on: give the feed’s own address` };
  return troubleOfStatus(host, status ?? 0);
}

function troubleOfStatus(host: string, status: number): Trouble {
  const said = (code: FeedTroubleCode, remedy: string): Trouble => ({
    code,
    reason: `${host} answers ${status}: ${remedy}`,
  });
  if (status === 410) return said('gone', 'the feed was removed for good; look for its new address');
  if (status === 404) return said('not-found', 'there is no feed at this address; check it on the site');
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return said('denied', 'it does not give the feed to programs; ask the publisher, or choose another feed');
  if (status === 429 || status === 503) return said('busy', 'it asks to wait; it will be tried again');
  return said('server', 'it will be tried again; if that lasts, check the address');
}

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

/** Feeds named at most: a site may list one for each of its tags. */
const NAMED = 5;

/** A page stands where the feed was. */
export function troubleOfPage(host: string, feeds: readonly FoundFeed[]): Trouble {
  const named = feeds.slice(0, NAMED).map(({ url }) => url.replace(/[\p{Cc}\p{Cf}\s]/gu, ''));
  const remedy =
    named.length > 0
      ? `its page names ${named.join(' , ')}: take the one you want`
      : 'look for its feed on the site';
  return { code: 'web-page', reason: `${host} sends a web page and no feed; ${remedy}` };
}

/** @param reason what the reader of feeds says. */
export function troubleOfBytes(host: string, reason: string): Trouble {
  return { code: 'unreadable', reason: `${host}: ${reason}` };
}
