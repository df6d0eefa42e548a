/** `npm run explain` on what was kept and on a real corpus. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { AnswerAudit } from '../../src/core/audit.ts';
import { createState } from '../../src/state/state.ts';
import { newFolder, run } from '../support/run-process.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const ID = '3f2a9c1e-7b60-4d6e-9a55-0c2f8f6f1e2b';
const BARE = '77777777-aaaa-4d6e-9a55-0c2f8f6f1e2b';
const OLD = '88888888-aaaa-4d6e-9a55-0c2f8f6f1e2b';
const TEXT = 'The ministry accuses Copper Heron of the intrusion.';
const dataDir = newFolder();
const env = { CASEBOOK_DATA_DIR: dataDir, CORPUS_DIRS: '' };
const explain = (...args: string[]) => run('cli/explain.ts', args, { env });

beforeAll(async () => {
  const articles = join(dataDir, 'articles');
  mkdirSync(articles);
  writeFileSync(join(articles, 'note.md'), `# Port of Velmar\n\n${TEXT}\n`);
  expect((await run('cli/ingest.ts', [articles], { env })).code).toBe(0);
  const passage = { sourceId: 'note.md', start: 0, end: 200, contentHash: 'another', use: 'cited' } as const;
  const audit: AnswerAudit = {
    asked: 'Who attacked the port of Velmar?',
    versions: { lexicon: 'lex-1' },
    model: {
      name: 'openai:small',
      promptHash: 'abc123',
      outcome: 'answered',
      failure: null,
      tokens: { input: 900, output: 80 },
    },
    passages: [passage, { ...passage, sourceId: 'nowhere.md', use: 'found' }],
    sentences: [
      { text: 'Heron took 41 million files.', outcome: 'dropped', reasons: ['number: 41 million'] },
    ],
    timings: { search: 12.4 },
  };
  let time = Date.now();
  const state = createState({ path: join(dataDir, 'state.sqlite'), now: () => time });
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
  const given = { ...place, userId: 'UASKER', question: 'and \u001b[2Jthere?' };
  const answer = (id: string) => ({ ...ANSWERED, id });
  await state.answers.save({ ...given, answer: answer(ID), threadId: 't1', audit });
  await state.answers.save({ ...given, answer: answer(BARE), threadId: 't1' });
  await state.answers.save({ ...given, answer: answer(`${ID.slice(0, 9)}0`), threadId: 't1' });
  await state.ratings.rate({ ...place, answerId: ID, userId: 'UJUDGE', verdict: 'down' });
  await state.errors.report({ ...place, answerId: ID, userId: 'UJUDGE', text: 'No date.', sentence: 1 });
  const change = { kind: 'withdrawn', date: '2026-01', note: 'Wrong.' } as const;
  const [first] = ANSWERED.citations;
  if (first === undefined) throw new Error('the sample cites nothing');
  const cited = { ...first, ...change, publishedAt: null };
  await state.corrections.setChanges(
    { ...place, answer: answer(ID) },
    first.sourceId,
    [change],
    [{ change: cited, from: new Date(time) }],
  );
  time -= 91 * 86_400_000;
  await state.answers.save({ ...given, answer: answer(OLD) });
  await state.close();
});

test('tells all that is kept of an answer, and how its passages read now', async () => {
  const { code, stdout, stderr } = await explain('3f2a9c1e-7');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const line of [
    /^3f2a9c1e-7b60-4d6e-9a55-0c2f8f6f1e2b {2}\d{4}-.* {2}slack T1 C1$/m,
    /^understood as: Who attacked the port of Velmar\?$/m,
    /model openai:small: answered/,
    /prompt abc123/,
    /tokens 900 in, 80 out/,
    /lexicon lex-1/,
    /note\.md 0-200 {2}! the source has changed since/,
    /The ministry accuses Copper Heron of the intrusion\./,
    /nowhere\.md 0-200 {2}! the source is no longer in the corpus/,
    /dropped: Heron took 41 million files\.\n {4}number: 41 million/,
    /reports-claims: /,
    /search 12/,
    /down$/m,
    /No date\.\n {4}in: Selon le ministère/,
    /lac-gris\/s1 {2}withdrawn, 2026-01, Wrong\. {2}\(not told yet: due /,
  ])
    expect(stdout).toMatch(line);
  expect(stdout).not.toMatch(/UASKER|UJUDGE/);
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('prints one JSON document', async () => {
  const { stdout } = await explain(ID, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    platform: 'slack',
    answer: { id: ID },
    audit: { asked: 'Who attacked the port of Velmar?' },
    passages: [
      { sourceId: 'note.md', now: 'changed', text: expect.stringContaining(TEXT) },
      { sourceId: 'nowhere.md', now: 'gone', text: null },
    ],
    ratings: [{ verdict: 'down' }],
    errors: [{ text: 'No date.', sentence: 1 }],
    corrections: [{ kind: 'withdrawn', sentAt: null, attempts: 0 }],
  });
});

test('says where nothing was kept of how an answer came about', async () => {
  const { code, stdout } = await explain('77777777');
  expect(code).toBe(0);
  expect(stdout).toMatch(/How it came about was not kept/);
});

test.each([
  [['deadbeef'], 1, /no answer is kept under deadbeef: .*90 days.*grep '"referenceId":"deadbeef'/],
  [['88888888'], 1, /no answer is kept under 88888888/],
  [['3f2a9c1e'], 1, /is the beginning of 3f2a9c1e-0 and of 3f2a9c1e-7b60/],
  [['3f2a9c1'], 2, /give 8 of its characters/],
  [['%%%%%%%%%'], 2, /letters, digits and hyphens/],
  [[], 2, /give one reference id/],
])('%j is answered in one line', async (args, code, said) => {
  expect(await explain(...args)).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) });
});
