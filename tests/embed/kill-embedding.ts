/** A process that makes vectors until it is killed: `node kill-embedding.ts FOLDER`. Reports on stdout what is stored. */
import { setTimeout as sleep } from 'node:timers/promises';
import { embedCorpus } from '../../src/embed/embed-corpus.ts';
import { embeddingSpec } from '../../src/embed/embedding-spec.ts';
import { openIndexService } from '../../src/index/index-service.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';

const dataDir = process.argv[2] ?? '';
const index = await openIndexService({ dataDir, lexicon: createLexicon([], 'plain') });
process.stdout.write('ready\n');
const spec = embeddingSpec({
  provider: 'openai',
  model: 'killed',
  queryPrefix: null,
  passagePrefix: null,
  pooling: null,
});
const embedder = {
  model: 'neural-1:8:killed',
  dimensions: 8,
  async embedPassages(texts: readonly string[]) {
    await sleep(2);
    return texts.map((text) => new Float32Array(8).map((_, i) => (text.length % 8 === i ? 1 : 0)));
  },
  embedQuery: async () => new Float32Array(8),
  close: async () => undefined,
};
await embedCorpus(index, embedder, spec, {
  signal: new AbortController().signal,
  portion: 10,
  onProgress: ({ done }) => process.stdout.write(`${done}\n`),
});
process.stdout.write('served\n');
await index.close();
