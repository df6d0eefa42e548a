/** `npm run standing` on a real corpus, beside what has been kept of answers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createState } from '../../src/state/state.ts';
import { newFolder, run } from '../support/run-process.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

test('a word on a source is kept, told, listed with answers that cite it, and taken back', async () => {
  const dataDir = newFolder();
  const articles = join(dataDir, 'articles');
  mkdirSync(articles);
  writeFileSync(
    join(articles, 'note.md'),
    '# Port of Velmar\n\nThe ministry accuses Copper Heron of the intrusion.\n',
  );
  const env = { CASEBOOK_DATA_DIR: dataDir, CORPUS_DIRS: '' };
  expect((await run('cli/ingest.ts', [articles], { env })).code).toBe(0);
  const state = createState({ path: join(dataDir, 'state.sqlite'), now: Date.now });
  const citations = ANSWERED.citations.slice(0, 1).map((c) => ({
    ...c,
    sourceId: 'note.md',
    excerpt: 'The ministry accuses Copper Heron of the intrusion.',
  }));
  await state.answers.save({
    ...place,
    userId: 'U1',
    question: 'Who?',
    threadId: 't1',
    answer: { ...ANSWERED, citations },
  });

  const words = ['note.md', 'withdrawn', '--date', '2026-01', '--note', 'Wrong\u001b[2J port.'];
  const { code, stdout } = await run('cli/standing.ts', [...words, '--json'], { env });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    sourceId: 'note.md',
    title: 'Port of Velmar',
    standing: { status: 'withdrawn', date: '2026-01', note: 'Wrong [2J port.' },
    answers: 1,
  });
  expect((await state.corrections.claim('slack'))?.changes).toMatchObject([
    { sourceId: 'note.md', kind: 'withdrawn', date: '2026-01' },
  ]);
  await state.close();

  const cleared = await run('cli/standing.ts', ['note.md', 'clear'], { env });
  expect(cleared.stdout).toMatch(/^note\.md \(Port of Velmar\): stands as it was\n$/);
});

test.each([
  [['note.md'], 2, /give the id of a source/],
  [['note.md', 'wrong'], 2, /corrected, withdrawn or clear/],
  [['note.md', 'corrected', '--date', '2026-02-30'], 2, /--date is "2026-02-30"/],
  [['note.md', 'clear', '--note', 'x'], 2, /clear takes no/],
  [['nowhere.md', 'corrected'], 1, /the corpus holds no source "nowhere\.md"/],
])('%j is refused in one line', async (words, code, said) => {
  const env = { CASEBOOK_DATA_DIR: newFolder(), CORPUS_DIRS: '' };
  const result = await run('cli/standing.ts', words, { env });
  expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) });
});
