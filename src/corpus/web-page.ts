/** A fetched page, by what it is: HTML, PDF, plain text, or something that is not read, with the reason. */
import { withoutTracking } from '../core/tracking-parameters.ts';
import type { ArticleMetadata } from './article-metadata.ts';
import { decodePage } from './html/decode-page.ts';
import { ARTICLE_TOO_LONG, MAX_ARTICLE_LENGTH, MAX_PAGE_BYTES, PAGE_TOO_LARGE } from './html/page-limits.ts';
import type { PageReader } from './html/page-reader.ts';

/** What stands at a web address, as the server sent it. */
export interface FetchedPage {
  readonly ok: true;
  /** Where it was found, after redirects. */
  readonly url: string;
  /** Such as `text/html`; empty when the server does not say. */
  readonly contentType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export type ReadWebPage =
  | { readonly ok: true; readonly id: string; readonly text: string; readonly metadata: ArticleMetadata }
  | { readonly ok: false; readonly reason: string };

const ENCODING = 'the encoding of the page is unknown: save its article as text and ingest that';

/** The id is the canonical address. */
export async function readWebPage(
  page: FetchedPage,
  pages: Pick<PageReader, 'read' | 'readPdf'>,
): Promise<ReadWebPage> {
  const kind = kindOf(page);
  if (kind === 'pdf') {
    const read = await pages.readPdf(page.bytes);
    if (!read.ok) return read;
    if (read.text.length > MAX_ARTICLE_LENGTH) return { ok: false, reason: ARTICLE_TOO_LONG };
    const url = withoutTracking(new URL(page.url));
    url.hash = '';
    return { ok: true, id: url.href, text: read.text, metadata: { ...read.metadata, url: url.href } };
  }
  if (kind === 'feed')
    return { ok: false, reason: 'this is a feed and no article: give the address of one of its articles' };
  if (kind === 'other') {
    const type = page.contentType || 'of an unknown kind';
    return { ok: false, reason: `what stands there is ${type} and no article: give the address of the page` };
  }
  if (page.bytes.length > MAX_PAGE_BYTES) return { ok: false, reason: PAGE_TOO_LARGE };
  const text = decodePage(page.bytes, page.charset);
  if (text === null) return { ok: false, reason: ENCODING };
  if (kind === 'text') {
    if (text.length > MAX_ARTICLE_LENGTH) return { ok: false, reason: ARTICLE_TOO_LONG };
    const url = new URL(page.url);
    url.hash = '';
    return { ok: true, id: url.href, text, metadata: { url: url.href } };
  }
  const read = await pages.read(text, page.url);
  return read.ok ? { ...read, id: read.metadata.url ?? page.url } : read;
}

function kindOf({ contentType, bytes }: FetchedPage): 'html' | 'text' | 'pdf' | 'feed' | 'other' {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_000))
    .toString('latin1')
    .trimStart();
  if (contentType === 'application/pdf' || start.startsWith('%PDF-')) return 'pdf';
  if (/^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json))$/.test(contentType)) return 'feed';
  if (/xml$/.test(contentType) && /<(?:rss|feed|rdf:RDF)[\s>]/.test(start)) return 'feed';
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(contentType)) return 'html';
  const looksLikeHtml =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(start);
  // Servers that know no better call everything plain text, or nothing.
  if (
    looksLikeHtml &&
    /^(?:|text\/plain|text\/xml|application\/xml|application\/octet-stream)$/.test(contentType)
  )
    return 'html';
  return /^(?:|text\/plain|text\/markdown)$/.test(contentType) && !bytes.includes(0) ? 'text' : 'other';
}
