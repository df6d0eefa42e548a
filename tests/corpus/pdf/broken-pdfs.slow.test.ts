/** PDF files that are broken, or made to break the reader, read in the thread in which ingest reads them. */
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createPageReader } from '../../../src/corpus/html/page-reader.ts';
import { column, writePdf } from '../../support/pdf-writer.ts';

const LINES = [
  'The ministry of transport of Velmar said on Wednesday that a',
  'group tied to a neighbour’s services had broken into its port.',
];
const reader = createPageReader({ now: () => new Date('2025-06-10T00:00:00Z'), signal: undefined });
afterAll(() => reader.close());

test('mutated files are read or refused, and never anything else', { timeout: 60_000 }, async () => {
  const whole = [
    writePdf([column(LINES), column(LINES)], { info: { Title: 'The port of Velmar' } }).toString('latin1'),
    writePdf([column(LINES)], { packed: true, xmp: '<dc:title>The port</dc:title>' }).toString('latin1'),
    writePdf([column(['维尔马政府周三表示港口遭到入侵'])], { locked: true }).toString('latin1'),
  ];
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '<<',
        '>>',
        '[',
        ']',
        'stream\n',
        'endstream',
        'endobj',
        '1 0 R',
        '2 0 R',
        '/Kids[2 0 R 2 0 R]',
        '/Length -1',
      ],
      ...[
        '/Filter/LZWDecode',
        '/Filter[/FlateDecode/FlateDecode]',
        '99999999999',
        '%%EOF',
        '(',
        ')',
        '\0\0',
        'trailer',
      ],
      ...[
        '/Rotate 45',
        '0 0 0 0 0 0 Tm',
        '1e30 0 0 1e30 0 0 Tm',
        'Tj',
        'BT',
        'xref\n0 9',
        '/Count 4294967295',
      ],
    ),
    fc.string({ maxLength: 6 }),
  );
  const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(120), piece);
  const mutated = fc.tuple(fc.constantFrom(...whole), fc.array(cut, { minLength: 1, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(mutated, async ([file, cuts]) => {
      const broken = cuts.reduce((bytes, [where, length, inserted]) => {
        const at = Math.floor(where * bytes.length);
        return bytes.slice(0, at) + inserted + bytes.slice(at + length);
      }, file);
      const read = await reader.readPdf(new Uint8Array(Buffer.from(broken, 'latin1')));
      return read.ok ? read.text.trim().length > 0 : /^the PDF [^\n]+: [^\n]+$/.test(read.reason);
    }),
    { numRuns: 300 },
  );
});

test('a small file that unpacks to gigabytes ends with its thread, and the next one is read', {
  timeout: 90_000,
}, async () => {
  // One packed block may stand again and again: each gives a hundred megabytes.
  const block = deflateRawSync(Buffer.alloc(100_000_000, '(a) Tj '), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(60).fill(block)]).toString(
    'latin1',
  );
  const whole = writePdf([column(LINES)], { packed: true }).toString('latin1');
  const bomb = whole.replace(
    /<<\/Length \d+\/Filter\/FlateDecode>>\nstream\n[\s\S]*?\nendstream/,
    () => `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream`,
  );
  const read = await reader.readPdf(new Uint8Array(Buffer.from(bomb, 'latin1')));
  expect(read).toEqual({ ok: false, reason: expect.stringContaining('too long or too much memory') });
  expect(await reader.readPdf(new Uint8Array(writePdf([column(LINES)])))).toMatchObject({ ok: true });
});
