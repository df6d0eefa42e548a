/** Answers for tests of the bot and its platforms: sound objects of the core's types, written for the tests. */
import type { Answer, AnswerSentence, Citation } from '../../src/core/answer.ts';
import type { AskEvent, AskQuestion } from '../../src/core/ask.ts';

const CITATIONS: readonly Citation[] = [
  {
    n: 1,
    sourceId: 'lac-gris/s1',
    title: 'Déclaration du ministère de Valdoria sur l’intrusion dans son réseau',
    titleIsDescriptive: true,
    publisher: 'Ministère des Affaires étrangères de Valdoria',
    date: '2025-05-28',
    url: 'https://valdoria.example/declaration?lang=fr&id=7',
    lang: 'en',
    authority: 'government',
    excerpt: 'Le ministère attribue l’intrusion à un groupe lié à Norland et parle d’une quasi-certitude.',
    excerptKind: 'digest',
    excerptLang: 'fr',
  },
  {
    n: 2,
    sourceId: 'lac-gris/s2',
    title: '诺兰外交部发言人回应有关指控',
    titleIsDescriptive: false,
    publisher: '诺兰日报',
    date: '2025-05',
    url: 'https://norland.example/发言人',
    lang: 'zh',
    authority: 'state-media',
    excerpt: '发言人表示，诺兰坚决反对一切形式的网络攻击，有关指控毫无根据。',
    excerptKind: 'original',
    excerptLang: 'zh',
  },
  {
    n: 3,
    sourceId: 'lac-gris/s3',
    title: 'Union council adopts measures',
    titleIsDescriptive: false,
    publisher: null,
    date: null,
    url: null,
    lang: 'en',
    authority: null,
    excerpt: 'The council froze the assets of two entities',
    excerptKind: 'teaser',
    excerptLang: 'en',
  },
];

const SENTENCES: readonly AnswerSentence[] = [
  {
    text: 'Selon le ministère de Valdoria, un groupe lié à Norland est entré dans son réseau, avec une quasi-certitude.',
    citations: [1],
    kind: 'accusation',
    speaker: 'Ministère des Affaires étrangères de Valdoria',
  },
  {
    text: 'Norland dément et juge les accusations sans fondement.',
    citations: [2],
    kind: 'denial',
    speaker: 'Ministère des Affaires étrangères de Norland',
  },
  {
    text: 'L’Union a gelé les avoirs de deux entités, en réponse à la déclaration de Valdoria.',
    citations: [3, 1],
    kind: 'measure',
    speaker: null,
  },
  { text: 'L’intrusion aurait commencé en 2022.', citations: [1], kind: 'context', speaker: null },
];

/** An accusation, its denial, a measure and a piece of context, over three sources of different kinds. */
export const ANSWERED: Answer = {
  id: 'answer-1',
  status: 'answered',
  method: 'extractive',
  lang: 'fr',
  asOf: '2026-01-05T10:00:00.000Z',
  sentences: SENTENCES,
  citations: CITATIONS,
  notices: [
    { code: 'reports-claims', text: 'Casebook rapporte ce que chacun déclare, sans établir les faits.' },
  ],
  nearest: [],
  searched: null,
  suggestions: [],
};

export const UNANSWERED: Answer = {
  ...ANSWERED,
  id: 'answer-2',
  status: 'unanswered',
  sentences: [],
  citations: [],
  notices: [],
  nearest: [
    {
      sourceId: 'lac-gris/s1',
      title: 'Déclaration du ministère de Valdoria sur l’intrusion dans son réseau',
      titleIsDescriptive: true,
      publisher: 'Ministère des Affaires étrangères de Valdoria',
      date: '2025-05-28',
      url: 'https://valdoria.example/declaration',
    },
  ],
  searched: { sources: 34, passages: 210 },
  suggestions: ['Qui a attaqué le ministère de Valdoria ?', 'Que répond Norland ?'],
};

/** Three who print the same report as the second source: one in a list would need no «and». */
export const REPUBLISHED: Answer = {
  ...ANSWERED,
  id: 'answer-4',
  citations: ANSWERED.citations.map((citation) =>
    citation.n === 2
      ? {
          ...citation,
          alsoPublished: ['Le Courrier & fils', '湖滨晚报', 'The *Lake* Times'].map((publisher, i) => ({
            sourceId: `copies/${i}`,
            publisher,
            date: '2025-05-29',
            url: i === 1 ? null : `https://copies.example/${i}`,
          })),
        }
      : citation,
  ),
};

/** What is said to a message that asks nothing. */
export const LEAD: Answer = {
  ...UNANSWERED,
  id: 'answer-3',
  lead: 'Bonjour. <b>Demandez</b> @everyone *qui* accuse [qui](https://evil.example).',
  nearest: [],
  searched: null,
  suggestions: ['Qui a attaqué le ministère de Valdoria ?'],
};

/** Text that a platform might take for its own markup, a mention, a link or a control sequence. */
export const HOSTILE_TEXT =
  '<b>gras</b> <img src=x onerror="window.hacked=1"> @everyone <!channel> [lien](https://evil.example) ](x) *_~`> ' +
  '&lt;script&gt; \u001b[31mred\u001b[0m 😀 攻击';

/** 200 sentences in three scripts over 200 sources, with hostile text in every field a source can fill. */
export function longAnswer(): Answer {
  const numbers = Array.from({ length: 200 }, (_, i) => i + 1);
  return {
    ...ANSWERED,
    id: 'answer-long',
    sentences: numbers.map((n) => ({
      text: `Phrase ${n}. ${HOSTILE_TEXT} 第${n}句，“引号”。`,
      citations: n === 1 ? [1] : [n, 1],
      kind: n % 2 === 0 ? 'denial' : 'accusation',
      speaker: `Locuteur ${n} <i>${n}</i>`,
    })),
    citations: numbers.map((n) => ({
      ...(CITATIONS[0] as Citation),
      n,
      sourceId: `long/s${n}`,
      title: `Titre ${n} ${HOSTILE_TEXT}`,
      publisher: `Éditeur ${n} <u>x</u> @here`,
      url: `https://long.example/${n}`,
      excerpt: `Extrait ${n} ${HOSTILE_TEXT}`,
      alsoPublished: [
        {
          sourceId: `copy/${n}`,
          publisher: `Copiste ${n} <u>x</u> @here`,
          date: null,
          url: `https://copy.example/${n}`,
        },
      ],
    })),
  };
}

/** The events by which an answer is made, as `AskQuestion` yields them. */
export function eventsOf(answer: Answer): AskEvent[] {
  const shown = new Set<number>();
  const sentences = answer.sentences.map((sentence): AskEvent => {
    const fresh = answer.citations.filter((c) => sentence.citations.includes(c.n) && !shown.has(c.n));
    for (const { n } of fresh) shown.add(n);
    return { type: 'sentence', sentence, newCitations: fresh, lang: answer.lang };
  });
  return [{ type: 'status', status: 'searching' }, ...sentences, { type: 'answer', answer }];
}

/** An AskQuestion that gives the answer that `choose` picks for the question, `pause` ms between events. */
export function scriptedAsk(choose: (question: string) => Answer | Error, pause = 0): AskQuestion {
  return async function* ({ question, signal }) {
    const answer = choose(question);
    if (answer instanceof Error) throw answer;
    for (const event of eventsOf(answer)) {
      signal?.throwIfAborted();
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      yield event;
    }
  };
}
