/** Reads pages and PDF files one after the other, each kind in a thread of its own that starts with the first one. */
import { createTaskThread } from '../task-thread.ts';
import type { ReadPage } from './read-page.ts';

export interface PageTask {
  readonly html: string;
  readonly address: string | null;
  readonly now: Date;
}

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly now: Date;
}

export interface PageReader {
  /**
   * One page at a time. A page that takes too long or too much memory is a failed one.
   *
   * @param address where the page was found; null for a file.
   */
  read(html: string, address: string | null): Promise<ReadPage>;
  /** One PDF at a time, likewise. */
  readPdf(bytes: Uint8Array): Promise<ReadPage>;
  close(): Promise<void>;
}

/** Milliseconds for one page: a large one takes a second on a busy machine. */
const DEADLINE = 20_000;
/** Milliseconds for one PDF: 1,000 pages take some ten seconds. */
const PDF_DEADLINE = 60_000;
/** Megabytes that a thread may use; a page of 8 MB takes 300. */
const MEMORY = 700;
/** Megabytes by which the process may grow. */
const GROWTH = 1_200;

const TOO_MUCH: ReadPage = {
  ok: false,
  reason: 'the page takes too long to read: save its article as text and ingest that',
};
const TOO_MUCH_PDF: ReadPage = {
  ok: false,
  reason:
    'the PDF takes too long or too much memory to read: split it, or save its text as .txt and ingest that',
};

export interface PageReaderDeps {
  /** For dates that cannot be. */
  readonly now: () => Date;
  /** Aborting rejects what is being read, with the signal's reason. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds for one page or PDF; 20 s and 60 s by default. */
  readonly deadline?: number;
}

export function createPageReader({ now, signal, deadline }: PageReaderDeps): PageReader {
  const limits = { memory: MEMORY, growth: GROWTH, signal };
  const pages = createTaskThread<PageTask, ReadPage>({
    ...limits,
    worker: new URL('./page-worker.ts', import.meta.url),
    deadline: deadline ?? DEADLINE,
    tooMuch: TOO_MUCH,
  });
  const pdfs = createTaskThread<PdfTask, ReadPage>({
    ...limits,
    worker: new URL('../pdf/pdf-worker.ts', import.meta.url),
    deadline: deadline ?? PDF_DEADLINE,
    tooMuch: TOO_MUCH_PDF,
  });
  return {
    read: (html, address) => pages.run({ html, address, now: now() }),
    readPdf: (bytes) => pdfs.run({ bytes, now: now() }),
    async close() {
      await Promise.all([pages.close(), pdfs.close()]);
    },
  };
}
