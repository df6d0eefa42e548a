/** Which addresses are public, in every spelling: properties over whole networks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkUrl } from '../../src/fetch/check-url.ts';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import { whyNotPublic } from '../../src/fetch/public-address.ts';

const NONE: ReadonlySet<string> = new Set();
/** Networks as RFC 6890 and its updates list them: first address as a number, and length of the prefix. */
const BLOCKED_V4: readonly (readonly [number, number])[] = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0000200, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xc6336400, 24],
  [0xcb007100, 24],
  [0xe0000000, 4],
  [0xf0000000, 4],
];

const blockedV4 = fc
  .constantFrom(...BLOCKED_V4)
  .chain(([first, prefix]) =>
    fc.integer({ min: 0, max: 2 ** (32 - prefix) - 1 }).map((offset) => (first + offset) >>> 0),
  );
const quad = (n: number): string => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');
const isBlocked = (n: number): boolean =>
  BLOCKED_V4.some(
    ([first, prefix]) => Math.floor(n / 2 ** (32 - prefix)) === Math.floor(first / 2 ** (32 - prefix)),
  );

/** How one number is written: decimal, octal or hexadecimal, with zeros before it. */
const written = (n: number) =>
  fc.constantFrom(
    String(n),
    `0${n.toString(8)}`,
    `000${n.toString(8)}`,
    `0x${n.toString(16)}`,
    `0X000${n.toString(16).toUpperCase()}`,
  );
/** An IPv4 address with one to four parts, each written in its own way. */
const spelledV4 = (n: number) =>
  fc.integer({ min: 1, max: 4 }).chain((parts) => {
    const heads = Array.from({ length: parts - 1 }, (_, i) => (n >>> (24 - 8 * i)) & 255);
    const last = n % 2 ** (32 - 8 * (parts - 1));
    return fc.tuple(...[...heads, last].map(written)).map((all) => all.join('.'));
  });
const FULL_WIDTH = '０１２３４５６７８９';
const disguised = (text: string) =>
  fc.constantFrom(
    text,
    `${text}.`,
    text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit),
    text.replaceAll('.', '。'),
    [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
  );
const around = (host: string) =>
  fc.constantFrom(
    `http://${host}/`,
    `https://${host}/latest/meta-data/`,
    `HTTP://${host}:80`,
    `http:\\\\${host}\\x`,
    `http:${host}`,
    `http://example.org@${host}/`,
    ` http://${host}/\t`,
    `ht\ntp://${host}/`,
    `http://${host}\\@example.org/`,
    `http://${host}:8080/#@example.org`,
  );

function refusal(url: string): string {
  try {
    checkUrl(url, NONE);
    return '';
  } catch (error) {
    return error instanceof FetchError ? error.failure : `threw ${String(error)}`;
  }
}

describe('IPv4', () => {
  test('no address of a blocked network is public', () => {
    fc.assert(fc.property(blockedV4, (n) => whyNotPublic(quad(n)) !== null));
  });

  test('every other address is, but the few that are set aside for name servers and relays', () => {
    const few = /^192\.(?:31\.196|52\.193|88\.99|175\.48)\./;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (n) => {
        fc.pre(!isBlocked(n) && !few.test(quad(n)));
        return whyNotPublic(quad(n)) === null;
      }),
      { numRuns: 1000 },
    );
    for (const first of [
      '1.1.1.1',
      '8.8.8.8',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '172.32.0.0',
      '223.255.255.255',
    ])
      expect(whyNotPublic(first)).toBeNull();
  });

  test('a blocked address is refused in every spelling and disguise', () => {
    const urls = blockedV4.chain(spelledV4).chain(disguised).chain(around);
    fc.assert(
      fc.property(urls, (url) => refusal(url) === 'refused'),
      { numRuns: 2000 },
    );
  });
});

describe('IPv6', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const tail = (count: number) =>
    fc.array(group, { minLength: count, maxLength: count }).map((all) => all.map((n) => n.toString(16)));
  const under = (...heads: string[]) => tail(8 - heads.length).map((rest) => [...heads, ...rest].join(':'));
  const blocked = fc.oneof(
    under('fe80'),
    under('fc00'),
    under('fd12'),
    under('fec0'),
    under('ff02'),
    under('2001', '0'),
    under('2001', '1'),
    under('2001', 'db8'),
    under('2002'),
    under('3fff', 'fff'),
    under('100', '0', '0', '0'),
    under('64', 'ff9b', '1'),
    under('0', '0', '0'),
    under('5f00'),
    under('fd00', 'ec2'),
    blockedV4.map((n) => `::ffff:${quad(n)}`),
    blockedV4.map((n) => `0:0:0:0:0:ffff:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`),
    blockedV4.map((n) => `64:ff9b::${quad(n)}`),
    blockedV4.map((n) => `::${quad(n)}`),
    fc.constantFrom('::', '::1', 'fe80::1%eth0', '2606:4700::1111%lo', '0:0:0:0:0:0:0:1'),
  );

  test('no address of a blocked network is public, nor one that carries a blocked IPv4 address', () => {
    fc.assert(
      fc.property(blocked, (address) => whyNotPublic(address) !== null),
      { numRuns: 1000 },
    );
  });

  test('is refused in a URL, in either case', () => {
    fc.assert(
      fc.property(
        blocked.chain((one) => around(`[${one}]`)),
        fc.boolean(),
        (url, upper) => {
          return refusal(upper ? url.toUpperCase() : url) === 'refused';
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('public ones are public', () => {
    const open = fc.oneof(under('2606', '4700'), under('2a00', '1450'), under('2400', 'cb00'), under('2003'));
    fc.assert(fc.property(open, (address) => whyNotPublic(address) === null));
    for (const one of ['::ffff:8.8.8.8', '64:ff9b::808:808']) expect(whyNotPublic(one)).toBeNull();
  });
});

test('what is no address is not public', () => {
  for (const one of ['', 'localhost', '1.2.3', '1.2.3.4.5', 'undefined'])
    expect(whyNotPublic(one)).not.toBeNull();
});
