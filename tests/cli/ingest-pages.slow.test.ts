/** `npm run ingest -- URL` as a process, against sites on loopback that FETCH_ALLOW names. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { AROUND_THE_ARTICLE, CHINESE, encode, FRENCH, newsPage } from '../support/news-pages.ts';
import { newFolder, run, start } from '../support/run-process.ts';
import { type Site, startSite } from '../support/site-kit.ts';

const PAGES: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/fr': (_request, response) => {
    const head =
      '<link rel="canonical" href="/2025/port"><meta property="article:published_time" content="2025-05-28T08:00:00+02:00">';
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(newsPage({ ...FRENCH, head }));
  },
  '/moved': (_request, response) => response.writeHead(301, { location: '/fr?utm_source=feed' }).end(),
  '/fr?utm_source=feed': (request, response) => PAGES['/fr']?.(request, response),
  '/western': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(encode(newsPage({ ...FRENCH, charset: 'iso-8859-1' }), 'windows-1252'));
  },
  '/zh': (_request, response) => {
    const head =
      '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-29"}</script>';
    response
      .writeHead(200, { 'content-type': 'text/html; charset=gb2312' })
      .end(encode(newsPage({ ...CHINESE, head }), 'gb18030'));
  },
  '/text': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`${FRENCH.title}\n\n${FRENCH.body.join('\n\n')}`);
  },
  '/login': (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Connexion</title><form><input type="password"></form>');
  },
  '/pdf': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/slow': () => undefined,
};

let site: Site;
let changed = '';
let cwd: string;
let env: Record<string, string>;
beforeEach(async () => {
  changed = '';
  site = await startSite((request, response) => {
    const page = PAGES[request.url ?? ''];
    if (page !== undefined) page(request, response);
    else if (request.url === '/changing')
      response
        .setHeader('content-type', 'text/html')
        .end(newsPage({ ...FRENCH, body: [...FRENCH.body, changed] }));
    else response.writeHead(404).end();
  });
  cwd = newFolder();
  env = { CORPUS_DIRS: '', FETCH_ALLOW: site.host, CASEBOOK_DATA_DIR: join(cwd, 'data') };
});

const ingest = (...urls: string[]) => run('cli/ingest.ts', [...urls, '--json'], { cwd, env });
const sourceIds = async (query: string): Promise<string[]> => {
  const { stdout } = await run('cli/search.ts', [query, '--json'], { cwd, env });
  return [...new Set((JSON.parse(stdout) as { sourceId: string }[]).map(({ sourceId }) => sourceId))];
};

test('pages are stored under their canonical addresses, whatever their encoding, and found in their own words', async () => {
  const at = (path: string) => `${site.url}${path}`;
  const first = await ingest(at('moved'), at('western'), at('zh'), at('text'), at('fr'));
  expect({ ...first, stdout: JSON.parse(first.stdout) }).toEqual({
    code: 0,
    stderr: '',
    // The fifth is the first under another address.
    stdout: { added: 4, updated: 0, unchanged: 1, removed: 0, failed: [] },
  });
  // One publisher's article at two addresses is found once.
  const prints = [at('2025/port'), at('western')];
  const found = await sourceIds('intrusion au port de Malville');
  expect(found.filter((id) => prints.includes(id))).toHaveLength(1);
  expect(found).toContain(at('text'));
  expect(await sourceIds('塔西亚大使馆否认')).toContain(at('zh'));

  const { stdout } = await run(
    'cli/search.ts',
    ['ambassade accusations assureurs millions', '--k', '50', '--json'],
    { cwd, env },
  );
  const texts = (JSON.parse(stdout) as { text: string }[]).map(({ text }) => text).join('\n');
  expect(texts).toContain('4 millions d’€');
  expect(texts).not.toMatch(AROUND_THE_ARTICLE);

  const { stdout: answer } = await run(
    'cli/ask.ts',
    ['Qui accuse la Tarsie de l’intrusion au port ?', '--json'],
    { cwd, env },
  );
  const { citations } = JSON.parse(answer) as { citations: { url: string | null }[] };
  for (const { url } of citations) expect(url).toMatch(new RegExp(`^http://${site.host}/`));
}, 60_000);

test('nothing is removed by the next call, and a page is updated when its article changed', async () => {
  const changing = `${site.url}changing`;
  await ingest(changing, `${site.url}fr`);
  changed = 'La commission commune se réunira lundi à Malville, ont annoncé les deux gouvernements.';
  expect(JSON.parse((await ingest(changing)).stdout)).toMatchObject({
    added: 0,
    updated: 1,
    unchanged: 0,
    removed: 0,
  });
  expect(JSON.parse((await ingest(changing, `${site.url}fr`)).stdout)).toMatchObject({
    unchanged: 2,
    removed: 0,
  });
}, 60_000);

test('what is no article is told with its reason, the rest is stored, exit code 1', async () => {
  const inputs = ['login', 'pdf', 'missing'].map((path) => `${site.url}${path}`);
  const refused = ['http://127.0.0.1:1/x', 'http://169.254.169.254/latest/', 'ftp://example.org/a'];
  const { code, stdout, stderr } = await ingest(...inputs, ...refused, `${site.url}fr`);
  const report = JSON.parse(stdout) as { added: number; failed: { input: string; reason: string }[] };
  expect([code, report.added]).toEqual([1, 1]);
  expect(report.failed).toEqual([
    { input: inputs[0], reason: expect.stringMatching(/asks for a login/) },
    { input: inputs[1], reason: expect.stringMatching(/PDF is damaged/) },
    { input: inputs[2], reason: expect.stringMatching(/answers 404; there is no such page/) },
    { input: refused[0], reason: expect.stringMatching(/add 127\.0\.0\.1:1 to FETCH_ALLOW/) },
    { input: refused[1], reason: expect.stringMatching(/169\.254\.169\.254 is not public/) },
    { input: refused[2], reason: expect.stringMatching(/give an http or https address/) },
  ]);
  expect(stderr.trim().split('\n')).toHaveLength(6);
}, 60_000);

test('is stopped by Ctrl-C while a site keeps it waiting, with what it has', async () => {
  const running = start('cli/ingest.ts', [`${site.url}fr`, `${site.url}slow`], { cwd, env });
  while (!site.requests.includes('/slow')) await new Promise((done) => setTimeout(done, 20));
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.outcome;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    /^stopped: the corpus holds 1 sources and \d+ passages; run the command again to go on\n$/,
  );
}, 60_000);
