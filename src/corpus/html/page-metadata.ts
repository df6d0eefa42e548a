/** Title, publisher, date and language as a page states them; what it does not state is left to the text. */
import { type ArticleMetadata, articleMetadata } from '../article-metadata.ts';
import type { LinkedArticle } from './json-ld.ts';
import { pageDate } from './page-date.ts';
import type { PageDocument } from './page-dom.ts';

const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'citation_title'] as const;
const PUBLISHER_NAMES = ['dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher'] as const;
/** An address and no name. */
const SITE_ADDRESS = /^[\w-]+(?:\.[\w-]+)+$/;

/** @param now for dates that cannot be: nothing is published in the future. */
export function readPageMetadata(
  document: PageDocument,
  linked: LinkedArticle | null,
  url: string | null,
  now: Date,
): ArticleMetadata {
  const meta = metaOf(document);
  const names = [
    meta.get('og:site_name'),
    linked?.publisher,
    ...PUBLISHER_NAMES.map((name) => meta.get(name)),
  ];
  const publisher = first(names.filter((name) => !SITE_ADDRESS.test(name?.trim() ?? ''))) ?? first(names);
  const heading = only([...document.querySelectorAll('h1')].map(({ textContent }) => textContent));
  const title = first([
    linked?.headline,
    ...TITLE_NAMES.map((name) => meta.get(name)),
    heading,
    document.querySelector('title')?.textContent,
  ]);
  const date = pageDate(document, linked?.datePublished ?? null, meta, now);
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

/** The language that a page states for itself. */
export function statedLanguage(document: PageDocument, linked: LinkedArticle | null): string | null {
  const meta = metaOf(document);
  const stated = [
    document.documentElement?.getAttribute('lang'),
    linked?.lang,
    meta.get('og:locale'),
    meta.get('content-language'),
    meta.get('dc.language'),
  ];
  const codes = stated.flatMap((one) => /^([a-z]{2})(?:[-_]|$)/i.exec(one?.trim() ?? '')?.[1] ?? []);
  return codes[0]?.toLowerCase() ?? null;
}

/** The titles that a page gives itself, in its head and above its text. */
export function pageTitles(document: PageDocument): string[] {
  const meta = metaOf(document);
  return [
    ...TITLE_NAMES.map((name) => meta.get(name)),
    ...[...document.querySelectorAll('h1')].slice(0, 3).map(({ textContent }) => textContent),
    document.querySelector('title')?.textContent,
  ].filter((title) => typeof title === 'string' && title.trim() !== '') as string[];
}

/** Contents of the page's `meta` elements by name, in lower case; the first of each name. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content !== '' && !found.has(name)) found.set(name, content);
    }
  }
  return found;
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
