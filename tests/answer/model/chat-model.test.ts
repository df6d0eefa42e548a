/** Settings to a chat model: the real package of each provider, without the network. */
import { describe, expect, it } from 'vitest';
import { type ChatModelSettings, createChatModel } from '../../../src/answer/model/chat-model.ts';
import { OperatorError } from '../../../src/core/errors.ts';
import { toModelFailure } from '../../../src/core/model-failure.ts';

const settings = (part: Partial<ChatModelSettings>): ChatModelSettings => ({
  provider: 'openai',
  model: 'some-model',
  apiKey: 'test-key-123',
  baseUrl: null,
  ...part,
});

describe('each provider', () => {
  it.each([
    settings({ provider: 'openai' }),
    settings({ provider: 'openai', apiKey: null, baseUrl: 'http://127.0.0.1:9/v1' }),
    settings({ provider: 'anthropic' }),
    settings({ provider: 'mistral' }),
    settings({ provider: 'mistralai' }),
    settings({ provider: 'ollama', apiKey: null, baseUrl: 'http://127.0.0.1:9' }),
  ])('$provider is constructed from its package', async (given) => {
    const model = createChatModel(given);
    expect(model.name).toBe(`${given.provider}:some-model`);
    await model.load();
  });
});

describe('bad settings', () => {
  it('name the providers that are supported', () => {
    for (const provider of ['bard', 'constructor', ''])
      expect(() => createChatModel(settings({ provider }))).toThrow(
        /supported are openai, anthropic, mistral, mistralai, ollama/,
      );
  });

  it('name the key that is missing', () => {
    const keys = { openai: 'OPENAI_API_KEY', anthropic: 'ANTHROPIC_API_KEY', mistral: 'MISTRAL_API_KEY' };
    for (const [provider, key] of Object.entries(keys)) {
      const create = () => createChatModel(settings({ provider, apiKey: null }));
      expect(create).toThrow(OperatorError);
      expect(create).toThrow(new RegExp(`^${key} is empty, but CHAT_MODEL is "${provider}:some-model"`));
    }
  });
});

describe('a foreign error', () => {
  it('gives its message and status, without keys, headers and added lines', () => {
    const error = Object.assign(
      new Error(
        '401 Incorrect key sk-abcdefgh123 or hunter2hunter2\n\nTroubleshooting URL: https://x.example/',
      ),
      { status: 401, headers: { authorization: 'Bearer hunter2hunter2' } },
    );
    const failure = toModelFailure(error, ['hunter2hunter2']);
    expect(failure).toMatchObject({ kind: 'auth', status: 401 });
    expect(failure.message).toBe('401 Incorrect key [hidden] or [hidden]');
    expect(JSON.stringify(failure) + failure.stack).not.toMatch(/hunter2|authorization/);
    expect(failure.cause).toBeUndefined();
  });
});
