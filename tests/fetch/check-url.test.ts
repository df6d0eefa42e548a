/** What an address itself gives away, and what the operator may allow. */
import { describe, expect, test } from 'vitest';
import { checkRedirect, checkUrl } from '../../src/fetch/check-url.ts';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';

const allow = (...list: string[]) => parseFetchAllow(list) ?? new Set<string>();
const check = (url: string, ...list: string[]): string => checkUrl(url, allow(...list)).href;

describe('is taken', () => {
  test.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b'],
    ['HTTP://EXAMPLE.com:80/', 'http://example.com/'],
    ['https://例子.中国/新闻', 'https://xn--fsqu00a.xn--fiqs8s/%E6%96%B0%E9%97%BB'],
    ['http://example.com.:8080/', 'http://example.com.:8080/'],
    ['https://example.com/@user', 'https://example.com/@user'],
  ])('%s', (given, taken) => expect(check(given)).toBe(taken));
});

describe('is refused, with the reason and the remedy', () => {
  test.each([
    ['ftp://example.com/', /^ftp: is not fetched: give an http or https address$/],
    ['file:///etc/passwd', /^file: is not fetched/],
    ['javascript:alert(1)', /^javascript: is not fetched/],
    ['https://', /no web address/],
    ['http://[::1', /no web address/],
    ['http://user:secret@example.com/', /^an address with a user name or password/],
    ['http://localhost./', /^localhost is a name of a local network; .* add localhost:80 to FETCH_ALLOW$/],
    ['https://wiki/', /add wiki:443 to FETCH_ALLOW$/],
    ['http://a.b.internal/', /name of a local network/],
    ['http://printer.local/', /name of a local network/],
    [
      'http://127.0.0.1:3000/',
      /^127\.0\.0\.1 is not public \(this machine\); .* add 127\.0\.0\.1:3000 to FETCH_ALLOW$/,
    ],
    ['http://[fd00::7]/', /add \[fd00::7\]:80 to FETCH_ALLOW$/],
    ['http://93.184.216.34/', /is a number and no site’s name/],
    ['http://example.com:6379/', /^port 6379 is not a web site’s; .* add example\.com:6379 to FETCH_ALLOW$/],
    ['http://example.com:22/', /^port 22 /],
    [`http://example.com/${'x'.repeat(9_000)}`, /too long/],
  ])('%s', (url, reason) => {
    expect(() => check(url)).toThrow(reason);
    expect(() => check(url)).toThrow(expect.objectContaining({ failure: 'refused' }));
  });

  test('never shows a password or a control character', () => {
    expect(() => check('http://user:secret@example.com/')).not.toThrow(/secret/);
    expect(() => check('x\u001b[31m:y')).not.toThrow(/\p{Cc}/u);
  });
});

describe('FETCH_ALLOW', () => {
  test('opens one host and port, in any spelling of it', () => {
    for (const url of ['http://127.0.0.1:8081/x', 'http://2130706433:8081/x', 'http://0x7f.1:8081/x'])
      expect(check(url, '127.0.0.1:8081')).toBe('http://127.0.0.1:8081/x');
    expect(check('http://Wiki.Internal.:9000/', 'wiki.internal:9000')).toBe('http://wiki.internal.:9000/');
    expect(check('http://[0:0::1]:5000/', '[::1]:5000')).toBe('http://[::1]:5000/');
  });

  test('opens 80 and 443 where no port is named, and nothing else', () => {
    expect(check('https://wiki/', 'wiki')).toBe('https://wiki/');
    expect(check('http://wiki/', 'wiki')).toBe('http://wiki/');
    for (const url of ['http://wiki:8080/', 'http://other/', 'http://127.0.0.1/', 'http://u:p@wiki/'])
      expect(() => check(url, 'wiki')).toThrow();
  });

  test.each([
    'http://wiki',
    'wiki/path',
    '*',
    '*.internal',
    '10.0.0.0/8',
    'a b',
    'u@wiki',
    '[::1',
    'wiki:99999',
    '',
  ])('does not take «%s» for a host', (entry) => expect(parseFetchAllow([entry])).toBeNull());
});

describe('a redirect', () => {
  const leads = (from: string, to: string, ...list: string[]): string =>
    checkRedirect(new URL(from), to, allow(...list)).href;

  test('is taken within the open web, and among the hosts of FETCH_ALLOW', () => {
    expect(leads('http://example.com/a', 'https://example.org/b')).toBe('https://example.org/b');
    expect(leads('https://example.com/a/b', '../c')).toBe('https://example.com/c');
    expect(leads('http://example.com/', '//example.org/')).toBe('http://example.org/');
    expect(leads('http://wiki/', 'http://10.0.0.7/', 'wiki', '10.0.0.7')).toBe('http://10.0.0.7/');
    expect(leads('http://wiki/', 'http://example.com/', 'wiki')).toBe('http://example.com/');
  });

  test('is refused from https to http, and from the open web to a host of FETCH_ALLOW', () => {
    expect(() => leads('https://example.com/', 'http://example.com/')).toThrow(
      /leads elsewhere: .* from https to http/,
    );
    expect(() => leads('https://example.com/', 'https://wiki/delete', 'wiki')).toThrow(
      /only when it is given itself/,
    );
    expect(() => leads('https://example.com/', 'http://[::1]/')).toThrow(
      /^example\.com leads elsewhere: ::1 is not public/,
    );
  });
});
