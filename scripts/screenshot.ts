/**
 * Takes the pictures of the README from the running product: `node scripts/screenshot.ts [URL]`. Without a URL it starts
 * the product itself, over the shipped corpus, in a data folder of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';

const ROOT = resolve(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs', 'images');
const QUESTION = 'Qui a attaqué le ministère tchèque des Affaires étrangères ?';
/** Milliseconds that the first start may take, with the whole corpus to read. */
const START_DEADLINE = 60_000;

const PICTURES: Record<string, BrowserContextOptions> = {
  'chat.png': { viewport: { width: 1100, height: 1080 }, deviceScaleFactor: 2, colorScheme: 'light' },
  'chat-phone.png': {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    colorScheme: 'dark',
    hasTouch: true,
    isMobile: true,
  },
};

const [given] = process.argv.slice(2);
const product = given === undefined ? await startProduct() : { url: given, stop: async () => undefined };
try {
  const browser = await launchBrowser();
  mkdirSync(IMAGES, { recursive: true });
  try {
    for (const [name, options] of Object.entries(PICTURES)) {
      await takePicture(browser, product.url, join(IMAGES, name), options);
      console.log(join('docs', 'images', name));
    }
  } finally {
    await browser.close();
  }
} finally {
  await product.stop();
}

async function takePicture(browser: Browser, url: string, path: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.figures div').first().waitFor();
  await page.locator('#question').fill(QUESTION);
  await page.keyboard.press('Enter');
  // An unanswered question or a failure never shows sources: the picture is then not taken.
  await page.locator('.sources').waitFor();
  await page.locator('.cite').first().click();
  await page.locator('.source-panel').waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path });
  await context.close();
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
