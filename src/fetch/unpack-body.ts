/** Reads a response's body to its end, unpacked, within limits that a bomb cannot pass. */
import type { Readable, Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { errorMessage } from '../core/errors.ts';
import { FetchError } from './fetch-error.ts';

/** Codings that are understood, as `Accept-Encoding` offers them. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';
/** Codings over one another at most. Servers use one; two come from a badly set proxy. */
const MAX_CODINGS = 2;
/** Unpacked bytes for each byte sent, beyond which it is a bomb; web pages stay below 50. */
const MAX_RATIO = 200;
/** Bytes up to which no ratio counts: a small page of one repeated line is no bomb. */
const RATIO_FROM = 1_000_000;

/**
 * @param coding the Content-Encoding header.
 * @param maxBytes counted on the wire and after unpacking.
 * @throws FetchError `too-large`, `bad-encoding`, or what the stream fails with.
 */
export async function unpackBody(
  body: Readable,
  coding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const codings = (coding ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  const packed = codings.filter((one) => one !== '' && one !== 'identity').reverse();
  if (packed.length > MAX_CODINGS)
    throw new FetchError('bad-encoding', 'the page is packed several times over: it cannot be read');
  let sent = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      sent += chunk.length;
      if (sent > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  }
  let stream: AsyncIterable<Buffer> = counted();
  for (const one of packed) stream = unpacked(stream, one);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    if (size > RATIO_FROM && size > sent * MAX_RATIO)
      throw new FetchError('too-large', 'the page unpacks to far more than was sent: it is not read');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What to say of a page over the limit, in bytes. */
export function tooLarge(maxBytes: number): FetchError {
  return new FetchError(
    'too-large',
    `the page is larger than ${Math.round(maxBytes / 1_000_000)} MB: save its article as text and ingest that`,
  );
}

async function* unpacked(source: AsyncIterable<Buffer>, coding: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let first = await chunks.next();
  while (!first.done && first.value.length === 0) first = await chunks.next();
  if (first.done) return;
  const engine = unpackerFor(coding, first.value);
  let failure: unknown = null;
  const feed = async () => {
    try {
      for (let next: IteratorResult<Buffer> = first; !next.done; next = await chunks.next()) {
        if (engine.destroyed) return;
        if (!engine.write(next.value)) await drained(engine);
      }
      engine.end();
    } catch (error) {
      failure = error;
      engine.destroy();
    }
  };
  const feeding = feed();
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (failure === null)
      throw new FetchError(
        'bad-encoding',
        `the page is packed wrongly or was cut off (${errorMessage(error)})`,
        {
          cause: error,
        },
      );
  } finally {
    engine.destroy();
    await feeding;
  }
  if (failure !== null) throw failure;
}

/** Resolves when more may be written, or nothing more is wanted. */
function drained(engine: Transform): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = () => {
    engine.off('drain', settle).off('close', settle);
    resolve();
  };
  engine.on('drain', settle).on('close', settle);
  return promise;
}

function unpackerFor(coding: string, first: Buffer): Transform {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  if (coding === 'zstd') return createZstdDecompress();
  // Servers send «deflate» with and without the header of zlib, whose first byte names the method in its low bits.
  if (coding === 'deflate') return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  throw new FetchError(
    'bad-encoding',
    'the page is packed in a way that was not asked for: it cannot be read',
  );
}
