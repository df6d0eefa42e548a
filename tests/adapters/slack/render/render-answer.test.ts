/** Answers as Slack messages: whole, in order, within every limit, and with nothing of foreign text interpreted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, readFeedback } from '../../../../src/adapters/slack/render/answer-actions.ts';
import { renderAnswer } from '../../../../src/adapters/slack/render/render-answer.ts';
import type { Answer } from '../../../../src/core/answer.ts';
import { answerArbitrary, TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import {
  ANSWERED,
  HOSTILE_TEXT,
  LEAD,
  longAnswer,
  REPUBLISHED,
  UNANSWERED,
} from '../../../support/sample-answers.ts';
import {
  expectFew,
  expectInOrder,
  pressable,
  problemsOf,
  shownIn,
  strayUrls,
  textsOf,
} from './render-kit.ts';

describe('an answer', () => {
  it('fits in one message: labels, speakers, numbers as links, notices, sources', () => {
    const messages = renderAnswer(ANSWERED);
    expect(messages).toHaveLength(1);
    expect(problemsOf(messages)).toEqual([]);
    const { text, urls, other } = shownIn(messages);
    expect(text).toContain(
      '◆ Accusation · Ministère des Affaires étrangères de Valdoria\nSelon le ministère',
    );
    expect(text).toContain('◇ Démenti · Ministère des Affaires étrangères de Norland\nNorland dément');
    expect(text).toContain('▪ Mesure\nL’Union');
    expect(text).toContain('[3][1]\n\nL’intrusion aurait commencé en 2022. [1]');
    expect(text).toContain(
      '[1] Déclaration du ministère de Valdoria sur l’intrusion dans son réseau (titre descriptif)',
    );
    expect(text).toContain(
      'Ministère des Affaires étrangères de Valdoria, 28 mai 2025 · gouvernement · valdoria.example',
    );
    expect(text).toContain(
      '[3] Union council adopts measures\néditeur inconnu, date inconnue · nature de la source inconnue',
    );
    expect(text).toContain(ANSWERED.notices[0]?.text);
    expect(urls.filter((url) => url === ANSWERED.citations[0]?.url)).toHaveLength(4);
    expect(strayUrls(urls, ANSWERED)).toEqual([]);
    expect(other).toEqual([]);
  });

  it('says who else printed a source, each name a link to that publication', () => {
    const { text, urls } = shownIn(renderAnswer(REPUBLISHED));
    expect(text).toContain('Aussi publié par Le Courrier & fils, 湖滨晚报 et The *Lake* Times');
    expect(urls.filter((url) => url.startsWith('https://copies.example/'))).toEqual([
      'https://copies.example/0',
      'https://copies.example/2',
    ]);
  });

  it('ends with the buttons for what can be done with it, which carry the answer’s id', () => {
    const messages = renderAnswer(longAnswer());
    expect(pressable(messages.slice(0, -1))).toEqual([]);
    const { excerpts, cite, error, feedback } = ACTIONS;
    expect(pressable(messages)).toEqual([excerpts, cite, error, feedback]);
    expect(JSON.stringify(messages.at(-1))).toContain('"value":"up:answer-long"');
    expect(readFeedback('down:answer-long')).toEqual({ answerId: 'answer-long', verdict: 'down' });
    expect(readFeedback('answer-long')).toBeNull();
  });

  it('has a fallback of its own words in which nothing can be a mention, a link or an emoji', () => {
    const text = `${HOSTILE_TEXT} <@U012AB3CD> #general :smile: https://evil.example www.evil.example`;
    const [message] = renderAnswer({
      ...ANSWERED,
      sentences: [{ text, citations: [1], kind: 'context', speaker: null }],
    });
    expect(message?.text).toContain('gras');
    expect(message?.text).toContain('&lt;');
    expect(message?.text).not.toMatch(/[<>]|[@#]\w|:\/\/|:\w+:|\w\.\w{2}/u);
  });

  it('shows a sentence of 20,000 characters and its numbers whole', () => {
    const text = `${'Le ministère dit ceci, et encore cela. '.repeat(512)}Fin.`;
    const answer: Answer = {
      ...ANSWERED,
      sentences: [{ text, citations: [1, 2, 3], kind: 'denial', speaker: null }],
    };
    const messages = renderAnswer(answer);
    expect(problemsOf(messages)).toEqual([]);
    expect(messages).toHaveLength(3);
    expectInOrder(shownIn(messages).text, textsOf(answer));
    expect(shownIn(messages).text).toContain('Fin. [1][2][3]');
  });

  it('shows 80 sources in few messages, no sentence or source parted', () => {
    const printed = longAnswer().citations.slice(0, 9);
    const once = printed.map(({ alsoPublished, ...citation }) => citation);
    const citations = Array.from(
      { length: 80 },
      (_, i) => ({ ...once[i % 9], n: i + 1 }) as Answer['citations'][number],
    );
    const sentences = [
      { ...ANSWERED.sentences[0], citations: citations.map(({ n }) => n) } as Answer['sentences'][number],
    ];
    const messages = renderAnswer({ ...ANSWERED, sentences, citations });
    expect(problemsOf(messages)).toEqual([]);
    expect(messages.length).toBeLessThanOrEqual(6);
    for (const message of messages.slice(1, -1))
      expect(shownIn([message]).text.trim()).toMatch(/^\[\d+\] Titre/);
  });
});

describe('an answer that the corpus does not hold', () => {
  it('says so, what was searched and what is near, and offers questions to press', () => {
    const messages = renderAnswer(UNANSWERED);
    expect(messages).toHaveLength(1);
    expect(problemsOf(messages)).toEqual([]);
    const { text, urls } = shownIn(messages);
    expect(text).toContain('Recherche dans 34 sources (210 passages).');
    expectInOrder(text, textsOf(UNANSWERED));
    expect(urls).toEqual(UNANSWERED.nearest.map(({ url }) => url));
    expect(pressable(messages)).toEqual([
      `${ACTIONS.ask}0`,
      `${ACTIONS.ask}1`,
      ACTIONS.error,
      ACTIONS.feedback,
    ]);
    expect(JSON.stringify(messages)).toContain('"value":"Que répond Norland ?"');
  });

  it('says what fits the message in place of that, without headings over nothing', () => {
    const messages = renderAnswer(LEAD);
    expect(problemsOf(messages)).toEqual([]);
    const { text, urls, other } = shownIn(messages);
    expectInOrder(text, [LEAD.lead ?? '', ...LEAD.suggestions]);
    expect(text).not.toMatch(/ne contient pas|plus proches|Recherche dans|État du corpus/);
    expect([urls, other]).toEqual([[], []]);
  });

  it('is dated, as every answer', () => {
    for (const answer of [ANSWERED, UNANSWERED])
      expect(shownIn(renderAnswer(answer)).text).toMatch(/État du corpus au \d/);
  });
});

describe(`any answer, ${TRAPS_USED}`, () => {
  it('is taken by Slack, loses nothing, and has only the elements and links that we mean', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const messages = renderAnswer(answer);
        expect(problemsOf(messages)).toEqual([]);
        const { text, urls, other } = shownIn(messages);
        expectInOrder(text, textsOf(answer));
        const numbers = answer.sentences.flatMap(({ citations }) => citations);
        expect(JSON.stringify(messages).match(/"text":"\[\d+\]"/g) ?? []).toHaveLength(numbers.length);
        expectFew(messages);
        expect(strayUrls(urls, answer)).toEqual([]);
        expect(other).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
