/** Everything about an embedding model that its vectors depend on. */
import { createHash } from 'node:crypto';

export const EMBEDDING_PROVIDERS = ['openai', 'mistral', 'ollama', 'local'] as const;
export type EmbeddingProvider = (typeof EMBEDDING_PROVIDERS)[number];

/** How a local model's token vectors become one. Services do this themselves. */
export const POOLINGS = ['mean', 'cls', 'last_token'] as const;
export type Pooling = (typeof POOLINGS)[number];

export interface EmbeddingSpec {
  readonly provider: EmbeddingProvider;
  /** The model's name at the provider; for `local` a name on the hub, or the path of a folder. */
  readonly model: string;
  /** Stands before each question. */
  readonly queryPrefix: string;
  /** Stands before each passage. */
  readonly passagePrefix: string;
  readonly pooling: Pooling;
}

/** What the settings say; null where they leave it to the model. */
export interface ChosenEmbedding {
  readonly provider: EmbeddingProvider;
  readonly model: string;
  readonly queryPrefix: string | null;
  readonly passagePrefix: string | null;
  readonly pooling: Pooling | null;
}

type Manner = Pick<EmbeddingSpec, 'queryPrefix' | 'passagePrefix' | 'pooling'>;

const PLAIN: Manner = { queryPrefix: '', passagePrefix: '', pooling: 'mean' };
/** Families whose model cards ask for more than the text, or for another pooling than the mean. First match wins. */
const MANNERS: readonly (readonly [RegExp, Manner])[] = [
  // The instruct models take an instruction before questions only.
  [
    /\be5\b.*instruct/i,
    {
      ...PLAIN,
      queryPrefix:
        'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ',
    },
  ],
  [/\be5\b/i, { ...PLAIN, queryPrefix: 'query: ', passagePrefix: 'passage: ' }],
  [/\bnomic-embed-text\b/i, { ...PLAIN, queryPrefix: 'search_query: ', passagePrefix: 'search_document: ' }],
  [/\bbge-m3\b/i, { ...PLAIN, pooling: 'cls' }],
  [
    /\bbge-(?:small|base|large)-en\b|\bmxbai-embed\b/i,
    { ...PLAIN, queryPrefix: 'Represent this sentence for searching relevant passages: ', pooling: 'cls' },
  ],
  [/\bsnowflake-arctic-embed\b/i, { ...PLAIN, queryPrefix: 'query: ', pooling: 'cls' }],
];

/** Fills in what the settings leave open: prefixes and pooling of the model's family, none and the mean otherwise. */
export function embeddingSpec(chosen: ChosenEmbedding): EmbeddingSpec {
  const own = MANNERS.find(([family]) => family.test(chosen.model))?.[1] ?? PLAIN;
  return {
    provider: chosen.provider,
    model: chosen.model,
    queryPrefix: chosen.queryPrefix ?? own.queryPrefix,
    passagePrefix: chosen.passagePrefix ?? own.passagePrefix,
    pooling: chosen.pooling ?? own.pooling,
  };
}

/** `openai:text-embedding-3-small`, for people. */
export function specName({ provider, model }: Pick<EmbeddingSpec, 'provider' | 'model'>): string {
  return `${provider}:${model}`;
}

/** Raise when texts are put together or cut in another way, so that vectors are made anew. */
const TEXT_RULES = 1;

/** Identifies vectors that may be compared with one another. The prefix of questions is no part of stored vectors. */
export function modelId(spec: EmbeddingSpec, dimensions: number): string {
  const manner = [spec.passagePrefix, spec.provider === 'local' ? spec.pooling : ''];
  const hash = createHash('sha256').update(JSON.stringify(manner)).digest('hex').slice(0, 8);
  return `neural-${TEXT_RULES}:${dimensions}:${hash}:${specName(spec)}`;
}

/** Reads a spec that was stored as JSON; null when it is none. */
export function parseSpec(json: string): EmbeddingSpec | null {
  try {
    const { provider, model, queryPrefix, passagePrefix, pooling } = JSON.parse(
      json,
    ) as Partial<EmbeddingSpec>;
    const known =
      EMBEDDING_PROVIDERS.some((name) => name === provider) && POOLINGS.some((name) => name === pooling);
    const texts = [model, queryPrefix, passagePrefix].every((value) => typeof value === 'string');
    return known && texts
      ? ({ provider, model, queryPrefix, passagePrefix, pooling } as EmbeddingSpec)
      : null;
  } catch {
    return null;
  }
}
