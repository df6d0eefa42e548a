/** The shipped evaluation questions agree with the shipped corpus that they are put to. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/core/source.ts';
import { parseCaseFile } from '../../src/corpus/case-file.ts';
import { isCaseFile } from '../../src/corpus/split-front-matter.ts';
import { parseQuestions } from '../../src/eval/question-file.ts';

const FILE = 'tests/fixtures/questions.json';
const CORPUS = 'corpus';

const questions = parseQuestions(readFileSync(FILE, 'utf8'), FILE);
const answerable = questions.filter((question) => question.answerable);
const documents = readDocuments();

/** What each source footnotes and which passages it owns, by the source's full id. */
function readDocuments(): Map<string, SourceDocument> {
  const stored = new Map<string, SourceDocument>();
  for (const name of readdirSync(CORPUS).filter((entry) => entry.endsWith('.md'))) {
    const text = readFileSync(join(CORPUS, name), 'utf8');
    if (!isCaseFile(text)) continue;
    const parsed = parseCaseFile(text, basename(name, '.md'), '');
    if (!parsed.ok) throw new Error(`${name} is not a sound case file`);
    for (const document of parsed.documents) stored.set(document.source.id, document);
  }
  return stored;
}

function golds(question: (typeof questions)[number]) {
  const { gold_article: article, gold_sentence: sentence, also_ok } = question;
  return [{ article: article ?? '', sentence: sentence ?? '' }, ...also_ok];
}

describe('the shipped evaluation questions', () => {
  test('are enough, in three languages, and a third or so cannot be answered', () => {
    expect(questions.length).toBeGreaterThanOrEqual(70);
    for (const [lang, least] of [
      ['fr', 25],
      ['en', 20],
      ['zh', 15],
    ] as const)
      expect(questions.filter((question) => question.lang === lang).length).toBeGreaterThanOrEqual(least);
    expect(answerable.length / questions.length).toBeGreaterThan(0.65);
    expect(answerable.length / questions.length).toBeLessThan(0.75);
  });

  test('have ids and wordings of their own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
  });

  test('count half of those without an answer as near-misses, and none of the others', () => {
    const without = questions.filter((question) => !question.answerable);
    const hard = without.filter((question) => question.hard).length;
    expect(Math.abs(hard - without.length / 2)).toBeLessThanOrEqual(1);
    expect(answerable.filter((question) => question.hard)).toEqual([]);
  });

  test.each(answerable)('$id: each right sentence stands in the prose of its source', (question) => {
    for (const { article, sentence } of golds(question)) {
      expect(sentence.length).toBeGreaterThan(15);
      expect(documents.get(article)?.text, article).toContain(sentence);
    }
  });

  test.each(answerable)('$id: the gold article is that of the first footnote', (question) => {
    const passages = documents.get(question.gold_article ?? '')?.passages ?? [];
    expect(passages.some(({ text }) => text.includes(question.gold_sentence ?? ''))).toBe(true);
  });

  test.each(answerable)('$id: the keywords stand in a right sentence', (question) => {
    expect(question.answer_keywords.length).toBeGreaterThan(0);
    for (const word of question.answer_keywords)
      expect(
        golds(question).some(({ sentence }) => sentence.includes(word)),
        word,
      ).toBe(true);
  });

  test('name no right sentence where there is none', () => {
    for (const question of questions.filter((one) => !one.answerable)) {
      expect(question.gold_article, question.id).toBeNull();
      expect(question.gold_sentence, question.id).toBeNull();
      expect(question.answer_keywords, question.id).toEqual([]);
      expect(question.also_ok, question.id).toEqual([]);
    }
  });
});
