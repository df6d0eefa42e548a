/** The thread in which PDF files are read: one that is made to hang or to fill the memory is ended with it. */
import { parentPort } from 'node:worker_threads';
import type { PdfTask } from '../html/page-reader.ts';
import { readPdf } from './read-pdf.ts';

// The library leaves some promises behind when a file is broken; what matters is told by the one that is awaited.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', async ({ bytes, now }: PdfTask) => {
  try {
    parentPort?.postMessage(await readPdf(bytes, now));
  } catch {
    parentPort?.postMessage({
      ok: false,
      reason: 'the PDF cannot be read: save its text as .txt and ingest that',
    });
  }
});
