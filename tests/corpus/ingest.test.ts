/** Ingest on real folders: what is new, changed, gone or bad, and what a crash leaves. */
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestProgress } from '../../src/corpus/corpus-store.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { createMemoryCorpusStore, type MemoryCorpusStore } from '../support/memory-corpus-store.ts';
import { CASE_ID, CASE_TEXT } from './case-kit.ts';

let base: string;
let folder: string;
let store: MemoryCorpusStore;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'casebook-ingest-')));
  folder = join(base, 'articles');
  mkdirSync(folder);
  store = createMemoryCorpusStore();
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const article = (name: string): string =>
  `Le port de ${name} a protesté mardi contre une intrusion. La police enquête avec ses voisins. Rien n’a été volé.`;
function write(path: string, content: string | Uint8Array = article(path)): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}
const run = (paths: string | string[] = folder) =>
  ingest(typeof paths === 'string' ? [paths] : paths, { store, origin: 'ingested' });
const ids = (): string[] => [...store.documents.keys()].sort();
const counts = { added: 0, updated: 0, unchanged: 0, removed: 0, failed: [] };

describe('a folder', () => {
  it('is read in depth, with ids relative to it, and stored with origin', async () => {
    write('b.txt');
    write('sub/deep/a.md', `# Un titre de presse\n\n${article('a')}`);
    expect(await run()).toEqual({ ...counts, added: 2 });
    expect(ids()).toEqual(['b.txt', 'sub/deep/a.md']);
    expect(store.documents.get('sub/deep/a.md')).toMatchObject({
      root: folder,
      origin: 'ingested',
      document: { source: { title: 'Un titre de presse', lang: 'fr', textKind: 'original', reviewed: true } },
    });
  });

  it('writes nothing when nothing changed', async () => {
    write('a.txt');
    write('x.jsonl', `{"id":"one","text":"${article('one')}"}\n`);
    write(`${CASE_ID}.md`, CASE_TEXT);
    expect(await run()).toEqual({ ...counts, added: 5 });
    const before = store.writes.length;
    expect(await run()).toEqual({ ...counts, unchanged: 5 });
    expect(store.writes.slice(before)).toEqual([]);
  });

  it('updates what changed and removes what is gone, of this root alone', async () => {
    write('a.txt');
    write('b.txt');
    write('c.txt');
    const other = join(base, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'z.txt'), article('z'));
    await run([folder, other]);
    write('a.txt', article('elsewhere'));
    rmSync(join(folder, 'b.txt'));
    expect(await run()).toEqual({ ...counts, updated: 1, unchanged: 1, removed: 1 });
    expect(ids()).toEqual(['a.txt', 'c.txt', 'z.txt']);
  });

  it('passes over hidden files, other kinds, its own papers, and links that lead out', async () => {
    write('a.txt');
    write('.hidden.txt');
    write('.git/x.txt');
    write('README.md');
    write('LICENSE.txt');
    write('photo.png', Buffer.from([0x89, 0x50]));
    writeFileSync(join(base, 'secret.txt'), article('secret'));
    symlinkSync(join(base, 'secret.txt'), join(folder, 'out.txt'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'again.txt'));
    symlinkSync(folder, join(folder, 'loop'));
    expect(await run()).toEqual({ ...counts, added: 1 });
    expect(ids()).toEqual(['a.txt']);
  });

  it('ingests everything else when files are bad, and says why', async () => {
    write('good.txt');
    write('empty.txt', '');
    write('binary.txt', Buffer.from([1, 2, 0, 3, 0, 0]));
    write('encoding.txt', Buffer.from([0x61, 0xd6, 0xd0, 0xb9, 0xfa, 0xcd, 0xe2]));
    write('large.txt', Buffer.alloc(20_000_001, 'a '));
    write('only-ads.txt', 'Publicité\nPartager :\n');
    write('page.html', '<p>Text</p>');
    write('paper.pdf', '%PDF-1.7');
    write('meta.md', `---\ntitle: T\nurl: ftp://x.example/\n---\n${article('m')}`);
    write('yaml.md', `---\ntitle: [\n---\n${article('m')}`);
    const report = await run();
    expect({ ...report, failed: [] }).toEqual({ ...counts, added: 1 });
    const reasons = Object.fromEntries(
      report.failed.map(({ input, reason }) => [input.replace(`${folder}/`, ''), reason]),
    );
    expect(reasons).toEqual({
      'binary.txt': expect.stringContaining('binary'),
      'empty.txt': expect.stringContaining('empty'),
      'encoding.txt': expect.stringContaining('UTF-8'),
      'large.txt': expect.stringContaining('20 MB'),
      'meta.md': expect.stringContaining('url: must be an http or https address'),
      'only-ads.txt': expect.stringContaining('no sentence'),
      'page.html': expect.stringContaining('no article is found'),
      'paper.pdf': expect.stringContaining('is damaged'),
      'yaml.md': expect.stringMatching(/^line \d: not valid YAML/),
    });
    for (const reason of Object.values(reasons)) expect(reason).not.toContain('\n');
  });

  it('keeps what is stored of a file that has become bad, and mends it later', async () => {
    write('a.txt');
    await run();
    write('a.txt', Buffer.from([0, 1, 2]));
    expect(await run()).toMatchObject({ ...counts, failed: [{ input: join(folder, 'a.txt') }] });
    expect(ids()).toEqual(['a.txt']);
    write('a.txt');
    expect(await run()).toEqual({ ...counts, unchanged: 1 });
  });

  it('removes nothing while a file of it cannot be read', async () => {
    write('a.txt');
    write('b.txt');
    await run();
    rmSync(join(folder, 'b.txt'));
    symlinkSync(join(folder, 'c.txt'), join(folder, 'c.txt'));
    expect(await run()).toMatchObject({
      removed: 0,
      unchanged: 1,
      failed: [{ input: join(folder, 'c.txt') }],
    });
    expect(ids()).toEqual(['a.txt', 'b.txt']);
  });

  it('stores many documents in several transactions and tells its progress in bytes', async () => {
    for (let i = 0; i < 450; i += 1) write(`${i}.txt`, `${article(`${i}`)} Numéro ${i}.`);
    const progress: IngestProgress[] = [];
    await ingest([folder], { store, origin: 'configured', onProgress: (step) => progress.push(step) });
    // Of two passages each.
    expect(store.writes).toEqual(['put 200', 'put 200', 'put 50']);
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
    expect(progress.every(({ done }, i) => done >= (progress[i - 1]?.done ?? 0))).toBe(true);
  });
});

describe('a single path', () => {
  it('is its own root, with its base name as id', async () => {
    const path = write('sub/README.md');
    expect(await run(path)).toEqual({ ...counts, added: 1 });
    expect(store.documents.get('README.md')?.root).toBe(path);
  });

  it('that cannot be ingested fails with a reason', async () => {
    const paths = [
      write('page.html'),
      write('paper.pdf'),
      write('photo.png'),
      write('noending'),
      join(folder, 'absent.txt'),
      'https://news.example/article',
      '/dev/null',
    ];
    const { failed } = await run(paths);
    expect(failed.map(({ input }) => input).sort()).toEqual([...paths].sort());
  });

  it('that is gone keeps what was ingested from it', async () => {
    const path = write('a.txt');
    await run(path);
    rmSync(path);
    expect(await run(path)).toMatchObject({
      ...counts,
      failed: [{ reason: expect.stringContaining('no such file') }],
    });
    expect(ids()).toEqual(['a.txt']);
  });
});

describe('ids', () => {
  it('that another root holds get the root’s name, and stay so', async () => {
    write('a.txt');
    const other = join(base, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'a.txt'), article('other'));
    expect(await run([folder, other])).toEqual({ ...counts, added: 2 });
    expect(ids()).toEqual(['a.txt', 'other/a.txt']);
    expect(store.documents.get('other/a.txt')?.document.passages[0]?.id).toBe('other/a.txt#0');
    rmSync(join(folder, 'a.txt'));
    expect(await run([folder, other])).toEqual({ ...counts, unchanged: 1, removed: 1 });
    expect(ids()).toEqual(['other/a.txt']);
  });

  it('fail when both choices are taken, or when one root uses them twice', async () => {
    write('a.txt');
    for (const name of ['one/other', 'two/other']) {
      mkdirSync(join(base, name), { recursive: true });
      writeFileSync(join(base, name, 'a.txt'), article(name));
    }
    const report = await run([folder, join(base, 'one/other'), join(base, 'two/other')]);
    expect(report).toMatchObject({
      added: 2,
      failed: [{ reason: expect.stringContaining('taken by another root') }],
    });
    write('x.jsonl', `{"id":"a.txt","text":"${article('x')}"}`);
    expect(await run()).toMatchObject({ failed: [{ reason: expect.stringContaining('used twice') }] });
  });
});

describe('a JSONL archive', () => {
  it('gives each line’s fields to its source', async () => {
    const line = {
      id: 'n1',
      title: 'Un titre',
      text: article('n'),
      lang: 'fr',
      publisher: 'La Gazette',
      date: '2031-04-02T10:00:00Z',
      url: 'https://gazette.example/n1',
    };
    const path = write(
      'x.jsonl',
      `\ufeff${JSON.stringify(line)}\r\n\n{"id":2,"text":${JSON.stringify(article('two'))},"title":null,"url":""}`,
    );
    expect(await run(path)).toEqual({ ...counts, added: 2 });
    expect(store.documents.get('n1')?.document.source).toMatchObject({
      title: 'Un titre',
      titleIsDescriptive: false,
      publisher: 'La Gazette',
      publishedAt: '2031-04-02',
      url: 'https://gazette.example/n1',
      lang: 'fr',
    });
    expect(store.documents.get('2')?.document.source).toMatchObject({
      titleIsDescriptive: true,
      url: null,
      publishedAt: null,
    });
  });

  it('fails bad lines singly, each with its number, and takes the rest', async () => {
    const good = JSON.stringify({ id: 'good', text: article('good') });
    const lines = [
      'not json',
      JSON.stringify({ id: 'a', text: '' }),
      JSON.stringify({ text: article('b') }),
      JSON.stringify({ id: 'c', text: article('c'), url: 'javascript:alert(1)', date: 'yesterday' }),
      JSON.stringify({ id: 'good', text: article('again') }),
      '[1]',
      JSON.stringify({ id: 'd', title: 7 }),
    ];
    const path = write(
      'x.jsonl',
      [good, ...lines, `{"id":"long","text":"${'a '.repeat(2_600_000)}"}`].join('\n'),
    );
    const { failed, ...rest } = await run(path);
    expect(rest).toMatchObject({ added: 1 });
    expect(failed.map(({ input }) => input)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${path}:${n}`));
    expect(failed[3]?.reason).toContain('url: must be');
    expect(failed[3]?.reason).toContain('date: must be');
    expect(failed[2]?.reason).toBe('id: is missing');
    expect(failed[5]?.reason).toBe('line: must be an object with fields');
    expect(failed[6]?.reason).toBe('title: must be text; text: is missing');
  });

  it('tells the first hundred bad lines and counts the rest', async () => {
    const { failed } = await run(write('x.jsonl', 'no\n'.repeat(250)));
    expect(failed).toHaveLength(101);
    expect(failed.at(-1)?.reason).toContain('150 more lines');
  });

  it('is refused whole when it is binary, UTF-16 or empty', async () => {
    for (const bytes of [Buffer.from([1, 0, 2]), Buffer.from('\ufeff{}', 'utf16le'), Buffer.from('\n \n')]) {
      expect((await run(write('x.jsonl', bytes))).failed).toHaveLength(1);
    }
  });

  it('is updated line by line', async () => {
    const line = (id: string, text: string): string => JSON.stringify({ id, text });
    const path = write(
      'x.jsonl',
      [line('a', article('a')), line('b', article('b')), line('c', article('c'))].join('\n'),
    );
    await run(path);
    write('x.jsonl', [line('a', article('a')), line('b', article('changed'))].join('\n'));
    expect(await run(path)).toEqual({ ...counts, unchanged: 1, updated: 1, removed: 1 });
  });
});

describe('case files', () => {
  const caseFile = (): string => write(`${CASE_ID}.md`, CASE_TEXT);
  const secondId = '2032-other-port';
  const second = CASE_TEXT.replace(CASE_ID, secondId);

  it('bring their sources and their case record', async () => {
    caseFile();
    write('a.txt');
    expect(await run()).toEqual({ ...counts, added: 4 });
    expect(store.cases.get(folder)?.map(({ id }) => id)).toEqual([CASE_ID]);
    expect(ids()).toEqual([`${CASE_ID}/s1`, `${CASE_ID}/s2`, `${CASE_ID}/s3`, 'a.txt']);
    const hashes = [...store.documents.values()].map(({ document }) => document.source.contentHash);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that are gone leave with their record', async () => {
    caseFile();
    write(`${secondId}.md`, second);
    await run();
    rmSync(join(folder, `${CASE_ID}.md`));
    expect(await run()).toEqual({ ...counts, unchanged: 3, removed: 3 });
    expect(store.cases.get(folder)?.map(({ id }) => id)).toEqual([secondId]);
    expect(store.writes.slice(-2)).toEqual(['putCases 1', 'remove 3']);
  });

  it('that break keep their earlier sources and record, and say each problem with its line', async () => {
    caseFile();
    write(`${secondId}.md`, second);
    await run();
    const path = write(
      `${CASE_ID}.md`,
      CASE_TEXT.replace('kind: denial', 'kind: refusal').replace('lang: en', 'lang: x'),
    );
    write(`${secondId}.md`, second.replace('depuis 2030', 'depuis 2029'));
    const report = await run();
    expect(report).toMatchObject({ updated: 3, removed: 0 });
    expect(report.failed.map(({ input }) => input)).toEqual([`${path}:19`, `${path}:33`]);
    expect(ids()).toHaveLength(6);
    expect(store.cases.get(folder)).toHaveLength(2);
    caseFile();
    await run();
    expect(
      store.cases
        .get(folder)
        ?.map(({ period }) => period)
        .sort(),
    ).toEqual(['depuis 2029', 'depuis 2030']);
    expect(await run()).toEqual({ ...counts, unchanged: 6 });
  });

  it('that never were right keep nobody else back', async () => {
    caseFile();
    write(`${secondId}.md`, second.replace('kind: denial', 'kind: refusal'));
    expect(await run()).toMatchObject({ added: 3, failed: [{ input: join(folder, `${secondId}.md:19`) }] });
    expect(store.cases.get(folder)?.map(({ id }) => id)).toEqual([CASE_ID]);
  });

  it('belong to one root only', async () => {
    const path = caseFile();
    await run();
    expect(await run(path)).toMatchObject({
      added: 0,
      failed: [{ reason: expect.stringContaining('already in the corpus') }],
    });
    expect(store.cases.get(path) ?? []).toEqual([]);
    write(`copy/${CASE_ID}.md`, CASE_TEXT);
    expect(await run()).toMatchObject({
      unchanged: 3,
      failed: [{ reason: expect.stringContaining('two files') }],
    });
  });

  it('are whole again on the next run, wherever a crash stopped the one before', async () => {
    caseFile();
    write(`${secondId}.md`, second);
    for (let survived = 0; ; survived += 1) {
      let calls = 0;
      let crashed = false;
      store = createMemoryCorpusStore(() => {
        calls += 1;
        if (!crashed && calls > survived) {
          crashed = true;
          throw new Error('killed');
        }
      });
      const first = await run().catch(() => null);
      await run();
      expect(store.cases.get(folder)).toHaveLength(2);
      expect(ids()).toHaveLength(6);
      expect(await run()).toEqual({ ...counts, unchanged: 6 });
      if (first !== null) break;
    }
  });
});

describe('an abort', () => {
  it('ends between transactions, keeps what was stored, removes nothing', async () => {
    for (let i = 0; i < 300; i += 1) write(`${String(i).padStart(3, '0')}.txt`, article(`${i}`));
    await run();
    renameSync(join(folder, '299.txt'), join(folder, '000-new.txt'));
    for (let i = 0; i < 299; i += 1) write(`${String(i).padStart(3, '0')}.txt`, article(`new ${i}`));
    const control = new AbortController();
    store = createMemoryCorpusStore((call) =>
      call.startsWith('put') ? control.abort(new Error('stopped')) : undefined,
    );
    const stopped = ingest([folder], { store, origin: 'ingested', signal: control.signal });
    await expect(stopped).rejects.toThrow('stopped');
    expect(store.writes).toEqual(['put 200']);
  });
});
