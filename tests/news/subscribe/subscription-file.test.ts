/** The file of subscriptions is read with the line of every error, and the books follow it. */
import { afterEach, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { readSubscriptionFile } from '../../../src/news/subscribe/read-subscription-file.ts';
import type { SubscriptionFile } from '../../../src/news/subscribe/subscription-file.ts';
import { syncSubscriptionFile } from '../../../src/news/subscribe/sync-subscription-file.ts';
import { createState, type State } from '../../../src/state/state.ts';
import { NEWS_FILE } from '../../support/sample-news-file.ts';

const lexicon = loadLexicon();
const read = (text: string) => readSubscriptionFile(text, { lexicon, timeZone: 'Europe/Paris' });

function file(text: string): SubscriptionFile {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.file;
}
const problems = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.problems.map(({ line, message }) => `${line}: ${message}`);
};

describe('readSubscriptionFile', () => {
  it('reads feeds and subscriptions, with ids that stay', () => {
    const { feeds, subscriptions } = file(NEWS_FILE);
    expect(feeds).toEqual([
      { url: 'https://news.valdoria.example/rss', fullText: true },
      { url: 'https://cert.valdoria.example/atom', fullText: false },
    ]);
    expect(subscriptions).toEqual([
      {
        id: expect.stringMatching(/^f[a-z2-9]{7}$/),
        place: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
        subject: { type: 'feed', url: 'https://news.valdoria.example/rss' },
        filter: { all: [{ country: 'CN' }, { not: { publisher: 'Global Times' } }] },
        mode: 'live',
        schedule: null,
        timeZone: 'Europe/Paris',
        lang: 'fr',
        quietHours: { from: '22:00', to: '07:00' },
        maxPerHour: 6,
      },
      {
        id: expect.any(String),
        place: { platform: 'discord', workspaceId: '123456789012345678', channelId: '987654321098765432' },
        subject: { type: 'topic', words: 'APT31 France' },
        filter: null,
        mode: 'digest',
        schedule: '0 8 * * 1',
        timeZone: 'Asia/Shanghai',
        lang: 'en',
        quietHours: null,
        maxPerHour: 10,
      },
    ]);
    const again = file(NEWS_FILE.replace('maxPerHour: 6', 'maxPerHour: 7')).subscriptions.map(({ id }) => id);
    expect(again).toEqual(subscriptions.map(({ id }) => id));
    expect(file(NEWS_FILE.replace('country:China', 'country:Russia')).subscriptions[0]?.id).not.toBe(
      again[0],
    );
  });

  it.each(['', '# nothing yet\n', 'feeds:\nsubscriptions: []\n'])('takes %j for empty', (text) => {
    expect(file(text)).toEqual({ feeds: [], subscriptions: [] });
  });

  it.each([
    [NEWS_FILE.replace('fullText: true', 'fullText: yes'), '3: feeds[0].fullText: must be true or false'],
    [NEWS_FILE.replace('fullText', 'fulltext'), '3: feeds[0].fulltext: is not a known key'],
    [NEWS_FILE.replace('https://cert', 'ftp://cert'), '4: feeds[1].url: must be an http or https address'],
    [
      NEWS_FILE.replace('platform: slack', 'platform: teams'),
      '6: subscriptions[0].platform: must be one of slack, discord',
    ],
    [NEWS_FILE.replace('    channel: C1\n', ''), '6: subscriptions[0].channel: is missing'],
    [
      NEWS_FILE.replace('country:China', 'country:Chima'),
      '10: subscriptions[0].filter: At character 1, “country:Chima”',
    ],
    [
      NEWS_FILE.replace('22:00-07:00', 'night'),
      '12: subscriptions[0].quietHours: “night” does not tell quiet hours',
    ],
    [
      NEWS_FILE.replace('maxPerHour: 6', 'maxPerHour: 600'),
      '13: subscriptions[0].maxPerHour: “600” is no number',
    ],
    [NEWS_FILE.replace('topic: APT31 France', 'topic: the of'), '17: subscriptions[1].topic: names nothing'],
    [
      NEWS_FILE.replace('    topic: APT31 France\n', ''),
      '14: subscriptions[1]: must have either feed or topic',
    ],
    [
      NEWS_FILE.replace('lundi 08:00', 'sometimes'),
      '18: subscriptions[1].schedule: “sometimes” is no schedule',
    ],
    [
      NEWS_FILE.replace('Asia/Shanghai', 'Asia/Shanghi'),
      '19: subscriptions[1].timeZone: “Asia/Shanghi” is no time zone',
    ],
    [
      NEWS_FILE.replace('https://cert.valdoria.example/atom', 'https://news.valdoria.example/rss'),
      '4: feeds[1]: https://news.valdoria.example/rss is listed twice',
    ],
    [
      `${NEWS_FILE}  - { platform: discord, workspace: "123456789012345678", channel: "987654321098765432", topic: APT31 France, mode: digest }\n`,
      '20: subscriptions[2]: says the same as one above',
    ],
    ['feeds: [', '1: not valid YAML'],
    ['- a', '1: must have feeds and subscriptions'],
    ['news: 1', '1: news: is not a known key'],
  ])('tells the line of what is wrong (%#)', (text, expected) => {
    const found = problems(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('tells every problem at once', () => {
    expect(problems(NEWS_FILE.replace('22:00-07:00', 'night').replace('lundi', 'someday'))).toHaveLength(2);
  });
});

describe('syncSubscriptionFile', () => {
  let state: State | null = null;
  afterEach(async () => {
    await state?.close();
    state = null;
  });
  const at = (day: number) => new Date(Date.UTC(2026, 4, day));
  const open = () => {
    state = createState({ path: ':memory:', now: () => at(1).getTime() });
    return state.news;
  };

  it('adds what is new, once', async () => {
    const books = open();
    const counts = { feeds: { added: 2, removed: 0 }, subscriptions: { added: 2, updated: 0, removed: 0 } };
    expect(await syncSubscriptionFile(file(NEWS_FILE), books, at(1))).toEqual(counts);
    const nothing = { feeds: { added: 0, removed: 0 }, subscriptions: { added: 0, updated: 0, removed: 0 } };
    expect(await syncSubscriptionFile(file(NEWS_FILE), books, at(2))).toEqual(nothing);
    const feeds = await books.feeds.list();
    expect(feeds.map(({ scope, fullText }) => [scope, fullText])).toEqual(
      expect.arrayContaining([
        ['global', true],
        ['global', false],
      ]),
    );
    const [first] = await books.subscriptions.list({ platform: 'slack', workspaceId: 'T1', channelId: 'C1' });
    expect(first).toMatchObject({ createdAt: at(1).toISOString(), createdBy: null });
    expect(feeds.map(({ id }) => id)).toContain(first?.subject.type === 'feed' && first.subject.feedId);
  });

  it('changes what changed and keeps its age and its pause', async () => {
    const books = open();
    await syncSubscriptionFile(file(NEWS_FILE), books, at(1));
    const [first] = await books.subscriptions.list();
    if (first === undefined) throw new Error('nothing was added');
    await books.subscriptions.update({ ...first, pausedAt: at(2).toISOString() });
    const changed = file(
      NEWS_FILE.replace('maxPerHour: 6', 'maxPerHour: 3').replace('fullText: true', 'fullText: false'),
    );
    expect((await syncSubscriptionFile(changed, books, at(3))).subscriptions.updated).toBe(1);
    const slack = (await books.subscriptions.list()).find(({ place }) => place.platform === 'slack');
    expect(slack).toMatchObject({ maxPerHour: 3, createdAt: at(1).toISOString() });
    expect((await books.subscriptions.find(first.id))?.pausedAt).toBe(at(2).toISOString());
    expect((await books.feeds.list()).every(({ fullText }) => !fullText)).toBe(true);
  });

  it('removes what vanished, and nothing that a person made', async () => {
    const books = open();
    await syncSubscriptionFile(file(NEWS_FILE), books, at(1));
    const imported = await books.feeds.add({
      scope: 'global',
      url: 'https://other.example/rss',
      fullText: false,
    });
    const cert = (await books.feeds.list()).find(({ url }) => url.includes('cert'));
    const [any] = await books.subscriptions.list();
    if (any === undefined || cert === undefined) throw new Error('nothing was added');
    const own = {
      ...any,
      id: 'own',
      createdBy: 'U1',
      subject: { type: 'feed' as const, feedId: cert.id, url: cert.url },
    };
    await books.subscriptions.add(own);
    expect(await syncSubscriptionFile(file(''), books, at(2))).toEqual({
      feeds: { added: 0, removed: 1 },
      subscriptions: { added: 0, updated: 0, removed: 2 },
    });
    expect(await books.subscriptions.list()).toEqual([own]);
    expect((await books.feeds.list()).map(({ id }) => id).sort()).toEqual([imported.id, cert.id].sort());
  });
});
