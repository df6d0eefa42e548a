/** Parsers of what a model writes: it has read foreign texts, and may say whatever those told it to. */
import assert from 'node:assert/strict';
import { cleanSentence } from '../../../src/answer/model/clean-sentence.ts';
import { oneLineQuestion } from '../../../src/answer/model/one-line-question.ts';
import { asData } from '../../../src/answer/model/prompt-data.ts';
import { REFUSAL, SentenceReader } from '../../../src/answer/model/read-sentences.ts';
import { readClaimReply } from '../../../src/claims/claim-reply.ts';
import { locateQuote } from '../../../src/claims/locate-quote.ts';
import { readJudgeReply } from '../../../src/news/relevance/read-judge-reply.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const PASSAGES = 4;
const PIECES = [
  ...[
    '[1]',
    '[2, 3]',
    '[1-4]',
    '【2】',
    '[^1]',
    '[99]',
    '[0]',
    '[1',
    ']',
    '. ',
    '。',
    '\n',
    '\n\n- ',
    '« ',
    ' »',
    '**',
    '__',
    '||',
  ],
  ...[
    '<think>',
    '</think>',
    REFUSAL,
    'https://evil.example/x',
    'evil.example/x',
    'www.evil.example',
    'hxxp://a',
    'a@b.example',
  ],
  ...[
    '[lien](https://evil.example)',
    '![](//evil.example)',
    '<@U1>',
    '<!here>',
    '@everyone',
    '`',
    '```json',
    '{',
    '}',
    '"claims":[',
  ],
  ...['Sources :', '1. ', 'M. Dupont', '3,5', 'et', '†source', '：//', 'javascript:'],
];

const sentences: FuzzTarget = {
  name: 'sentences of a model',
  shape: 'bytes',
  seeds: [
    'Le ministère accuse APT31 [1]. Pékin le nie [2, 3].',
    '<think>Je lis les passages.</think>\n\nAccording to the ministry, the group acted for a state [1]. The embassy denies it [2].',
    '外交部指责该组织[1]。大使馆否认【2】。',
    REFUSAL,
  ],
  pieces: PIECES,
  run(input) {
    const text = textOf(input).slice(0, 20_000);
    const whole = new SentenceReader(PASSAGES, 'fr');
    const items = [...whole.push(text), ...whole.end(false)];
    assert.equal(items.map(({ raw }) => raw).join(''), text);
    for (const item of items) {
      if (item.type !== 'sentence') continue;
      assert.ok(item.citations.length > 0);
      for (const n of item.citations) assert.ok(Number.isInteger(n) && n >= 1 && n <= PASSAGES);
      checkShown(item.text);
    }
    // However it is cut up on the way.
    const pieces = new SentenceReader(PASSAGES, 'fr');
    const size = 1 + (text.length % 7);
    const parts =
      text.length > 2_000
        ? [text]
        : Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
            text.slice(i * size, (i + 1) * size),
          );
    const cutUp = [...parts.flatMap((part) => pieces.push(part)), ...pieces.end(false)];
    assert.equal(cutUp.map(({ raw }) => raw).join(''), text);
  },
};

/** Nothing that a platform would turn into a link, a mention or formatting. */
function checkShown(text: string): void {
  assert.doesNotMatch(text, /:\/\/|[<>`]|\*\*|\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  assert.doesNotMatch(text, /\]\(/);
  assert.doesNotMatch(text, /(?<![\p{L}\p{N}])@(?:everyone|here)/u);
}

const question: FuzzTarget = {
  name: 'a question that a model rewrote, and data for a prompt',
  shape: 'bytes',
  seeds: ['Voici la question :\nQui a accusé APT31 ?', '"Who accused the group?"', '谁指责了该组织？'],
  pieces: PIECES,
  run(input) {
    const text = textOf(input).slice(0, 20_000);
    const line = oneLineQuestion(text);
    if (line !== null) {
      assert.doesNotMatch(line, /\n/);
      checkShown(line);
    }
    const clean = cleanSentence(text);
    if ('text' in clean) checkShown(clean.text);
    const data = asData(text);
    assert.doesNotMatch(data, /[<>\n]|\p{Cc}/u);
    assert.ok(!data.includes(REFUSAL));
  },
};

const JUDGED = {
  relevant: true,
  kinds: ['accusation'],
  speakers: ['FR'],
  accused: ['cn'],
  quote: 'le ministère accuse',
};
const CLAIMED = {
  claims: [
    {
      kind: 'accusation',
      speaker: 'Le ministère',
      speakerCountry: 'FR',
      actor: 'APT31',
      state: 'CN',
      certainty: 'haute',
      date: '2025-05-28',
      support: 'le ministère accuse',
    },
    { kind: 'denial', speaker: 'L’ambassade', support: 'l’ambassade nie' },
  ],
};
const ARTICLE =
  'Mercredi, le ministère accuse le groupe APT31.\nPeu après, l’ambassade nie : « sans fondement ».';

const replies: FuzzTarget = {
  name: 'JSON of a model',
  shape: 'json',
  seeds: [JSON.stringify(JUDGED), JSON.stringify(CLAIMED)],
  pieces: ['accusation', 'FR', 'fr-FR', '<think>', '2025-99', 'le ministère', '«'],
  run: (input) => checkReplies(textOf(input)),
};

const replyTexts: FuzzTarget = {
  name: 'JSON of a model with words around it',
  shape: 'bytes',
  seeds: [
    `Voici :\n\`\`\`json\n${JSON.stringify(JUDGED)}\n\`\`\``,
    `<think>{</think>${JSON.stringify(CLAIMED)}`,
  ],
  pieces: PIECES,
  run: (input) => checkReplies(textOf(input)),
};

/** Read, or refused with the one kind of error that is told as «the model wrote something else». */
function checkReplies(text: string): void {
  try {
    const { claims, malformed } = readClaimReply(text);
    assert.ok(claims.length + malformed <= 40);
    for (const { speaker, support, state, date } of claims) {
      assert.ok(speaker.length <= 200 && support.length <= 1_500);
      if (state !== null) assert.match(state, /^[A-Z]{2}$/);
      if (date !== null) assert.match(date, /^\d{4}/);
      const at = locateQuote(ARTICLE, support);
      if (at !== null) assert.ok(at.start >= 0 && at.start < at.end && at.end <= ARTICLE.length);
    }
  } catch (error) {
    rethrowAssertion(error);
  }
  try {
    const { speakers, accused } = readJudgeReply(text);
    for (const code of [...speakers, ...accused]) assert.match(code, /^[A-Z]{2}$/);
  } catch (error) {
    rethrowAssertion(error);
  }
}

function rethrowAssertion(error: unknown): void {
  if (error instanceof assert.AssertionError || error instanceof TypeError || error instanceof RangeError)
    throw error;
  assert.ok(error instanceof Error);
}

export const MODEL_TARGETS: readonly FuzzTarget[] = [sentences, question, replies, replyTexts];
