/** `npm run feedback` beside a running bot, on real files. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createState } from '../../src/state/state.ts';
import { newFolder, run } from '../support/run-process.ts';
import { ANSWERED, HOSTILE_TEXT, UNANSWERED } from '../support/sample-answers.ts';

const dataDir = newFolder();
const env = { CASEBOOK_DATA_DIR: dataDir };
const list = async (...args: string[]) => {
  const { code, stdout, stderr } = await run('cli/feedback.ts', [...args, '--json'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(stdout) as { answerId: string }[]).map(({ answerId }) => answerId);
};

beforeAll(async () => {
  let time = Date.now() - 3 * 86_400_000;
  // Stays open, as a server's does.
  const state = createState({ path: join(dataDir, 'state.sqlite'), now: () => time });
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
  for (const [answer, verdict] of [
    [ANSWERED, 'up'],
    [UNANSWERED, 'down'],
  ] as const) {
    await state.answers.save({
      ...place,
      userId: 'UASKER',
      question: `Qui ?\n${HOSTILE_TEXT}\u009b2J`,
      answer,
    });
    await state.errors.report({
      ...place,
      userId: 'UJUDGE',
      answerId: answer.id,
      text: `The date is wrong\u001b[2J`,
      ...(answer === ANSWERED ? { sentence: 2 } : {}),
    });
    await state.ratings.rate({ ...place, answerId: answer.id, userId: 'UJUDGE', verdict });
    time += 2 * 86_400_000;
  }
});

describe('with ratings', () => {
  test('lists them all, or those that are asked for', async () => {
    expect(await list()).toEqual(['answer-2', 'answer-1']);
    expect(await list('--up')).toEqual(['answer-1']);
    expect(await list('--down')).toEqual(['answer-2']);
    expect(await list('--limit', '1')).toEqual(['answer-2']);
    const yesterday = new Date(Date.now() - 1.5 * 86_400_000).toISOString().slice(0, 10);
    expect(await list('--since', yesterday)).toEqual(['answer-2']);
  });

  test('prints lines for people, and nothing that could steer a terminal', async () => {
    const { code, stdout, stderr } = await run('cli/feedback.ts', [], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d {2}👎 down {2}slack T1 {2}answer-2\n {2}\? Qui \? <b>/,
    );
    expect(stdout).toMatch(/not answered: the corpus does not say/);
    expect(stdout).toMatch(/\[2\] lac-gris\/s2\n/);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stdout).not.toMatch(/UASKER|UJUDGE/);
  });
});

describe('with errors reported', () => {
  test('lists them with the sentence that is meant', async () => {
    const { stdout } = await run('cli/feedback.ts', ['--errors', '--json'], { env });
    expect(JSON.parse(stdout)).toMatchObject([
      { answerId: 'answer-2', report: expect.stringMatching(/^The date is wrong/), sentence: null, text: '' },
      {
        answerId: 'answer-1',
        sentence: ANSWERED.sentences[1]?.text,
        sourceIds: ['lac-gris/s1', 'lac-gris/s2', 'lac-gris/s3'],
      },
    ]);
    expect(stdout).not.toMatch(/UASKER|UJUDGE/);
    expect(await list('--errors', '--limit', '1')).toEqual(['answer-2']);
  });

  test('prints them for people, and takes no verdict with them', async () => {
    const { stdout } = await run('cli/feedback.ts', ['--errors'], { env });
    expect(stdout).toMatch(/error {2}slack T1 {2}answer-2\n {2}! The date is wrong/);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect((await run('cli/feedback.ts', ['--errors', '--up'], { env })).code).toBe(2);
  });
});

describe('without', () => {
  test('says that there are none yet, and makes nothing', async () => {
    const folder = join(newFolder(), 'data');
    const options = { env: { CASEBOOK_DATA_DIR: folder } };
    expect(await run('cli/feedback.ts', [], options)).toMatchObject({
      code: 0,
      stdout: 'There are no ratings yet: nobody has rated an answer.\n',
    });
    expect(await run('cli/feedback.ts', ['--json'], options)).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(existsSync(folder)).toBe(false);
  });

  test('says in a line what to do about a damaged file', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'state.sqlite'), 'a letter to a friend, '.repeat(9));
    const { code, stdout, stderr } = await run('cli/feedback.ts', [], { env: { CASEBOOK_DATA_DIR: folder } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^.*state\.sqlite is not a database: move it away[^\n]*\n$/);
  });
});
