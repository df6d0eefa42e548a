/** Reads a found file into candidates. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Candidate } from './candidate.ts';
import { readArchive } from './read-archive.ts';
import {
  type DocumentKind,
  type DocumentPlace,
  type DocumentReaders,
  documentCandidate,
  failedDocument,
  whyTooLarge,
} from './read-document.ts';
import { type FoundFile, unreadable } from './walk.ts';

const KINDS: Readonly<Record<Exclude<FoundFile['extension'], '.jsonl' | '.jsonl.gz'>, DocumentKind>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.pdf': 'pdf',
};

/**
 * @param readers read what is HTML or PDF.
 * @param onRead is told how many bytes of the file have been dealt with since it was told last.
 */
export async function* readCandidates(
  file: FoundFile,
  readers: DocumentReaders,
  onRead: (bytes: number) => void,
): AsyncGenerator<Candidate> {
  const { extension, input, id } = file;
  const caseId = extension === '.md' ? basename(file.path).replace(/\.md$/i, '') : null;
  try {
    if (extension === '.jsonl')
      yield* readArchive({ input, id, chunks: createReadStream(file.path) }, onRead);
    else if (extension === '.jsonl.gz') yield* readPacked(file, onRead);
    else {
      const place: DocumentPlace = { input, id, kind: KINDS[extension], caseId };
      const reason = whyTooLarge(place.kind, file.bytes);
      yield reason === null
        ? documentCandidate(await readFile(file.path), place, readers)
        : failedDocument(place, reason);
      onRead(file.bytes);
    }
  } catch (error) {
    const reason = unreadable(error);
    yield { type: 'failed', input, reason, keeps: [id], keepsCase: caseId, readError: true };
  }
}

async function* readPacked(
  { path, input, id }: FoundFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<Candidate> {
  const packed = createReadStream(path);
  // What fails while unpacking is told to whoever reads the lines.
  const chunks = pipeline(packed, createGunzip(), () => undefined);
  let before = 0;
  yield* readArchive({ input, id, chunks }, () => {
    onRead(packed.bytesRead - before);
    before = packed.bytesRead;
  });
}
