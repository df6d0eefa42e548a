/** Embedding services, through LangChain's packages. */
import type { Embeddings } from '@langchain/core/embeddings';
import { ModelFailure } from '../core/model-failure.ts';
import type { EmbeddingClient } from './embedding-client.ts';
import type { EmbeddingSpec } from './embedding-spec.ts';

export interface ServiceAccess {
  /** Null: none is sent. */
  readonly apiKey: string | null;
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
}

type Fetch = typeof globalThis.fetch;
/** Makes LangChain's object for one call, so that the call can be ended. */
type Open = (model: string, access: ServiceAccess, fetch: Fetch, signal: AbortSignal) => Promise<Embeddings>;

/** The client wants a key even where the server does not. */
const NO_KEY = 'none';
/** Repeated above all clients, where it is known how long to wait. */
const ONCE = { maxRetries: 0 };

const PROVIDERS: Readonly<Record<Exclude<EmbeddingSpec['provider'], 'local'>, Open>> = {
  async openai(model, { apiKey, baseUrl }, fetch) {
    const { OpenAIEmbeddings } = await import('@langchain/openai');
    return new OpenAIEmbeddings({
      ...ONCE,
      model,
      apiKey: apiKey ?? NO_KEY,
      batchSize: MOST_TEXTS,
      stripNewLines: false,
      // Its other format is not known to every compatible server.
      encodingFormat: 'float',
      configuration: { fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) },
    });
  },
  async mistral(model, { apiKey, baseUrl }, _fetch, signal) {
    const { MistralAIEmbeddings } = await import('@langchain/mistralai');
    return new MistralAIEmbeddings({
      ...ONCE,
      model,
      apiKey: apiKey ?? NO_KEY,
      batchSize: MOST_TEXTS,
      stripNewLines: false,
      // Its client takes no fetch, but lets requests be changed.
      beforeRequestHooks: [(request) => new Request(request, { signal })],
      ...(baseUrl === null ? {} : { serverURL: baseUrl }),
    });
  },
  async ollama(model, { baseUrl }, fetch) {
    const { OllamaEmbeddings } = await import('@langchain/ollama');
    return new OllamaEmbeddings({
      ...ONCE,
      model,
      truncate: true,
      fetch: telling(fetch),
      ...(baseUrl === null ? {} : { baseUrl }),
    });
  },
};
/** Above every portion that is handed in: LangChain must not make several calls of one. */
const MOST_TEXTS = 2_048;

/** A service as a client. Its package is loaded at the first call. */
export function createRemoteClient(
  { provider, model }: { readonly provider: keyof typeof PROVIDERS; readonly model: string },
  access: ServiceAccess,
  fetch: Fetch,
): EmbeddingClient {
  const ending = new AbortController();
  return {
    async embed(texts, given) {
      const signal = AbortSignal.any([given, ending.signal]);
      signal.throwIfAborted();
      const embeddings = await PROVIDERS[provider](model, access, endable(fetch, signal), signal);
      try {
        return await embeddings.embedDocuments([...texts]);
      } catch (error) {
        // Where an answer holds less than it should, the packages trip over it.
        if (error instanceof TypeError && error.cause === undefined)
          throw new ModelFailure('server', 'the service answered without a vector for each text');
        throw error;
      }
    },
    async close() {
      ending.abort(new Error('the embedding model was closed'));
    },
  };
}

/** Ends with the signal. */
function endable(fetch: Fetch, signal: AbortSignal): Fetch {
  return (input, init) => {
    const signals = [signal, ...(init?.signal ? [init.signal] : [])];
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };
}

/** Throws a refusal with its status and headers; Ollama's client would drop the headers. */
function telling(fetch: Fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.ok) return response;
    const { status, headers } = response;
    throw Object.assign(new Error(`${status} ${(await response.text()).slice(0, 500)}`), { status, headers });
  };
}
