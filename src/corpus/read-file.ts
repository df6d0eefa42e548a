/**
 * Reads a found file into candidates: what it offers to the corpus, decided on bytes alone. What parses and cleans is
 * imported when first needed: mostly nothing has changed, and the start must be quick.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BuiltArticle } from './article-document.ts';
import { contentHash } from './content-hash.ts';
import { decodeText, MAX_DOCUMENT_BYTES, tooLarge } from './decode-text.ts';
import { decodePage } from './html/decode-page.ts';
import { MAX_PAGE_BYTES } from './html/page-limits.ts';
import type { PageReader } from './html/page-reader.ts';
import { MAX_LINE_BYTES, readLines } from './read-lines.ts';
import { isCaseFile } from './split-front-matter.ts';
import { type FoundFile, unreadable } from './walk.ts';

/** One article, cleaned and split only when `build` is called. */
export interface ArticleCandidate {
  readonly type: 'article';
  readonly input: string;
  readonly id: string;
  readonly contentHash: string;
  /** Bytes held until it is built. */
  readonly bytes: number;
  build(storedId: string): Promise<BuiltArticle>;
}

/** A case file, parsed only when needed. */
export interface CaseCandidate {
  readonly type: 'case';
  readonly input: string;
  readonly caseId: string;
  readonly contentHash: string;
  readonly text: string;
}

export interface FailedCandidate {
  readonly type: 'failed';
  readonly input: string;
  readonly reason: string;
  /** Ids whose earlier version stays stored although the input failed. */
  readonly keeps: readonly string[];
  /** The case whose earlier version stays stored likewise. */
  readonly keepsCase: string | null;
  /** Whether reading itself failed, so that nothing of the root can be said to be gone. */
  readonly readError: boolean;
}

export type Candidate = ArticleCandidate | CaseCandidate | FailedCandidate;

const pageTooLarge = `the page is larger than ${MAX_PAGE_BYTES / 1_000_000} MB: save its article as text`;
/** Bad lines of one archive that are told singly; the rest are counted. */
const TOLD_LINES = 100;

/**
 * @param pages reads what is HTML.
 * @param onRead is told how many bytes of the file have been dealt with since it was told last.
 */
export async function* readCandidates(
  file: FoundFile,
  pages: Pick<PageReader, 'read'>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Candidate> {
  try {
    if (file.extension === '.jsonl') yield* readArchive(file, onRead);
    else {
      yield await (file.extension === '.html' ? readSavedPage(file, pages) : readDocument(file));
      onRead(file.bytes);
    }
  } catch (error) {
    yield { ...failed(file, unreadable(error)), readError: true };
  }
}

async function readDocument(file: FoundFile): Promise<Candidate> {
  if (file.bytes > MAX_DOCUMENT_BYTES) return failed(file, tooLarge(file.bytes).reason);
  const bytes = await readFile(file.path);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failed(file, decoded.reason);
  const { text } = decoded;
  const hash = contentHash(bytes);
  const { input, id } = file;
  if (file.extension === '.md' && isCaseFile(text)) {
    return { type: 'case', input, caseId: caseIdOf(file), contentHash: hash, text };
  }
  return {
    type: 'article',
    input,
    id,
    contentHash: hash,
    bytes: bytes.length,
    async build(storedId) {
      const { buildArticle, readMarkdownArticle } = await import('./article-document.ts');
      const read =
        file.extension === '.md' ? readMarkdownArticle(text) : { ok: true as const, text, metadata: {} };
      return read.ok ? buildArticle({ ...read, id: storedId, contentHash: hash }) : read;
    },
  };
}

async function readSavedPage(file: FoundFile, pages: Pick<PageReader, 'read'>): Promise<Candidate> {
  if (file.bytes > MAX_PAGE_BYTES) return failed(file, pageTooLarge);
  const bytes = await readFile(file.path);
  const html = decodePage(bytes, null);
  if (html === null) return failed(file, 'the encoding is unknown or the page is damaged: save it as UTF-8');
  const hash = contentHash(bytes);
  return {
    type: 'article',
    input: file.input,
    id: file.id,
    contentHash: hash,
    bytes: bytes.length,
    async build(storedId) {
      const read = await pages.read(html, null);
      if (!read.ok) return read;
      const { buildArticle } = await import('./article-document.ts');
      return buildArticle({ ...read, id: storedId, contentHash: hash });
    },
  };
}

async function* readArchive(file: FoundFile, onRead: (bytes: number) => void): AsyncGenerator<Candidate> {
  const { readJsonlRecord } = await import('./jsonl-record.ts');
  let filled = 0;
  let bad = 0;
  for await (const { number, bytes, size } of readLines(file.path)) {
    onRead(size);
    const input = `${file.input}:${number}`;
    const line = bytes !== null && number === 1 ? withoutMark(bytes) : bytes;
    if (number === 1 && line?.includes(0)) {
      yield failed(file, 'the file is binary data or UTF-16: save it as UTF-8, one JSON object a line');
      return;
    }
    if (line !== null && line.toString('latin1').trim() === '') continue;
    filled += 1;
    const read = line === null ? tooLong() : readJsonlRecord(line);
    if (!read.ok || line === null) {
      bad += 1;
      const { reason, id } = read.ok ? tooLong() : read;
      const told = { ...failed(file, reason), input, keeps: id === null ? [] : [id] };
      // What is kept must be known for every line; what is told need not.
      yield bad <= TOLD_LINES ? told : { ...told, input: '' };
      continue;
    }
    const hash = contentHash(line);
    const { id, text, metadata } = read;
    const build = async (storedId: string): Promise<BuiltArticle> => {
      const { buildArticle } = await import('./article-document.ts');
      return buildArticle({ id: storedId, text, metadata, contentHash: hash });
    };
    yield { type: 'article', input, id, contentHash: hash, bytes: line.length, build };
  }
  if (filled === 0) yield failed(file, 'the file is empty: put one JSON object a line into it or remove it');
  if (bad > TOLD_LINES)
    yield { ...failed(file, `${bad - TOLD_LINES} more lines failed: mend the first ones`), keeps: [] };
}

function tooLong(): { ok: false; id: null; reason: string } {
  const limit = `${MAX_LINE_BYTES / 1_000_000} MB`;
  return { ok: false, id: null, reason: `the line is longer than ${limit}: split the article` };
}

function withoutMark(line: Buffer): Buffer {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

/** The id that a case file's name gives. */
function caseIdOf(file: FoundFile): string {
  return basename(file.path).replace(/\.md$/i, '');
}

function failed(file: FoundFile, reason: string): FailedCandidate {
  const keepsCase = file.extension === '.md' ? caseIdOf(file) : null;
  return { type: 'failed', input: file.input, reason, keeps: [file.id], keepsCase, readError: false };
}
