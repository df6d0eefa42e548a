/** What is read out of a page: article, title, publisher, date, language, address. */
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/corpus/html/read-page.ts';
import { CHINESE, FRENCH, newsPage } from '../../support/news-pages.ts';

const NOW = new Date('2025-06-01T00:00:00Z');
const ADDRESS = 'https://www.gazette.example/monde/port?id=7&utm_source=feed#top';

function metadataOf(head: string, page = FRENCH, address: string | null = ADDRESS) {
  const read = readPage(newsPage({ ...page, head }), address, NOW);
  if (!read.ok) throw new Error(read.reason);
  return read.metadata;
}
const linked = (thing: unknown) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('the date of publication', () => {
  test.each([
    [linked({ '@type': 'NewsArticle', datePublished: '2025-05-28T23:59:00+02:00' }), '2025-05-28'],
    [
      linked([{ '@graph': [{ '@type': ['Thing', 'ReportageNewsArticle'], datePublished: '2025-05-28' }] }]),
      '2025-05-28',
    ],
    [`<meta property="article:published_time" content="2025-05-28T08:00:00Z">`, '2025-05-28'],
    [meta('pubdate', '20250528'), '2025-05-28'],
    [meta('DC.date.issued', '2025-05'), '2025-05'],
    [meta('date', '28 mai 2025'), '2025-05-28'],
    [meta('date', 'Wed, 28 May 2025 10:00:00 GMT'), '2025-05-28'],
    // One that cannot be is passed over, and so is one that names two days.
    [meta('date', '2031-01-01') + meta('dc.date', '2025-05-28'), '2025-05-28'],
    [meta('date', '04/05/2025'), undefined],
    [meta('date', '1970-01-01'), undefined],
    [linked({ '@type': 'WebSite', datePublished: '2020-01-01' }), undefined],
    ['<script type="application/ld+json">{"@type": "NewsArticle", </script>', undefined],
    ['', undefined],
  ])('%s', (head, date) => expect(metadataOf(head).date).toBe(date));

  test('is that of the one <time> of the page, and unknown when there are several', () => {
    const withTimes = (...days: string[]) =>
      metadataOf('', {
        ...FRENCH,
        body: [...FRENCH.body, ...days.map((day) => `<time datetime="${day}">${day}</time>`)],
      });
    expect(withTimes('2025-05-28T08:00', '2025-05-28').date).toBe('2025-05-28');
    expect(withTimes('2025-05-28', '2025-05-30').date).toBeUndefined();
  });
});

describe('title and publisher', () => {
  test('are as stated, the title without the site’s name', () => {
    expect(metadataOf('')).toMatchObject({ title: FRENCH.title, publisher: FRENCH.site });
    const head = '<meta property="og:title" content="Un autre titre — La Gazette du Fleuve">';
    expect(metadataOf(head).title).toBe('Un autre titre');
  });

  test('come from linked data, there also by reference', () => {
    const head = linked([
      { '@type': 'NewsArticle', headline: 'Le titre &amp; sa suite', publisher: { '@id': '#org' } },
      { '@type': 'Organization', '@id': '#org', name: 'Agence du Lac' },
    ]);
    const page = newsPage({ ...FRENCH, head }).replace(/<meta property="og:site_name"[^>]*>/, '');
    expect(readPage(page, ADDRESS, NOW)).toMatchObject({ metadata: { publisher: 'Agence du Lac' } });
  });

  test('are left to the text when the page states none', () => {
    const read = readPage(`<p>${FRENCH.body.join('</p><p>')}</p>`, ADDRESS, NOW);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && [read.metadata.title, read.metadata.publisher]).toEqual([undefined, undefined]);
  });
});

test('the language is what the text tells, whatever the page states', () => {
  expect(metadataOf('', { ...FRENCH, lang: 'en' }).lang).toBe('fr');
  expect(metadataOf('', { ...CHINESE, lang: '' }).lang).toBe('zh');
});

describe('the address', () => {
  test.each([
    ['', 'https://www.gazette.example/monde/port?id=7'],
    ['<link rel="canonical" href="/port">', 'https://www.gazette.example/port'],
    [
      '<link rel="canonical" href="https://gazette.example/port?utm_medium=x#c">',
      'https://gazette.example/port',
    ],
    ['<link rel="canonical" href="https://m.gazette.example/port">', 'https://m.gazette.example/port'],
    [
      '<meta property="og:url" content="https://www.gazette.example/port">',
      'https://www.gazette.example/port',
    ],
    // Another site, a neighbour on a shared host, a less safe scheme, the front page, or no address at all.
    ...[
      'https://other.example/port',
      'https://a.gazette.example/',
      'http://www.gazette.example/port',
      '/',
      'javascript:x',
      'https://u:p@www.gazette.example/x',
      'http://',
    ].map((url): [string, string] => [
      `<link rel="canonical" href="${url}">`,
      'https://www.gazette.example/monde/port?id=7',
    ]),
  ])('%s', (head, url) => expect(metadataOf(head).url).toBe(url));

  test('of a file is the one that the page states, or unknown', () => {
    const head = '<link rel="canonical" href="https://gazette.example/port">';
    expect(metadataOf(head, FRENCH, null).url).toBe('https://gazette.example/port');
    expect(metadataOf('', FRENCH, null).url).toBeUndefined();
  });
});

test('paragraphs do not run into one another, and words do not fall apart', () => {
  const body = ['Un <b>mot</b> en gr<i>as</i>.<br>Une ligne.', ...FRENCH.body];
  const read = readPage(newsPage({ ...FRENCH, body }), ADDRESS, NOW);
  expect(read.ok && read.text).toContain('Un mot en gras.\nUne ligne.\n\nLe gouvernement');
});
