/** Lines of a file, whatever their ends, in order and complete. */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type FileLine, MAX_LINE_BYTES, readLines } from '../../src/corpus/read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebook-lines-'));
const path = join(folder, 'x.jsonl');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function linesOf(file: string): Promise<FileLine[]> {
  const lines: FileLine[] = [];
  for await (const line of readLines(createReadStream(file))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('gives every line with its number, and sizes that add up to the file', async () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.integer({ min: 60_000, max: 140_000 }).map((n) => 'x'.repeat(n)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.boolean(), async (drawn, ended) => {
        const lines = drawn.map((one) => one.replaceAll('\n', ' '));
        const content = lines.join('\n') + (ended ? '\n' : '');
        writeFileSync(path, content);
        const read = await linesOf(path);
        expect(read.map(({ bytes }) => String(bytes)).join('\n')).toBe(content.replace(/\n$/, ''));
        expect(read.map(({ number }) => number)).toEqual(read.map((_, i) => i + 1));
        expect(read.reduce((sum, { size }) => sum + size, 0)).toBe(Buffer.byteLength(content));
      }),
      { numRuns: 50 },
    );
  });

  it('passes over a line that is too long without holding it', async () => {
    writeFileSync(path, `a\n${'x'.repeat(MAX_LINE_BYTES + 1)}\nb`);
    const read = await linesOf(path);
    expect(read.map(({ bytes }) => (bytes === null ? null : String(bytes)))).toEqual(['a', null, 'b']);
  });
});
