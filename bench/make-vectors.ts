/**
 * The vectors that everything is measured with: the product's embedded model over generated texts. They are kept, since
 * a hundred thousand take minutes; a change of texts or model makes others.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { analyzePassage, analyzerVersion } from '../src/index/analyze-passage.ts';
import { DIMENSIONS, HashedEmbeddings } from '../src/index/hashed-embeddings.ts';
import { extractFeatures } from '../src/index/hashed-features.ts';
import { createIdfCounter } from '../src/index/idf-table.ts';
import { type Lexicon, loadLexicon } from '../src/lexicon/lexicon.ts';
import { GENERATOR_VERSION, generatePassage, generateQuestion } from './generate-text.ts';
import type { MakeVectorsTask } from './tasks.ts';
import { countStored, type VectorFiles, vectorFiles } from './vector-files.ts';

/** Texts that rarity is counted over: the same for all sizes, so that a small size is a part of a large one. */
const COUNTED = 2_000;
const PORTION = 500;

/** Makes what is missing. @returns where the vectors are. */
export async function makeVectors({ count, questions, folder }: MakeVectorsTask): Promise<VectorFiles> {
  const lexicon = loadLexicon();
  const counter = createIdfCounter();
  for (let n = 0; n < COUNTED; n += 1) counter.add(extractFeatures(embeddingText(lexicon, n)));
  const idf = counter.finish();
  const embeddings = new HashedEmbeddings(lexicon, idf);
  const key = createHash('sha256')
    .update([GENERATOR_VERSION, analyzerVersion(lexicon), embeddings.model].join(' '))
    .digest('hex')
    .slice(0, 12);
  mkdirSync(folder, { recursive: true });
  const files = vectorFiles(folder, key);
  const done = countStored(files.passages);
  const bytes = done * DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;
  // A run that was killed may have left a part of a vector.
  if (bytes < (statSync(files.passages, { throwIfNoEntry: false })?.size ?? 0))
    truncateSync(files.passages, bytes);
  for (let n = done; n < count; n += PORTION) {
    const numbers = Array.from({ length: Math.min(PORTION, count - n) }, (_, i) => n + i);
    const vectors = numbers.map((number) => embeddings.embed(embeddingText(lexicon, number)));
    appendFileSync(files.passages, Buffer.concat(vectors.map(bytesOf)));
  }
  const asked = await Promise.all(
    questions.map(async (n) => Float32Array.from(await embeddings.embedQuery(generateQuestion(n)))),
  );
  writeFileSync(files.queries, Buffer.concat(asked.map(bytesOf)));
  return files;
}

function embeddingText(lexicon: Lexicon, number: number) {
  const { text, title, lang } = generatePassage(number);
  return analyzePassage(lexicon, { text, context: title, lang }).embedding;
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
