/** The page of what the corpus holds, and what fills it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import { testBot } from '../../support/bot-kit.ts';
import { startWeb } from '../../support/web-kit.ts';

let adapter: WebAdapter;
let url: string;
beforeAll(async () => {
  ({ adapter, url } = await startWeb(testBot()));
});
afterAll(() => adapter.stop());

const get = (path: string, lang: string) =>
  fetch(url + path, { headers: { accept: 'text/html', 'accept-language': lang } });

it.each([
  ['/sources', 'fr', 'Ce que contient le corpus', 'Affaires'],
  ['/sources/', 'en', 'What the corpus holds', 'Cases'],
  ['/sources', 'zh', '语料库内容', '案件'],
])('%s in %s has its title, and the bar says where one is', async (path, lang, title, cases) => {
  const response = await get(path, lang);
  expect(response.status).toBe(200);
  expect(response.headers.get('vary')).toContain('Accept-Language');
  const html = await response.text();
  expect(html).toContain(`<title>${title} · Casebook</title>`);
  expect(html).toMatch(/name="description" content="[^"]*34/);
  expect(html).toContain(`<a href="/cases" data-i18n="placeCases">${cases}</a>`);
  expect(html).toMatch(/<a href="\/sources" data-i18n="placeSources" aria-current="page">/);
});

it('is filled in the language that is asked for', async () => {
  const report = await (await fetch(`${url}/api/sources?lang=zh`)).json();
  expect(report).toMatchObject({ kind: 'sources', lang: 'zh', cases: [] });
  expect((await fetch(`${url}/api/sources?lang=de`)).status).toBe(400);
});

it('keeps a conversation open: its links lead to tabs of their own', async () => {
  const html = await (await get('/', 'fr')).text();
  expect(html).toContain('<a href="/sources" data-i18n="placeSources" target="_blank">');
});
