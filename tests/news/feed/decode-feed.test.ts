/** Encodings: as marked, as the server says, as declared, as the bytes show, and at last as a guess. */
import { describe, expect, test } from 'vitest';
import { decodeFeed } from '../../../src/news/feed/decode-feed.ts';
import { readWell } from '../../support/sample-feeds.ts';

const xml = (title: string, encoding = '') =>
  `<?xml version="1.0"${encoding === '' ? '' : ` encoding="${encoding}"`}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;

/** Letters that each code page has at these bytes. */
const PAGES: readonly (readonly [label: string, bytes: readonly number[], text: string])[] = [
  ['windows-1252', [0xe9, 0x80], 'é€'],
  ['iso-8859-1', [0xe9], 'é'],
  ['koi8-r', [0xee, 0xcf, 0xd7], 'Нов'],
  ['tis-620', [0xca, 0xb9], 'สน'],
  ['big5', [0xa4, 0xa4, 0xa4, 0xe5], '中文'],
  ['gb2312', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
  ['gb18030', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
  ['euc-kr', [0xc7, 0xd1, 0xb1, 0xdb], '한글'],
  ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
];

function withBytes(source: string, bytes: readonly number[]): Uint8Array {
  const [before = '', after = ''] = source.split('@@');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

describe.each(PAGES)('%s', (label, bytes, text) => {
  test('as declared', () => {
    expect(readWell(withBytes(xml('@@', label), bytes)).title).toBe(text);
  });
  test('as the server says, whatever is declared', () => {
    expect(readWell(withBytes(xml('@@', 'x-unknown'), bytes), { charset: label }).title).toBe(text);
  });
});

function wide(text: string, size: 2 | 4, little: boolean): Buffer {
  const codes =
    size === 4 ? Array.from(text, (c) => c.codePointAt(0) ?? 0) : text.split('').map((c) => c.charCodeAt(0));
  const bytes = Buffer.alloc(codes.length * size);
  for (const [n, code] of codes.entries()) {
    if (size === 4) little ? bytes.writeUInt32LE(code, n * 4) : bytes.writeUInt32BE(code, n * 4);
    else little ? bytes.writeUInt16LE(code, n * 2) : bytes.writeUInt16BE(code, n * 2);
  }
  return bytes;
}

test.each([
  ['UTF-16', 2, true],
  ['UTF-16', 2, false],
  ['UTF-32', 4, true],
  ['UTF-32', 4, false],
] as const)('%s of %i bytes a unit (little-endian: %s), with its mark and without', (label, size, little) => {
  for (const mark of ['\ufeff', ''])
    expect(readWell(wide(mark + xml('Ça 中文 😀', label), size, little)).title).toBe('Ça 中文 😀');
});

test('UTF-8 is UTF-8 with its mark, without a word, and when it is called something else', () => {
  for (const source of [`\ufeff${xml('é中')}`, xml('é中'), xml('é中', 'iso-8859-1'), xml('é中', 'utf-16')])
    expect(readWell(source).title).toBe('é中');
  expect(readWell(xml('é中'), { charset: 'us-ascii' }).title).toBe('é中');
});

test('what is declared wrongly is read all the same, and told', () => {
  const feed = readWell(withBytes(xml('caf@@', 'utf-8'), [0xe9]));
  expect(feed.title).toMatch(/^caf(?:é|\ufffd)$/);
  expect(feed.problems).toHaveLength(1);
});

test('a text without a word on its encoding that is not UTF-8 is Western', () => {
  const letters = Array.from({ length: 20 }, () => 0xe9);
  expect(decodeFeed(withBytes(xml('@@'), letters), null).text).toContain('é'.repeat(20));
});

test('a character that is cut off at the end costs no other', () => {
  const bytes = new TextEncoder().encode(`${xml('é中')}中`);
  expect(decodeFeed(bytes.subarray(0, -1), null)).toMatchObject({ problem: null });
});
