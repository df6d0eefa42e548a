/** The web chat's pages in a real browser, watched for errors and for what they ask of other hosts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { WebAbout } from '../../src/adapters/web/web-app.ts';
import type { BotStore } from '../../src/bot/bot-store.ts';
import type { Pictures } from '../../src/bot/pictures.ts';
import type { AskQuestion } from '../../src/core/ask.ts';
import type { CaseBook } from '../../src/core/case-book.ts';
import { testBot } from './bot-kit.ts';
import { launchBrowser } from './browser.ts';
import { startWeb } from './web-kit.ts';

export const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

export interface OpenOptions extends BrowserContextOptions {
  readonly ask?: AskQuestion;
  readonly cases?: CaseBook;
  readonly store?: BotStore;
  readonly pictures?: Pictures;
  readonly about?: WebAbout;
  /** Path of the first page; the chat when absent. */
  readonly path?: string;
}

/**
 * Starts a browser for the tests of a file. After each test, the pages have asked nothing of another host and met no
 * error.
 *
 * @returns a function that starts the product and opens a page of it.
 */
export function usePages(): (options?: OpenOptions) => Promise<Page> {
  let browser: Browser;
  const cleanUps: (() => Promise<unknown>)[] = [];
  const origins = new Set<string>();
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    const foreign = requests.splice(0).filter((url) => !origins.has(new URL(url).origin));
    expect(foreign).toEqual([]);
    expect(errors.splice(0)).toEqual([]);
  });

  return async ({ ask, cases, store, pictures, about, path = '/', ...options } = {}) => {
    const bot = testBot({
      ...(ask === undefined ? {} : { ask }),
      ...(cases === undefined ? {} : { cases }),
      ...(store === undefined ? {} : { store }),
      ...(pictures === undefined ? {} : { pictures }),
    });
    const web = await startWeb(bot, about === undefined ? {} : { about });
    origins.add(web.url);
    cleanUps.push(
      () => web.adapter.stop(),
      () => bot.stop(50),
    );
    const context = await browser.newContext({ locale: 'fr-FR', ...options });
    cleanUps.push(() => context.close());
    context.on('request', (request) => requests.push(request.url()));
    context.on('weberror', (error) => errors.push(error.error().message));
    // The network's own complaint about a refused request is what some tests are about.
    context.on(
      'console',
      (m) => m.type() === 'error' && !m.text().includes('Failed to load') && errors.push(m.text()),
    );
    const page = await context.newPage();
    await page.goto(web.url + path);
    await page.locator('.figures div, .report, #count:not(:empty)').first().waitFor();
    return page;
  };
}

export async function askIn(page: Page, question: string): Promise<void> {
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
}

/** Asks, and waits for the report. */
export async function lookUp(page: Page, command: string): Promise<void> {
  await askIn(page, command);
  await page.locator('.exchange:last-child .sources').waitFor();
}
/** Pixels by which the page, or what stands in it, is wider than the screen; a phone's window widens with its page. */
export function overflow(page: Page): Promise<unknown> {
  return page.evaluate(`Math.max(...['html', 'main'].map((name) => {
    const { scrollWidth, clientWidth } = document.querySelector(name);
    return scrollWidth - clientWidth;
  }))`);
}

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** Violations of the WCAG 2.2 AA rules and of good practice, with the first place of each. */
export async function violations(page: Page): Promise<string[]> {
  // The policy of the page forbids scripts that are not its own; the debugger may.
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate<AxeResult>('axe.run()');
  return found.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html}`);
}
