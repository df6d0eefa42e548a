/** The pages of the cases and what fills them, over a real socket. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { CaseBook } from '../../../src/core/case-book.ts';
import { testBot } from '../../support/bot-kit.ts';
import { caseBookOf, HOSTILE_CASE } from '../../support/case-book-kit.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../../support/report-kit.ts';
import { startWeb } from '../../support/web-kit.ts';

const started: WebAdapter[] = [];
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
});

async function start(cases: CaseBook = caseBookOf([OTHER_CASE, SAMPLE_CASE])) {
  const web = await startWeb(testBot({ cases }));
  started.push(web.adapter);
  return web;
}

const get = (url: string, lang = 'fr') =>
  fetch(url, { headers: { accept: 'text/html', 'accept-language': lang } });
const title = async (response: Response) => /<title>(.*)<\/title>/s.exec(await response.text())?.[1];

describe('the page of a case', () => {
  it.each([
    ['/cases/2025-lac-gris', 'Intrusion au lac Gris (2025)'],
    ['/cases/2025-lac-gris/', 'Intrusion au lac Gris (2025)'],
    ['/cases/2025-lac-gris/timeline', 'Chronologie : Intrusion au lac Gris (2025)'],
    ['/cases/2025-lac-gris/sides', 'Accusation et réponse : Intrusion au lac Gris (2025)'],
  ])('is at %s, under its own title', async (path, expected) => {
    const { url } = await start();
    const response = await get(url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(await title(response)).toBe(`${expected} · Casebook`);
  });

  it('tells whoever shares it what the case is about', async () => {
    const { url } = await start();
    const html = await (await get(`${url}/cases/2025-lac-gris`)).text();
    for (const name of ['name="description"', 'property="og:description"'])
      expect(html).toContain(`${name} content="Cible – ministère des Eaux de Valdoria ; station de pompage`);
    expect(html).toContain('property="og:title" content="Intrusion au lac Gris (2025) · Casebook"');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh', '灰湖入侵事件（2025年）'],
    ['de-DE,en-GB;q=0.5,fr;q=0.9', 'fr', 'Intrusion au lac Gris (2025)'],
    ['fr;q=0,de', 'en', 'Intrusion at Grey Lake (2025)'],
    ['*', 'en', 'Intrusion at Grey Lake (2025)'],
    ['', 'en', 'Intrusion at Grey Lake (2025)'],
  ])('speaks the language that «%s» asks for: %s', async (accepted, lang, expected) => {
    const { url } = await start();
    const response = await get(`${url}/cases/2025-lac-gris`, accepted);
    expect(response.headers.get('vary')).toContain('Accept-Language');
    const html = await response.text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`<title>${expected}`);
  });

  it('takes no text of a case for markup', async () => {
    const { url } = await start(caseBookOf([HOSTILE_CASE]));
    const html = await (await get(`${url}/cases/2025-lac-gris`)).text();
    expect(html).not.toMatch(/<(?:b|img|i)\b/);
    expect(html).toContain('&lt;b&gt;gras&lt;/b&gt; &lt;img src=x onerror=&quot;');
    expect(/name="description" content="([^"]*)"/.exec(html)?.[1]).toContain('&lt;img');
  });
});

describe('an address that holds nothing', () => {
  it.each([
    '/cases/2024-unknown',
    '/cases/lac',
    '/cases/2025-lac-gris/case',
    '/cases/2025-lac-gris/summary',
    '/cases/2025-lac-gris/sides/more',
    `/cases/${'x'.repeat(500)}`,
    '/cases/%ff',
    '/nothing',
  ])('%s says so on a page and what to do', async (path) => {
    const { url } = await start();
    const response = await get(url + path);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('Il n’y a pas de page à cette adresse');
    expect(html).toMatch(/href="\/cases".*href="\/"/s);
  });

  it('is told to a program as JSON', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: 'not-found' });
  });
});

describe('the list', () => {
  it('holds all cases, newest first, and what fits a search', async () => {
    const { url } = await start();
    const list = async (query: string) => (await fetch(`${url}/api/cases?${query}`)).json();
    expect(await list('lang=fr')).toEqual([
      { id: '2025-lac-gris', title: 'Intrusion au lac Gris (2025)' },
      { id: '2021-old-mill', title: 'Sabotage du vieux moulin (2021)' },
    ]);
    expect(await list('lang=zh&q=Tin+Otter')).toMatchObject([{ id: '2021-old-mill' }]);
    expect(await list('lang=en&q=none+such')).toEqual([]);
    expect(await title(await get(`${url}/cases`, 'en'))).toBe('The cases · Casebook');
  });

  it.each(['', 'lang=de', `lang=fr&q=${'x'.repeat(201)}`])('refuses the query «%s»', async (query) => {
    const { url } = await start();
    expect((await fetch(`${url}/api/cases?${query}`)).status).toBe(400);
  });
});

describe('what fills a page', () => {
  it('is the report in the language asked for, fresh each time', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/api/cases/2025-lac-gris/timeline?lang=en`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ kind: 'timeline', lang: 'en' });
  });

  it.each([
    ['/api/cases/2025-lac-gris', 400],
    ['/api/cases/2025-lac-gris?lang=xx', 400],
    ['/api/cases/2025-lac-gris/summary?lang=fr', 400],
    ['/api/cases/none?lang=fr', 404],
  ])('%s gets %i', async (path, status) => {
    const { url } = await start();
    const response = await fetch(url + path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
  });

  it('that breaks is logged, and its cause is nobody else’s business', async () => {
    const broken: CaseBook = {
      ...caseBookOf([]),
      find: () => Promise.reject(new Error('secret cause')),
      report: () => Promise.reject(new Error('secret cause')),
    };
    const { url, errors } = await start(broken);
    for (const path of ['/cases/a', '/api/cases/a?lang=fr', '/api/cases?lang=fr']) {
      const response = await fetch(url + path);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain('secret');
    }
    expect(errors).toHaveLength(3);
  });
});
