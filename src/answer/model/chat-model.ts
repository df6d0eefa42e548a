/** The chat model that the settings name, through LangChain. */
import type { AIMessageChunk } from '@langchain/core/messages';
import { OperatorError } from '../../core/errors.ts';
import { statusOf } from '../../core/model-failure.ts';
import type { PromptMessages } from './load-prompt.ts';

export interface ChatModelSettings {
  readonly provider: string;
  readonly model: string;
  /** Null: none is sent. */
  readonly apiKey: string | null;
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
}

export interface ChatModel {
  /** `openai:gpt-x`, for logs. */
  readonly name: string;
  /** Loads the provider's package; called by `stream` too, so that nothing is loaded before it is needed. */
  load(): Promise<void>;
  /** Sends the messages. Rejects when the model cannot be reached or refuses. */
  stream(messages: PromptMessages, signal: AbortSignal): Promise<AsyncIterable<AIMessageChunk>>;
}

interface Provider {
  /** LangChain's name. */
  readonly langchain: string;
  /** The setting that holds the key; null when no key is needed. */
  readonly key: string | null;
  readonly options: (settings: ChatModelSettings) => Record<string, unknown>;
}

/** Room for five sentences, and for the silent part of models that think first. */
export const MAX_OUTPUT_TOKENS = 1_500;
/** Prompt and answer of a long Chinese context; the server's own default is half of it. */
const OLLAMA_CONTEXT_TOKENS = 8_192;
/** The client wants a key even where the server does not. */
const NO_KEY = 'none';

const MISTRAL: Provider = {
  langchain: 'mistralai',
  key: 'MISTRAL_API_KEY',
  options: ({ apiKey, baseUrl }) => ({
    apiKey,
    maxTokens: MAX_OUTPUT_TOKENS,
    ...(baseUrl === null ? {} : { serverURL: baseUrl }),
  }),
};
const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: {
    langchain: 'openai',
    key: 'OPENAI_API_KEY',
    options: ({ apiKey, baseUrl }) => ({
      apiKey: apiKey ?? NO_KEY,
      maxTokens: MAX_OUTPUT_TOKENS,
      ...(baseUrl === null ? {} : { configuration: { baseURL: baseUrl } }),
    }),
  },
  anthropic: {
    langchain: 'anthropic',
    key: 'ANTHROPIC_API_KEY',
    options: ({ apiKey, baseUrl }) => ({
      apiKey,
      maxTokens: MAX_OUTPUT_TOKENS,
      ...(baseUrl === null ? {} : { anthropicApiUrl: baseUrl }),
    }),
  },
  mistral: MISTRAL,
  mistralai: MISTRAL,
  ollama: {
    langchain: 'ollama',
    key: null,
    options: ({ baseUrl }) => ({
      numPredict: MAX_OUTPUT_TOKENS,
      numCtx: OLLAMA_CONTEXT_TOKENS,
      ...(baseUrl === null ? {} : { baseUrl }),
    }),
  },
};
type LoadedModel = Pick<ChatModel, 'stream'>;

/**
 * Checks the settings now and loads the provider's package later.
 *
 * @throws OperatorError when the provider is unknown or its key is missing.
 */
export function createChatModel(settings: ChatModelSettings): ChatModel {
  const provider = Object.hasOwn(PROVIDERS, settings.provider) ? PROVIDERS[settings.provider] : undefined;
  if (provider === undefined)
    throw new OperatorError(
      `CHAT_MODEL names the provider "${settings.provider}"; supported are ${Object.keys(PROVIDERS).join(', ')}`,
      { exitCode: 2 },
    );
  const name = `${settings.provider}:${settings.model}`;
  const ownServer = settings.provider === 'openai' && settings.baseUrl !== null;
  if (provider.key !== null && settings.apiKey === null && !ownServer)
    throw new OperatorError(
      `${provider.key} is empty, but CHAT_MODEL is "${name}": set the key or empty CHAT_MODEL`,
      { exitCode: 2 },
    );

  let loading: Promise<LoadedModel> | undefined;
  const loaded = (): Promise<LoadedModel> => {
    loading ??= open(provider, settings);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    name,
    load: async () => void (await loaded()),
    stream: async (messages, signal) => (await loaded()).stream(messages, signal),
  };
}

async function open(provider: Provider, settings: ChatModelSettings): Promise<LoadedModel> {
  // This entry holds `initChatModel` alone; the package's main one costs twice the time and the memory.
  const { initChatModel } = await import('langchain/chat_models/universal');
  const init = (without: ReadonlySet<string>) =>
    initChatModel(settings.model, {
      modelProvider: provider.langchain,
      // Repeated above all clients, where it is known how long the person has waited.
      maxRetries: 0,
      ...(without.has('temperature') ? {} : { temperature: 0 }),
      ...(without.has('stream_options') ? { streamUsage: false } : {}),
      ...provider.options(settings),
    });
  const refused = new Set<string>();
  let model = await init(refused);
  return {
    async stream({ system, user }, signal) {
      const input: ['system' | 'human', string][] = [
        ['system', system],
        ['human', user],
      ];
      for (;;) {
        try {
          return await model.stream(input, { signal });
        } catch (error) {
          const option = refusedOption(error);
          if (option === null || refused.has(option)) throw error;
          refused.add(option);
          model = await init(refused);
        }
      }
    },
  };
}

/**
 * Options that not every server takes: models that think first have a temperature of their own and refuse any other,
 * and older compatible servers do not tell the tokens of a stream.
 */
const OPTIONS = ['temperature', 'stream_options'] as const;

/** The option that the request was refused for, if that was it. */
function refusedOption(error: unknown): string | null {
  const status = statusOf(error);
  if (status !== 400 && status !== 422) return null;
  const message = String(error).toLowerCase();
  return OPTIONS.find((option) => message.includes(option)) ?? null;
}
