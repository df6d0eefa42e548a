/** Claims that a model reads, over a real OpenAI-compatible server: only what the text bears out is kept. */
import { LLMock } from '@copilotkit/aimock';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswerModel } from '../../src/answer/model/answer-model.ts';
import { asData } from '../../src/answer/model/prompt-data.ts';
import { extractWithModel, type ModelReading } from '../../src/claims/extract-with-model.ts';
import { article, lexicon, shortly } from '../support/claims-kit.ts';

const TEXT =
  'On 3 May 2031 the Latvian interior ministry said that the intrusion was very likely the work of Belarus.\nMinsk « denied » it and spoke of a fable.';

async function read(reply: string | null): Promise<{ reading: ModelReading; prompt: string }> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  await mock.start();
  onTestFinished(() => mock.stop());
  let prompt = '';
  mock.onMessage(
    /.*/s,
    reply === null ? { error: { message: 'no', type: 'server_error' }, status: 500 } : { content: reply },
  );
  const { caller, prompts } = createAnswerModel(
    { provider: 'openai', model: 'test-model', apiKey: 'test-key', baseUrl: `${mock.url}/v1` },
    {
      verify: () => ({ holds: true, support: 1, faults: [] }),
      limits: { firstWordMs: 5_000, stallMs: 2_000, totalMs: 10_000 },
    },
  );
  const reading = await extractWithModel(article(TEXT, 'en'), lexicon, {
    write: (messages, signal) => caller.complete(messages, { signal }),
    prompt(text) {
      const filled = prompts['extract-claims'].fill({ article: asData(text) });
      prompt = filled.user;
      return filled;
    },
  });
  return { reading, prompt };
}

const TRUE_CLAIM = {
  kind: 'accusation',
  speaker: '拉脱维亚内政部',
  speakerCountry: 'LV',
  actor: null,
  state: 'BY',
  certainty: 'very likely',
  date: '2031-05-03',
  support: 'the Latvian interior ministry said that the intrusion was very likely the work of Belarus',
};
const replying = (...claims: unknown[]) => `Here it is:\n\`\`\`json\n${JSON.stringify({ claims })}\n\`\`\``;

test('a claim that the text bears out is kept, also under a name in another language', async () => {
  const { reading, prompt } = await read(
    replying({ ...TRUE_CLAIM, speaker: 'Latvian interior ministry' }, { ...TRUE_CLAIM, speaker: 'Lettonie' }),
  );
  expect(prompt).toContain('the Latvian interior ministry');
  expect(reading).toMatchObject({ by: 'model', failure: null, dropped: {} });
  expect(reading.claims.map(shortly)).toEqual(['accusation LV>BY', 'accusation LV>BY']);
  expect(reading.claims[0]).toMatchObject({
    confidenceAsStated: 'very likely',
    eventDate: '2031-05-03',
    start: 0,
    by: 'model',
  });
});

test('what the text does not bear out is dropped and counted', async () => {
  const { reading } = await read(
    replying(
      { ...TRUE_CLAIM, support: 'Latvia will never forgive Belarus for this' },
      { ...TRUE_CLAIM, speaker: 'Norwegian police' },
      { ...TRUE_CLAIM, state: 'CN' },
      { ...TRUE_CLAIM, kind: 'denial', speaker: 'Latvian interior ministry' },
      {
        ...TRUE_CLAIM,
        speaker: 'Latvian interior ministry',
        certainty: 'certain',
        date: '2031-06-01',
        speakerCountry: 'NO',
      },
      { kind: 'rumour' },
    ),
  );
  expect(reading.dropped).toEqual({
    support: 1,
    speaker: 1,
    accused: 1,
    kind: 1,
    certainty: 1,
    date: 1,
    country: 1,
    malformed: 1,
  });
  expect(reading.claims).toHaveLength(1);
  expect(reading.claims[0]).toMatchObject({
    confidenceAsStated: null,
    eventDate: null,
    speakerCountry: null,
  });
});

test.each([
  ['no JSON', 'I cannot do that.'],
  ['other JSON', '{"answer": 3}'],
  ['JSON that is cut off', replying(TRUE_CLAIM).slice(0, 90)],
  ['an error of the server', null],
])('rules read the article after %s', async (_name, reply) => {
  const { reading } = await read(reply);
  expect(reading.by).toBe('rules');
  expect(reading.failure).not.toBe(null);
  expect(reading.claims.map(shortly)).toContain('denial BY');
});
