/** Asking a model's server that fails, is busy, silent or gone; an asker who leaves; a day's tokens. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askWith, codes, collect, deny, openAnswerer, QUESTION, says, startServer } from './model-kit.ts';

describe('a server that does not behave', () => {
  it.each([
    [401, 'auth', 1],
    [404, 'rejected', 1],
    [429, 'rate-limit', 3],
    [500, 'server', 3],
  ])('answers %d', async (status, kind, requests) => {
    const mock = await startServer();
    const message = 'Incorrect API key provided: test-key-hunter2 (Bearer test-key-hunter2)';
    mock.on({ predicate: () => true }, { error: { message }, status });
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`);
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(answer).toMatchObject({ status: 'answered', method: 'extractive' });
    expect(codes(answer)).toEqual(['model-unavailable']);
    expect(reports[0]?.failure).toMatchObject({ kind, status });
    expect(reports[0]?.failure?.message).toMatch(/\[hidden\]/);
    expect(String(reports[0]?.failure?.stack)).not.toMatch(/hunter2/);
    expect(mock.getRequests()).toHaveLength(requests);
  });

  it('sends what is no answer of the protocol', async () => {
    const { answer, report } = await askWith('x', { chaos: { malformedRate: 1 } });
    expect(codes(answer)).toEqual(['model-unavailable']);
    expect(report?.failure).not.toBeNull();
  });

  it('is not there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const { ask, reports } = await openAnswerer(`http://127.0.0.1:${port}/v1`);
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(codes(answer)).toEqual(['model-unavailable']);
    expect(reports[0]?.failure?.kind).toBe('network');
  });

  it('never begins to answer', async () => {
    const mock = await startServer();
    says(mock, 'x', { streamingProfile: { ttft: 20_000 } });
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`, {
      limits: { firstWordMs: 300, stallMs: 5_000, totalMs: 5_000 },
    });
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(codes(answer)).toEqual(['model-unavailable']);
    expect(reports[0]?.failure).toMatchObject({ kind: 'timeout' });
    expect(reports[0]?.failure?.message).toBe('openai:test-model: no first word after 300 ms');
  });

  it('stalls after the first sentence, which stays', async () => {
    const mock = await startServer();
    says(mock, (prompt) => `${deny(prompt)} ${'Then more. '.repeat(200)}`, { latency: 60, chunkSize: 12 });
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`, {
      limits: { firstWordMs: 3_000, stallMs: 3_000, totalMs: 1_200 },
    });
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(answer.sentences.map(({ text }) => text)).toEqual(['Norland denies it.']);
    expect(answer.method).toBe('model');
    expect(codes(answer)).toEqual(['model-unavailable']);
    expect(reports[0]?.failure?.kind).toBe('timeout');
  });

  it('falls silent in the middle, and is not waited for to the end', async () => {
    const mock = await startServer();
    says(mock, (prompt) => `${deny(prompt)} Then more.`, {
      streamingProfile: { ttft: 0, tps: 2 },
      chunkSize: 60,
    });
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`, {
      limits: { firstWordMs: 3_000, stallMs: 100, totalMs: 9_000 },
    });
    await collect(ask({ question: QUESTION }));
    expect(reports[0]?.failure).toMatchObject({ kind: 'timeout' });
    expect(reports[0]?.failure?.message).toMatch(/nothing more after 100 ms/);
  });

  it('does not tell the tokens of a stream, which are then estimated', async () => {
    const mock = await startServer();
    mock.on(
      { predicate: (request) => 'stream_options' in request },
      { error: { message: "Unrecognized request argument supplied: 'stream_options'" }, status: 400 },
    );
    says(mock, deny);
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`);
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(answer.method).toBe('model');
    expect(reports[0]?.tokens?.input).toBeGreaterThan(100);
  });

  it('is busy for a moment, and answers when asked again', async () => {
    const mock = await startServer();
    mock.on(
      { predicate: () => true, sequenceIndex: 0 },
      { error: { message: 'busy' }, status: 429, retryAfter: 1 },
    );
    says(mock, deny);
    const { ask, states } = await openAnswerer(`${mock.url}/v1`);
    const { answer } = await collect(ask({ question: QUESTION }));
    expect(answer).toMatchObject({ method: 'model', notices: [] });
    expect(mock.getRequests()).toHaveLength(2);
    expect(states).toEqual([]);
  });

  it('is busy for longer than a person waits, and is left alone that long', async () => {
    const mock = await startServer();
    mock.on({ predicate: () => true }, { error: { message: 'busy' }, status: 429, retryAfter: 600 });
    const { ask, states, reports } = await openAnswerer(`${mock.url}/v1`);
    for (let i = 0; i < 3; i += 1) {
      const { answer, audit } = await collect(ask({ question: QUESTION }));
      expect(answer.method).toBe('extractive');
      expect(codes(answer)).toEqual(['model-unavailable']);
      expect(audit.model?.outcome).toBe(i === 0 ? 'failed' : 'resting');
    }
    expect(mock.getRequests()).toHaveLength(1);
    expect(states).toEqual(['open']);
    expect(reports[1]?.failure?.kind).toBe('resting');
  });

  it('does not take a temperature', async () => {
    const mock = await startServer();
    mock.on(
      { predicate: (request) => request.temperature !== undefined },
      { error: { message: "Unsupported value: 'temperature' does not support 0." }, status: 400 },
    );
    says(mock, deny);
    const { ask } = await openAnswerer(`${mock.url}/v1`);
    for (let i = 0; i < 2; i += 1) {
      const { answer } = await collect(ask({ question: QUESTION }));
      expect(answer.method).toBe('model');
    }
    expect(mock.getRequests()).toHaveLength(3);
  });
});

describe('a day’s tokens', () => {
  it('once used up, the sources speak for themselves, and the answer says why', async () => {
    const mock = await startServer();
    says(mock, deny);
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`, { tokensPerDay: 300 });
    const first = await collect(ask({ question: QUESTION }));
    expect(first.answer.method).toBe('model');
    const second = await collect(ask({ question: QUESTION }));
    expect(second.answer.method).toBe('extractive');
    expect(codes(second.answer)).toEqual(['model-over-budget']);
    expect(second.audit.model).toMatchObject({ outcome: 'over-budget', tokens: null });
    expect(reports[1]?.failure?.message).toMatch(/MODEL_TOKENS_PER_DAY/);
    expect(mock.getRequests()).toHaveLength(1);
  });
});

describe('an asker who leaves', () => {
  it('ends the work with the reason of the signal', async () => {
    const mock = await startServer();
    says(mock, 'x', { streamingProfile: { ttft: 20_000 } });
    const { ask } = await openAnswerer(`${mock.url}/v1`);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('gone')), 200);
    await expect(collect(ask({ question: QUESTION, signal: controller.signal }))).rejects.toThrow('gone');
  });

  it('may stop reading after the first sentence', async () => {
    const mock = await startServer();
    says(mock, (prompt) => `${deny(prompt)} ${'Then more. '.repeat(200)}`, { latency: 30, chunkSize: 12 });
    const { ask, reports } = await openAnswerer(`${mock.url}/v1`);
    for await (const event of ask({ question: QUESTION })) if (event.type === 'sentence') break;
    expect(reports).toEqual([]);
  });
});

describe('a corpus that holds nothing of the kind', () => {
  it('says that neither the model nor the search found anything', async () => {
    const mock = await startServer();
    mock.on({ predicate: () => true }, { error: { message: 'no' }, status: 401 });
    const { ask } = await openAnswerer(`${mock.url}/v1`);
    const { answer } = await collect(
      ask({ question: 'What did Zembla say about the lighthouse in Quux?', lang: 'fr' }),
    );
    expect(answer.status).toBe('unanswered');
    expect(answer.notices[0]).toMatchObject({ code: 'model-unavailable' });
    expect(answer.notices[0]?.text).toMatch(/la recherche seule n’a rien trouvé/);
  });
});
