/** `npm run explain`: how an answer came about, by its reference id. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import { explanationLines } from './explanation-lines.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Tell how an answer came about: question, passages found and cited, model, what verification dropped, what followed.

  npm run explain -- 3f2a9c1e
  npm run explain -- 3f2a9c1e-7b60-4d6e-9a55-0c2f8f6f1e2b --json

The first eight characters of the reference id are enough where no other answer's begin so. Passages are shown as the
index has them now. Who asked, rated or reported is not shown. Answers are kept for 90 days.`;

/** Characters of an id's beginning: fewer would fit several soon. */
const LEAST = 8;

await runCommand({
  help: HELP,
  options: {},
  positionals: true,
  async run({ values, positionals }) {
    const [reference, ...more] = positionals;
    if (reference === undefined || more.length > 0)
      throw new OperatorError('give one reference id, such as 3f2a9c1e', { exitCode: 2 });
    if (!/^[\w-]{1,64}$/.test(reference) || reference.length < LEAST)
      throw new OperatorError(
        `a reference id has letters, digits and hyphens; give ${LEAST} of its characters or more`,
        { exitCode: 2 },
      );
    const [{ explainAnswer }, { loadConfig }] = await Promise.all([
      import('../app-explain.ts'),
      import('../config.ts'),
    ]);
    const [found, another] = await explainAnswer(loadConfig(), reference);
    if (found === undefined)
      throw new OperatorError(
        `no answer is kept under ${reference}: it is older than 90 days, was deleted at its asker's wish, was given ` +
          'in the terminal, which keeps none, or was none. The reference of a failure is in the log of the server alone: ' +
          `grep '"referenceId":"${reference}' there`,
      );
    if (another !== undefined)
      throw new OperatorError(
        `${reference} is the beginning of ${found.answer.id} and of ${another.answer.id}: give more of it`,
      );
    if (values.json === true) printJson(found);
    else process.stdout.write(`${explanationLines(found).join('\n')}\n`);
    return 0;
  },
});
