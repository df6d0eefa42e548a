/** Pages that are broken, or made to break the reader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/corpus/html/decode-page.ts';
import { createPageReader } from '../../../src/corpus/html/page-reader.ts';
import { readPage } from '../../../src/corpus/html/read-page.ts';
import { FRENCH, newsPage } from '../../support/news-pages.ts';

const NOW = new Date('2025-06-01T00:00:00Z');
const ADDRESS = 'https://www.gazette.example/2025/05/port';

test.each([
  ['no html, head or body', `<title>T</title><p>${FRENCH.body.join('<p>')}`],
  ['a head that is not closed', `<html><head><title>T</title><p>${FRENCH.body.join('<p>')}`],
  ['a body that is closed too early', `<html><head></head><body></body><p>${FRENCH.body.join('<p>')}</html>`],
  ['a document that is closed too early', `<html><body></body></html><p>${FRENCH.body.join('<p>')}`],
  ['a second document in it', `<html><body><html><body><p>${FRENCH.body.join('<p>')}`],
])('a page with %s is read as browsers do', (_name, html) => {
  const read = readPage(html, ADDRESS, NOW);
  for (const paragraph of FRENCH.body) expect(read.ok && read.text).toContain(paragraph);
});

describe('broken pages', () => {
  test.each([
    '',
    ' ',
    '\ufeff',
    '<html>',
    '</html>',
    '<html></html>',
    'plain',
    '<head>',
    '<!doctype html>',
    '<html/>',
    '\u0000',
  ])('of next to nothing, %j, hold no article', (html) =>
    expect(readPage(html, ADDRESS, NOW)).toMatchObject({ ok: false }),
  );

  test('one that takes too long is given up, and the next one is read', async () => {
    const slow = `<html><body>${`${'<div>'.repeat(120)}<p>a, b c</p>${'</div>'.repeat(120)}`.repeat(300)}</body></html>`;
    const impatient = createPageReader({ now: () => NOW, signal: undefined, deadline: 400 });
    const patient = createPageReader({ now: () => NOW, signal: undefined });
    try {
      expect(await impatient.read(slow, ADDRESS)).toEqual({
        ok: false,
        reason: expect.stringContaining('takes too long'),
      });
      const read = await patient.read(newsPage(FRENCH), ADDRESS);
      expect(read.ok && read.text).toContain(FRENCH.body[0]);
    } finally {
      await Promise.all([impatient.close(), patient.close()]);
    }
  });

  test('an abort ends the reading with its reason', async () => {
    const stop = new AbortController();
    const reader = createPageReader({ now: () => NOW, signal: stop.signal });
    const reading = reader.read(newsPage(FRENCH), ADDRESS);
    stop.abort(new Error('stopped by hand'));
    await expect(reading).rejects.toThrow('stopped by hand');
    await expect(reader.read('', ADDRESS)).rejects.toThrow('stopped by hand');
    await reader.close();
  });

  test('any bytes under any label are text or nothing', () => {
    const label = fc.constantFrom(
      null,
      'utf-8',
      'gb18030',
      'big5',
      'utf-16',
      'iso-2022-jp',
      'x-user-defined',
      'no such',
      '',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), label, (bytes, charset) => {
        const text = decodePage(bytes, charset);
        return text === null || typeof text === 'string';
      }),
    );
  });
});
