/** Pages of the shapes that news sites have, with what leads a reader of them astray. */
import { describe, expect, test } from 'vitest';
import { cleanArticle } from '../../../src/corpus/clean.ts';
import { readPage } from '../../../src/corpus/html/read-page.ts';
import { FRENCH, newsPage } from '../../support/news-pages.ts';

const NOW = new Date('2025-06-01T00:00:00Z');
const ADDRESS = 'https://www.gazette.example/port';
const linked = (thing: unknown) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const paragraphs = (body: readonly string[]) => body.map((text) => `<p>${text}</p>`).join('\n');

function read(html: string, address: string | null = ADDRESS) {
  const found = readPage(html, address, NOW);
  if (!found.ok) throw new Error(found.reason);
  return found;
}
const refusal = (html: string) => {
  const found = readPage(html, ADDRESS, NOW);
  return found.ok ? found.text : found.reason;
};
/** A page of which the article begins with that line. */
const under = (line: string, page = FRENCH) =>
  newsPage(page).replace(
    '<div class="share-bar">',
    `<div class="dates">${line}</div><div class="share-bar">`,
  );

describe('the date', () => {
  test.each([
    ['https://www.gazette.example/2025/05/28/port', '2025-05-28'],
    ['https://www.gazette.example/monde/2025-05-28/port.html', '2025-05-28'],
    ['https://www.gazette.example/c/202505/28/port.shtml', '2025-05-28'],
    ['https://www.gazette.example/xw/t20250528_1162.htm', '2025-05-28'],
    ['https://www.gazette.example/2025/05/port', '2025-05'],
    ['https://www.gazette.example/2025/port', undefined],
    ['https://www.gazette.example/2031/05/28/port', undefined],
    ['https://www.gazette.example/article-20250599.html', undefined],
    ['https://www.gazette.example/a/12025052812', undefined],
  ])('may stand in the address alone: %s', (address, date) =>
    expect(read(newsPage(FRENCH), address).metadata.date).toBe(date),
  );

  test('of the text goes before that of the address', () => {
    const { metadata } = read(
      under('<p>Publié le 27 mai 2025 à 18h12</p>'),
      'https://www.gazette.example/2025/05/28/port',
    );
    expect(metadata.date).toBeUndefined();
  });

  test.each([
    ['<span>Published 2 hours ago</span>', undefined],
    ['<span>Publié il y a 2 heures</span>', undefined],
    ['<time datetime="2025-05-30T10:00" class="updated">30 mai</time>', undefined],
    ['<time datetime="2025-05-30" itemprop="dateModified">30 mai</time>', undefined],
    ['Mis à jour le <time datetime="2025-05-30">30 mai</time>', undefined],
    [
      'Publié le <time datetime="2025-05-28">28 mai</time>, mis à jour le <time datetime="2025-05-30">30 mai</time>',
      '2025-05-28',
    ],
    [
      '<span>Published</span> <time datetime="2025-05-28">28 May</time> <span>Updated</span> <time datetime="2025-05-30">30 May</time>',
      '2025-05-28',
    ],
    [
      '<time class="entry-date published" datetime="2025-05-28">28 mai</time><time class="updated" datetime="2025-05-30">30 mai</time>',
      '2025-05-28',
    ],
    [
      '发布时间：<time datetime="2025-05-28">5月28日</time> 更新时间：<time datetime="2025-05-30">5月30日</time>',
      '2025-05-28',
    ],
  ])('%s', (line, date) => {
    const { metadata, text } = read(under(line));
    expect(metadata.date).toBe(date);
    expect(cleanArticle(text).text).not.toMatch(/hours ago|30 mai|30 May|5月30日/);
  });

  test('of a change alone is not that of publication', () => {
    const head =
      linked({ '@type': 'NewsArticle', dateModified: '2025-05-30' }) +
      '<meta property="og:updated_time" content="2025-05-30">';
    expect(read(newsPage({ ...FRENCH, head })).metadata.date).toBeUndefined();
  });
});

describe('what linked data describes', () => {
  const own = {
    '@type': 'NewsArticle',
    headline: FRENCH.title,
    datePublished: '2025-05-28',
    publisher: { name: 'Agence du Lac' },
  };
  const other = {
    '@type': 'NewsArticle',
    headline: 'La météo du lac',
    datePublished: '2025-04-01',
    url: 'https://www.gazette.example/b',
  };

  test.each([
    ['a related article first', [other, own]],
    [
      'a list of articles',
      { '@type': 'ItemList', itemListElement: [{ item: other }, { item: { ...own, url: ADDRESS } }] },
    ],
    [
      'the one that is the page’s',
      { '@graph': [other, { ...own, headline: 'Autre accroche', mainEntityOfPage: { '@id': ADDRESS } }] },
    ],
    ['a type by its address', { ...own, '@type': 'https://schema.org/ReportageNewsArticle' }],
  ])('%s', (_name, thing) =>
    expect(read(newsPage({ ...FRENCH, head: linked(thing) })).metadata.date).toBe('2025-05-28'),
  );

  test('several others say nothing of this one', () => {
    const head = linked([
      other,
      { ...other, headline: 'Dix recettes de soupe', url: 'https://www.gazette.example/a' },
    ]);
    expect(read(newsPage({ ...FRENCH, head })).metadata).toMatchObject({ title: FRENCH.title });
    expect(read(newsPage({ ...FRENCH, head })).metadata.date).toBeUndefined();
  });

  test('a headline has its signs, and a site’s address is no publisher while a name is stated', () => {
    const head = linked({ ...own, headline: 'L&#039;&Eacute;tat, le port &amp; son r&ocirc;le' });
    const page = newsPage({ ...FRENCH, head, site: 'gazette.example' });
    expect(read(page).metadata).toMatchObject({
      title: "L'État, le port & son rôle",
      publisher: 'Agence du Lac',
    });
  });

  test('a live blog is one article, with the date on which it began', () => {
    const updates = FRENCH.body.map((articleBody, i) => ({
      '@type': 'BlogPosting',
      headline: `Point ${i}`,
      articleBody,
      datePublished: `2025-05-2${i}`,
    }));
    const head = linked({
      '@type': 'LiveBlogPosting',
      headline: FRENCH.title,
      datePublished: '2025-05-20',
      liveBlogUpdate: updates,
    });
    const body = FRENCH.body.map((text, i) => `<time datetime="2025-05-2${i}T10:00">10h0${i}</time> ${text}`);
    const { metadata, text } = read(newsPage({ ...FRENCH, head, body }));
    expect(metadata).toMatchObject({ title: FRENCH.title, date: '2025-05-20' });
    for (const paragraph of FRENCH.body) expect(text).toContain(paragraph);
  });
});

test('of several articles on a page, the first is read, without the next one below it', () => {
  const next = `<article><h1>Le marché couvert rouvre ses portes</h1>${paragraphs([
    'Le marché couvert de Bourgneuf rouvre samedi après deux ans de travaux, annonce la mairie dans un long communiqué.',
    'Quarante commerçants y reprennent leurs étals, et un parking de deux cents places complète l’ensemble, selon le maire.',
    'Les riverains regrettent la disparition du kiosque, que la commune promet de reconstruire d’ici à la fin de l’année.',
  ])}</article>`;
  const { text } = read(newsPage(FRENCH).replace('</article>', `</article>${next}`));
  for (const paragraph of FRENCH.body) expect(text).toContain(paragraph);
  expect(text).not.toMatch(/marché|riverains/);
});

test('a page of the AMP cache is kept under the address of the article', () => {
  const head =
    '<link rel="canonical" href="https://www.gazette.example/2025/05/28/port"><script async src="https://cdn.ampproject.org/v0.js"></script>';
  const page = newsPage({ ...FRENCH, head }).replace('<html lang', '<html ⚡ lang');
  const cache = 'https://www-gazette-example.cdn.ampproject.org/c/s/www.gazette.example/2025/05/28/port.amp';
  expect(read(page, cache).metadata).toMatchObject({
    url: 'https://www.gazette.example/2025/05/28/port',
    date: '2025-05-28',
  });
  expect(read(page, 'https://other.example/x').metadata.url).toBe('https://other.example/x');
  expect(read(page, 'https://amp.gazette.example/port').metadata.url).toBe(
    'https://www.gazette.example/2025/05/28/port',
  );
});

describe('what is shown instead of the article', () => {
  const stub = FRENCH.body.slice(0, 2);
  test.each([
    'Il vous reste 82.4% de cet article à lire. La suite est réservée aux abonnés.',
    'Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous',
    'Subscribe to continue reading. Already a subscriber? Log in',
    'To continue reading, start your free trial.',
    '本文为付费内容，订阅后可阅读全文。',
  ])('a paywall: %s', (wall) => {
    expect(refusal(newsPage({ ...FRENCH, body: [...stub, wall] }))).toContain('in part only');
    // A whole article below which the site praises its subscription is one.
    const whole = [
      ...FRENCH.body,
      ...FRENCH.body.map((text) => `De plus, ${text}`),
      ...FRENCH.body.map((text) => `Enfin, ${text}`),
    ];
    expect(refusal(newsPage({ ...FRENCH, body: [...whole, wall] }))).toContain(FRENCH.body[3]);
  });

  test('a notice about cookies', () => {
    const notice = [
      'Nous et nos 842 partenaires stockons des informations sur votre appareil, telles que des cookies, et y accédons, avec votre consentement.',
      'Vos données personnelles sont traitées par nos partenaires pour les finalités suivantes : publicités et contenus personnalisés, mesure de performance.',
      'Vous pouvez retirer votre consentement à tout moment en cliquant sur le lien « Gérer les cookies » en bas de page.',
    ];
    const english = [
      'We and our 842 partners store and access information on a device, such as cookies, with your consent, and process personal data.',
      'You may withdraw your consent at any time. Some partners do not ask for consent and rely on their legitimate interest. See our privacy policy.',
    ];
    for (const body of [notice, english])
      expect(
        refusal(
          `<html><head><title>La Gazette</title></head><body><main>${paragraphs(body)}</main></body></html>`,
        ),
      ).toContain('cookies');
    // An article about them is none.
    const about = [
      ...FRENCH.body,
      'Le régulateur reproche au port d’avoir posé des cookies sans consentement sur son site, et l’a condamné.',
    ];
    expect(refusal(newsPage({ ...FRENCH, body: about }))).toContain(FRENCH.body[0]);
  });
});

test('the language is what the page states where the text does not tell', () => {
  const body = [
    'Zzyx qwvu plorm dastrel vimbo hentrak, lorvik ashtem bundo pelk varnish toomel ghast. '.repeat(4),
  ];
  const langOf = (head: string, lang = '') =>
    read(newsPage({ ...FRENCH, title: 'Zzyx plorm', site: 'Qwvu', lang, head, body })).metadata.lang;
  const unknown = langOf('');
  expect(langOf('', 'cs-CZ') === 'cs' || unknown !== undefined).toBe(true);
  if (unknown === undefined) {
    expect(langOf('<meta property="og:locale" content="cs_CZ">')).toBe('cs');
    expect(langOf('<meta http-equiv="content-language" content="cs">')).toBe('cs');
  }
});
