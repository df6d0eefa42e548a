/** A local model: with its package where it is installed, and what is said where it is not. */
import { createRequire } from 'node:module';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src/embed/create-client.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { embeddingSpec } from '../../src/embed/embedding-spec.ts';
import { LOCAL_PACKAGE } from '../../src/embed/load-local-model.ts';
import { openEmbedder } from '../../src/embed/open-embedder.ts';
import { temporaryFolder } from '../index/index-kit.ts';
import { writeTinyModel } from '../support/tiny-model.ts';

const never = new AbortController().signal;
const installed = (() => {
  try {
    return createRequire(import.meta.url).resolve(LOCAL_PACKAGE) !== '';
  } catch {
    return false;
  }
})();

async function open(model: string): Promise<Embedder> {
  const spec = embeddingSpec({
    provider: 'local',
    model,
    queryPrefix: null,
    passagePrefix: null,
    pooling: null,
  });
  const none = { apiKey: null, baseUrl: null };
  const { client, size } = createClient(spec, {
    access: { openai: none, mistral: none, ollama: none },
    modelDir: '/nowhere',
    fetch,
  });
  onTestFinished(() => client.close());
  const parts = { client, size, secrets: [], sleep: async () => undefined, random: () => 0 };
  return openEmbedder(spec, parts, never);
}

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined) =>
  (a ?? new Float32Array()).reduce((sum, x, i) => sum + x * (b?.[i] ?? 0), 0);

describe.runIf(installed)('a local model', () => {
  it('gives vectors of a folder’s model without a hub, and cuts what it cannot read', async () => {
    const folder = temporaryFolder();
    writeTinyModel(folder);
    const { dimensions, embedPassages, embedQuery } = await open(folder);
    expect(dimensions).toBe(16);
    const [czech, network, long] = await embedPassages(
      ['Nemocnice', 'network', `network ${'hospital '.repeat(40)} ambassador`],
      never,
    );
    const asked = await embedQuery('hospital', never);
    expect(cosine(asked, czech)).toBeCloseTo(1, 5);
    expect(cosine(asked, network)).toBeLessThan(0.8);
    expect(long?.[7]).toBe(0);
  });
});

describe.skipIf(installed)('where the package is not installed', () => {
  it('says which command installs it', async () => {
    const folder = temporaryFolder();
    writeTinyModel(folder);
    await expect(open(folder)).rejects.toThrow(
      /not installed; run: .*npm install --no-save @huggingface\/transformers@/,
    );
  });
});

it('says what a folder lacks', async () => {
  await expect(open('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all, which is not a folder');
  const folder = temporaryFolder();
  await expect(open(folder)).rejects.toThrow(`the folder ${folder} lacks config.json, tokenizer.json`);
});
