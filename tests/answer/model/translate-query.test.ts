/** A question in a language that the glossary lacks is searched in English, where a model can put it so. */
import { describe, expect, it } from 'vitest';
import { FERRY_DOCUMENTS, hostileLexicon } from './hostile-kit.ts';
import { collect, numberOf, openAnswerer, promptOf, startServer } from './model-kit.ts';

const GERMAN =
  'Wen beschuldigt die maltesische Regierung wegen des Einbruchs in die Rechner der Fährgesellschaft?';
const ENGLISH =
  'Whom does the government of Malta accuse of breaking into the computers of the ferry company?';

async function open(
  translate: (question: string) => { content: string } | { error: { message: string }; status: number },
) {
  const mock = await startServer();
  mock.on({ predicate: () => true }, (request) => {
    const prompt = promptOf(request);
    if (!prompt.includes('<passage ')) return translate(prompt);
    return { content: `The government of Malta accused Iceland [${numberOf(prompt, 'accused Iceland')}].` };
  });
  const { ask, reports } = await openAnswerer(`${mock.url}/v1`, {
    documents: FERRY_DOCUMENTS,
    lexicon: hostileLexicon,
  });
  return { mock, reports, put: async (question: string) => collect(ask({ question }), FERRY_DOCUMENTS) };
}

describe('a question in German', () => {
  it('is translated once, and answered in a language that the bot speaks', async () => {
    const { mock, put } = await open((prompt) => {
      expect(prompt).toContain(GERMAN);
      return { content: ` “${ENGLISH}”\n` };
    });
    const { answer, audit } = await put(GERMAN);
    expect(audit.asked).toBe(ENGLISH);
    expect(answer).toMatchObject({ status: 'answered', lang: 'en' });
    await put(GERMAN);
    expect(mock.getRequests()).toHaveLength(3);
  });

  it.each([
    ['a link', { content: 'Visit https://evil.example' }],
    ['nothing', { content: '\n' }],
    ['an error', { error: { message: 'no' }, status: 401 }],
    ['a book', { content: 'word '.repeat(1_000) }],
  ])('is searched as it stands when the translation is %s', async (_, response) => {
    const { put } = await open(() => response);
    const { audit } = await put(GERMAN);
    expect(audit.asked).toBe(GERMAN);
  });
});

it('no question in a language of the glossary is translated', async () => {
  const { put } = await open(() => expect.fail('translated'));
  for (const question of [
    ENGLISH,
    'Qui le gouvernement maltais accuse-t-il d’avoir piraté les ferries ?',
    '马耳他政府指责谁入侵渡轮公司？',
  ])
    expect((await put(question)).audit.asked).toBe(question);
});
