/** Title, publisher, date and language as a page states them; what it does not state is left to the text. */
import { identifyLanguage } from '../../lexicon/identify-language.ts';
import { type ArticleMetadata, articleMetadata } from '../article-metadata.ts';
import { parseCompleteDate, parseMetadataDate } from '../parse-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { PageDocument } from './page-dom.ts';

/** Names under which pages state the date of publication, the surest first. */
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date.published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish_date',
  'pubdate',
  'dc.date',
  'date',
] as const;
const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'citation_title'] as const;
/** Before the web, and after tomorrow, nothing is published on it. */
const FIRST_YEAR = 1990;
const TOMORROW = 36 * 3_600_000;

/** @param now for dates that cannot be: nothing is published in the future. */
export function readPageMetadata(
  document: PageDocument,
  linked: LinkedArticle | null,
  url: string | null,
  now: Date,
): ArticleMetadata {
  const meta = metaOf(document);
  const publisher = first([meta.get('og:site_name'), linked?.publisher, meta.get('dc.publisher')]);
  const heading = only([...document.querySelectorAll('h1')].map(({ textContent }) => textContent));
  const title = first([
    linked?.headline,
    ...TITLE_NAMES.map((name) => meta.get(name)),
    heading,
    document.querySelector('title')?.textContent,
  ]);
  const date = dateOf(document, linked, meta, now);
  const stated: Record<string, unknown> = {
    title: title === null ? undefined : withoutSite(title, publisher),
    publisher: publisher ?? undefined,
    date: date ?? undefined,
    url: url ?? undefined,
  };
  // A field that breaks the rules for metadata is left out, and the rest stays.
  const parsed = articleMetadata.safeParse(stated);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) delete stated[String(issue.path[0])];
  return articleMetadata.parse(stated);
}

/** The language of a text on a page that states one: the text decides where it tells. */
export function pageLanguage(document: PageDocument, text: string): string | null {
  const stated = document.documentElement?.getAttribute('lang')?.trim().toLowerCase() ?? '';
  const code = /^([a-z]{2})(?:[-_]|$)/.exec(stated)?.[1] ?? null;
  return identifyLanguage(text) ?? code;
}

/** Contents of the page's `meta` elements by name, in lower case; the first of each name. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content !== '' && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function dateOf(
  document: PageDocument,
  linked: LinkedArticle | null,
  meta: ReadonlyMap<string, string>,
  now: Date,
): string | null {
  const marked = [
    ...document.querySelectorAll('time[itemprop="datePublished"], time[pubdate], [itemprop="datePublished"]'),
  ];
  // Without a word on what it is, a date is the article's only when the page has no other.
  const times = [...document.querySelectorAll('time[datetime]')].map((time) => time.getAttribute('datetime'));
  const days = new Set(times.map((time) => readDate(time)));
  const stated = [
    linked?.datePublished,
    ...DATE_NAMES.map((name) => meta.get(name)),
    ...marked.map((one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? one.textContent),
    days.size === 1 ? times[0] : null,
  ];
  for (const one of stated) {
    const date = readDate(one);
    if (date !== null && isPossible(date, now)) return date;
  }
  return null;
}

/** The day as it was where the page was published: a time zone behind it changes nothing. */
function readDate(text: string | null | undefined): string | null {
  const stated = text?.trim() ?? '';
  if (stated === '' || stated.length > 100) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(stated);
  if (compact) return parseMetadataDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  return parseMetadataDate(stated) ?? parseCompleteDate(stated, { dayFirst: false });
}

function isPossible(date: string, now: Date): boolean {
  return Number(date.slice(0, 4)) >= FIRST_YEAR && Date.parse(date) <= now.getTime() + TOMORROW;
}

/** «Titre | Le Journal» without the site's name, which stands beside it anyway. */
function withoutSite(title: string, site: string | null): string {
  const plain = title.replace(/\s+/gu, ' ').trim();
  if (site === null || !plain.toLowerCase().endsWith(site.toLowerCase())) return plain;
  const cut = plain.slice(0, -site.length).replace(/\s*[|•·»_–—-]\s*$/u, '');
  return cut !== '' && cut.length < plain.length - site.length ? cut : plain;
}

function first(values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => value?.trim())?.trim() ?? null;
}

function only(values: readonly (string | null)[]): string | null {
  return values.length === 1 ? (values[0] ?? null) : null;
}
