/** `/news` as people give it: in one line, by options, in three languages, and only by those who may. */
import { describe, expect, it } from 'vitest';
import { commandPayloads } from '../../../src/adapters/discord/command-payloads.ts';
import { slackManifest } from '../../../src/adapters/slack/manifest.ts';
import { SUBSCRIBE_ARGUMENTS } from '../../../src/bot/news-arguments.ts';
import { readNewsText } from '../../../src/bot/read-news-text.ts';
import { COMMANDS, findCommand } from '../../../src/bot/registry.ts';
import type { IncomingMessage } from '../../../src/core/chat.ts';
import { JUDGEMENT, joined, poll, sighted } from '../../state/news-kit.ts';
import { collector, finals, message, testBot } from '../../support/bot-kit.ts';
import { FEED, newsDesk } from '../../support/news-desk-kit.ts';

const PLACE = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

function newsBot({ admin = true, setUp = true } = {}) {
  const kit = newsDesk();
  const bot = testBot(setUp ? { news: kit.desk } : {});
  const say = async (text: string, over: Partial<IncomingMessage> = {}) => {
    const platform = { ...collector(), isAdmin: async () => admin };
    await bot.handle(platform, message({ ...PLACE, command: 'news', text, uiLang: 'en', ...over }));
    const [final] = finals(platform.replies[0]);
    if (final?.type === 'text') return final.text;
    return final?.type === 'report' ? final.report.title : JSON.stringify(final);
  };
  return { ...kit, say };
}

describe('/news', () => {
  it('subscribes in one line', async () => {
    const { say, state } = newsBot();
    const text = await say(
      `subscribe ${FEED} country:China AND kind:denial mode:digest schedule:"daily 08:00" timezone:Europe/Paris quiet:22:00-07:00 max:5 language:fr`,
    );
    expect(text).toContain('Abonnement créé');
    expect(await state.news.subscriptions.list()).toMatchObject([
      {
        place: PLACE,
        subject: { type: 'feed', url: FEED },
        filter: { all: [{ country: 'CN' }, { kind: 'denial' }] },
        mode: 'digest',
        schedule: '0 8 * * *',
        timeZone: 'Europe/Paris',
        quietHours: { from: '22:00', to: '07:00' },
        maxPerHour: 5,
        lang: 'fr',
        createdBy: 'user',
      },
    ]);
  });

  it('subscribes by options, as Discord gives them', async () => {
    const { say, state } = newsBot();
    const options = {
      filter: '国家:中国',
      mode: 'digest',
      schedule: '每周一 08:00',
      timezone: 'Asia/Shanghai',
      language: 'zh',
    };
    expect(await say('subscribe APT31', { options })).toContain('已订阅');
    expect(await state.news.subscriptions.list()).toMatchObject([
      {
        subject: { type: 'topic', words: 'APT31' },
        filter: { country: 'CN' },
        schedule: '0 8 * * 1',
        lang: 'zh',
      },
    ]);
  });

  it('takes a typed command and typed options, quoted', async () => {
    const { say, state } = newsBot();
    const typed = `/actualités abonner ${FEED} --filtre "pays:Chine OU pays:Russie" --horaire "lundi 08:00"`;
    expect(await say(typed, { command: null, uiLang: 'fr' })).toContain('Abonnement créé');
    expect(await state.news.subscriptions.list()).toMatchObject([
      { filter: { any: [{ country: 'CN' }, { country: 'RU' }] }, mode: 'digest', schedule: '0 8 * * 1' },
    ]);
  });

  it('lists, pauses, resumes and removes; an only one needs no id', async () => {
    const { say } = newsBot();
    expect(await say('list')).toBe('This channel has no subscription yet.');
    await say(`subscribe ${FEED}`);
    expect(await say('list')).toMatch(
      /one subscription:\n• s1: feed https:\/\/news\.valdoria\.example\/rss · as it is reported/,
    );
    expect(await say('pause')).toBe('s1 is paused: nothing of it will be posted until it is resumed.');
    await say('subscribe APT31');
    expect(await say('resume')).toMatch(/^Which one\?/);
    expect(await say('resume S1')).toBe('s1 goes on.');
    expect(await say('remove s9')).toBe('This channel has no subscription “s9”.');
    expect(await say('remove s1')).toBe('s1 is removed. What was posted stays.');
  });

  it('changes nothing for those who may not, and shows everything', async () => {
    const { say, state } = newsBot({ admin: false });
    for (const text of [`subscribe ${FEED}`, 'pause s1', 'resume s1', 'remove s1'])
      expect(await say(text)).toBe('Only those who administer this workspace may change subscriptions.');
    expect(await state.news.subscriptions.list()).toEqual([]);
    expect(await say('list')).toContain('no subscription');
    expect(await say('preview APT31')).toBe('Nothing to post at the moment.');
    expect(await say(`subscribe ${FEED}`, { direct: true })).toContain('Subscribed.');
  });

  it('shows why, and what it does not know', async () => {
    const { say, state } = newsBot();
    await say(`subscribe ${FEED}`);
    const [feed] = await state.news.feeds.list();
    await poll(state, feed?.id ?? '', []);
    await poll(state, feed?.id ?? '', [sighted('a')]);
    const [item] = await state.news.stories.nextItems(1);
    if (item === undefined) throw new Error('no item');
    const verdict = {
      item,
      judgement: JUDGEMENT,
      placement: null,
      story: joined('s', item),
      posts: [],
      edits: [],
    };
    await state.news.stories.record(verdict);
    expect(await say('why https://journal.example/a')).toBe('What became of “Titre a”');
    expect(await say('why https://journal.example/b')).toContain('No feed that is followed here has brought');
    expect(await say('why')).toContain('How to use /news why');
  });

  it('offers the feeds of a site', async () => {
    expect(await newsBot().say('subscribe https://many.example/')).toBe(
      'This site has several feeds. Choose one, then: /news subscribe and its address.\n• World: https://many.example/world.xml\n• https://many.example/cyber.xml',
    );
  });

  it('says where it works, where it cannot post', async () => {
    const { say } = newsBot({ admin: false });
    expect(await say('subscribe APT31', { platform: 'web' })).toContain(
      'subscribe a channel of Slack or Discord',
    );
    expect(await say('preview APT31', { platform: 'web' })).toBe('Nothing to post at the moment.');
  });

  it('says what is wrong', async () => {
    const { say } = newsBot();
    expect(await say(`subscribe ${FEED} mode:weekly`)).toContain('“weekly” is not allowed for “mode”');
    expect(await say(`subscribe ${FEED} country:Chima`)).toContain('Perhaps: China?');
    expect(await say('')).toContain('How to use /news subscribe');
    expect(await newsBot({ setUp: false }).say('list')).toBe('News are not set up here.');
  });
});

describe('readNewsText', () => {
  const read = (text: string) => readNewsText(text, SUBSCRIBE_ARGUMENTS);

  it.each([
    ['APT31 France', 'APT31 France', '', {}],
    ['APT31 France country:China', 'APT31 France', 'country:China', {}],
    [
      'country:China https://a.example/rss kind:denial',
      'https://a.example/rss',
      'country:China kind:denial',
      {},
    ],
    ['<https://a.example/rss|a> NOT lang:fr', '<https://a.example/rss|a>', 'NOT lang:fr', {}],
    ['APT31 AND (kind:denial OR kind:sanction)', 'APT31', '(kind:denial OR kind:sanction)', {}],
    [
      '"Volt Typhoon" schedule:daily 08:00 kind:denial',
      '"Volt Typhoon"',
      'kind:denial',
      { schedule: 'daily 08:00' },
    ],
    [
      'Chine horaire : chaque lundi à 8h silence:22h à 7h',
      'Chine',
      '',
      { schedule: 'chaque lundi à 8h', quiet: '22h à 7h' },
    ],
    ['中国 时间：每天 08:00 语言:中文', '中国', '', { schedule: '每天 08:00', language: '中文' }],
    ['APT31 filter:"a OR b" kind:denial', 'APT31', '(a OR b) kind:denial', {}],
    ['APT31 pays : Chine', 'APT31', 'pays:Chine', {}],
    ['publisher:"Le Monde"', '', 'publisher:"Le Monde"', {}],
  ])('%s', (text, subject, filter, options) => {
    expect(read(text)).toEqual({ subject, filter, options });
  });
});

describe('what the platforms are told', () => {
  const command = findCommand('news');

  it('stays within Discord’s limits', () => {
    const payload = commandPayloads('', true).find(({ name }) => name === 'news');
    const size = (value: unknown): number => {
      if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + size(each), 0);
      if (typeof value !== 'object' || value === null) return 0;
      return Object.entries(value).reduce((sum, [key, part]) => {
        if (['name', 'description', 'value'].includes(key)) {
          const others = Object.values(
            (Reflect.get(value, `${key}_localizations`) ?? {}) as Record<string, string>,
          );
          return sum + Math.max(...[String(part), ...others].map((text) => text.length));
        }
        return sum + (key === 'options' || key === 'choices' ? size(part) : 0);
      }, 0);
    };
    // «Combined 8000 characters for name, description and value», the longest translation of each.
    expect(size(payload)).toBeLessThan(8_000);
    expect(payload?.options).toHaveLength(command?.subcommands?.length ?? 0);
  });

  it('is in Slack’s manifest', () => {
    const { features } = slackManifest(COMMANDS, { prefix: '', mode: 'socket', lang: 'en' });
    expect(features.slash_commands.find((each) => each.command === '/news')?.usage_hint).toBe(
      'subscribe | list | pause | resume | remove | preview | why',
    );
  });
});
