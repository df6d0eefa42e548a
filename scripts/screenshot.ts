/**
 * `npm run docs:pictures [-- URL]`: takes the pictures of the pages from the running product. Without a URL it starts
 * the product itself, over the shipped corpus, in a data folder of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { freePort } from '../tests/support/free-port.ts';

const ROOT = resolve(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs', 'images');
/** Milliseconds that the first start may take, with the whole corpus to read. */
const START_DEADLINE = 60_000;

/** A window in which a page is shown. At this scale no picture is larger than a page may load at once. */
const DESKTOP: BrowserContextOptions = { viewport: { width: 1040, height: 900 }, deviceScaleFactor: 1.25 };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1.5,
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
};
/** A case whose digests are in the language of its pictures. */
const CASE = '/cases/2014-sony-pictures-north-korea';

interface Shot {
  readonly window: BrowserContextOptions;
  readonly locale: string;
  /** Brings the page to what is shown. */
  show(page: Page, url: string): Promise<void>;
}

const PICTURES: Record<string, Shot> = {
  'chat.png': {
    window: DESKTOP,
    locale: 'fr-FR',
    show: answerTo('Qui a attaqué le ministère tchèque des Affaires étrangères ?'),
  },
  'chat-en.png': {
    window: DESKTOP,
    locale: 'en-GB',
    show: answerTo('Who hacked Sony Pictures, and what did North Korea answer?'),
  },
  'chat-zh.png': { window: DESKTOP, locale: 'zh-CN', show: answerTo('谁攻击了捷克外交部？') },
  'chat-phone.png': {
    window: PHONE,
    locale: 'fr-FR',
    show: answerTo('Qui a attaqué le ministère tchèque des Affaires étrangères ?'),
  },
  'case.png': { window: DESKTOP, locale: 'en-GB', show: pageAt(CASE) },
  'timeline.png': { window: DESKTOP, locale: 'en-GB', show: pageAt(`${CASE}/timeline`) },
};

const [given] = process.argv.slice(2);
const product = given === undefined ? await startProduct() : { url: given, stop: async () => undefined };
try {
  const browser = await launchBrowser();
  mkdirSync(IMAGES, { recursive: true });
  try {
    for (const [name, { window, locale, show }] of Object.entries(PICTURES)) {
      const context = await browser.newContext({
        colorScheme: 'light',
        reducedMotion: 'reduce',
        locale,
        ...window,
      });
      const page = await context.newPage();
      await show(page, product.url);
      await page.evaluate('scrollTo(0, 0)');
      await page.screenshot({ path: join(IMAGES, name) });
      await context.close();
      console.log(join('docs', 'images', name));
    }
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

function answerTo(question: string): Shot['show'] {
  return async (page, url) => {
    await page.goto(url);
    await page.locator('.figures div').first().waitFor();
    await page.locator('#question').fill(question);
    await page.keyboard.press('Enter');
    // An unanswered question or a failure never shows sources: the picture is then not taken.
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    await page.locator('.source-panel').waitFor();
  };
}

function pageAt(path: string): Shot['show'] {
  return async (page, url) => {
    await page.goto(`${url}${path}`);
    await page.locator('.report').first().waitFor();
    // What is fetched when it comes into view is in view only then.
    for (const picture of await page.locator('.report img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
    }
  };
}

async function startProduct(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casebook-screenshot-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, CASEBOOK_DATA_DIR: dataDir, WEB: 'on', HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_DEADLINE;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with exit code ${child.exitCode}`);
    const response = await fetch(`${url}/api/about`).catch(() => null);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`nothing answers at ${url}`);
}
