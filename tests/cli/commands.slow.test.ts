/** The commands as scripts use them: JSON alone on stdout, exit codes, errors as lines, on a real data folder. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { APPLICATION_ID } from '../../src/index/migrations.ts';
import { newFolder, run, SHIPPED_CORPUS, start } from '../support/run-process.ts';

const QUESTION = 'Who attacked the Czech foreign ministry?';
const dataDir = join(newFolder(), 'data');
const env = { CASEBOOK_DATA_DIR: dataDir, CORPUS_DIRS: SHIPPED_CORPUS };

beforeAll(async () => {
  expect(await run('cli/search.ts', ['ministère', '--json'], { env })).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

describe('ask', () => {
  test('--json prints one answer with its text and nothing else', async () => {
    const { code, stdout, stderr } = await run('cli/ask.ts', [QUESTION, '--json'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answer = JSON.parse(stdout) as Answer & { text: string };
    expect(answer).toMatchObject({ status: 'answered', method: 'extractive', lang: 'en' });
    expect(answer.sentences.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(answer.text).toContain('[1]');
    expect(answer.text).toContain('APT31');
  });

  test('takes the words as they come, the language that is forced, and stdin', async () => {
    const words = await run('cli/ask.ts', ['--json', '--lang', 'fr', ...QUESTION.split(' ')], { env });
    expect(JSON.parse(words.stdout)).toMatchObject({ status: 'answered', lang: 'fr' });
    const piped = await run('cli/ask.ts', ['-', '--json'], { env, stdin: `${QUESTION}\n` });
    expect(JSON.parse(piped.stdout)).toMatchObject({ status: 'answered', lang: 'en' });
  });

  test('refuses with exit code 0: a refusal is an answer', async () => {
    const { code, stdout } = await run('cli/ask.ts', ['How do I bake bread?', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'unanswered',
      sentences: [],
      citations: [],
      text: '',
    });
  });

  test('prints sentences and sources for people, without colours into a pipe', async () => {
    const { code, stdout, stderr } = await run('cli/ask.ts', [QUESTION], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\[1\](?:\[\d+\])*\n/);
    expect(stdout).toMatch(/^Sources$/m);
    expect(stdout).not.toContain('\u001b[');
  });

  test('ends quietly when its reader has seen enough', async () => {
    const { child, outcome } = start('cli/ask.ts', [QUESTION], { env });
    child.stdout.destroy();
    expect(await outcome).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('search', () => {
  test('--json prints the passages, best first', async () => {
    const { stdout, stderr } = await run('cli/search.ts', ['ambassadeur convoqué', '--k', '3', '--json'], {
      env,
    });
    expect(stderr).toBe('');
    const hits = JSON.parse(stdout) as { passageId: string; sourceId: string; score: number; text: string }[];
    expect(hits).toHaveLength(3);
    expect(hits[0]?.text).toMatch(/ambassadeur/);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  test('--batch answers a line with a line', async () => {
    const cwd = newFolder();
    const queries = [
      { id: 'a', text: '大使', lang: 'zh' },
      { id: 7, text: 'APT31' },
    ];
    writeFileSync(join(cwd, 'q.jsonl'), `${queries.map((query) => JSON.stringify(query)).join('\n')}\n\n`);
    const { code, stdout, stderr } = await run('cli/search.ts', ['--batch', 'q.jsonl', '--k', '2'], {
      cwd,
      env,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', 7]);
    for (const { hits } of lines) expect(Object.keys(hits[0])).toEqual(['passageId', 'sourceId', 'score']);
  });
});

describe('ingest', () => {
  test('reports what it did, keeps the rest when files are bad, and says why', async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(
      join(cwd, 'in', 'good.txt'),
      'Le port de Lurnay a signalé une intrusion. Aucun groupe ne la revendique.\n',
    );
    writeFileSync(join(cwd, 'in', 'empty.txt'), '');
    const options = { cwd, env: { CASEBOOK_DATA_DIR: join(cwd, 'data'), CORPUS_DIRS: '' } };
    const first = await run('cli/ingest.ts', ['in', '--json'], options);
    expect(first.code).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({ added: 1, failed: [{ input: 'in/empty.txt' }] });
    expect(first.stderr).toMatch(/^in\/empty\.txt: .+\n$/);

    writeFileSync(join(cwd, 'in', 'empty.txt'), 'Les douanes de Lurnay démentent toute fuite de données.\n');
    const second = await run('cli/ingest.ts', ['in', '--json'], options);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(second.stdout)).toEqual({ added: 1, updated: 0, unchanged: 1, removed: 0, failed: [] });

    // What was ingested stays, whatever folders the settings list.
    const found = await run('cli/search.ts', ['Lurnay', '--json'], options);
    expect(JSON.parse(found.stdout)).toHaveLength(2);
  }, 60_000);

  test('a path that does not exist is told in a line', async () => {
    const { code, stdout, stderr } = await run('cli/ingest.ts', ['nowhere', '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).failed).toHaveLength(1);
    expect(stderr).toMatch(/^nowhere: there is no such file/);
  });

  test('folders that the settings no longer list leave the index', async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, 'a'));
    writeFileSync(join(cwd, 'a', 'x.txt'), 'La mairie de Brévan accuse un groupe inconnu.\n');
    const search = async (dirs: string) => {
      const settings = { CASEBOOK_DATA_DIR: join(cwd, 'data'), CORPUS_DIRS: dirs };
      return JSON.parse((await run('cli/search.ts', ['Brévan', '--json'], { cwd, env: settings })).stdout);
    };
    expect(await search('a')).toHaveLength(1);
    expect(await search('')).toHaveLength(0);
  }, 60_000);
});

describe('doctor', () => {
  test('is content with a sound folder', async () => {
    const { code, stdout, stderr } = await run('cli/doctor.ts', ['--json'], { env: { ...env, PORT: '0' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });

  test('makes nothing where nothing is', async () => {
    const cwd = newFolder();
    const { stdout } = await run('cli/doctor.ts', [], { cwd, env: { CORPUS_DIRS: '', PORT: '0' } });
    expect(stdout).toMatch(/^ok {3}database: none yet/m);
    expect(existsSync(join(cwd, '.data'))).toBe(false);
  });
});

describe('a data folder that cannot be used is told in one line, and nothing is damaged', () => {
  test.each([
    ['a damaged database', 'this is no database at all, '.repeat(400), /is not a database|is damaged/],
    ['a newer database', newerDatabase(), /written by a newer Casebook/],
  ])(
    '%s',
    async (_, content, said) => {
      const folder = newFolder();
      const path = join(folder, 'casebook.db');
      writeFileSync(path, content);
      const before = readFileSync(path);
      const settings = { ...env, CASEBOOK_DATA_DIR: folder };
      for (const [entry, args] of [
        ['cli/ask.ts', ['x']],
        ['cli/ingest.ts', [SHIPPED_CORPUS]],
        ['main.ts', []],
      ] as const) {
        const { code, stdout, stderr } = await run(entry, args, { env: settings });
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toMatch(said);
        expect(stderr.trim().split('\n')).toHaveLength(1);
      }
      const doctor = await run('cli/doctor.ts', [], { env: settings });
      expect(doctor).toMatchObject({ code: 1, stderr: '' });
      expect(doctor.stdout).toMatch(said);
      expect(readFileSync(path).equals(before)).toBe(true);
    },
    60_000,
  );

  test('a file in its place', async () => {
    const path = join(newFolder(), 'file');
    writeFileSync(path, 'mine');
    const { code, stderr } = await run('cli/ask.ts', ['x'], { env: { ...env, CASEBOOK_DATA_DIR: path } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^the data folder .* a file is in its way.*\n$/);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

function newerDatabase(): Buffer {
  const path = join(newFolder(), 'newer.db');
  const db = new DatabaseSync(path);
  db.exec(`CREATE TABLE t (x); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 999`);
  db.close();
  return readFileSync(path);
}
