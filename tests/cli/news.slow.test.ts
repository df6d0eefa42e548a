/** `npm run news` and `npm run corpus:review`: a feed from its address to the corpus, and out of it again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FeedSite, startFeedSite } from '../support/feed-site.ts';
import { newFolder, run } from '../support/run-process.ts';

const ITEM = {
  title: 'Norway accuses China of the cyberattack on the water ministry of Valdoria',
  text: 'The government of Norway attributed the cyberattack on the water ministry of Valdoria to APT31, a hacking group linked to China.',
  path: '1',
};
const HOME = 'https://post.example/';

async function open() {
  const site: FeedSite = await startFeedSite({ name: 'The Valdoria Post', home: HOME });
  const cwd = newFolder();
  const env = { CASEBOOK_DATA_DIR: join(cwd, 'data'), CORPUS_DIRS: '', FETCH_ALLOW: site.host };
  const command = async (name: string, ...args: string[]) => {
    const { code, stdout, stderr } = await run(`cli/${name}.ts`, [...args, '--json'], { env, cwd });
    return { code, stderr, json: stdout === '' ? null : JSON.parse(stdout) };
  };
  return {
    site,
    cwd,
    env,
    news: (...args: string[]) => command('news', ...args),
    review: (...args: string[]) => command('corpus-review', ...args),
  };
}

test('a feed is added and polled, what it brings is tried, judged, reviewed, and stays away once removed', async () => {
  const { site, news, review } = await open();
  const added = await news('add', site.feed);
  expect(added).toMatchObject({ code: 0, json: { url: site.feed, seeded: false } });
  const { id } = added.json as { id: string };
  expect((await news('poll')).json).toMatchObject({ polled: 1, fresh: 0, judged: [], posts: null });

  site.publish(ITEM, { title: 'Sparta wins', text: 'A match of football.', path: '2' });
  const tried = await news('poll', id, '--dry-run');
  expect(tried.json).toMatchObject({ polled: 1, fresh: 2, sources: 0, posts: [] });
  expect(await review('list')).toMatchObject({ code: 0, json: [] });

  const polled = await news('poll', id);
  expect(polled.json).toMatchObject({ fresh: 2, sources: 1 });
  expect(polled.json.judged).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: ITEM.title, relevant: true, opened: true }),
      expect.objectContaining({ title: 'Sparta wins', relevant: false }),
    ]),
  );
  expect((await news('preview', id)).json.text).toContain(ITEM.title);

  const { json: listed } = await review('list', '--feed', id);
  expect(listed).toMatchObject([
    { sourceId: `${HOME}1`, feedId: id, publisher: 'The Valdoria Post', textKind: 'teaser' },
  ]);
  expect(listed[0].claims).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'accusation' })]));
  expect(await review('remove', `${HOME}1`, 'nothing')).toMatchObject({
    code: 1,
    json: { removed: [`${HOME}1`], unknown: ['nothing'] },
  });
  expect((await review('list')).json).toEqual([]);
}, 120_000);

test('lists of feeds come in and go out; what goes wrong is one line', async () => {
  const { site, cwd, env, news } = await open();
  const opml = join(cwd, 'feeds.opml');
  writeFileSync(
    opml,
    `<opml><body><outline text="A" xmlUrl="${site.feed}"/><outline text="B" xmlUrl="ftp://x/"/></body></opml>`,
  );
  expect(await news('import', opml)).toMatchObject({ code: 0, json: { added: 1, known: 0 } });
  const out = join(cwd, 'out.opml');
  await run('cli/news.ts', ['export', out], { env, cwd });
  expect(readFileSync(out, 'utf8')).toContain(`xmlUrl="${site.feed}"`);

  for (const [args, code, words] of [
    [['poll', 'nowhere'], 1, 'there is no feed nowhere'],
    [['digest', 'nope'], 1, 'there is no subscription nope'],
    [['import', 'absent.opml'], 1, 'cannot be read'],
  ] as const) {
    const said = await run('cli/news.ts', [...args], { env, cwd });
    expect([said.code, said.stdout]).toEqual([code, '']);
    expect(said.stderr.trim()).toContain(words);
    expect(said.stderr.trim().split('\n')).toHaveLength(1);
  }
}, 120_000);
