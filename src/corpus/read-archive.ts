/** Reads an archive of one article a line into candidates, in constant memory. */
import type { BuiltArticle } from './article-document.ts';
import type { Candidate, FailedCandidate } from './candidate.ts';
import { contentHash } from './content-hash.ts';
import { MAX_LINE_BYTES, readLines } from './read-lines.ts';

export interface Archive {
  /** As the person gave it, for messages. */
  readonly input: string;
  /** The id that a root gives to the archive as a whole. */
  readonly id: string;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Bad lines of one archive that are told singly; the rest are counted. */
const TOLD_LINES = 100;
const NOT_AN_ARCHIVE = 'the file is binary data or UTF-16: save it as UTF-8, one JSON object a line';
const TOO_LONG = `the line is longer than ${MAX_LINE_BYTES / 1_000_000} MB: split the article`;
/** The id of a line that is broken elsewhere. */
const ID_FIELD = /^\s*\{\s*"id"\s*:\s*"([^"\\]{1,500})"/;

/**
 * A bad line is told with its number and stops nothing. One that does not even tell its id might be any of those that
 * were read from the archive before: then none of these is taken for gone.
 *
 * @param onRead is told how many bytes have been dealt with since it was told last.
 */
export async function* readArchive(
  archive: Archive,
  onRead: (bytes: number) => void,
): AsyncGenerator<Candidate> {
  const { readJsonlRecord } = await import('./jsonl-record.ts');
  let filled = 0;
  let bad = 0;
  for await (const { number, bytes, size } of readLines(archive.chunks)) {
    onRead(size);
    const input = `${archive.input}:${number}`;
    const line = bytes !== null && number === 1 ? withoutMark(bytes) : bytes;
    if (number === 1 && line?.includes(0)) {
      yield failed(archive, NOT_AN_ARCHIVE);
      return;
    }
    if (line !== null && line.toString('latin1').trim() === '') continue;
    filled += 1;
    const read = line === null ? { ok: false as const, id: null, reason: TOO_LONG } : readJsonlRecord(line);
    if (!read.ok || line === null) {
      bad += 1;
      const id = read.id ?? (line === null ? null : statedId(line));
      const reason = read.ok ? TOO_LONG : read.reason;
      const told = {
        ...failed(archive, reason),
        input,
        keeps: id === null ? [] : [id],
        readError: id === null,
      };
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
  if (filled === 0)
    yield failed(archive, 'the file is empty: put one JSON object a line into it or remove it');
  if (bad > TOLD_LINES)
    yield { ...failed(archive, `${bad - TOLD_LINES} more lines failed: mend the first ones`), keeps: [] };
}

function statedId(line: Buffer): string | null {
  return ID_FIELD.exec(line.toString('utf8', 0, 2_000))?.[1]?.trim() || null;
}

function withoutMark(line: Buffer): Buffer {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

function failed({ input, id }: Archive, reason: string): FailedCandidate {
  return { type: 'failed', input, reason, keeps: [id], keepsCase: null, readError: false };
}
