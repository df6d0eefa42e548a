/** Web pages into a corpus: fetched from sites on loopback, each a root of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFetchPage } from '../../src/app-fetch.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';
import { createMemoryCorpusStore, type MemoryCorpusStore } from '../support/memory-corpus-store.ts';
import { AROUND_THE_ARTICLE, CHINESE, encode, FRENCH, newsPage } from '../support/news-pages.ts';
import { newFolder } from '../support/run-process.ts';
import { type Site, startSite } from '../support/site-kit.ts';

interface Sent {
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly status?: number;
  readonly location?: string;
}

let store: MemoryCorpusStore;
let site: Site;
let pages: Record<string, Sent>;
beforeEach(async () => {
  store = createMemoryCorpusStore();
  pages = {};
  site = await startSite((request, response) => {
    const {
      type = 'text/html',
      body = '',
      status = 200,
      location,
    } = pages[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, {
      ...(type === '' ? {} : { 'content-type': type }),
      ...(location ? { location } : {}),
    });
    response.end(body);
  });
});

const at = (path: string): string => `${site.url}${path.slice(1)}`;
const run = (...inputs: string[]) =>
  ingest(inputs, {
    store,
    origin: 'ingested',
    now: () => new Date('2025-06-01T00:00:00Z'),
    fetchPage: createFetchPage({ fetchAllow: parseFetchAllow([site.host]) ?? new Set(), fetchContact: null }),
  });
const stored = (path: string) => {
  const document = store.documents.get(at(path))?.document;
  if (document === undefined)
    throw new Error(`${path} is not stored; ${[...store.documents.keys()].join(', ')} are`);
  return document;
};
const counts = { added: 0, updated: 0, unchanged: 0, removed: 0, failed: [] };

describe('a page', () => {
  it('is stored as its article alone, with what it states, under its canonical address', async () => {
    const head = `<link rel="canonical" href="/2025/port?utm_campaign=x#top">
      <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-28T23:30:00-10:00"}</script>`;
    pages['/short'] = { status: 301, location: '/a?fbclid=1' };
    pages['/a?fbclid=1'] = { body: newsPage({ ...FRENCH, head }) };
    expect(await run(at('/short'))).toEqual({ ...counts, added: 1 });
    const { source, text, passages } = stored('/2025/port');
    expect(source).toMatchObject({
      id: at('/2025/port'),
      url: at('/2025/port'),
      title: FRENCH.title,
      titleIsDescriptive: false,
      publisher: FRENCH.site,
      publishedAt: '2025-05-28',
      lang: 'fr',
      textKind: 'original',
    });
    for (const paragraph of FRENCH.body) expect(text).toContain(paragraph);
    expect(text).not.toMatch(AROUND_THE_ARTICLE);
    for (const { text: passage, start, end } of passages) expect(text.slice(start, end)).toBe(passage);
    expect(store.documents.get(source.id)).toMatchObject({ root: source.id, origin: 'ingested' });
  });

  it('is read in its encoding, whatever server and page say of it', async () => {
    const cases = [
      ['text/html; charset=gb2312', CHINESE, 'gb18030', undefined],
      ['text/html', CHINESE, 'gb18030', 'gbk'],
      ['text/html', FRENCH, 'windows-1252', 'iso-8859-1'],
      ['text/html; charset=iso-8859-1', FRENCH, 'windows-1252', undefined],
      ['text/html', FRENCH, 'windows-1252', undefined],
      // What server and page say is wrong, and the bytes tell.
      ['text/html; charset=utf-8', FRENCH, 'windows-1252', undefined],
    ] as const;
    for (const [i, [type, page, encoding, charset]] of cases.entries()) {
      const html = newsPage({ ...page, ...(charset === undefined ? {} : { charset }) });
      pages[`/${i}`] = { type, body: encode(html, encoding) };
    }
    const type = 'text/html; charset=gbk';
    const marked = (['utf16le', 'utf8'] as const).map((encoding) =>
      Buffer.from(`\ufeff${newsPage(FRENCH)}`, encoding),
    );
    for (const [i, body] of marked.entries()) pages[`/marked-${i}`] = { type, body };
    const paths = Object.keys(pages);
    expect(await run(...paths.map(at))).toEqual({ ...counts, added: paths.length });
    for (const [i, path] of paths.entries()) {
      const page = cases[i]?.[1] ?? FRENCH;
      const { source, text } = stored(path);
      expect(source).toMatchObject({ title: page.title, publisher: page.site, lang: page.lang.slice(0, 2) });
      for (const paragraph of page.body) expect(text).toContain(paragraph);
      expect(text).not.toMatch(AROUND_THE_ARTICLE);
    }
  });

  it('of plain text is read as a text file is', async () => {
    pages['/a'] = {
      type: 'text/plain; charset=utf-8',
      body: `${FRENCH.title}\n\n${FRENCH.body.join('\n\n')}`,
    };
    expect(await run(`${at('/a')}#part`)).toEqual({ ...counts, added: 1 });
    expect(stored('/a').source).toMatchObject({ title: FRENCH.title, url: at('/a'), lang: 'fr' });
  });

  it('is HTML when it looks like it and the server knows no better', async () => {
    pages['/a'] = { type: '', body: newsPage(FRENCH) };
    pages['/b'] = { type: 'text/plain', body: newsPage(FRENCH) };
    expect(await run(at('/a'), at('/b'))).toEqual({ ...counts, added: 2 });
    expect(stored('/b').text).not.toMatch(/<p>/);
  });
});

describe('a second time', () => {
  it('is unchanged while its article is, updated when that changes, and never removed', async () => {
    pages['/a'] = { body: newsPage(FRENCH) };
    pages['/b'] = { body: newsPage(CHINESE) };
    await run(at('/a'), at('/b'), at('/a#again'));
    expect([...store.documents.keys()]).toEqual([at('/a'), at('/b')]);
    pages['/a'] = { body: newsPage(FRENCH).replace('Dix recettes', 'Douze recettes') };
    const writes = store.writes.length;
    expect(await run(at('/a'))).toEqual({ ...counts, unchanged: 1 });
    expect(store.writes).toHaveLength(writes);
    pages['/a'] = { body: newsPage(FRENCH).replace('4 millions', '5 millions') };
    expect(await run(at('/a'))).toEqual({ ...counts, updated: 1 });
    expect(stored('/a').text).toContain('5 millions');
    pages['/a'] = { status: 410 };
    expect(await run(at('/a'))).toMatchObject({ ...counts, failed: [{ input: at('/a') }] });
    expect(stored('/a').text).toContain('5 millions');
  });

  it('fails when another root holds the id', async () => {
    pages['/a'] = { body: newsPage(FRENCH) };
    await run(at('/a'));
    const document = stored('/a');
    store = createMemoryCorpusStore();
    await store.put('/archive.jsonl', 'ingested', [document]);
    expect((await run(at('/a'))).failed).toEqual([
      { input: at('/a'), reason: expect.stringContaining('in the corpus already, from /archive.jsonl') },
    ]);
  });
});

describe('what is no article', () => {
  const short = (text: string, title = 'x') =>
    `<html><head><title>${title}</title></head><body><p>${text}</p></body></html>`;
  it('is told with its reason', async () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['application/pdf', '%PDF-1.7', /PDF is damaged/],
      ['application/octet-stream', '%PDF-1.7', /PDF is damaged/],
      ['application/rss+xml', '<rss/>', /is a feed/],
      ['text/xml', '<?xml version="1.0"?><rss version="2.0"></rss>', /is a feed/],
      ['text/plain', 'Une phrase du port. '.repeat(30_000), /longer than 500000 characters/],
      [
        'text/html',
        `<html><body><p>${'Une phrase du port. '.repeat(30_000)}</p></body></html>`,
        /longer than 500000/,
      ],
      ['image/png', '\u0089PNG', /is image\/png and no article/],
      ['application/json', '{}', /application\/json/],
      ['text/html', '', /no article is found/],
      ['text/html', '<', /no article is found/],
      ['text/html', short('Cette page n’existe plus.', 'Page introuvable'), /an error page/],
      ['text/html', short('页面不存在或已被删除'), /an error page/],
      ['text/html', short('Checking your browser', 'Just a moment...'), /a person’s browser/],
      [
        'text/html',
        short('Déjà abonné ? Connectez-vous pour lire la suite.', 'Le port accusé'),
        /asks for a login/,
      ],
      ['text/html', short('<input type="password">'), /asks for a login/],
      [
        'text/html',
        newsPage({
          ...FRENCH,
          body: FRENCH.body.slice(0, 2),
          head: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
        }),
        /in part only/,
      ],
      [
        'text/html',
        `<html><body><main>${'<p><a href="/x">Le ministère accuse un groupe d’avoir attaqué le port</a></p>'.repeat(30)}</main></body></html>`,
        /list of links|no article/,
      ],
      [
        'text/html',
        `<html><body>${'<div>'.repeat(5_000)}<p>${FRENCH.body.join(' ')}</p></body></html>`,
        /too intricately/,
      ],
      ['text/html', `<html><body>${'<i>a</i>'.repeat(50_000)}</body></html>`, /too intricately/],
    ];
    for (const [i, [type, body]] of cases.entries()) pages[`/${i}`] = { type, body };
    const inputs = cases.map((_one, i) => at(`/${i}`));
    expect(await run(...inputs)).toEqual({
      ...counts,
      failed: cases.map(([, , reason], i) => ({ input: inputs[i], reason: expect.stringMatching(reason) })),
    });
  });

  it('stops nothing else, and a refused address is told like any other', async () => {
    pages['/a'] = { body: newsPage(FRENCH) };
    const bad = ['http://localhost/', 'ftp://example.org/x', 'https://user:p@example.org/', 'http:127.0.0.1'];
    const report = await run(...bad, at('/missing'), at('/a'));
    expect(report.added).toBe(1);
    expect(report.failed.map(({ input }) => input)).toEqual([...bad, at('/missing')]);
  });
});

it('saved pages in a folder are read as well, under their paths', async () => {
  const folder = newFolder();
  const head = '<link rel="canonical" href="https://gazette.example/port">';
  writeFileSync(join(folder, 'a.html'), newsPage({ ...FRENCH, head }));
  writeFileSync(join(folder, 'b.htm'), encode(newsPage({ ...CHINESE, charset: 'gbk' }), 'gb18030'));
  writeFileSync(join(folder, 'short.html'), '<p>The ministry denies it.</p>');
  expect(await run(folder)).toEqual({
    ...counts,
    added: 2,
    failed: [{ input: join(folder, 'short.html'), reason: expect.stringContaining('no article is found') }],
  });
  expect(store.documents.get('a.html')?.document.source).toMatchObject({
    url: 'https://gazette.example/port',
    lang: 'fr',
  });
  expect(store.documents.get('b.htm')?.document.source).toMatchObject({
    title: CHINESE.title,
    lang: 'zh',
    url: null,
  });
  expect(await run(folder)).toMatchObject({ unchanged: 2, removed: 0 });
});
