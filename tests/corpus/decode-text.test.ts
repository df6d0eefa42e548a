/** Decoding: right letters or a reason, never a text full of wrong letters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, MAX_DOCUMENT_BYTES } from '../../src/corpus/decode-text.ts';

const FRENCH = 'Le ministère a été visé dès l’été ; « c’est clair », a répété la porte-parole à Genève.';
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const failure = (bytes: Uint8Array): string | null => {
  const decoded = decodeText(bytes);
  return decoded.ok ? null : decoded.failure;
};

describe('decodeText', () => {
  it('gives every UTF-8 text back, with or without byte order mark', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences' }), fc.constantFrom('', '\ufeff'), (text, mark) => {
        expect(decodeText(Buffer.from(`${mark}${text} é 中文 😀`))).toMatchObject({
          ok: true,
          text: `${text} é 中文 😀`,
        });
      }),
    );
  });

  it('reads UTF-16 by its byte order mark', () => {
    const little = Buffer.from(`\ufeff${FRENCH}`, 'utf16le');
    expect(decodeText(little)).toEqual({ ok: true, text: FRENCH, encoding: 'utf-16le' });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({
      ok: true,
      text: FRENCH,
      encoding: 'utf-16be',
    });
  });

  it('reads Windows-1252 where every byte makes sense in Western text', () => {
    const bytes = latin1(
      'Le minist\xe8re a \xe9t\xe9 vis\xe9 par une man\x9cuvre \xe0 Gen\xe8ve, dit l\x92enqu\xeate officielle.',
    );
    expect(decodeText(bytes)).toEqual({
      ok: true,
      text: 'Le ministère a été visé par une manœuvre à Genève, dit l’enquête officielle.',
      encoding: 'windows-1252',
    });
  });

  it('refuses other encodings and damaged UTF-8 instead of showing wrong letters', () => {
    const gbk = Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa, 0xcd, 0xe2, 0xbd, 0xbb, 0xb2, 0xbf, 0x2e, 0x0a]);
    const damaged = Buffer.concat([Buffer.from(FRENCH), Buffer.from([0xc3]), Buffer.from(FRENCH)]);
    const cyrillic = latin1('\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. Hello to all of you there.');
    for (const bytes of [gbk, damaged, cyrillic]) expect(failure(bytes)).toBe('undecodable');
  });

  it('tells empty, blank, binary and too large files apart', () => {
    expect(failure(new Uint8Array())).toBe('empty');
    expect(failure(Buffer.from(' \n\t\u00a0 '))).toBe('empty');
    expect(failure(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))).toBe('binary');
    expect(failure(Buffer.from('\x01\x02\x03\x04 text \x05\x06', 'latin1'))).toBe('binary');
    expect(failure(new Uint8Array(MAX_DOCUMENT_BYTES + 1))).toBe('too-large');
  });

  it('says of zero bytes that they may be UTF-16 without its mark', () => {
    expect(decodeText(Buffer.from(FRENCH, 'utf16le'))).toMatchObject({
      failure: 'binary',
      reason: expect.stringMatching(/may be UTF-16 without a byte order mark.*convert it to UTF-8/),
    });
  });

  it('never throws, and a reason is one line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (!decoded.ok) expect(decoded.reason).toMatch(/^[^\n]{10,200}$/);
      }),
      { numRuns: 500 },
    );
  });
});
