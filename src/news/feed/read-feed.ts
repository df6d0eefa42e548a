/** Bytes of a feed to its items: RSS, Atom, RDF, JSON Feed and CDF, broken ones as far as they can be read. */
import type { Feed, ReadFeed } from '../feed-item.ts';
import { decodeFeed } from './decode-feed.ts';
import { finishFeed } from './finish-feed.ts';
import { parseSoundFeed } from './parse-sound-feed.ts';
import { salvageFeed } from './salvage-feed.ts';
import { surveyMarkup } from './survey-markup.ts';

/** Largest feed, in bytes, unpacked: several times what the longest archives in use weigh. */
const MAX_FEED_BYTES = 10_000_000;
/** Deepest nesting that is given to the parser, which recurses; formatted text in a feed stays below 50. */
const DEEPEST = 200;

const NO_FEED =
  'the document is no feed: give the address of an RSS, Atom or JSON feed, or of a page that names one';

export const readFeed: ReadFeed = ({ bytes, url, charset }) => {
  if (bytes.length > MAX_FEED_BYTES)
    return {
      ok: false,
      reason: `the feed has more than ${MAX_FEED_BYTES / 1_000_000} MB: look for a shorter one`,
    };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return {
      ok: false,
      reason: 'the document is compressed twice: ask the publisher to put its server right',
    };
  try {
    const { text, problem } = decodeFeed(bytes, charset);
    const problems = problem === null ? [] : [problem];
    const start = text.replace(/^[\s\ufeff]+/, '');
    if (start === '')
      return { ok: false, reason: 'the document is empty: ask the publisher, or try again later' };
    const feed = start.startsWith('{') ? readJson(start, url, problems) : readMarkup(text, url, problems);
    return feed === null ? { ok: false, reason: NO_FEED } : { ok: true, feed };
  } catch {
    return {
      ok: false,
      reason: 'the document cannot be read as a feed: look for another feed of this publisher',
    };
  }
};

function readMarkup(text: string, url: string, problems: readonly string[]): Feed | null {
  const survey = surveyMarkup(text);
  if (survey.format === null) return null;
  const found = [...problems, ...survey.problems];
  const parsed = survey.format === 'cdf' || survey.depth > DEEPEST ? null : parseSoundFeed(survey.repaired);
  if (parsed !== null && parsed.items.length >= survey.items) return finishFeed(parsed, url, found);
  if (survey.format !== 'cdf' && survey.items > 0)
    found.push('the markup is broken; what could be recognised was read');
  return finishFeed(salvageFeed(survey.repaired, survey.format, survey.itemName), url, found);
}

function readJson(text: string, url: string, problems: readonly string[]): Feed | null {
  const parsed = parseSoundFeed(text);
  if (parsed !== null) return finishFeed(parsed, url, problems);
  // Raw control characters in strings are what JSON of careless programs is rejected for.
  const repaired = parseSoundFeed(text.replace(/\p{Cc}/gu, ' '));
  return repaired === null
    ? null
    : finishFeed(repaired, url, [...problems, 'control characters were dropped']);
}
