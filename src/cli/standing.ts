/** `npm run standing`: what became of a publication, said by a person. */
import '../require-node.ts';
import { OperatorError } from '../core/errors.ts';
import type { Source, Standing } from '../core/source.ts';
import { printable } from './printable.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Say that a publication was corrected or withdrawn, for any source of the corpus.

  npm run standing -- 2025-czech-mfa-apt31/s1 corrected --date 2025-06-02 --note "The figure was wrong."
  npm run standing -- articles/report.md withdrawn
  npm run standing -- articles/report.md clear

  --date DATE    when: 2025, 2025-06 or 2025-06-02
  --note TEXT    what was corrected, or why it was withdrawn; shown to readers
  --json         print {sourceId, title, standing, answers}: how many recent answers cite it

clear takes the word back; what the document itself says holds again. Answers that cite the source say so from now on,
and conversations that were given it are told (CORRECTION_NOTICE_DAYS) by the server. npm run search finds ids.`;

/** Characters of a note: it stands in a chat message among others. */
const MAX_NOTE = 500;

await runCommand({
  help: HELP,
  options: { date: { type: 'string' }, note: { type: 'string' } },
  positionals: true,
  async run({ values, positionals }) {
    const [sourceId, word, ...more] = positionals;
    if (sourceId === undefined || word === undefined || more.length > 0)
      throw new OperatorError('give the id of a source, then corrected, withdrawn or clear', { exitCode: 2 });
    const standing = standingOf(
      word,
      values.date ?? null,
      values.note?.replace(/\p{Cc}+/gu, ' ').trim() || null,
    );
    const [{ setStanding }, { loadConfig }] = await Promise.all([
      import('../app-standing.ts'),
      import('../config.ts'),
    ]);
    const result = await setStanding(loadConfig(), sourceId, standing);
    if (result === null)
      throw new OperatorError(
        `the corpus holds no source "${printable(sourceId)}": npm run search -- WORDS shows ids`,
      );
    const { source, answers } = result;
    if (values.json === true)
      printJson({ sourceId: source.id, title: source.title, standing: source.standing ?? null, answers });
    else process.stdout.write(`${readable(source, answers)}\n`);
    return 0;
  },
});

/** @throws OperatorError (exit code 2). */
function standingOf(word: string, date: string | null, note: string | null): Standing | null {
  if (date !== null && !isStatedDate(date))
    throw new OperatorError(`--date is "${date}", allowed: 2025, 2025-06 or 2025-06-02`, { exitCode: 2 });
  if (note !== null && note.length > MAX_NOTE)
    throw new OperatorError(`--note is longer than ${MAX_NOTE} characters: shorten it`, { exitCode: 2 });
  if (word === 'corrected' || word === 'withdrawn') return { status: word, date, note };
  if (word !== 'clear')
    throw new OperatorError(`"${word}" is not allowed: corrected, withdrawn or clear`, { exitCode: 2 });
  if (date !== null || note !== null)
    throw new OperatorError('clear takes no --date and no --note', { exitCode: 2 });
  return null;
}

function isStatedDate(text: string): boolean {
  const match = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(text);
  if (match === null) return false;
  const full = `${match[1]}${match[2] ?? '-01'}${match[3] ?? '-01'}`;
  const date = new Date(`${full}T00:00:00Z`);
  // JavaScript takes 31 April for 1 May.
  return !Number.isNaN(date.getTime()) && date.toJSON().startsWith(full);
}

function readable({ id, title, standing }: Source, answers: number): string {
  const said =
    standing === undefined
      ? 'stands as it was'
      : [standing.status, standing.date, standing.note].filter((part) => part !== null).join(', ');
  const toBeTold = standing !== undefined && answers > 0;
  const told = toBeTold ? `\nRecent answers cite it (${answers}): the server tells their conversations.` : '';
  return `${printable(id)} (${printable(title)}): ${printable(said)}${told}`;
}
