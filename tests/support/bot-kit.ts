/** A bot for tests: a log that can be read, messages, and a platform that collects what it is told. */
import type { Bot, BotDeps, BotLimits } from '../../src/bot/bot.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createCaseBook } from '../../src/cases/create-case-book.ts';
import type { AskQuestion } from '../../src/core/ask.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { ChatAdapter, IncomingMessage, ReplyEvent } from '../../src/core/chat.ts';
import type { CorpusOverview } from '../../src/core/corpus-overview.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { ANSWERED, scriptedAsk } from './sample-answers.ts';

export const OVERVIEW: CorpusOverview = {
  sources: 34,
  passages: 210,
  languages: [
    { lang: 'fr', sources: 20 },
    { lang: 'en', sources: 10 },
    { lang: 'zh', sources: 4 },
  ],
  mostRecent: [
    {
      sourceId: 'lac-gris/s1',
      title: 'Déclaration de Valdoria',
      titleIsDescriptive: true,
      publisher: 'Ministère de Valdoria',
      date: '2025-05-28',
      url: 'https://valdoria.example/declaration',
      lang: 'fr',
      authority: 'government',
    },
  ],
  balance: {
    cases: 2,
    oldest: '2021-03-01',
    newest: '2025-05-28',
    median: '2024-11-20',
    undated: 3,
    unreviewed: 1,
    years: [
      { year: '2021', sources: 6 },
      { year: '2024', sources: 10 },
      { year: '2025', sources: 15 },
    ],
    authorities: [
      { authority: 'media', sources: 25 },
      { authority: 'state-media', sources: 5 },
      { authority: 'government', sources: 3 },
      { authority: null, sources: 1 },
    ],
    stateMedia: [
      { publisher: 'Gazette de Valdoria', sources: 4 },
      { publisher: null, sources: 1 },
    ],
    textKinds: [{ kind: 'digest', sources: 34 }],
    accusing: [
      { country: 'FR', claims: 9 },
      { country: null, claims: 2 },
    ],
    accused: [{ country: 'CN', claims: 8 }],
    replying: [{ country: 'CN', claims: 4 }],
  },
};

export const CASES: readonly CaseRecord[] = [
  {
    id: '2025-valdoria-lac-gris',
    title: {
      fr: 'Intrusion au ministère de Valdoria',
      en: 'Intrusion at Valdoria’s ministry',
      zh: '瓦尔多里亚外交部入侵事件',
    },
    victims: ['Ministry of Valdoria'],
    period: '2022',
    claims: [],
  },
  {
    id: '2021-ostmark-mail',
    title: { fr: 'Piratage des messageries d’Ostmark', en: 'Hacking of Ostmark’s mail servers' },
    victims: [],
    period: null,
    claims: [],
  },
];

export interface LogLine {
  readonly level: string;
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

export interface TestBot extends Bot {
  /** Without those of messages that go their way. */
  readonly lines: LogLine[];
  /** A line for each stage of each message. */
  readonly course: LogLine[];
}

const COURSE = new Set([
  'received',
  'admitted',
  'understood',
  'retrieved',
  'read',
  'generated',
  'verified',
  'delivered',
]);

/** Limits are wide unless the test narrows them. */
export function testBot(
  options: { ask?: AskQuestion; limits?: Partial<BotLimits> } & Partial<Omit<BotDeps, 'ask' | 'limits'>> = {},
): TestBot {
  const lines: LogLine[] = [];
  const course: LogLine[] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) => {
    (COURSE.has(message) ? course : lines).push({ level, fields, message });
  };
  let ids = 0;
  const bot = createBot({
    ask: scriptedAsk(() => ANSWERED),
    readOverview: async () => OVERVIEW,
    cases: createCaseBook({
      index: { listCases: async () => [...CASES], readCase: async () => null },
      lexicon: async () => loadLexicon(),
      now: () => new Date(),
    }),
    store: null,
    clock: () => new Date(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: () => performance.now(),
    newId: () => `ref-${++ids}`,
    ...options,
    limits: { perUser: 10_000, perChannel: 10_000, ...options.limits },
  });
  return { ...bot, lines, course };
}

let messages = 0;

export function message(over: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    id: `message-${++messages}`,
    platform: 'test',
    workspaceId: 'local',
    channelId: 'channel',
    threadId: 'thread',
    userId: 'user',
    text: 'Qui a attaqué le ministère de Valdoria ?',
    command: null,
    ...over,
  };
}

export interface Collected {
  readonly to: IncomingMessage;
  readonly events: ReplyEvent[];
}

/** A platform that keeps every reply in `replies`, in the order in which they began. */
export function collector(): Pick<ChatAdapter, 'reply'> & { readonly replies: Collected[] } {
  const replies: Collected[] = [];
  return {
    replies,
    async reply(to, events) {
      const collected: Collected = { to, events: [] };
      replies.push(collected);
      for await (const event of events) collected.events.push(event);
      return undefined;
    },
  };
}

/** The final events of a reply; a sound one has exactly one, at the end. */
export function finals(collected: Collected | undefined): ReplyEvent[] {
  return (collected?.events ?? []).filter((e) => e.type !== 'status' && e.type !== 'sentence');
}
