/** Broken feeds are read as far as they can be. */
import { expect, test } from 'vitest';
import { ATOM, RSS, readWell, rssFeed } from '../../support/sample-feeds.ts';

const item = (n: number, body = '') =>
  `<item><title>Title ${n}</title><link>https://b.example/${n}</link><guid>g${n}</guid>${body}</item>`;
const keys = (source: string) => readWell(source).items.map(({ key }) => key);

test.each([
  [
    'warnings of a program before it',
    `${'<br />\n<b>Warning</b>: in <b>a.php</b> on line <b>3</b><br />'.repeat(3)}${rssFeed(item(1))}`,
    1,
  ],
  ['loose ampersands', rssFeed(item(1, '<description>AT&T & R&D</description>') + item(2)), 2],
  [
    'entities that nobody declared',
    rssFeed(item(1, '<description>caf&eacute; &nosuch; &nbsp;</description>')),
    1,
  ],
  ['junk before the declaration', `\n\u0000Warning: mysql_connect() failed\n${rssFeed(item(1))}`, 1],
  [
    'a CDATA section that is never closed',
    rssFeed(`${item(1, '<description><![CDATA[<b>open</description>')}${item(2)}`),
    2,
  ],
  [
    'such a one before a sound one',
    rssFeed(
      `${item(1, '<description><![CDATA[open</description>')}${item(2, '<description><![CDATA[ok]]></description>')}`,
    ),
    2,
  ],
  [
    'a tag that is never closed',
    rssFeed(`<item><title>Title 1</title><guid>g1<link>https://b.example/1</item>${item(2)}`),
    2,
  ],
  ['items that are never closed', rssFeed(item(1).replace('</item>', '') + item(2)), 2],
  ['items outside the channel', rssFeed('').replace('</channel>', `</channel>${item(1)}${item(2)}`), 2],
  ['control characters', rssFeed(item(1, '<description>a\u0001b\u0008</description>')), 1],
  [
    'a wrong namespace',
    rssFeed(item(1)).replace('version="2.0"', 'version="2.0" xmlns="http://wrong.example/ns"'),
    1,
  ],
  [
    'a prefix that nobody declared',
    rssFeed(item(1, '<foo:bar>x</foo:bar>')).replaceAll('xmlns:', 'data-'),
    1,
  ],
  ['a bare channel', `<channel><title>T</title>${item(1)}</channel>`, 1],
  [
    'wrong nesting',
    rssFeed(`<item><title>Title 1</link><link>https://b.example/1</title><guid>g1</guid></item>${item(2)}`),
    2,
  ],
  ['an empty item in an item', rssFeed(item(1, '<item />') + item(2)), 2],
  ['entries called items', `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${item(1)}</feed>`, 1],
  ['a raw bracket', rssFeed(item(1, '<description>if a < b then</description>') + item(2)), 2],
])('%s', (_name, source, count) => {
  expect(keys(source)).toEqual(['g1', 'g2'].slice(0, count));
});

test('a feed that is cut off has the items that came through', () => {
  const whole = rssFeed([1, 2, 3, 4].map((n) => item(n)).join(''));
  const at = whole.indexOf('<guid>g3');
  expect(keys(whole.slice(0, at)).slice(0, 2)).toEqual(['g1', 'g2']);
  expect(keys(whole.slice(0, at + 8))).toEqual(['g1', 'g2', 'g3']);
});

test('what is broken is told, a line for each kind', () => {
  const feed = readWell(
    rssFeed(`${item(1, '<description>a & b \u0002<![CDATA[open</description>')}${item(2)}`),
  );
  expect(feed.problems.length).toBeGreaterThanOrEqual(3);
  for (const line of feed.problems) expect(line).toMatch(/^[^\n]{10,200}$/);
});

test('a feed that breaks keeps the keys that it had', () => {
  for (const source of [RSS, ATOM]) {
    const broken = source.replace(/(<entry|<item)/, '<broken>$1');
    expect(keys(broken)).toEqual(keys(source));
  }
});

test('a loose ampersand in an address begins no character', () => {
  const address = 'https://b.example/?a=1&copy=2&lt=3&para=4';
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="${address}"/></entry></feed>`;
  for (const source of [atom, rssFeed(`<item><link>${address}</link></item>`)])
    expect(readWell(source).items[0]?.url).toBe(address);
});
