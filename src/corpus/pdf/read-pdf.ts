/** A PDF to its text and what it states about itself. */
import { getDocumentProxy } from 'unpdf';
import type { ReadPage } from '../html/read-page.ts';
import { joinLines } from './join-lines.ts';
import { pageLines, type TextRun } from './page-lines.ts';
import { MAX_PDF_LENGTH, MAX_PDF_PAGES } from './pdf-limits.ts';
import { pdfMetadata } from './pdf-metadata.ts';
import { dropRunningLines, type PdfPage } from './running-lines.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

const LOCKED = 'the PDF is locked with a password: save a copy without it and ingest that';
const DAMAGED = 'the PDF is damaged: open it in a viewer, save it anew and ingest that';
const SCANNED =
  'the PDF holds pictures of pages and no text: run text recognition over it (such as ocrmypdf) and ingest the result';
const UNREADABLE =
  'the PDF does not say which letters its signs stand for: run text recognition over it (such as ocrmypdf) and ingest the result';
const TOO_LONG = `the text of the PDF is longer than ${MAX_PDF_LENGTH} characters: split it`;
/** Letters below which a PDF has no text of its own; a stamp on scanned pages has some. */
const LEAST_LETTERS = 60;
const LEAST_LETTERS_A_PAGE = 12;
/** Share of signs without a known letter from which on a text cannot be read. */
const UNKNOWN_SHARE = 0.15;
/** A headline's letters are larger than the text's by that factor. */
const HEADLINE_SIZE = 1.2;

/**
 * Reads a PDF. The text is raw: to be cleaned as any other. Nothing in the file is run, and nothing is loaded for it.
 *
 * @param bytes are taken over.
 * @param now for dates that cannot be.
 */
export async function readPdf(bytes: Uint8Array, now: Date): Promise<ReadPage> {
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, reason: locked ? LOCKED : DAMAGED };
  }
  try {
    return await readPages(pdf, now);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: Pdf, now: Date): Promise<ReadPage> {
  if (pdf.numPages > MAX_PDF_PAGES)
    return {
      ok: false,
      reason: `the PDF has ${pdf.numPages} pages, the limit is ${MAX_PDF_PAGES}: split it`,
    };
  const pages: PdfPage[] = [];
  let broken = 0;
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const read = await readOnePage(page);
      page.cleanup();
      length += read.lines.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(read);
    } catch {
      broken += 1;
    }
    if (length > MAX_PDF_LENGTH) return { ok: false, reason: TOO_LONG };
  }
  if (broken > 0 && broken * 2 >= pdf.numPages) return { ok: false, reason: DAMAGED };
  const text = plainLetters(joinLines(dropRunningLines(pages)));
  const reason = whyUnread(text, pages.length);
  if (reason !== null) return { ok: false, reason };
  return { ok: true, text, metadata: pdfMetadata(await statedFields(pdf, pages), text, now) };
}

async function readOnePage(page: Page): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform as number[];
  // What runs up the edge of a page is a stamp; and pages lie on their side, or on their head.
  const byDirection: TextRun[][] = [[], [], [], []];
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item)) continue;
    const [ta = 0, tb = 0, , , tx = 0, ty = 0] = item.transform as number[];
    const across = a * ta + c * tb;
    const down = b * ta + d * tb;
    const size = Math.hypot(across, down);
    const [x, y] = [a * tx + c * ty + e, b * tx + d * ty + f];
    if (![x, y, item.width, size].every(Number.isFinite) || size === 0) continue;
    const quarter = (Math.round(Math.atan2(down, across) / (Math.PI / 2)) + 4) % 4;
    const turned = [
      [x, y],
      [y, width - x],
      [width - x, height - y],
      [height - y, x],
    ][quarter] as [number, number];
    byDirection[quarter]?.push({ text: item.str, x: turned[0], y: turned[1], width: item.width, size });
  }
  const letters = byDirection.map((runs) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const main = letters.indexOf(Math.max(...letters));
  return { height: main % 2 === 0 ? height : width, lines: pageLines(byDirection[main] ?? []) };
}

/** Ligatures and such to the letters that they stand for. */
function plainLetters(text: string): string {
  return text.replace(/[\ufb00-\ufb06\ufb13-\ufb17\u2f00-\u2fdf\uff21-\uff3a\uff41-\uff5a]/gu, (sign) =>
    sign.normalize('NFKC'),
  );
}

function whyUnread(text: string, pages: number): string | null {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const unknown = text.match(/[\p{Co}\ufffd]|[^\P{Cc}\s]/gu)?.length ?? 0;
  if (unknown > 20 && unknown > (letters + unknown) * UNKNOWN_SHARE) return UNREADABLE;
  return letters < Math.max(LEAST_LETTERS, Math.min(pages, 100) * LEAST_LETTERS_A_PAGE) ? SCANNED : null;
}

async function statedFields(pdf: Pdf, pages: readonly PdfPage[]) {
  const found = await pdf.getMetadata().catch(() => null);
  const info = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const more = found?.metadata as { get(name: string): unknown } | null | undefined;
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  const first = (value: unknown): string | null => text(Array.isArray(value) ? value[0] : value);
  return {
    title: text(info.Title) ?? first(more?.get('dc:title')),
    created: text(info.CreationDate),
    published: first(more?.get('prism:publicationdate')),
    publisher: first(more?.get('dc:publisher')),
    producer: [text(info.Creator), text(info.Producer)].join(' '),
    headline: headlineOf(pages),
  };
}

/** The lines in the largest letters of the first page, when they are larger than most and no longer than a headline. */
function headlineOf([page]: readonly PdfPage[]): string | null {
  if (page === undefined || page.lines.length < 4) return null;
  const sizes = page.lines.flatMap(({ size, text }) => Array<number>(Math.min(text.length, 200)).fill(size));
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  const largest = Math.max(...page.lines.map(({ size }) => size));
  if (largest < usual * HEADLINE_SIZE) return null;
  const text = page.lines
    .filter(({ size }) => size > largest * 0.98)
    .map((line) => line.text.trim())
    .join(' ');
  return text.length >= 12 && text.length <= 200 && /\p{L}\s\p{L}|\p{Script=Han}{4}/u.test(text)
    ? text
    : null;
}
