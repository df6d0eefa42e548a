/** Feeds that have moved: when their address is changed for good. */
import { describe, expect, test } from 'vitest';
import { followMove } from '../../../src/news/poll/follow-move.ts';
import { feedOf, item, rss, startPolling } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

async function moving(statusOf: (poll: number) => number, targetOf = (_poll: number) => '/new') {
  let polls = 0;
  const site = await startSite(({ url, headers }, response) => {
    if (url === '/old') {
      polls += 1;
      response.writeHead(statusOf(polls), { location: '/middle' }).end();
    } else if (url === '/middle') response.writeHead(301, { location: targetOf(polls) }).end();
    else if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(rss([item('a')]));
  });
  const kit = startPolling([site.host]);
  const id = await kit.add(`${site.url}old`);
  const urlAfter = async (rounds: number) => {
    for (let i = 0; i < rounds; i += 1) await kit.pollNext(id);
    const { url, givenUrl } = await feedOf(kit.book, id);
    expect(givenUrl).toBe(`${site.url}old`);
    return new URL(url).pathname;
  };
  return { urlAfter, site, logged: kit.logged };
}

test('a permanent redirect that is seen three times in a row is followed for good', async () => {
  const { urlAfter, site, logged } = await moving((poll) => (poll % 2 ? 301 : 308));
  expect(await urlAfter(2)).toBe('/old');
  expect(await urlAfter(1)).toBe('/new');
  expect(logged).toContain('a feed has moved');
  await urlAfter(1);
  expect(site.requests.slice(-1)).toEqual(['/new']);
});

test('a passing redirect is not, nor one that leads elsewhere each time', async () => {
  expect(await (await moving(() => 302)).urlAfter(5)).toBe('/old');
  // Once in between is enough to begin again.
  expect(await (await moving((poll) => (poll === 3 ? 307 : 301))).urlAfter(5)).toBe('/old');
  const elsewhere = await moving(
    () => 301,
    (poll) => `/new-${poll}`,
  );
  expect(await elsewhere.urlAfter(5)).toBe('/old');
});

describe('the rule', () => {
  const from = (url: string) => ({ url, movedTo: 'x', movedPolls: 2 });
  const found = (url: string) => ({ url, redirects: [{ status: 301 }] });
  test('leads to https, and never down from it', () => {
    const to = 'https://a.example.org/';
    expect(followMove({ ...from('http://a.example.org/'), movedTo: to }, found(to))).toMatchObject({
      url: to,
    });
    const down = 'http://a.example.org/';
    expect(followMove({ ...from(to), movedTo: down }, found(down))).toEqual({ movedTo: null, movedPolls: 0 });
  });
  test('counts anew for another target', () => {
    expect(followMove(from('http://a.example.org/'), found('http://b.example.org/'))).toEqual({
      movedTo: 'http://b.example.org/',
      movedPolls: 1,
    });
  });
});
