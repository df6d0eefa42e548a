/** A neural model over a real index and a real service: switching, breaking off, going on, falling back. */
import { afterEach, describe, expect, it } from 'vitest';
import { createEmbedding, type Embedding } from '../src/app-embedding.ts';
import { checkEmbedding } from '../src/app-embedding-doctor.ts';
import type { BotLog } from '../src/bot/bot-log.ts';
import { inspectConfig } from '../src/config.ts';
import type { ChosenEmbedding } from '../src/embed/embedding-spec.ts';
import type { IndexClient } from '../src/index/index-ports.ts';
import { openTestIndex, temporaryFolder } from './index/index-kit.ts';
import { makeDocument } from './support/corpus-kit.ts';
import { type EmbeddingService, startEmbeddingService, type Trouble } from './support/embedding-service.ts';

const never = new AbortController().signal;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A passage that means what is asked in words that no rule connects with it, and more than one portion of others. */
const DOCUMENTS = [
  makeDocument({ id: 'ward', lang: 'cs', text: 'Nemocnice zavřela dveře.' }),
  makeDocument({
    id: 'orchards',
    text: Array.from({ length: 280 }, (_, i) => `Orchard ${i} gave apples.`).join(' '),
  }),
  makeDocument({ id: 'late', text: 'A late orchard gave pears.' }),
];
const ALL = 282;
const QUESTION = { text: 'hospital', k: 3 };

interface World {
  readonly index: IndexClient;
  readonly said: string[];
  /** Opens what the settings name, as another process would, perhaps with another service. */
  use(model: string | null, at?: EmbeddingService): Embedding;
  /** Opens a model of a local folder. */
  useFolder(folder: string): Embedding;
}

async function world(service: EmbeddingService): Promise<World> {
  const dataDir = temporaryFolder();
  const index = await openTestIndex(dataDir);
  const said: string[] = [];
  const log: BotLog = {
    info: (_fields, message) => said.push(message),
    warn: (fields, message) => said.push(`${message} (${fields.reason})`),
    error: (_fields, message) => said.push(message),
  };
  const nothing = { queryPrefix: null, passagePrefix: null, pooling: null };
  const use = (model: string | null, at = service): Embedding => {
    return open(model === null ? null : { provider: 'openai', model, ...nothing }, at);
  };
  const useFolder = (model: string) => open({ provider: 'local', model, ...nothing });
  const open = (embedding: ChosenEmbedding | null, at = service): Embedding => {
    const access = { apiKey: null, baseUrl: `${at.url}/v1` };
    const embeddingAccess = { openai: access, mistral: access, ollama: access };
    const opened = createEmbedding({ dataDir, embedding, embeddingAccess, secrets: [] }, index, log);
    closing.push(() => opened.close());
    return opened;
  };
  return { index, said, use, useFolder };
}

async function serve(trouble: (texts: readonly string[], model: string) => Trouble | null = () => null) {
  const service = await startEmbeddingService({
    dimensions: 64,
    trouble: ({ texts, model }) => trouble(texts, model),
  });
  closing.push(() => service.close());
  return service;
}

const found = async ({ index }: Pick<Embedding, 'index'>) => (await index.search(QUESTION))[0]?.source.id;
const passages = (service: EmbeddingService) => service.embedded.filter((text) => text.includes('\n'));

describe('a neural model', () => {
  it('serves once every passage has its vector, and is asked for new passages alone after that', async () => {
    const service = await serve();
    const { index, use } = await world(service);
    await index.put('r', 'ingested', DOCUMENTS);
    const neural = use('small');
    expect(await found(neural)).not.toBe('ward');
    await neural.embedNow({ signal: never });
    expect(await found(neural)).toBe('ward');
    expect(await index.neuralState()).toMatchObject({ next: null, done: ALL, total: ALL });
    expect(passages(service)).toHaveLength(ALL);

    await index.put('r', 'ingested', [makeDocument({ id: 'late', text: 'Another nemocnice.' })]);
    await index.remove('r', ['ward']);
    await neural.embedNow({ signal: never });
    expect(passages(service)).toHaveLength(ALL + 1);
    expect(await found(neural)).toBe('late');
    expect(await index.check()).toEqual([]);
  });

  it('goes on where it broke off, the built-in model serving meanwhile', async () => {
    let works = true;
    const service = await serve((texts) => {
      if (texts.some((text) => text.includes('pears'))) works = false;
      return works ? null : { status: 401 };
    });
    const { index, said, use } = await world(service);
    await index.put('r', 'ingested', DOCUMENTS);
    const first = use('small');
    await first.embedNow({ signal: never });
    const { serving, next, done } = await index.neuralState();
    expect({ serving, next: next?.id }).toMatchObject({
      serving: null,
      next: expect.stringContaining('small'),
    });
    expect(done).toBe(256);
    expect(said.at(-1)).toMatch(/built-in model serves meanwhile.*401/);
    expect(await first.index.search({ text: 'apples of orchard 7', k: 3 })).toHaveLength(3);
    await first.close();

    const steady = await serve();
    const second = use('small', steady);
    await second.embedNow({ signal: never });
    expect(passages(steady)).toHaveLength(ALL - 256);
    expect(await found(second)).toBe('ward');
  });

  it('gives way to another one in one step, serving until then; and to the built-in one at once', async () => {
    const service = await serve((texts, model) =>
      model === 'large' && texts.some((text) => text.includes('pears')) ? { status: 401 } : null,
    );
    const { index, use } = await world(service);
    await index.put('r', 'ingested', DOCUMENTS);
    await use('small').embedNow({ signal: never });
    const large = use('large');
    await large.embedNow({ signal: never });
    const { serving, next } = await index.neuralState();
    expect([serving?.id, next?.id]).toEqual([
      expect.stringContaining('small'),
      expect.stringContaining('large'),
    ]);
    expect(await found(large)).toBe('ward');
    expect(service.requests.at(-1)).toMatchObject({ model: 'small', texts: ['hospital'] });

    await index.remove('r', ['late']);
    await large.embedNow({ signal: never });
    expect((await index.neuralState()).serving?.id).toContain('large');
    expect(await found(large)).toBe('ward');
    expect(service.requests.at(-1)).toMatchObject({ model: 'large', texts: ['hospital'] });

    const asked = service.requests.length;
    const builtIn = use(null);
    expect(await found(builtIn)).not.toBe('ward');
    expect(await builtIn.index.search({ text: 'orchard 7', k: 1 })).toHaveLength(1);
    expect(service.requests).toHaveLength(asked);
  });

  it('that cannot be loaded leaves the built-in one serving, and says in one line why', async () => {
    const { index, said, useFolder } = await world(await serve());
    const empty = temporaryFolder();
    const local = useFolder(empty);
    await local.index.put('r', 'ingested', DOCUMENTS);
    await local.embedNow({ signal: never });
    expect(said).toEqual([
      expect.stringMatching(/^vectors cannot be made .*built-in model serves meanwhile/),
    ]);
    expect(said[0]).toContain(empty);
    expect(await index.stats()).toMatchObject({ vectors: ALL, embedding: null });
    expect((await local.index.search({ text: 'apples of orchard 7', k: 1 }))[0]?.passage.text).toBe(
      'Orchard 7 gave apples.',
    );
  });

  it('that gives no vector of a question is told of once; the built-in model takes its place', async () => {
    let works = true;
    const service = await serve(() => (works ? null : { status: 500 }));
    const { index, said, use } = await world(service);
    await index.put('r', 'ingested', DOCUMENTS);
    const neural = use('small');
    await neural.embedNow({ signal: never });
    works = false;
    const asked = service.requests.length;
    for (const text of ['orchard 7 apples', 'orchard 8 apples'])
      expect((await neural.index.search({ text, k: 1 }))[0]?.passage.text).toBe(
        `${text.replace('orchard', 'Orchard').replace(' apples', '')} gave apples.`,
      );
    expect(service.requests).toHaveLength(asked + 1);
    expect(said.filter((line) => line.includes('takes its place'))).toHaveLength(1);
  });
});

describe('doctor', () => {
  const check = async (dataDir: string, model: string, url: string, online = false) => {
    const env = {
      CASEBOOK_DATA_DIR: dataDir,
      EMBEDDING_MODEL: model,
      OPENAI_BASE_URL: `${url}/v1`,
      OPENAI_API_KEY: 'hunter2-key',
    };
    return checkEmbedding(inspectConfig(env, dataDir).config, { online, signal: never });
  };

  it('tells which model serves, how far the next one is, and what is wrong with it', async () => {
    const service = await serve((_texts, model) =>
      model === 'broken' ? { status: 401, message: 'bad hunter2-key' } : null,
    );
    const dataDir = temporaryFolder();
    expect(await check(dataDir, '', service.url)).toMatchObject([
      { status: 'ok', message: 'the built-in model' },
    ]);
    await (await openTestIndex(dataDir)).put('r', 'ingested', DOCUMENTS);
    expect(await check(dataDir, 'openai:small', service.url, true)).toMatchObject([
      { status: 'warn', message: 'openai:small: no vectors are made yet; the built-in model serves' },
    ]);
    const [broken] = await check(dataDir, 'openai:broken', service.url, true);
    expect(broken).toMatchObject({
      status: 'fail',
      message: expect.stringContaining('openai:broken gives no'),
    });
    expect(JSON.stringify(broken)).not.toContain('hunter2');
    expect(await check(dataDir, `local:${dataDir}`, service.url)).toMatchObject([
      { status: 'fail', message: expect.stringMatching(/lacks config\.json, tokenizer\.json/) },
      { status: 'warn' },
    ]);
  });
});
