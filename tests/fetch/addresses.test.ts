/**
 * Nobody is connected to who must not be: counted at the sockets. The list of hostile addresses is SSRF_URLS or
 * ../shared/data/ssrf.jsonl; a list of our own is always checked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedLookup } from '../../src/fetch/checked-lookup.ts';
import { countConnections } from '../support/connection-count.ts';
import { failureOf, fetchWith } from '../support/fetch-kit.ts';
import { startRawSite, startSite } from '../support/site-kit.ts';

const connections = countConnections();
const METADATA = '169.254.169.254';
const PUBLIC = '93.184.216.34';

describe('our own list', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1:8080/',
    'http://0x7f000001/',
    'http://017700000001/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127.0.0.1%2f@example.org/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:a9fe:a9fe::]/',
    'http://[fe80::1%25eth0]/',
    'http://metadata/',
    'http://metadata.google.internal/',
    'http://localhost.localdomain/',
    'http://kubernetes.default.svc.cluster.local/',
    'https://93.184.216.34/',
    'http:///',
    'http:\\\\127.0.0.1\\',
    'gopher://127.0.0.1:6379/_FLUSHALL',
    'data:text/html,<p>x',
    'blob:http://127.0.0.1/x',
    'view-source:http://127.0.0.1/',
    '//127.0.0.1/',
    'C:\\Windows',
    '\u0000',
    '',
  ])('%j: no look-up, no connection', async (url) => {
    const fetchOne = fetchWith({});
    expect(await failureOf(fetchOne(url))).toMatch(/^refused: /);
    expect([fetchOne.lookups, connections.attempts]).toEqual([[], []]);
  });
});

const file = resolve(process.env.SSRF_URLS ?? join(import.meta.dirname, '../../../shared/data/ssrf.jsonl'));
const present = existsSync(file);
if (!present) console.log('skipped: the list of hostile addresses is absent (set SSRF_URLS)');

describe.skipIf(!present)('the list of hostile addresses', () => {
  const lines = present ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const urls = lines.map((line) => JSON.parse(line) as { url: string; class: string });

  test('no connection is attempted, and only what can have an address is looked up', async () => {
    expect(urls.length).toBeGreaterThan(100);
    for (const entry of urls) {
      // Whatever the name server says of them, it is the metadata service that they are after.
      const names = URL.canParse(entry.url) ? { [new URL(entry.url).hostname]: [[METADATA]] } : {};
      const fetchOne = fetchWith({ names });
      expect(await failureOf(fetchOne(entry.url)), entry.url).toMatch(/^refused: /);
      expect(connections.attempts, entry.url).toEqual([]);
      if (entry.class !== 'block_after_resolution_or_redirect')
        expect(fetchOne.lookups, entry.url).toEqual([]);
    }
  });

  test('those that redirect reach no one behind the site', async () => {
    const targets = [
      `http://${METADATA}/latest/`,
      'http://[::ffff:7f00:1]/',
      'gopher://127.0.0.1:25/',
      '//metadata/',
    ];
    const site = await startSite((request, response) => {
      response.writeHead(302, { location: targets[Number(request.url?.slice(1))] ?? '/' }).end();
    });
    const fetchOne = fetchWith({ allow: [site.host] });
    for (const [i] of targets.entries())
      expect(await failureOf(fetchOne(`${site.url}${i}`))).toMatch(
        /^refused: 127\.0\.0\.1:\d+ leads elsewhere: /,
      );
    expect(connections.attempts).toEqual(targets.map(() => site.host));
  });
});

describe('names', () => {
  test.each([
    [['10.0.0.7']],
    [['fd00:ec2::254']],
    [[PUBLIC, '127.0.0.1']],
    [['2606:4700::1', '::1']],
    [['nonsense']],
  ])('that lead to %j are refused as a whole', async (addresses) => {
    const fetchOne = fetchWith({ names: { 'news.example.org': [addresses] } });
    expect(await failureOf(fetchOne('https://news.example.org/'))).toMatch(
      /^refused: news\.example\.org leads to .* which is not public .* add news\.example\.org:443 to FETCH_ALLOW$/,
    );
    expect(connections.attempts).toEqual([]);
  });

  test('that are rebound between check and use are refused: the check is the use', async () => {
    const answers = [[PUBLIC], ['127.0.0.1'], [PUBLIC, '127.0.0.1']];
    const lookupAll = async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 }));
    const lookup = checkedLookup(lookupAll, 'twice.example.org:443', false);
    const used = () =>
      new Promise((done) =>
        lookup('twice.example.org', { all: true }, (error, all) => done(error?.message ?? all)),
      );
    expect(await used()).toEqual([{ address: PUBLIC, family: 4 }]);
    for (let i = 0; i < 2; i += 1)
      expect(await used()).toMatch(/^twice\.example\.org leads to 127\.0\.0\.1, which is not public/);
  });

  test('that are rebound between two redirects are refused at the second', async () => {
    const site = await startSite((_request, response) => {
      response.writeHead(302, { location: 'http://twice.example.org:8080/' }).end();
    });
    const first = `twice.example.org:${site.host.split(':')[1]}`;
    const fetchOne = fetchWith({ allow: [first], names: { 'twice.example.org': [['127.0.0.1']] } });
    expect(await failureOf(fetchOne(`http://${first}/`))).toMatch(
      /^refused: twice\.example\.org leads to 127\.0\.0\.1/,
    );
    expect(fetchOne.lookups).toHaveLength(2);
    expect(connections.attempts).toEqual([site.host]);
  });

  test('whose socket reaches a private address all the same are sent nothing', async () => {
    let received = '';
    const site = await startRawSite(
      () => undefined,
      (bytes) => {
        received += bytes;
      },
    );
    // As a look-up would that nobody checked.
    connections.reroute('127.0.0.1', Number(site.host.split(':')[1]));
    const fetchOne = fetchWith({ names: { 'news.example.org': [[PUBLIC]] } });
    expect(await failureOf(fetchOne('http://news.example.org/'))).toMatch(
      /^refused: news\.example\.org leads to 127\.0\.0\.1, which is not public/,
    );
    expect([connections.attempts, received]).toEqual([[site.host], '']);
  });

  test('are looked up once for a connection, and that answer is the one used', async () => {
    const site = await startSite((_request, response) => response.end('page'));
    const port = site.host.split(':')[1];
    const fetchOne = fetchWith({
      allow: [`site.example.org:${port}`],
      names: { 'site.example.org': [['127.0.0.1'], [METADATA]] },
    });
    expect((await fetchOne(`http://site.example.org:${port}/`)).bytes.toString()).toBe('page');
    expect(fetchOne.lookups).toEqual(['site.example.org']);
    expect(connections.attempts).toEqual([site.host]);
  });

  test('that are unknown are told so', async () => {
    expect(await failureOf(fetchWith({})('https://nowhere.example.org/'))).toBe(
      'network: nowhere.example.org is not known: check the spelling',
    );
    const none = fetchWith({ names: { 'nowhere.example.org': [[]] } });
    expect(await failureOf(none('https://nowhere.example.org/'))).toMatch(/^network: .* has no address/);
  });
});
