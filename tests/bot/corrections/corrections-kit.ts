/** A corpus that a test changes, answers in conversations, and a platform that takes notices. */
import { onTestFinished } from 'vitest';
import type { CorpusView } from '../../../src/bot/corrections/check-sources.ts';
import { type Corrections, createCorrections } from '../../../src/bot/corrections/run-corrections.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { CaseRecord } from '../../../src/core/case-record.ts';
import type { ChatAdapter, Place } from '../../../src/core/chat.ts';
import type { SourceText } from '../../../src/core/retrieval.ts';
import { createState, type State } from '../../../src/state/state.ts';
import type { LogLine } from '../../support/bot-kit.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { ANSWERED } from '../../support/sample-answers.ts';

export const PLACE: Place = { platform: 'test', workspaceId: 'W1', channelId: 'C1' };
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export interface Posted {
  readonly to: Parameters<NonNullable<ChatAdapter['post']>>[0];
  readonly text: string;
  readonly key: string;
}

export interface Scene {
  /** Milliseconds since 1970. */
  time: number;
  readonly state: State;
  /** By id; the sources that `ANSWERED` cites are there, each with the words cited. */
  readonly sources: Map<string, SourceText>;
  readonly cases: CaseRecord[];
  /** What the platform has taken. */
  readonly posted: Posted[];
  /** Runs when the platform is given a notice, before it takes it. */
  onPost: () => Promise<void>;
  readonly lines: LogLine[];
  /** A process that is started anew on what is kept. */
  start(days?: number): Corrections;
  give(id: string, threadId?: string, over?: Partial<Answer>): Promise<void>;
  /** Changes a source as stored; null removes it. */
  change(id: string, change: ((source: SourceText) => SourceText) | null): void;
}

export function setScene(): Scene {
  const scene = { time: Date.UTC(2026, 0, 31, 10), onPost: async (): Promise<void> => undefined };
  const state = createState({ path: ':memory:', now: () => scene.time });
  onTestFinished(() => state.close());
  const sources = new Map<string, SourceText>();
  for (const { sourceId, excerpt } of ANSWERED.citations)
    sources.set(sourceId, makeDocument({ id: sourceId, text: `Avant. ${excerpt} Après.` }));
  const cases: CaseRecord[] = [];
  const corpus: CorpusView = {
    listSources: async () => [...sources.values()].map(({ source }) => source),
    listCases: async () => cases,
    readSources: async (ids) => ids.flatMap((id) => sources.get(id) ?? []),
  };
  const posted: Posted[] = [];
  const lines: LogLine[] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void lines.push({ level, fields, message });
  return Object.assign(scene, {
    state,
    sources,
    cases,
    posted,
    lines,
    start: (days = 30) =>
      createCorrections({
        book: state.corrections,
        corpus,
        days,
        platforms: [
          {
            platform: 'test',
            commandName: (name: string) => `cb-${name}`,
            async post(to, text, key) {
              await scene.onPost();
              posted.push({ to, text, key });
            },
          },
          { platform: 'mute' },
        ],
        log: { info: write('info'), warn: write('warn'), error: write('error') },
        now: () => scene.time,
      }),
    give: (id: string, threadId?: string, over: Partial<Answer> = {}) =>
      state.answers.save({
        ...PLACE,
        userId: 'U1',
        question: 'Qui ?',
        answer: { ...ANSWERED, ...over, id },
        ...(threadId === undefined ? {} : { threadId }),
      }),
    change(id: string, change: ((source: SourceText) => SourceText) | null) {
      const known = sources.get(id);
      if (known === undefined || change === null) sources.delete(id);
      else sources.set(id, change(known));
    },
  });
}

/** The source with a standing. */
export const withdrawn =
  (note: string | null = null) =>
  (known: SourceText): SourceText => ({
    ...known,
    source: { ...known.source, standing: { status: 'withdrawn', date: '2026-01-30', note } },
  });

/** The source with another text. */
export const rewritten =
  (text: string) =>
  (known: SourceText): SourceText => ({
    ...known,
    text,
    source: { ...known.source, contentHash: `hash of ${text}` },
  });
