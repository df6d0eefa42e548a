/** Archives packed and piped, PDF files in folders and at addresses: every form that an article comes in. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFetchPage } from '../../src/app-fetch.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';
import { createMemoryCorpusStore, type MemoryCorpusStore } from '../support/memory-corpus-store.ts';
import { FRENCH, newsPage } from '../support/news-pages.ts';
import { column, writePdf } from '../support/pdf-writer.ts';
import { newFolder } from '../support/run-process.ts';
import { startSite } from '../support/site-kit.ts';

const counts = { added: 0, updated: 0, unchanged: 0, removed: 0, failed: [] };
const text = (name: string): string =>
  `Le port de ${name} a protesté mardi contre une intrusion. La police enquête avec ses voisins.`;
const line = (id: string): string => JSON.stringify({ id, text: text(id) });
const PDF = writePdf([
  column([
    'The ministry of Velmar said on Wednesday that a group had',
    'broken into the control system of its port.',
  ]),
]);

let store: MemoryCorpusStore;
let folder: string;
beforeEach(() => {
  store = createMemoryCorpusStore();
  folder = newFolder();
});
const run = (input = folder) => ingest([input], { store, origin: 'ingested' });
const ids = () => [...store.documents.keys()].sort();
function pipe(content: string | Uint8Array, size = 1_000) {
  async function* stdin() {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return ingest(['-'], { store, origin: 'ingested', stdin: stdin() });
}

describe('a packed archive', () => {
  const path = () => join(folder, 'x.jsonl.gz');
  it('is read as the archive in it', async () => {
    writeFileSync(path(), gzipSync([line('a'), 'no', line('b')].join('\n')));
    const { failed, ...counted } = await run();
    expect(counted).toMatchObject({ added: 2 });
    expect(failed).toEqual([{ input: `${path()}:2`, reason: expect.stringContaining('not JSON') }]);
  });

  it('that is damaged or cut off loses nothing', async () => {
    const lines = Array.from({ length: 900 }, (_, i) => line(`n${i}`)).join('\n');
    const packed = gzipSync(lines);
    writeFileSync(path(), packed);
    await run();
    writeFileSync(path(), packed.subarray(0, packed.length / 2));
    const cut = await run();
    expect(cut).toMatchObject({ added: 0, removed: 0 });
    expect(cut.failed.at(-1)).toEqual({ input: path(), reason: expect.stringContaining('cut off') });
    writeFileSync(path(), 'no archive');
    expect(await run()).toMatchObject({
      removed: 0,
      failed: [{ reason: expect.stringContaining('damaged') }],
    });
    expect(ids()).toHaveLength(900);
  });
});

describe('broken lines', () => {
  const path = () => join(folder, 'x.jsonl');
  it('keep what they told before: one whose id is seen, or all where a line tells none', async () => {
    writeFileSync(path(), ['a', 'b', 'c', 'd'].map(line).join('\n'));
    await run();
    writeFileSync(path(), [line('a'), line('b').slice(0, 40)].join('\n'));
    expect(await run()).toMatchObject({ unchanged: 1, removed: 2, failed: [{ input: `${path()}:2` }] });
    expect(ids()).toEqual(['a', 'b']);
    writeFileSync(path(), [line('a'), '{"i'].join('\n'));
    expect(await run()).toMatchObject({ unchanged: 1, removed: 0, failed: [{ input: `${path()}:2` }] });
    expect(ids()).toEqual(['a', 'b']);
  });

  it('stop nothing, wherever an archive is mutated', async () => {
    const whole = Array.from({ length: 6 }, (_, i) => line(`n${i}`)).join('\n');
    const piece = fc.oneof(
      fc.constantFrom('\n', '"', '{', '}', '\0', '\\u', '\ud800', '[', 'null'),
      fc.string(),
    );
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(30), piece);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cut, { maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        async (cuts, size) => {
          store = createMemoryCorpusStore();
          const broken = cuts.reduce(
            (all, [at, length, inserted]) => all.slice(0, at) + inserted + all.slice(at + length),
            `{${whole.slice(1)}`,
          );
          const { added, failed } = await pipe(broken, size);
          expect(added).toBe(store.documents.size);
          for (const { reason } of failed) expect(reason).not.toContain('\n');
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what is piped in', () => {
  it('is an archive, packed or not, and nothing is gone because it is not in it', async () => {
    expect(await pipe(`${line('a')}\n${line('b')}\n`)).toEqual({ ...counts, added: 2 });
    expect(await pipe(gzipSync(`\ufeff${line('b')}\n${line('c')}`))).toEqual({
      ...counts,
      added: 1,
      unchanged: 1,
    });
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(await pipe(`${line('d')}\nno`)).toMatchObject({ added: 1, failed: [{ input: 'stdin:2' }] });
    expect(store.documents.get('d')).toMatchObject({ root: 'stdin', origin: 'ingested' });
  });

  it.each([
    [
      'a page',
      newsPage({ ...FRENCH, head: '<link rel="canonical" href="https://gazette.example/port">' }),
      FRENCH.title,
    ],
    ['a PDF', PDF, 'The ministry of Velmar said'],
    ['a text', `${FRENCH.title}\n\n${FRENCH.body.join('\n\n')}`, FRENCH.title],
    ['Markdown', `---\ntitle: Un titre à part\n---\n${FRENCH.body.join('\n\n')}`, 'Un titre à part'],
  ])('is %s by its content, and the same the second time', async (_what, content, title) => {
    expect(await pipe(content)).toEqual({ ...counts, added: 1 });
    expect(await pipe(content)).toEqual({ ...counts, unchanged: 1 });
    const [stored] = store.documents.values();
    expect(stored?.document.source.title).toContain(title);
    expect(stored?.document.source.id).toMatch(/^stdin\/[0-9a-f]{16}$/);
  });

  it('fails with a reason when it is nothing, damaged, or not there', async () => {
    const given = [
      '',
      Buffer.from([1, 0, 2]),
      gzipSync(line('a')).subarray(0, 20),
      '---\nid: x\ntitle: {fr: X, en: X}\n---\nText',
    ];
    for (const content of given) {
      const { failed, added } = await pipe(content);
      expect([added, failed.length]).toEqual([0, 1]);
    }
    expect(await run('-')).toMatchObject({
      failed: [{ input: '-', reason: expect.stringContaining('nothing is piped') }],
    });
  });
});

describe('a PDF', () => {
  it('in a folder is an article of its name', async () => {
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports', 'A.PDF'), PDF);
    expect(await run()).toEqual({ ...counts, added: 1 });
    expect(store.documents.get('reports/A.PDF')?.document).toMatchObject({
      text: 'The ministry of Velmar said on Wednesday that a group had broken into the control system of its port.',
      source: { lang: 'en', textKind: 'original' },
    });
    expect(await run()).toEqual({ ...counts, unchanged: 1 });
    rmSync(join(folder, 'reports'), { recursive: true });
    expect(await run()).toEqual({ ...counts, removed: 1 });
  });

  it('at a web address is known by its type or its first bytes, and kept under that address', async () => {
    const site = await startSite((request, response) => {
      response.setHeader(
        'content-type',
        request.url === '/b' ? 'application/octet-stream' : 'application/pdf',
      );
      response.end(PDF);
    });
    const fetchPage = createFetchPage({
      fetchAllow: parseFetchAllow([site.host]) ?? new Set(),
      fetchContact: null,
    });
    const urls = [`${site.url}a?utm_source=x#page=2`, `${site.url}b`];
    expect(await ingest(urls, { store, origin: 'ingested', fetchPage })).toEqual({ ...counts, added: 2 });
    expect(store.documents.get(`${site.url}a`)?.document.source).toMatchObject({
      url: `${site.url}a`,
      lang: 'en',
    });
  });
});
