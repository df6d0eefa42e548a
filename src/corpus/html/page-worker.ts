/** The thread in which pages are read: one that is made to be slow holds up nothing else, and is ended. */
import { parentPort } from 'node:worker_threads';
import { errorMessage } from '../../core/errors.ts';
import type { PageTask } from './page-reader.ts';
import { type ReadPage, readPage } from './read-page.ts';

parentPort?.on('message', ({ html, address, now }: PageTask) => {
  parentPort?.postMessage(read(html, address, now));
});

function read(html: string, address: string | null, now: Date): ReadPage {
  try {
    return readPage(html, address, now);
  } catch (error) {
    return {
      ok: false,
      reason: `the page cannot be read (${errorMessage(error)}): save its article as text`,
    };
  }
}
