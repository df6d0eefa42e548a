/** `npm run eval`: how well the bot finds, answers and refuses, on a file of questions. */
import '../require-node.ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../app.ts';
import { loadConfig } from '../config.ts';
import { OperatorError } from '../core/errors.ts';
import { formatReport } from '../eval/format-report.ts';
import { parseQuestions } from '../eval/question-file.ts';
import { runQuestions } from '../eval/run-questions.ts';
import { summarise } from '../eval/summarise.ts';
import { printJson, runCommand } from './run-command.ts';
import { whyUnreadable } from './why-unreadable.ts';

const HELP = `
Measure retrieval and answers on questions whose right answers are known, in a data folder of its own.

  npm run eval
  npm run eval -- --questions questions.json --corpus folder

  --questions FILE    a list of {id, lang, question, answerable, gold_article, gold_sentence, answer_keywords}, or of
                      {id, lang, question, history, answerable, kind, gold, keywords, attributor, denial}
                      (default: tests/fixtures/questions.json, on the shipped corpus)
  --corpus PATH       ingest this instead of CORPUS_DIRS
  --details           print each question that went wrong
  --json              print figures, and every judgement with its answer's text`;

const DEFAULT_QUESTIONS = 'tests/fixtures/questions.json';

await runCommand({
  help: HELP,
  options: { questions: { type: 'string' }, corpus: { type: 'string' }, details: { type: 'boolean' } },
  async run({ values, signal }) {
    const file = values.questions ?? DEFAULT_QUESTIONS;
    const questions = parseQuestions(readText(file), file);
    const dataDir = mkdtempSync(join(tmpdir(), 'casebook-eval-'));
    try {
      const app = await openApp({ ...loadConfig(), dataDir }, { defaultLogLevel: 'warn' });
      try {
        const report =
          values.corpus === undefined
            ? await app.syncCorpus({ signal })
            : await app.ingest([values.corpus], { signal });
        for (const { input, reason } of report.failed) process.stderr.write(`${input}: ${reason}\n`);
        await app.makeVectors({ signal });
        if ((await app.index.size()).sources === 0)
          throw new OperatorError(
            'the corpus is empty, there is nothing to measure: give --corpus PATH, or set CORPUS_DIRS',
            { exitCode: 2 },
          );
        const outcomes = await runQuestions(questions, {
          retriever: app.index,
          reader: app.index,
          ask: await app.asking(),
          verify: await app.verifier(),
          now: () => performance.now(),
          signal,
          onProgress: showProgress,
        });
        const figures = summarise(outcomes.map(({ judgement }) => judgement));
        if (values.json === true) {
          const judged = outcomes.map(({ judgement, answer }) => ({
            ...judgement,
            sentences: answer.sentences.map(({ text }) => text),
          }));
          printJson({ questions: file, corpus: values.corpus ?? null, ...figures, judged });
          return 0;
        }
        process.stdout.write(`${formatReport(figures)}\n`);
        if (values.details === true) {
          for (const [i, { judgement, answer }] of outcomes.entries()) {
            const { answerable, answered, keywords, id } = judgement;
            if (answerable ? keywords === true : !answered) continue;
            const verdict = !answered ? 'refused' : answerable ? 'without the keywords' : 'answered';
            process.stdout.write(`\n${id} ${verdict}: ${questions[i]?.question}\n`);
            for (const { text } of answer.sentences) process.stdout.write(`   ${text}\n`);
          }
        }
        return 0;
      } finally {
        await app.close();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
});

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      `${file} cannot be read (${whyUnreadable(cause)}): give a file with --questions`,
      {
        exitCode: 2,
        cause,
      },
    );
  }
}

function showProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`);
}
