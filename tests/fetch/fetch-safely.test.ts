/** The safe fetch against servers that behave, and how it is stopped. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failureOf, fetchWith } from '../support/fetch-kit.ts';
import { startRawSite, startSite } from '../support/site-kit.ts';

const PAGE = `<!doctype html><p>${'Une phrase de journal. '.repeat(50)}</p>`;
const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a page', () => {
  test('comes with what the server says of it, and the request says little of us', async () => {
    let sent: Record<string, unknown> = {};
    const site = await startSite((request, response) => {
      sent = request.headers;
      response.writeHead(200, {
        ...html,
        etag: '"v1"',
        'last-modified': 'Wed, 28 May 2025 10:00:00 GMT',
        'cache-control': 'public, max-age=300',
        'set-cookie': 'a=b',
      });
      response.end(PAGE);
    });
    const fetchOne = fetchWith({ allow: [site.host], contact: 'desk@example.org' });
    const fetched = await fetchOne(`${site.url}a#part`, { accept: 'text/html' });
    expect(fetched).toEqual({
      status: 200,
      finalUrl: `${site.url}a`,
      contentType: 'text/html',
      charset: 'utf-8',
      bytes: Buffer.from(PAGE),
      etag: '"v1"',
      lastModified: 'Wed, 28 May 2025 10:00:00 GMT',
      maxAge: 300,
      redirects: [],
    });
    expect(sent).toEqual({
      host: site.host,
      connection: 'close',
      accept: 'text/html',
      'accept-encoding': 'gzip, deflate, br, zstd',
      'user-agent': 'Casebook (+desk@example.org)',
    });
    await fetchOne(site.url);
    expect(sent).not.toHaveProperty('cookie');
  });

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['zstd', zstdCompressSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
  ])('is unpacked from %s', async (coding, body) => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, { ...html, 'content-encoding': coding }).end(body);
    });
    expect((await fetchWith({ allow: [site.host] })(site.url)).bytes.toString()).toBe(PAGE);
  });

  test('that has not changed is not sent again', async () => {
    const site = await startSite((request, response) => {
      const known =
        request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] !== undefined;
      response.writeHead(known ? 304 : 200, { etag: '"v1"' }).end(known ? undefined : PAGE);
    });
    const fetchOne = fetchWith({ allow: [site.host] });
    expect(await fetchOne(site.url, { etag: '"v1"' })).toMatchObject({
      status: 304,
      bytes: Buffer.alloc(0),
      etag: '"v1"',
    });
    expect(await fetchOne(site.url, { lastModified: 'yesterday' })).toMatchObject({ status: 304 });
    expect(await fetchOne(site.url, { etag: '"v0"' })).toMatchObject({ status: 200 });
  });

  test('comes over TLS from a site with a valid certificate, and from no other', async () => {
    const folder = new URL('../fixtures/tls/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const server = createServer(
      { key: read('site-key.pem'), cert: read('site-cert.pem') },
      (request, response) => {
        response
          .writeHead(request.url === '/down' ? 302 : 200, { location: 'http://site.example.org/' })
          .end('secure');
      },
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const names = { 'site.example.org': [['127.0.0.1']], 'other.example.org': [['127.0.0.1']] };
    const fetchOne = fetchWith({ allow: Object.keys(names).map((name) => `${name}:${port}`), names });
    const known = getCACertificates('default');
    try {
      expect(await failureOf(fetchOne(`https://site.example.org:${port}/`))).toMatch(
        /^network: .* no valid certificate/,
      );
      setDefaultCACertificates([...known, read('site-cert.pem')]);
      expect((await fetchOne(`https://site.example.org:${port}/`)).bytes.toString()).toBe('secure');
      expect(await failureOf(fetchOne(`https://other.example.org:${port}/`))).toMatch(
        /^network: .* no valid certificate/,
      );
      expect(await failureOf(fetchOne(`https://site.example.org:${port}/down`))).toMatch(
        /^refused: .* from https to http/,
      );
    } finally {
      setDefaultCACertificates(known);
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('redirects', () => {
  test('are followed, relative ones too, and told', async () => {
    const site = await startSite((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 5) response.writeHead(200, html).end(PAGE);
      else
        response
          .writeHead([301, 302, 303, 307, 308][step] ?? 0, {
            location: step % 2 ? `${site.url}${step + 1}` : `/${step + 1}#x`,
          })
          .end();
    });
    const fetched = await fetchWith({ allow: [site.host] })(`${site.url}0`);
    expect(fetched.finalUrl).toBe(`${site.url}5`);
    expect(fetched.redirects).toEqual(
      [301, 302, 303, 307, 308].map((status, i) => ({ status, url: `${site.url}${i + 1}` })),
    );
  });

  test('end after five', async () => {
    const site = await startSite((_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    );
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(
      /^too-many-redirects: .* more than 5 times/,
    );
    expect(site.requests).toHaveLength(6);
  });

  test('without an aim are an answer that has no page', async () => {
    const site = await startSite((_request, response) => response.writeHead(302).end());
    expect(await failureOf(fetchWith({ allow: [site.host] })(site.url))).toMatch(/^status: .* answers 302/);
  });
});

describe('a server that says no', () => {
  test.each([
    [404, /there is no such page: check the address$/],
    [403, /does not give the page to programs/],
    [429, /try again later$/],
    [503, /try again later$/],
    [204, /there is no article there/],
    [304, /there is no article there/],
  ])('%i', async (status, said) => {
    const site = await startSite((_request, response) =>
      response.writeHead(status, { 'retry-after': '120' }).end(),
    );
    const fetched = fetchWith({ allow: [site.host] })(site.url);
    await expect(fetched).rejects.toThrow(said);
    await expect(fetched).rejects.toMatchObject({ failure: 'status', status, retryAfter: '120' });
  });
});

describe('stopping', () => {
  test.each([0, 50])('ends the fetch with the reason of the signal (after %i ms)', async (after) => {
    const site = await startRawSite((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nbeginning'));
    const stop = new AbortController();
    const fetched = fetchWith({ allow: [site.host] })(site.url, { signal: stop.signal });
    if (after === 0) stop.abort(new Error('stopped by hand'));
    else setTimeout(() => stop.abort(new Error('stopped by hand')), after);
    await expect(fetched).rejects.toThrow('stopped by hand');
  });
});
