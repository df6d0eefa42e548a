/**
 * Logging in with a real browser, from an address that is not this machine’s own where it has one: over plain HTTP,
 * browsers treat the two differently.
 */
import { networkInterfaces } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REQUESTS } from '../../../src/adapters/web/server-limits.ts';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import { testBot } from '../../support/bot-kit.ts';
import { launchBrowser } from '../../support/browser.ts';
import { askIn, violations } from '../../support/page-kit.ts';
import { startWeb } from '../../support/web-kit.ts';

const TOKEN = 'a-token-of-the-tests-0123456789';

let browser: Browser;
let adapter: WebAdapter;
let bot: Bot;
let url: string;

beforeAll(async () => {
  bot = testBot();
  const web = await startWeb(bot, { host: '0.0.0.0', access: { token: TOKEN } });
  adapter = web.adapter;
  const { port } = new URL(web.url);
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const outer = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  url = `http://${outer?.address ?? '127.0.0.1'}:${port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await adapter?.stop();
  await bot?.stop(50);
});

async function typeToken(page: Page, token: string): Promise<void> {
  await page.locator('#token').fill(token);
  await page.keyboard.press('Enter');
}

it('leads from the form to the page that was wanted; what is sent there counts, and leaving ends it', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  page.on('console', (m) => m.text().includes('Content Security Policy') && errors.push(m.text()));
  await page.goto(`${url}/?from=bookmark`);
  expect(new URL(page.url()).pathname).toBe('/login');
  await page.locator('#theme[title]').waitFor();
  expect(await violations(page)).toEqual([]);
  await typeToken(page, 'wrong');
  await page.locator('[role=alert]').waitFor();
  expect(await page.locator('[role=alert]').textContent()).toContain('Ce n’est pas le jeton');
  await typeToken(page, TOKEN);
  await page.locator('.figures div').first().waitFor();
  expect(page.url()).toBe(`${url}/?from=bookmark`);
  // No script of the page sees the session itself.
  expect(await page.evaluate('document.cookie')).toMatch(/^casebook-proof=[\w-]+$/);

  await askIn(page, 'Qui a attaqué ?');
  await page.locator('.exchange .sources').waitFor();

  await page.goto(`${url}/login`);
  await page.getByText('Se déconnecter').click();
  await page.locator('#token').waitFor();
  await page.goto(`${url}/cases`);
  expect(new URL(page.url()).pathname).toBe('/login');
  expect(errors).toEqual([]);
  await context.close();
});

it('a page whose session has ended says so', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(url);
  await typeToken(page, TOKEN);
  await page.locator('.figures div').first().waitFor();
  await context.clearCookies();
  await askIn(page, 'Qui a attaqué ?');
  await page.getByText('Votre connexion a pris fin').waitFor();
  await context.close();
});

it('one client may ask so often; the files of the page do not count', async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const statuses: number[] = [];
  for (let turn = 0; turn < REQUESTS.most + 50; turn += 1) {
    const response = await fetch(`${url}/api/nothing`, { headers });
    statuses.push(response.status);
    await response.text();
  }
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(REQUESTS.most);
  expect((await fetch(`${url}/base.css`)).status).toBe(200);
});
