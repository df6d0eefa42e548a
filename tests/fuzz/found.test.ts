/** What fuzzing found, each once: so that it stays mended. */
import { describe, expect, it } from 'vitest';
import { readNewsText, unquote } from '../../src/bot/read-news-text.ts';
import { readJsonlRecord } from '../../src/corpus/jsonl-record.ts';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';
import { readFeed } from '../../src/news/feed/read-feed.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { FEED_URL, rssFeed } from '../support/sample-feeds.ts';

/** Node's quick check takes it, its parser does not. */
const UNPARSABLE = `http://${'A'.repeat(3_000)}${'('.repeat(13_500)}`;

describe('an address that is none at a second look', () => {
  it('is one for the quick check alone', () => {
    expect(URL.canParse(UNPARSABLE)).toBe(true);
    expect(URL.parse(UNPARSABLE)).toBeNull();
  });

  it('refuses a line of an archive, and does not end the ingest', () => {
    const line = JSON.stringify({ id: 'a', text: 'Un ministre accuse.', url: UNPARSABLE });
    expect(readJsonlRecord(new TextEncoder().encode(line))).toMatchObject({ ok: false });
  });

  it('is no base of a feed', () => {
    const source = rssFeed('<item><title>Un port</title><link>/a</link></item>').replace(
      '<rss ',
      `<rss xml:base="${UNPARSABLE}" `,
    );
    const result = readFeed({
      bytes: new TextEncoder().encode(source),
      url: FEED_URL,
      contentType: '',
      charset: null,
    });
    expect(result.ok && result.feed.items.map(({ title }) => title)).toEqual(['Un port']);
  });

  it('is no host to be fetched', () => {
    expect(parseFetchAllow([UNPARSABLE.slice('http://'.length)])).toBeNull();
  });
});

describe('quotation marks', () => {
  it('without an end are words, however many and with however much between them', () => {
    expect(unquote(`«${' '.repeat(8_000)}`)).toBe(`«${' '.repeat(8_000)}`);
    expect(readNewsText('«'.repeat(8_000), []).subject).toBe('«'.repeat(8_000));
  });

  it('are taken off with the blanks that stand within', () => {
    expect(['« deux mots »', '“deux mots”', '「deux mots」', '"deux mots"'].map(unquote)).toEqual(
      Array(4).fill('deux mots'),
    );
  });
});

it('keys within keys are refused, and not written out', () => {
  for (const text of ['? '.repeat(89), '{[a, b]: c}', '? {a: b}\n: c'])
    expect(readYaml(text)).toMatchObject({
      value: null,
      problems: [{ line: 1, message: expect.stringContaining('a key must be a word') }],
    });
  expect(readYaml('a: {b: [c]}').value).toEqual({ a: { b: ['c'] } });
});
