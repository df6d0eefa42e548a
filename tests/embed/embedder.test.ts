/** Embedding services by the real packages of their providers, over a server of our own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ModelFailure } from '../../src/core/model-failure.ts';
import { createClient } from '../../src/embed/create-client.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { type EmbeddingProvider, embeddingSpec } from '../../src/embed/embedding-spec.ts';
import { openEmbedder } from '../../src/embed/open-embedder.ts';
import { type EmbeddingService, startEmbeddingService, type Trouble } from '../support/embedding-service.ts';

const never = new AbortController().signal;
let service: EmbeddingService;
let embedder: Embedder | null = null;
const pauses: number[] = [];

afterEach(async () => {
  await embedder?.close();
  await service.close();
  embedder = null;
  pauses.length = 0;
});

async function start(options: Parameters<typeof startEmbeddingService>[0] = {}): Promise<void> {
  service = await startEmbeddingService(options);
}

async function open(provider: EmbeddingProvider = 'openai', model = 'some-model'): Promise<Embedder> {
  const spec = embeddingSpec({ provider, model, queryPrefix: null, passagePrefix: null, pooling: null });
  const own = { apiKey: 'key-12345', baseUrl: service.url };
  const { client, size } = createClient(spec, {
    access: { openai: { ...own, baseUrl: `${service.url}/v1` }, mistral: own, ollama: own },
    modelDir: '/nowhere',
    fetch,
  });
  const parts = {
    client,
    size,
    secrets: ['key-12345'],
    sleep: async (ms: number, signal: AbortSignal) => {
      pauses.push(ms);
      await sleep(1, undefined, { signal });
    },
    random: () => 0.5,
  };
  embedder = await openEmbedder(spec, parts, never);
  return embedder;
}

const length = (vector: Float32Array | undefined) => Math.hypot(...(vector ?? []));
const times = (n: number, trouble: Trouble) => (_request: unknown, count: number) =>
  count > 1 && count <= n + 1 ? trouble : null;

describe('each provider', () => {
  it.each([
    ['openai', '/v1/embeddings', 'Bearer key-12345'],
    ['mistral', '/v1/embeddings', 'Bearer key-12345'],
    ['ollama', '/api/embed', undefined],
  ] as const)('%s: gives vectors of length 1 in order, its dimension read from it', async (...given) => {
    const [provider, path, authorization] = given;
    await start({ dimensions: 48 });
    const { model, dimensions, embedPassages, embedQuery } = await open(provider);
    expect(dimensions).toBe(48);
    expect(model).toMatch(new RegExp(`^neural-1:48:[0-9a-f]{8}:${provider}:some-model$`));
    const texts = Array.from({ length: 200 }, (_, i) => `hospital number${i} network`);
    const vectors = await embedPassages(texts, never);
    expect(vectors).toHaveLength(200);
    for (const vector of vectors) expect(length(vector)).toBeCloseTo(1, 5);
    const alone = await embedQuery(texts[137] ?? '', never);
    expect([...(vectors[137] ?? [])]).toEqual([...alone]);
    expect(service.requests[0]).toMatchObject({ path, model: 'some-model' });
    expect(service.requests[0]?.authorization).toBe(authorization);
    expect(service.requests.length).toBeGreaterThan(3);
    if (provider === 'openai') expect(service.requests[0]?.encodingFormat).toBe('float');
  });

  it.each(['openai', 'mistral', 'ollama'] as const)('%s: waits as long as a busy service asks', async (p) => {
    await start({ trouble: times(2, { status: 429, headers: { 'retry-after': '7' } }) });
    const { embedPassages } = await open(p);
    expect(await embedPassages(['hospital'], never)).toHaveLength(1);
    expect(pauses).toEqual([7_000, 7_000]);
  });
});

describe('prefixes', () => {
  it('stand before questions and passages as the model’s family wants them', async () => {
    await start();
    const { embedPassages, embedQuery } = await open('openai', 'multilingual-e5-small');
    await embedPassages(['a'], never);
    await embedQuery('b', never);
    expect(service.embedded.slice(1)).toEqual(['passage: a', 'query: b']);
  });
});

describe('a service in trouble', () => {
  it('is asked again a few times, after longer and longer pauses, then given up', async () => {
    await start({ trouble: times(99, { status: 503 }) });
    const { embedPassages } = await open();
    await expect(embedPassages(['a'], never)).rejects.toMatchObject({ kind: 'server', status: 503 });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('is not asked twice for a question, which somebody waits for', async () => {
    await start({ trouble: times(99, { status: 503 }) });
    const { embedQuery } = await open();
    await expect(embedQuery('a', never)).rejects.toMatchObject({ status: 503 });
    expect(service.requests).toHaveLength(2);
  });

  it('is left alone when it wants a long rest', async () => {
    await start({ trouble: times(99, { status: 429, headers: { 'retry-after': '3600' } }) });
    const { embedPassages } = await open();
    await expect(embedPassages(['a'], never)).rejects.toMatchObject({ retryAfterMs: 3_600_000 });
    expect(pauses).toEqual([]);
  });

  it('shows no key in what it says', async () => {
    await start({ trouble: () => ({ status: 401, message: 'bad key key-12345' }) });
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelFailure);
    expect(String(failure)).not.toContain('key-12345');
    expect(failure).toMatchObject({ kind: 'auth' });
  });

  it('ends at once when it is told to', async () => {
    await start({ trouble: (_request, n) => (n > 1 ? { delay: 30_000 } : null) });
    const { embedPassages } = await open();
    const controller = new AbortController();
    const waiting = embedPassages(['a'], controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 30);
    await expect(waiting).rejects.toThrow('enough');
  });
});

describe('vectors that are none', () => {
  it.each([
    ['another dimension', [[1, 2, 3]], /3 dimensions instead of 32/],
    ['a value that is no number', [[null, ...new Array(31).fill(1)]], /no number/],
    ['no direction', [new Array(32).fill(0)], /without a direction/],
    ['too few', [], /without a vector for each text/],
  ])('are refused: %s', async (_what, vectors, message) => {
    await start({ trouble: times(99, { vectors }) });
    const { embedPassages } = await open();
    await expect(embedPassages(['a'], never)).rejects.toThrow(message);
  });
});

describe('a text that the model refuses', () => {
  const tooLong = (limit: number, status = 400) => ({
    trouble: ({ texts }: { texts: readonly string[] }) =>
      texts.some((text) => text.length > limit) ? { status, message: 'input is too long' } : null,
  });

  it.each([400, 413, 500])('is cut by itself until it is taken (%i), the others are not', async (status) => {
    await start(tooLong(600, status));
    const { embedPassages } = await open();
    const long = 'network '.repeat(200);
    const vectors = await embedPassages(['hospital', long, 'ambassador'], never);
    expect(vectors.map(length).map(Math.round)).toEqual([1, 1, 1]);
    expect(service.embedded).toContain('hospital');
    expect(service.embedded.some((text) => text.startsWith('network') && text.length <= 600)).toBe(true);
  });

  it('gets zeros when it is refused in any length, and the others their vectors', async () => {
    await start({
      trouble: ({ texts }) => (texts.some((text) => text.includes('refused')) ? { status: 400 } : null),
    });
    const { embedPassages } = await open();
    const vectors = await embedPassages(['hospital', 'refused', 'ambassador'], never);
    expect(vectors.map(length).map(Math.round)).toEqual([1, 0, 1]);
  });

  it('is not blamed when the service refuses everything', async () => {
    await start({ trouble: (_request, n) => (n > 1 ? { status: 400 } : null) });
    const { embedPassages } = await open();
    await expect(embedPassages(['a', 'b'], never)).rejects.toMatchObject({ kind: 'rejected' });
    expect(service.requests.length).toBeLessThan(6);
  });
});
