/** `npm run ask -- "question"`: one question, one cited answer. */
import '../require-node.ts';
import { text as readAll } from 'node:stream/consumers';
import type { App } from '../app.ts';
import { ANSWER_LANGS, type AnswerLang, answerText } from '../core/answer.ts';
import { MAX_QUESTION } from '../core/ask.ts';
import { OperatorError } from '../core/errors.ts';
import { type ExitCode, printJson, runCommand } from './run-command.ts';
import { withApp } from './with-app.ts';

const HELP = `
Ask the corpus a question and get an answer with its sources.

  npm run ask -- "Who was blamed for the attack on the Czech foreign ministry?"
  echo "Que répond la Chine ?" | npm run -s ask -- -

  --lang fr|en|zh   language of the answer; otherwise that of the question
  --json            print the answer as one JSON document

Exit code 0 when the question was handled (also when the corpus does not hold the answer), 1 when something broke,
2 when the command or a setting is wrong.`;

await runCommand({
  help: HELP,
  options: { lang: { type: 'string' } },
  positionals: true,
  async run({ values, positionals, signal }) {
    const lang = answerLang(values.lang);
    const fromStdin = positionals.length === 1 && positionals[0] === '-';
    const question = (fromStdin ? await readAll(process.stdin) : positionals.join(' ')).trim();
    if (question === '')
      throw new OperatorError('no question given; --help explains the command', { exitCode: 2 });
    if (question.length > MAX_QUESTION)
      throw new OperatorError(
        `the question has ${question.length} characters, allowed: at most ${MAX_QUESTION}; shorten it`,
        { exitCode: 2 },
      );
    const put = async (app: App): Promise<ExitCode> => {
      const final = await app.ask(question, lang, values.json === true ? null : process.stdout);
      if (final?.type === 'failure') return 1;
      if (values.json !== true || final === null) return 0;
      if (final.type !== 'answer')
        throw new OperatorError(final.type === 'text' ? final.text : 'no answer came');
      printJson({ ...final.answer, text: answerText(final.answer) });
      return 0;
    };
    return withApp(signal, put, { willAsk: true });
  },
});

function answerLang(value: string | undefined): AnswerLang | undefined {
  const lang = ANSWER_LANGS.find((known) => known === value);
  if (value !== undefined && lang === undefined)
    throw new OperatorError(`--lang is "${value}", allowed: ${ANSWER_LANGS.join(', ')}`, { exitCode: 2 });
  return lang;
}
