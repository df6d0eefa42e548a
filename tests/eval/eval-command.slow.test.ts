/** `npm run eval` as a process, on a corpus and questions of our own. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluationQuestion } from '../support/eval-kit.ts';
import { newFolder, run } from '../support/run-process.ts';

const cwd = newFolder();
/** The process's folder for temporary files: what is left in it afterwards was not removed. */
const temporary = newFolder();
const env = { CORPUS_DIRS: '', CASEBOOK_DATA_DIR: join(cwd, 'own-data'), TMPDIR: temporary };
const evaluate = (...args: string[]) => run('cli/eval.ts', args, { cwd, env });

const QUESTIONS = [
  evaluationQuestion({
    id: 'fr-1',
    lang: 'fr',
    question: 'Qui accuse la Norvège ?',
    gold_article: 'phare.txt',
    gold_sentence: 'La Finlande accuse la Norvège',
    answer_keywords: ['FINLANDE'],
  }),
  evaluationQuestion({
    id: 'fr-2',
    lang: 'fr',
    question: 'Quel est le prix du pain à Lisbonne ?',
    answerable: false,
    gold_article: null,
    gold_sentence: null,
    answer_keywords: [],
  }),
];

beforeAll(() => {
  mkdirSync(join(cwd, 'texts'));
  writeFileSync(
    join(cwd, 'texts', 'phare.txt'),
    'La Finlande accuse la Norvège d’avoir piraté les phares de la côte. La Norvège dément toute attaque.\n',
  );
  writeFileSync(join(cwd, 'questions.json'), JSON.stringify(QUESTIONS));
  writeFileSync(join(cwd, 'broken.json'), '[{"id": "x"}]');
});

describe('eval', () => {
  test('--json prints figures and judgements and nothing else, and removes its data folder', async () => {
    const { code, stdout, stderr } = await evaluate(
      '--questions',
      'questions.json',
      '--corpus',
      'texts',
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ questions: 'questions.json', corpus: 'texts', all: { questions: 2 } });
    expect(report.byLanguage.fr.articleRecallAt1).toMatchObject({ hits: 1, of: 1 });
    expect(report.judged).toHaveLength(2);
    expect(report.judged[0]).toMatchObject({ id: 'fr-1', answered: true, keywords: true, bothSides: true });
    expect(report.judged[0].sentences[0]).toContain('Finlande');
    expect(report.judged[1]).toMatchObject({ id: 'fr-2', answered: false, sentences: [] });
    expect(readdirSync(temporary)).toEqual([]);
    // The operator's own index is not touched.
    expect(readdirSync(cwd).sort()).toEqual(['broken.json', 'questions.json', 'texts']);
  });

  test('prints a table for people, and says what could not be read', async () => {
    writeFileSync(join(cwd, 'texts', 'empty.txt'), '');
    const { code, stdout, stderr } = await evaluate(
      '--questions',
      'questions.json',
      '--corpus',
      'texts',
      '--details',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +fr \(2\) +all \(2\)$/m);
    expect(stdout).toMatch(/^article recall@1 +1\.00 \[/m);
    expect(stderr).toMatch(/^texts\/empty\.txt: .+\n$/);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each([
    ['a file that is not there', ['--questions', 'none.json'], /^none\.json cannot be read .*--questions\n$/],
    [
      'a file of something else',
      ['--questions', 'broken.json'],
      /^broken\.json is not a questions file: 0\./,
    ],
    ['an empty corpus', ['--questions', 'questions.json'], /^the corpus is empty.*--corpus PATH/],
    ['an unknown option', ['--question', 'questions.json'], /--question/],
  ])('%s: one line on stderr, exit code 2, nothing left behind', async (_, args, said) => {
    const { code, stdout, stderr } = await evaluate(...args, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
