/**
 * A document's bytes to a candidate. What parses and cleans is imported when first needed: mostly nothing has changed,
 * and the start must be quick.
 */
import type { Candidate, FailedCandidate } from './candidate.ts';
import { contentHash } from './content-hash.ts';
import { decodeText, MAX_DOCUMENT_BYTES, tooLarge } from './decode-text.ts';
import { decodePage } from './html/decode-page.ts';
import { MAX_PAGE_BYTES, PAGE_TOO_LARGE } from './html/page-limits.ts';
import type { PageReader } from './html/page-reader.ts';
import { MAX_PDF_BYTES, PDF_TOO_LARGE } from './pdf/pdf-limits.ts';
import { isCaseFile } from './split-front-matter.ts';

export type DocumentKind = 'text' | 'markdown' | 'html' | 'pdf';

/** What reads web pages and PDF files. */
export type DocumentReaders = Pick<PageReader, 'read' | 'readPdf'>;

export interface DocumentPlace {
  readonly input: string;
  readonly id: string;
  readonly kind: DocumentKind;
  /** The id of the case that a case file in this place holds; null where none can stand. */
  readonly caseId: string | null;
}

/** Bytes of a document at most. */
export const MAX_BYTES: Readonly<Record<DocumentKind, number>> = {
  text: MAX_DOCUMENT_BYTES,
  markdown: MAX_DOCUMENT_BYTES,
  html: MAX_PAGE_BYTES,
  pdf: MAX_PDF_BYTES,
};

const UNKNOWN_ENCODING = 'the encoding is unknown or the page is damaged: save it as UTF-8';
const CASE_WITHOUT_NAME = 'a case file is known by its name: give the file itself';

/** Why a document of that many bytes is not read; null when it is. */
export function whyTooLarge(kind: DocumentKind, bytes: number): string | null {
  if (bytes <= MAX_BYTES[kind]) return null;
  return kind === 'html' ? PAGE_TOO_LARGE : kind === 'pdf' ? PDF_TOO_LARGE : tooLarge(bytes).reason;
}

export function documentCandidate(bytes: Buffer, place: DocumentPlace, readers: DocumentReaders): Candidate {
  const { kind, input, id } = place;
  const hash = contentHash(bytes);
  const article = { type: 'article' as const, input, id, contentHash: hash, bytes: bytes.length };
  if (kind === 'pdf')
    return { ...article, build: (storedId) => built(readers.readPdf(bytes), storedId, hash) };
  if (kind === 'html') {
    const html = decodePage(bytes, null);
    if (html === null) return failedDocument(place, UNKNOWN_ENCODING);
    return { ...article, build: (storedId) => built(readers.read(html, null), storedId, hash) };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failedDocument(place, decoded.reason);
  const { text } = decoded;
  if (kind === 'markdown' && isCaseFile(text)) {
    if (place.caseId === null) return failedDocument(place, CASE_WITHOUT_NAME);
    return { type: 'case', input, caseId: place.caseId, contentHash: hash, text };
  }
  return {
    ...article,
    async build(storedId) {
      const { buildArticle, readMarkdownArticle } = await import('./article-document.ts');
      const read =
        kind === 'markdown' ? readMarkdownArticle(text) : { ok: true as const, text, metadata: {} };
      return read.ok ? buildArticle({ ...read, id: storedId, contentHash: hash }) : read;
    },
  };
}

async function built(reading: ReturnType<PageReader['read']>, id: string, hash: string) {
  const read = await reading;
  if (!read.ok) return read;
  const { buildArticle } = await import('./article-document.ts');
  return buildArticle({ ...read, id, contentHash: hash });
}

export function failedDocument(place: DocumentPlace, reason: string): FailedCandidate {
  const { input, id, caseId } = place;
  return { type: 'failed', input, reason, keeps: [id], keepsCase: caseId, readError: false };
}
