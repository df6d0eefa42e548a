/** Reads bytes line by line in constant memory, whatever they hold. */

/** Longest line, in bytes: beyond it a line is passed over and reported. */
export const MAX_LINE_BYTES = 5_000_000;

export interface FileLine {
  /** From 1. */
  readonly number: number;
  /** Without the line end; null when the line is longer than {@link MAX_LINE_BYTES}. */
  readonly bytes: Buffer | null;
  /** Size with the line end. */
  readonly size: number;
}

/** Yields every line, the last one too when no line end follows. Rejects when the chunks do. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  const take = (ended: boolean): FileLine => {
    const bytes = length > MAX_LINE_BYTES ? null : Buffer.concat(parts);
    const line = { number, bytes, size: length + (ended ? 1 : 0) };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(0x0a, from);
      const part = chunk.subarray(from, end < 0 ? chunk.length : end);
      length += part.length;
      if (length <= MAX_LINE_BYTES) parts.push(part);
      else parts = [];
      if (end >= 0) yield take(true);
      from = end < 0 ? chunk.length : end + 1;
    }
  }
  if (length > 0) yield take(false);
}
