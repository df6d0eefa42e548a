/** Retrieval and answers on the five articles as published. Needs EVAL_DIR and ARTICLES_DIR, or ../shared. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuestions } from '../../src/eval/question-file.ts';
import { runQuestions } from '../../src/eval/run-questions.ts';
import { type Report, summarise } from '../../src/eval/summarise.ts';
import { createVerifier } from '../../src/verify/verify-sentence.ts';
import { type AnswerKit, openKitOn } from '../support/answer-kit.ts';

const shared = join(import.meta.dirname, '../../../shared');
const articles = resolve(process.env.ARTICLES_DIR ?? join(shared, 'articles'));
const file = join(resolve(process.env.EVAL_DIR ?? join(shared, 'eval')), 'seed-questions.json');
const present = existsSync(articles) && existsSync(file);
if (!present)
  console.log('skipped: the articles or their questions are absent (set ARTICLES_DIR and EVAL_DIR)');

/** What the folder holds besides the articles is about them, and would answer for them. */
const NAMES = [
  '000_bf64c72a945651a7.txt',
  '001_4404a4061091f89c.txt',
  '002_523148bc0f799ed9.txt',
  '003_18dcb51ec9038e85.txt',
  '004_29e11258ee2b339c.txt',
];

describe.skipIf(!present)('the five articles', () => {
  let kit: AnswerKit;
  let report: Report;

  beforeAll(async () => {
    const inputs = NAMES.map((name) => join(articles, name));
    kit = await openKitOn(mkdtempSync(join(tmpdir(), 'casebook-seed-')), inputs);
    const outcomes = await runQuestions(parseQuestions(readFileSync(file, 'utf8'), file), {
      retriever: kit.index,
      reader: kit.index,
      // The kit rejects an answer that breaks a promise.
      ask: async function* ask({ question, ...more }) {
        const answer = await kit.answer(question, more);
        yield { type: 'answer', answer };
      },
      verify: createVerifier(kit.lexicon),
      now: () => performance.now(),
      signal: new AbortController().signal,
    });
    report = summarise(outcomes.map(({ judgement }) => judgement));
  });
  afterAll(() => kit?.close());

  test('are found: the right article is among the first three, in each language', () => {
    for (const [lang, { articleRecallAt3 }] of Object.entries(report.byLanguage))
      expect([lang, articleRecallAt3.value ?? 0]).toEqual([lang, expect.toSatisfy((value) => value >= 0.95)]);
  });

  test('answer what they hold', () => {
    expect(report.all.keywords.value).toBeGreaterThanOrEqual(0.85);
    expect(report.all.falseRefusals.value).toBeLessThanOrEqual(0.1);
  });

  test('answer nothing that they do not hold', () => {
    expect(report.all.falseAnswers.value).toBeLessThanOrEqual(0.1);
  });

  test('show both sides of every accusation', () => {
    expect(report.all.bothSides.value ?? 1).toBe(1);
  });

  test.each([
    'Qui accuse la Chine d’avoir piraté le ministère tchèque des Affaires étrangères ?',
    'Who hacked the Czech foreign ministry?',
    '捷克外交部被谁攻击？',
    'Qui a accusé APT31 d’avoir attaqué la Commission électorale britannique ?',
    'What did New Zealand accuse China of?',
    '谁指责中国攻击了微软Exchange？',
  ])('%s: the article holds the reply, and the answer shows it', async (question) => {
    const { sentences, notices } = await kit.answer(question);
    expect(sentences.map((sentence) => sentence.kind)).toContain('denial');
    expect(notices.map(({ code }) => code)).not.toContain('no-denial-found');
  });

  test('whoever accuses does not deny for the accused, whose reply the article does not hold', async () => {
    const { sentences, notices } = await kit.answer('谁攻击了武汉地震监测中心？');
    expect(sentences.map(({ kind }) => kind)).not.toContain('denial');
    expect(notices.map(({ code }) => code)).toContain('no-denial-found');
  });
});
