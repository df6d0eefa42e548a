/** The embedding model, from the settings. */
import { isAbsolute, resolve } from 'node:path';
import type { ChosenEmbedding, EmbeddingProvider, Pooling } from './embed/embedding-spec.ts';
import type { Settings } from './settings.ts';

interface Access {
  /** Null: none is sent. */
  readonly apiKey: string | null;
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
}

export interface EmbeddingConfig {
  /** Null: the embedded model. */
  readonly embedding: ChosenEmbedding | null;
  /** How each provider is reached: vectors of the model before may still serve. */
  readonly embeddingAccess: Readonly<Record<Exclude<EmbeddingProvider, 'local'>, Access>>;
}

/** Stands for no prefix, where the empty word leaves it to the model. */
const NO_PREFIX = 'none';

/** @param cwd that paths of local models are relative to. */
export function embeddingOf(settings: Settings, cwd: string): EmbeddingConfig {
  return {
    embedding: chosen(settings, cwd),
    embeddingAccess: {
      openai: { apiKey: settings.OPENAI_API_KEY || null, baseUrl: settings.OPENAI_BASE_URL || null },
      mistral: { apiKey: settings.MISTRAL_API_KEY || null, baseUrl: null },
      ollama: { apiKey: null, baseUrl: settings.OLLAMA_BASE_URL || null },
    },
  };
}

function chosen(settings: Settings, cwd: string): ChosenEmbedding | null {
  const setting = settings.EMBEDDING_MODEL;
  if (setting === '' || setting === 'embedded') return null;
  const colon = setting.indexOf(':');
  const provider = setting.slice(0, colon) as EmbeddingProvider;
  const name = setting.slice(colon + 1);
  const isFolder = provider === 'local' && (isAbsolute(name) || /^\.{1,2}[/\\]/.test(name));
  return {
    provider,
    model: isFolder ? resolve(cwd, name) : name,
    queryPrefix: prefix(settings.EMBEDDING_QUERY_PREFIX),
    passagePrefix: prefix(settings.EMBEDDING_PASSAGE_PREFIX),
    pooling: (settings.EMBEDDING_POOLING || null) as Pooling | null,
  };
}

function prefix(value: string): string | null {
  if (value.trim() === '') return null;
  return value.trim() === NO_PREFIX ? '' : value;
}
