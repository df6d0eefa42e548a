/** The desk of the news over the real books in memory, with a web of a few addresses. */
import { onTestFinished } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { createNewsDesk } from '../../src/news/desk/create-news-desk.ts';
import type { DeskDeps, FeedAtAddress } from '../../src/news/desk/desk-deps.ts';
import { reasonWords } from '../../src/news/relevance/phrases.ts';
import { createState, type State } from '../../src/state/state.ts';

export const FEED = 'https://news.valdoria.example/rss';
const LEXICON = loadLexicon();

/** What stands at the addresses of the test; nothing elsewhere. */
const WEB: Readonly<Record<string, FeedAtAddress>> = {
  [FEED]: { type: 'feed', url: FEED, title: 'Gazette de Valdoria' },
  'https://valdoria.example/': { type: 'feed', url: FEED, title: 'Gazette de Valdoria' },
  'https://many.example/': {
    type: 'several',
    feeds: [
      { url: 'https://many.example/world.xml', title: 'World' },
      { url: 'https://many.example/cyber.xml', title: null },
    ],
  },
  'http://169.254.169.254/': { type: 'none', reason: 'This address is not fetched.' },
};

export interface DeskKit {
  readonly desk: ReturnType<typeof createNewsDesk>;
  readonly state: State & { time: number };
  /** Addresses that were looked at. */
  readonly visited: string[];
}

export function newsDesk(over: Partial<DeskDeps> = {}): DeskKit {
  const clock = { time: Date.UTC(2026, 4, 4, 10) };
  const state = Object.assign(clock, createState({ path: ':memory:', now: () => clock.time }));
  onTestFinished(() => state.close());
  const visited: string[] = [];
  let ids = 0;
  const desk = createNewsDesk({
    books: state.news,
    lexicon: LEXICON,
    findFeed: async (url) => {
      visited.push(url);
      return (
        WEB[url] ?? (url.startsWith('https://feeds.example/') ? { type: 'feed', url, title: null } : none())
      );
    },
    previewOf: async () => null,
    reasonText: reasonWords,
    publishes: (platform) => platform === 'slack' || platform === 'discord',
    timeZone: 'Europe/Paris',
    fullText: false,
    now: () => state.time,
    newId: () => `s${++ids}`,
    ...over,
  });
  return { desk, state, visited };
}

function none(): FeedAtAddress {
  return { type: 'none', reason: 'There is no feed at this address.' };
}
