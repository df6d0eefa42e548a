/** Settings of the models: the one that writes answers, the one that makes vectors, and how they are reached. */
import { z } from 'zod';
import { EMBEDDING_PROVIDERS, POOLINGS } from '../embed/embedding-spec.ts';
import { path, type SettingSection, secret, text, url, wholeNumber } from './setting-kinds.ts';

export const CHAT_PROVIDERS = ['openai', 'anthropic', 'mistral', 'ollama'] as const;
export type ChatProvider = (typeof CHAT_PROVIDERS)[number];

/** The folder that comes with Casebook, wherever it is started from. */
export const SHIPPED_PROMPTS = 'prompts';

const POOLING_VALUES = `empty (as the model wants it), or one of ${POOLINGS.join(', ')}`;

const prefix = z.string().max(500, 'up to 500 characters').default('').meta({
  page: 'embeddings.md',
  allowed: 'up to 500 characters',
});

const price = text('0', (value) => /^\d{1,7}(?:\.\d{1,6})?$/.test(value), 'a number such as 0.4')
  .transform(Number)
  .meta({ allowed: 'a number such as 0.4', page: 'operations.md' });

export const MODELS = {
  title: 'Models',
  note: null,
  page: 'models.md',
  settings: {
    CHAT_MODEL: text(
      '',
      (value) => value === '' || new RegExp(`^(${CHAT_PROVIDERS.join('|')}):\\S+$`).test(value),
      `empty (no model), or provider:model with one of the providers ${CHAT_PROVIDERS.join(', ')}`,
    ).describe(
      'The model that writes answers; for example openai:gpt-4.1-mini, mistral:mistral-small-latest or ollama:qwen3:8b. ' +
        'Empty: no model; answers are made of the sources’ own sentences.',
    ),
    MODEL_TOKENS_PER_DAY: wholeNumber(0, 0, 999_999_999).describe(
      'Tokens that the model may read and write together on one day (UTC). Once they are used up, answers are made ' +
        'without it until midnight. 0: no limit.',
    ),
    MODEL_PRICE_INPUT: price.describe(
      'What a million tokens cost that the model reads, in any currency: /metrics adds up the cost. 0: it is not counted.',
    ),
    MODEL_PRICE_OUTPUT: price.describe('What a million tokens cost that the model writes.'),
    PROMPTS_DIR: path(SHIPPED_PROMPTS).describe(
      'Folder with the prompts. To change what the model is told, copy the folder and name the copy here; a mistake in ' +
        'it is told at the start, with file and line.',
    ),
    EMBEDDING_MODEL: text(
      '',
      (value) =>
        value === '' ||
        value === 'embedded' ||
        new RegExp(`^(${EMBEDDING_PROVIDERS.join('|')}):\\S.*$`).test(value),
      `empty or "embedded" (the built-in one), or provider:model with one of the providers ${EMBEDDING_PROVIDERS.join(', ')}`,
    ).meta({
      page: 'embeddings.md',
      description:
        'The model that turns texts into vectors. Empty or "embedded": the built-in one, which needs no download. ' +
        'Otherwise openai:text-embedding-3-small (or a compatible server’s), mistral:mistral-embed, ollama:bge-m3, or a ' +
        'model in this process: local:Xenova/multilingual-e5-small, local:/path/to/folder. Searches go on while vectors ' +
        'are made anew.',
    }),
    EMBEDDING_QUERY_PREFIX: prefix.describe(
      'What stands before each question, in quotes to keep a blank at its end: "query: ". Empty: as the model’s family ' +
        'wants it; none: nothing.',
    ),
    EMBEDDING_PASSAGE_PREFIX: prefix.describe(
      'What stands before each passage, likewise. Another one makes all vectors anew.',
    ),
    EMBEDDING_POOLING: z
      .enum(['', ...POOLINGS], POOLING_VALUES)
      .default('')
      .meta({
        page: 'embeddings.md',
        allowed: POOLING_VALUES,
        description: 'How a local model’s token vectors become one.',
      }),
    OPENAI_API_KEY: secret.describe('Key for OpenAI, or for a compatible server that wants one.'),
    OPENAI_BASE_URL: url('').describe(
      'Address of an OpenAI-compatible server, such as http://127.0.0.1:8080/v1. Empty: OpenAI itself.',
    ),
    ANTHROPIC_API_KEY: secret.describe('Key for Anthropic.'),
    MISTRAL_API_KEY: secret.describe('Key for Mistral.'),
    OLLAMA_BASE_URL: url('http://127.0.0.1:11434').describe('Address of the Ollama server.'),
  },
} satisfies SettingSection;
