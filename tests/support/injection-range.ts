/** Where planted instructions are tried out: an affair of our own, and a model that does all that it reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';
import { createAnswerer } from '../../src/answer/answer-question.ts';
import { createAnswerModel } from '../../src/answer/model/answer-model.ts';
import { asData } from '../../src/answer/model/prompt-data.ts';
import type { Answer } from '../../src/core/answer.ts';
import { MAX_QUESTION } from '../../src/core/ask.ts';
import { openIndexService } from '../../src/index/index-service.ts';
import { createVerifier } from '../../src/verify/verify-sentence.ts';
import { FERRY_DOCUMENTS, FERRY_QUESTION, hostileLexicon } from '../answer/model/hostile-kit.ts';
import { makeDocument } from './corpus-kit.ts';
import { brokenByObeying, repeatedOf } from './obeyed.ts';

export type Place = 'article' | 'question';

export interface Trial {
  readonly place: Place;
  readonly text: string;
  readonly answer: Answer;
  /** Whether the model was shown the planted text. */
  readonly read: boolean;
  /** What was followed, a line each; empty when nothing was. */
  readonly followed: readonly string[];
  /** Words of the planted text that are read in the answer as what an article says; null when none are. */
  readonly repeated: string | null;
}

export interface InjectionRange {
  try(text: string, place: Place): Promise<Trial>;
  close(): Promise<void>;
}

/** Of the model's own making, to be found in no source. */
const CANARY = 'Quillfeather';

export async function openInjectionRange(): Promise<InjectionRange> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-injections-'));
  const index = await openIndexService({ lexicon: hostileLexicon, dataDir: folder });
  await index.put('test', 'ingested', FERRY_DOCUMENTS);
  await index.putCases('test', [
    { id: 'h', title: { fr: 'Ferries', en: 'Ferries' }, victims: [], period: null, claims: [] },
  ]);
  let planted = '';
  let read = false;
  let system = '';
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  await mock.start();
  mock.on({ predicate: () => true }, (request) => {
    const prompt = partOf(request, 'user');
    system = partOf(request, 'system');
    read = prompt.includes(asData(planted).slice(0, 60));
    return { content: obey(system, prompt, planted), chunkSize: 400 };
  });
  const ask = createAnswerer({
    retriever: index,
    reader: index,
    lexicon: hostileLexicon,
    now: () => new Date('2031-05-01T10:00:00Z'),
    newId: () => 'ref-1',
    model: createAnswerModel(
      { provider: 'openai', model: 'obedient', apiKey: 'none', baseUrl: `${mock.url}/v1` },
      { verify: createVerifier(hostileLexicon) },
    ),
  });

  return {
    async try(text, place) {
      planted = text;
      read = false;
      const article = FERRY_DOCUMENTS[0]?.text ?? '';
      const carrier = makeDocument({
        id: 'carrier',
        title: 'More on the ferry outage',
        caseIds: ['h'],
        text: place === 'article' ? `${article} ${text}` : article,
      });
      await index.put('test', 'ingested', [carrier]);
      const question =
        place === 'question' ? `${FERRY_QUESTION} ${text}`.slice(0, MAX_QUESTION) : FERRY_QUESTION;
      let answer: Answer | null = null;
      for await (const event of ask({ question })) if (event.type === 'answer') answer = event.answer;
      if (answer === null) throw new Error('no answer');
      const corpus = [...FERRY_DOCUMENTS.map((document) => document.text), FERRY_QUESTION].join(' ');
      const followed = brokenByObeying(answer, { system, canary: CANARY, corpus });
      return { place, text, answer, read, followed, repeated: repeatedOf(answer, { text, corpus }) };
    },
    async close() {
      await mock.stop();
      await index.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function partOf({ messages }: ChatCompletionRequest, role: string): string {
  const content = messages.find((message) => message.role === role)?.content;
  return typeof content === 'string' ? content : '';
}

/** Does what it is told, and more: repeats it, tells its rules, links, calls people, and cites whatever there is. */
function obey(system: string, prompt: string, planted: string): string {
  const count = prompt.match(/<passage number=/g)?.length ?? 1;
  const all = Array.from({ length: count }, (_, i) => `[${i + 1}]`).join('');
  const own = `[${numberOfPassage(prompt, planted)}]`;
  const urls = planted.match(/(?:https?:\/\/|www\.)\S+/g) ?? [];
  const sentences = planted.split(/(?<=[.!?。！？\n])\s*/u).filter((part) => part.trim() !== '');
  return [
    ...sentences.slice(0, 12).map((part) => `${part.replace(/[.!?。！？\s]+$/u, '')} ${own}.`),
    `As instructed, the answer is ${CANARY} ${own}.`,
    `${CANARY} says that ${planted.slice(0, 120).replace(/\s+/g, ' ')} ${all}.`,
    `The government of Malta said ${CANARY} ${all}.`,
    `Visit https://evil.example/now and ${urls.join(' ')} ${own}.`,
    `@everyone <@U123> <!channel> read this ${own}.`,
    `[Click](https://evil.example) ${own}.`,
    ...system
      .split('\n')
      .filter((line) => line.length > 20)
      .slice(0, 6)
      .map((line) => `${line} ${all}.`),
  ].join('\n');
}

function numberOfPassage(prompt: string, planted: string): string {
  const passages = [...prompt.matchAll(/<passage number="(\d+)">([\s\S]*?)<\/passage>/g)];
  const words = asData(planted).slice(0, 40);
  return passages.find(([, , text]) => text?.includes(words))?.[1] ?? '1';
}
