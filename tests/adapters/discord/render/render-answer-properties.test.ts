/** What holds for every answer, however long and hostile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiscordMessage } from '../../../../src/adapters/discord/render/discord-message.ts';
import {
  renderAnswer,
  renderExcerpts,
  renderPartial,
} from '../../../../src/adapters/discord/render/render-answer.ts';
import type { Answer } from '../../../../src/core/answer.ts';
import { LABELS } from '../../../../src/core/labels.ts';
import { answerArbitrary, namedPrints, TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { bodies, expectInOrder } from '../../../support/discord/expect-shown.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { squash } from '../../../support/discord/squash.ts';

const RUNS = { numRuns: 40 };

/** Asserts that nothing of the answer's text was taken for markup. */
function expectLiteral(messages: readonly DiscordMessage[], answer: Answer): void {
  const stored = [...answer.citations, ...answer.nearest].map(({ url }) => url);
  const ours = [
    ...answer.citations.map(({ n }) => `[${n}]`),
    ...Object.values(LABELS[answer.lang].kind).map(squash),
    ...[...answer.citations, ...answer.nearest].map(({ title }) => squash(title)),
  ];
  for (const { links, mentions, previews, formatting } of bodies(messages)) {
    expect(links.filter((url) => !stored.includes(url))).toEqual([]);
    expect(mentions).toEqual([]);
    expect(previews).toEqual([]);
    for (const { kind, text } of formatting) {
      if (kind === 'subtext') continue;
      expect(kind).toBe('bold');
      if (answer.status === 'answered') expect(ours.some((bold) => bold.includes(squash(text)))).toBe(true);
    }
  }
}

describe(`a random answer in Discord, ${TRAPS_USED}`, () => {
  it('is never refused', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        for (const message of [...renderAnswer(answer), ...renderExcerpts(answer)])
          expect(messageProblems(message)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is shown whole, in order, and literally', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const messages = renderAnswer(answer);
        const { sentences, notices, suggestions, citations, nearest, lead } = answer;
        expectInOrder(messages, [
          ...(lead === undefined ? [] : [lead]),
          ...sentences.flatMap(({ text, citations: cited }) => [text, ...cited.map((n) => `[${n}]`)]),
          ...notices.map(({ text }) => text),
          ...suggestions,
          ...citations.flatMap((citation) => [
            `[${citation.n}]`,
            citation.title,
            citation.publisher ?? '',
            citation.url ?? '',
            ...namedPrints(citation),
          ]),
          ...nearest.flatMap(({ title, publisher, url }) => [title, publisher ?? '', url ?? '']),
        ]);
        expectLiteral(messages, answer);
      }),
      RUNS,
    );
  });

  it('names every speaker', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const speakers = answer.sentences.map(({ speaker }) => speaker ?? '');
        // One speaker's further words may follow under the same name.
        expectInOrder(
          renderAnswer(answer),
          speakers.filter((speaker, i) => speaker !== speakers[i - 1]),
        );
      }),
      RUNS,
    );
  });

  it('shows every excerpt, literally', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const messages = renderExcerpts(answer);
        expectInOrder(
          messages,
          answer.citations.flatMap(({ n, excerpt }) => [`[${n}]`, excerpt]),
        );
        if (answer.citations.length > 0) expectLiteral(messages, answer);
      }),
      RUNS,
    );
  });

  it('never moves what was shown while it was written', () => {
    fc.assert(
      fc.property(answerArbitrary, fc.nat(), (answer, some) => {
        const soFar = answer.sentences.slice(0, some % (answer.sentences.length + 1));
        const cited = new Set(soFar.flatMap(({ citations }) => citations));
        const known = answer.citations.filter(({ n }) => cited.has(n));
        const whole = renderAnswer(answer).map(({ content }) => content);
        const partial = renderPartial(soFar, known, answer.lang).map(({ content }) => content);
        for (const [i, content] of partial.entries()) {
          if (i < partial.length - 1) expect(whole[i]).toBe(content);
          else expect(whole[i]?.startsWith(content)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('takes no more messages than it needs', () => {
    fc.assert(
      fc.property(answerArbitrary, (answer) => {
        const messages = renderAnswer(answer);
        for (const [i, message] of messages.entries()) {
          const next = messages[i + 1];
          if (next === undefined) continue;
          if (next.content !== '') {
            expect(message.embeds).toEqual([]);
            // Neighbours would not fit into one message, save for what a cut at a word leaves over.
            expect(message.content.length + next.content.length).toBeGreaterThan(1900);
          } else if (message.embeds.length < 10) {
            const used = message.embeds.reduce((sum, { description = '' }) => sum + description.length, 0);
            expect(used + (next.embeds[0]?.description?.length ?? 0)).toBeGreaterThan(6000);
          }
        }
      }),
      RUNS,
    );
  });
});
