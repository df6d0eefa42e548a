/** What is piped in, by what it is: an archive of one article a line, a web page, a PDF, or a text. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Candidate, FailedCandidate } from './candidate.ts';
import { contentHash } from './content-hash.ts';
import { readArchive } from './read-archive.ts';
import {
  type DocumentKind,
  type DocumentReaders,
  documentCandidate,
  MAX_BYTES,
  whyTooLarge,
} from './read-document.ts';
import { unreadable } from './walk.ts';

/** The input that stands for what is piped in, and the root under which it is stored. */
export const STDIN = '-';
export const STDIN_ROOT = 'stdin';

/** Bytes by which it is told what comes. */
const START = 4_096;
const HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)[\s>]/i;

/**
 * An archive's articles have the ids of their lines; a single document gets one of its content, since it has no name:
 * piped in again it is unchanged, and changed it is another.
 */
export async function* readStdin(
  input: AsyncIterable<Uint8Array>,
  readers: DocumentReaders,
): AsyncGenerator<Candidate> {
  try {
    yield* readContent(await peek(input), readers);
  } catch (error) {
    yield failed(unreadable(error));
  }
}

interface Peeked {
  readonly start: Buffer;
  /** All of it, the start included. */
  readonly chunks: AsyncIterable<Buffer>;
}

async function* readContent({ start, chunks }: Peeked, readers: DocumentReaders): AsyncGenerator<Candidate> {
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const packed = Readable.from(chunks);
    const unpacked = packed.pipe(createGunzip());
    packed.on('error', (error) => unpacked.destroy(error));
    yield* readContent(await peek(unpacked), readers);
    return;
  }
  const text = start
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('{')) {
    yield* readArchive({ input: STDIN_ROOT, id: STDIN_ROOT, chunks }, () => undefined);
    return;
  }
  const kind: DocumentKind = text.startsWith('%PDF-')
    ? 'pdf'
    : HTML.test(text)
      ? 'html'
      : text.startsWith('---\n')
        ? 'markdown'
        : 'text';
  const bytes = await gather(chunks, MAX_BYTES[kind]);
  const reason = whyTooLarge(kind, bytes.length);
  const id = `${STDIN_ROOT}/${contentHash(bytes).slice(0, 16)}`;
  yield reason === null
    ? documentCandidate(bytes, { input: STDIN_ROOT, id, kind, caseId: null }, readers)
    : failed(reason);
}

/** Reads as far as it takes to tell what comes. */
async function peek(input: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const rest = input[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  for (let length = 0; length < START; ) {
    const { value, done } = await rest.next();
    if (done === true) break;
    read.push(Buffer.from(value));
    length += value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* read.splice(0);
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
      yield Buffer.from(next.value);
  }
  return { start: Buffer.concat(read).subarray(0, START), chunks: all() };
}

/** All bytes, or so many that it is seen to be too much. */
async function gather(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const read: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    read.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return Buffer.concat(read);
}

function failed(reason: string): FailedCandidate {
  return { type: 'failed', input: STDIN_ROOT, reason, keeps: [], keepsCase: null, readError: true };
}
