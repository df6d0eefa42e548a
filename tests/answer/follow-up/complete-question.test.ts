import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBorneByThread } from '../../../src/answer/follow-up/borne-by-thread.ts';
import { completeQuestion } from '../../../src/answer/follow-up/complete-question.ts';
import { GENERIC, REPLY } from '../../../src/answer/follow-up/generic-terms.ts';
import { RELATION } from '../../../src/answer/follow-up/thread.ts';
import type { AnswerLang } from '../../../src/core/answer.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { turnOf } from './follow-up-kit.ts';

interface FixtureThread {
  readonly lang: AnswerLang;
  readonly question: string;
  readonly answer: readonly string[];
  readonly accused: readonly string[];
}
interface Fixture {
  readonly threads: Readonly<Record<string, FixtureThread>>;
  /** Thread, follow-up, kind, words that the completed question has, words that it has not. */
  readonly pairs: readonly (readonly [string, string, string, readonly string[], readonly string[]])[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const { threads, pairs } = read('follow-ups') as Fixture;
const lexicon = loadLexicon();
const threadOf = (name: string): FixtureThread => {
  const thread = threads[name];
  if (thread === undefined) throw new Error(`no thread ${name}`);
  return thread;
};
const complete = (question: string, { question: base, answer, lang, accused }: FixtureThread) =>
  completeQuestion(question, [turnOf(base, answer, lang)], lexicon, new Set(accused));

describe('a follow-up', () => {
  it.each(pairs)('%s: «%s»', (name, followUp, kind, has, hasNot) => {
    const completed = complete(followUp, threadOf(name));
    expect(completed.kind, completed.asked).toBe(kind);
    const asked = completed.asked.toLowerCase();
    for (const word of has) expect(asked).toContain(word.toLowerCase());
    for (const word of hasNot) expect(asked).not.toContain(word.toLowerCase());
  });

  it('stands alone where nothing was said before', () => {
    expect(completeQuestion('pourquoi ?', [], lexicon)).toMatchObject({
      kind: 'standalone',
      asked: 'pourquoi ?',
    });
  });

  it('is understood from the question as it was understood before, over several turns', () => {
    const { question, answer, lang } = threadOf('exchange-fr');
    const first = turnOf(question, answer, lang);
    const second = turnOf('et la Russie ?', ['Rien.'], lang);
    const asked = completeQuestion('et la Russie ?', [first], lexicon).asked;
    const history = [first, { ...second, answer: { ...second.answer, asked } }];
    expect(completeQuestion('quand ?', history, lexicon).asked).toMatch(/Russie.*Exchange/);
    const look = turnOf('montre la source 1', ['Un extrait.'], lang);
    expect(completeQuestion('quand ?', [...history, look], lexicon).asked).toMatch(/Russie.*Exchange/);
  });

  it('never holds a name or a number that was not said, in one thread or where two run together', () => {
    const one = fc.constantFrom(...Object.values(threads));
    fc.assert(
      fc.property(fc.option(one), one, fc.constantFrom(...pairs), (earlier, last, [, followUp]) => {
        const history = [earlier, last].flatMap((thread) =>
          thread === null ? [] : [turnOf(thread.question, thread.answer, thread.lang)],
        );
        const { kind, asked } = completeQuestion(followUp, history, lexicon, new Set(last.accused));
        const marked = /[?？]\s*$/u.test(asked) ? asked : `${asked} ?`;
        if (kind === 'completed') expect(isBorneByThread(marked, followUp, history, lexicon)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a question that stands on its own', () => {
  it('is not bent by what was said before', () => {
    const questions = ['questions', 'questions-cases'].flatMap(
      (name) => read(name) as { readonly question: string }[],
    );
    const all = Object.values(threads);
    const bent = questions.filter(
      ({ question }, i) => complete(question, all[i % all.length] as FixtureThread).kind !== 'standalone',
    );
    expect(bent.length / questions.length).toBeLessThanOrEqual(0.02);
  });
});

it('names concepts of the glossary alone', () => {
  const unknown = [...GENERIC, ...REPLY, ...RELATION].filter((id) => lexicon.concept(id) === undefined);
  expect(unknown).toEqual([]);
});
