import { afterEach, describe, expect, it } from 'vitest';
import { isThisThread, threadReport } from '../../src/bot/thread-report.ts';
import type { AskQuestion } from '../../src/core/ask.ts';
import type { IncomingMessage } from '../../src/core/chat.ts';
import { createState, type State } from '../../src/state/state.ts';
import { collector, finals, message, testBot } from '../support/bot-kit.ts';
import { ANSWERED, eventsOf, UNANSWERED } from '../support/sample-answers.ts';

const open: State[] = [];
afterEach(() => Promise.all(open.splice(0).map((state) => state.close())));

/** A bot that remembers, and what each question heard of its conversation. */
function remembering({ turnedAway, ...options }: { threadMemoryHours?: number; turnedAway?: string } = {}) {
  let now = Date.parse('2031-06-01T08:00:00Z');
  const store = createState({ path: ':memory:', now: () => now });
  open.push(store);
  const heard: Record<string, string[]> = {};
  let asked = 0;
  const ask: AskQuestion = async function* ({ question, history = [] }) {
    heard[question] = history.map((turn) => turn.question);
    const answer = question === turnedAway ? { ...UNANSWERED, searched: null } : ANSWERED;
    yield* eventsOf({ ...answer, id: `answer-${++asked}` });
  };
  const bot = testBot({ ask, store, clock: () => new Date(now), ...options });
  const platform = collector();
  return {
    heard,
    platform,
    store,
    say: (text: string, over: Partial<IncomingMessage> = {}) =>
      bot.handle(platform, message({ text, ...over })),
    wait(hours: number) {
      now += hours * 3_600_000;
    },
  };
}

describe('a follow-up', () => {
  it('hears what was said in its thread, whoever said it', async () => {
    const { say, heard } = remembering();
    await say('Un ?', { userId: 'ana' });
    await say('Deux ?', { userId: 'bo' });
    await say('Trois ?', { userId: 'ana' });
    expect(heard).toEqual({ 'Un ?': [], 'Deux ?': ['Un ?'], 'Trois ?': ['Un ?', 'Deux ?'] });
  });

  it.each([
    ['another thread', { threadId: 'other' }],
    ['the same thread id in another channel', { channelId: 'other' }],
    ['the same thread id in another workspace', { workspaceId: 'other' }],
    ['the same thread id on another platform', { platform: 'other' }],
  ])('hears nothing of %s', async (_, elsewhere) => {
    const { say, heard } = remembering();
    await say('Un ?', elsewhere);
    await say('Deux ?');
    expect(heard['Deux ?']).toEqual([]);
  });

  it('hears nothing of what the asker alone was told', async () => {
    const { say, heard } = remembering();
    await say('Un ?', { private: true });
    await say('Deux ?', { userId: 'bo' });
    expect(heard['Deux ?']).toEqual([]);
  });

  it('hears the last turns alone', async () => {
    const { say, heard } = remembering();
    for (let i = 1; i <= 8; i++) await say(`Numéro ${i} ?`);
    expect(heard['Numéro 8 ?']).toHaveLength(5);
    expect(heard['Numéro 8 ?']?.[0]).toBe('Numéro 3 ?');
  });

  it('hears nothing older than the setting, and nothing at all where it is off', async () => {
    const day = remembering();
    await day.say('Un ?');
    day.wait(23);
    await day.say('Deux ?');
    day.wait(2);
    await day.say('Trois ?');
    expect(day.heard).toMatchObject({ 'Deux ?': ['Un ?'], 'Trois ?': ['Deux ?'] });
    const off = remembering({ threadMemoryHours: 0 });
    await off.say('Un ?');
    await off.say('Deux ?');
    expect(off.heard['Deux ?']).toEqual([]);
  });

  it('hears nothing of a person who had it deleted', async () => {
    const { say, heard } = remembering();
    await say('Un ?', { userId: 'ana' });
    await say('Deux ?', { userId: 'bo' });
    await say('/casebook forget-me', { userId: 'ana' });
    await say('Trois ?', { userId: 'bo' });
    expect(heard['Trois ?']).toEqual(['Deux ?']);
  });

  it('needs neither question mark nor three words in a thread where the bot has answered', async () => {
    const { say, heard } = remembering();
    await say('Un ?');
    await say('la suite', { addressed: 'thread' });
    await say('merci', { addressed: 'thread' });
    expect(Object.keys(heard)).toEqual(['Un ?', 'la suite']);
  });
});

describe('the summary of a thread', () => {
  it.each(['ce fil', 'this thread', 'thread', '本话题', ''])('is asked for by «%s»', async (subject) => {
    const { say, platform } = remembering();
    await say('Un ?');
    await say('Deux ?');
    await say(`/summary ${subject}`);
    const [event] = finals(platform.replies.at(-1));
    if (event?.type !== 'report') throw new Error(JSON.stringify(event));
    expect(event.report.sections.map(({ heading }) => heading)).toEqual(['Un ?', 'Deux ?']);
    expect(event.report.sources).toHaveLength(ANSWERED.citations.length);
  });

  it('says what it wants outside of one', async () => {
    const { say, platform } = remembering();
    await say('/summary ce fil');
    await say('/summary');
    const texts = platform.replies.map((reply) => finals(reply)[0]);
    expect(texts[0]).toMatchObject({ type: 'text', text: expect.stringContaining('ce fil') });
    expect(texts[1]).toMatchObject({ type: 'text', text: expect.stringContaining('/summary') });
  });

  it('is no case of that name', () => {
    for (const text of ['Le Fil d’Ariane', 'thread hijacking', 'SolarWinds', 'Russie'])
      expect(isThisThread(text)).toBe(false);
  });

  it('leaves thanks out, and says of each answer what its reader was told', async () => {
    const lead = 'Le corpus traite de l’affaire « Lac Gris », mais n’en donne pas la date.';
    const notices = [
      { code: 'no-denial-found', text: 'Aucune réponse.' },
      { code: 'model-unavailable', text: 'Pas de modèle.' },
      { code: 'source-corrected', text: 'Une source a été corrigée. [2] · 1 mai 2031' },
    ] as const;
    const turns = [
      { question: 'Un ?', answer: { ...ANSWERED, citations: ANSWERED.citations.slice(1, 2), notices } },
      { question: 'Quand ?', answer: { ...UNANSWERED, lead } },
    ];
    const { sections } = threadReport(turns, 'fr');
    expect(sections[0]?.lines.at(-1)?.notes).toEqual([
      'Aucune réponse.',
      'Une source a été corrigée. [1] · 1 mai 2031',
    ]);
    expect(sections[1]?.lines.map(({ text }) => text)).toEqual([lead]);
  });

  it('is of questions alone, and tells of a source that was withdrawn since', async () => {
    const { say, platform, store } = remembering({ turnedAway: 'merci' });
    await say('Un ?');
    await say('merci');
    const [cited] = ANSWERED.citations;
    if (cited === undefined) throw new Error('no source');
    const { sourceId, title, titleIsDescriptive, publisher, url } = cited;
    const about = { sourceId, title, titleIsDescriptive, publisher, publishedAt: cited.date, url };
    const change = { kind: 'withdrawn', date: null, note: null, ...about } as const;
    const { platform: on, workspaceId } = message();
    const citing = { platform: on, workspaceId, answer: { ...ANSWERED, id: 'answer-1' } };
    await store.corrections.setChanges(citing, sourceId, [change], [{ change, from: new Date() }]);
    await say('/summary ce fil');
    const [event] = finals(platform.replies.at(-1));
    if (event?.type !== 'report') throw new Error(JSON.stringify(event));
    expect(event.report.sections.map(({ heading }) => heading)).toEqual(['Un ?']);
    expect(event.report.sections[0]?.lines.at(-1)?.notes.join()).toMatch(/retirée par son éditeur/);
  });

  it('numbers each source once and says what was not answered', () => {
    const turns = [
      { question: 'Un ?', answer: ANSWERED },
      { question: 'Et cela ?', answer: { ...UNANSWERED, asked: 'Et quoi donc ?' } },
      { question: 'Deux ?', answer: { ...ANSWERED, id: 'again' } },
    ];
    const { sections, sources } = threadReport(turns, 'fr');
    expect(sources.map(({ n }) => n)).toEqual(sources.map((_, i) => i + 1));
    expect(new Set(sources.map(({ sourceId }) => sourceId)).size).toBe(sources.length);
    expect(sections[0]?.lines).toEqual(sections[2]?.lines);
    expect(sections[1]).toMatchObject({ heading: 'Et quoi donc ?', lines: [{ citations: [] }] });
    for (const { lines } of sections)
      for (const { citations } of lines)
        for (const n of citations) expect(sources.some((source) => source.n === n)).toBe(true);
  });
});
