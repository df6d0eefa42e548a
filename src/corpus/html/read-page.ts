/** A web page to the article on it: its text, what the page states about it, and its address. */
import type { ArticleMetadata } from '../article-metadata.ts';
import { cleanArticle } from '../clean.ts';
import { findArticleText } from './article-text.ts';
import { canonicalUrl } from './canonical-url.ts';
import { readLinkedArticle } from './json-ld.ts';
import { whyNoArticle } from './no-article.ts';
import { parsePage } from './page-dom.ts';
import { ARTICLE_TOO_LONG, MAX_ARTICLE_LENGTH } from './page-limits.ts';
import { pageLanguage, readPageMetadata } from './page-metadata.ts';

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
  const linked = readLinkedArticle(document);
  const metadata = readPageMetadata(document, linked, canonicalUrl(document, address), now);
  const asksPassword = document.querySelector('input[type="password"]') !== null;
  const found = findArticleText(document) ?? { text: '', linkShare: 0 };
  if (found.text.length > MAX_ARTICLE_LENGTH) return { ok: false, reason: ARTICLE_TOO_LONG };
  const { text } = cleanArticle(found.text);
  const { linkShare } = found;
  const reason = whyNoArticle({
    title: metadata.title ?? '',
    text,
    linkShare,
    free: linked?.free ?? true,
    asksPassword,
  });
  if (reason !== null) return { ok: false, reason };
  const lang = pageLanguage(document, text);
  return { ok: true, text: found.text, metadata: { ...metadata, ...(lang === null ? {} : { lang }) } };
}
