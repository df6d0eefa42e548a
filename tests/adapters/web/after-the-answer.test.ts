/** What the page may do with an answer: copy it, rate it, report an error in it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { citationText, sourceText } from '../../../src/core/citation-text.ts';
import { createState } from '../../../src/state/state.ts';
import { testBot } from '../../support/bot-kit.ts';
import { ANSWERED, eventsOf } from '../../support/sample-answers.ts';
import { postQuestion, readEvents, startWeb } from '../../support/web-kit.ts';

const question = (text: string) => ({ text, threadId: 'thread-1', lang: 'fr' });

const started: WebAdapter[] = [];
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
});

async function start({ ask }: { ask?: AskQuestion } = {}) {
  const web = await startWeb(testBot(ask === undefined ? {} : { ask }));
  started.push(web.adapter);
  return web;
}

it('sends texts for pasting with an answer, and nothing of how it came about', async () => {
  const audit = { asked: 'a-secret', versions: {}, model: null, passages: [], sentences: [], timings: {} };
  const { url } = await start({
    ask: async function* () {
      for (const event of eventsOf(ANSWERED)) yield event.type === 'answer' ? { ...event, audit } : event;
    },
  });
  const body = await (await postQuestion(url, question('Qui ?'))).text();
  expect(body).not.toContain('a-secret');
  const events = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.at(-1)).toMatchObject({
    copy: citationText(ANSWERED, 'fr'),
    answer: { citations: ANSWERED.citations.map((citation) => ({ copy: sourceText(citation, 'fr') })) },
  });
  expect(events[1].newCitations[0].copy).toContain('https://valdoria.example/declaration');
});

describe('an error', () => {
  const send = (url: string, body: unknown) =>
    fetch(`${url}/api/report-error`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is reported for an answer that was given, and for no other', async () => {
    const store = createState({ path: ':memory:', now: () => Date.now() });
    const { adapter, url } = await startWeb(testBot({ store }));
    started.push(adapter);
    await readEvents(await postQuestion(url, question('Qui a attaqué Valdoria ?')));
    const report = { answerId: ANSWERED.id, text: ' La date est fausse. ', sentence: 2 };
    expect(await (await send(url, report)).json()).toEqual({ stored: true });
    expect(await (await send(url, { ...report, answerId: 'unknown' })).json()).toEqual({ stored: false });
    expect(await store.listErrors({ limit: 10 })).toMatchObject([
      { report: 'La date est fausse.', sentence: ANSWERED.sentences[1]?.text },
    ]);
    await store.close();
  });

  it.each([
    {},
    { answerId: 'a', text: '' },
    { answerId: 'a', text: 'x'.repeat(1001) },
    { answerId: 'a/b', text: 'x' },
    { answerId: 'a', text: 'x', sentence: 0 },
    { answerId: 'a', text: 'x', sentence: '1' },
  ])('of the form %j is refused', async (body) => {
    const { url } = await start();
    expect((await send(url, body)).status).toBe(400);
  });
});

describe('a rating', () => {
  const rate = (url: string, body: unknown) =>
    fetch(`${url}/api/rate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is kept for an answer that was given, and for no other', async () => {
    const store = createState({ path: ':memory:', now: () => Date.now() });
    const { adapter, url } = await startWeb(testBot({ store }));
    started.push(adapter);
    await readEvents(await postQuestion(url, question('Qui a attaqué Valdoria ?')));
    const answers = [ANSWERED.id, 'unknown'].map(async (answerId) =>
      (await rate(url, { answerId, verdict: 'down' })).json(),
    );
    expect(await Promise.all(answers)).toEqual([{ stored: true }, { stored: false }]);
    expect(await store.listRatings({ limit: 10 })).toMatchObject([
      { answerId: ANSWERED.id, verdict: 'down', question: 'Qui a attaqué Valdoria ?' },
    ]);
    await store.close();
  });

  it.each([null, {}, { answerId: 'a/b', verdict: 'up' }, { answerId: 'a', verdict: 'maybe' }])(
    'of the form %j is refused',
    async (body) => {
      const { url } = await start();
      expect((await rate(url, body)).status).toBe(400);
    },
  );
});
