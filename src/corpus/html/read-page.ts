/** A web page to the article on it: its text, what the page states about it, and its address. */

import { identifyLanguage } from '../../lexicon/identify-language.ts';
import type { ArticleMetadata } from '../article-metadata.ts';
import { cleanArticle } from '../clean.ts';
import { findPublication } from '../find-publication.ts';
import { findArticleText } from './article-text.ts';
import { canonicalUrl } from './canonical-url.ts';
import { readLinkedArticle } from './json-ld.ts';
import { whyNoArticle } from './no-article.ts';
import { dateInAddress } from './page-date.ts';
import { parsePage } from './page-dom.ts';
import { ARTICLE_TOO_LONG, MAX_ARTICLE_LENGTH } from './page-limits.ts';
import { pageTitles, readPageMetadata, statedLanguage } from './page-metadata.ts';

export type ReadPage =
  | { readonly ok: true; readonly text: string; readonly metadata: ArticleMetadata }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a page. The text is raw: to be cleaned as any other. `metadata.url` is the canonical address.
 *
 * @param address where the page was found, after redirects; null for a file.
 * @param now for dates that cannot be.
 */
export function readPage(html: string, address: string | null, now: Date): ReadPage {
  const parsed = parsePage(html);
  if (!parsed.ok) return parsed;
  const { document } = parsed;
  const url = canonicalUrl(document, address);
  const addresses = [url, address].filter((one) => one !== null);
  const linked = readLinkedArticle(document, { addresses, titles: pageTitles(document) });
  const metadata = readPageMetadata(document, linked, url, now);
  const statedLang = statedLanguage(document, linked);
  const asksPassword = document.querySelector('input[type="password"]') !== null;
  const found = findArticleText(document) ?? { text: '', linkShare: 0 };
  if (found.text.length > MAX_ARTICLE_LENGTH) return { ok: false, reason: ARTICLE_TOO_LONG };
  const { text, dropped } = cleanArticle(found.text);
  const { linkShare } = found;
  const reason = whyNoArticle({
    title: metadata.title ?? '',
    text,
    raw: found.text,
    linkShare,
    free: linked?.free ?? true,
    asksPassword,
  });
  if (reason !== null) return { ok: false, reason };
  const lang = identifyLanguage(text) ?? statedLang;
  // What the text says of its date goes before what the address does.
  const ownDate = metadata.date ?? findPublication(text, dropped).publishedAt;
  const date = ownDate === null ? (dateInAddress(url, now) ?? dateInAddress(address, now)) : null;
  return {
    ok: true,
    text: found.text,
    metadata: { ...metadata, ...(lang === null ? {} : { lang }), ...(date === null ? {} : { date }) },
  };
}
