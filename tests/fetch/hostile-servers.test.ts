/** The safe fetch against servers that do not end, do not start, or break off. */
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failureOf, fetchWith } from '../support/fetch-kit.ts';
import { startRawSite, startSite } from '../support/site-kit.ts';

describe('a server that would not end', () => {
  const endless = (headers: string, chunk: Buffer) =>
    startRawSite((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${headers}\r\n`);
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    });

  test('a body without end is cut at the limit', async () => {
    const site = await endless('', Buffer.alloc(65_536, 'x'));
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(
      /^too-large: the page is larger than 1 MB/,
    );
  });

  test('a length over the limit is believed without reading', async () => {
    const site = await startRawSite((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n'),
    );
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(/^too-large/);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('a bomb of %s is not unpacked, whatever the limit', async (coding, bomb) => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(bomb);
    });
    const fetchOne = fetchWith({ allow: [site.host] });
    expect(await failureOf(fetchOne(site.url))).toMatch(/^too-large: /);
    expect(await failureOf(fetchOne(site.url, { maxBytes: 100_000_000 }))).toMatch(
      /^too-large: .* far more than was sent/,
    );
  });

  test.each([
    ['says nothing', () => undefined, /^timeout: /],
    [
      'sends headers by the byte',
      (write: (text: string) => void, first: boolean) => write(first ? 'HTTP/1.1 200 OK\r\nx-' : 'y'),
      /^timeout: /,
    ],
    [
      'sends the body by the byte',
      (write: (text: string) => void, first: boolean) => write(first ? 'HTTP/1.1 200 OK\r\n\r\n' : 'x'),
      /^timeout: .* did not send the page within/,
    ],
  ])('one that %s is left', async (_name, act, failure) => {
    const site = await startRawSite((socket) => {
      let first = true;
      const timer = setInterval(() => {
        act((text) => socket.write(text), first);
        first = false;
      }, 40);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url, { timeoutMs: 400 }))).toMatch(failure);
  });
});

describe('a server that breaks', () => {
  test.each([
    [
      'a body shorter than announced',
      'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort',
      /^network: .* broke off/,
    ],
    [
      'a chunk that ends early',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab',
      /^network: .* broke off/,
    ],
    [
      'a chunk without a length',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nab',
      /^network: /,
    ],
    ['no answer at all', '', /^network: .* broke off/],
    ['no HTTP', 'nonsense\r\n\r\n', /^network: .* no proper answer/],
    [
      'a header without end',
      `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
      /^network: .* no proper answer/,
    ],
    [
      'another protocol',
      'HTTP/1.1 101 Switching\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
      /^network: .* another protocol/,
    ],
    [
      'what it says is packed and is not',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nnot packed',
      /^bad-encoding: /,
    ],
    [
      'too many codings',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip, gzip\r\n\r\nx',
      /^bad-encoding: .* several times/,
    ],
    [
      'an unknown coding',
      'HTTP/1.1 200 OK\r\ncontent-encoding: compress\r\n\r\nx',
      /^bad-encoding: .* not asked for/,
    ],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde',
      /^network: .* no proper answer/,
    ],
  ])('%s', async (_name, answer, failure) => {
    const site = await startRawSite((socket) => socket.end(answer));
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(failure);
  });

  test('a packed page that is cut off is no page', async () => {
    const site = await startSite((_request, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync('a page'.repeat(100)).subarray(0, -12));
    });
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(/^bad-encoding: .* cut off/);
  });

  test('one that is not there', async () => {
    expect(await failureOf(fetchWith({ allow: ['127.0.0.1:1'] })('http://127.0.0.1:1/'))).toMatch(
      /^network: 127\.0\.0\.1:1 refuses the connection/,
    );
  });
});
