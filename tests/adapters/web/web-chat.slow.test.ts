/** The web chat in a real browser: asking, sources, keyboard, languages, themes, width, hostile text, accessibility. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { testBot } from '../../support/bot-kit.ts';
import { launchBrowser } from '../../support/browser.ts';
import {
  ANSWERED,
  eventsOf,
  HOSTILE_TEXT,
  longAnswer,
  scriptedAsk,
  UNANSWERED,
} from '../../support/sample-answers.ts';
import { startWeb } from '../../support/web-kit.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const cleanUps: (() => Promise<unknown>)[] = [];
/** Everything that the page asked of any host, and every error it met. */
const requests: string[] = [];
const errors: string[] = [];
let adapter: WebAdapter;

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  const foreign = requests.splice(0).filter((url) => new URL(url).origin !== adapter.url);
  expect(foreign).toEqual([]);
  expect(errors.splice(0)).toEqual([]);
});

async function open(
  ask: AskQuestion = scriptedAsk(() => ANSWERED),
  options: BrowserContextOptions = {},
): Promise<Page> {
  const bot = testBot({ ask });
  const web = await startWeb(bot);
  adapter = web.adapter;
  cleanUps.push(
    () => web.adapter.stop(),
    () => bot.stop(50),
  );
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  cleanUps.push(() => context.close());
  const page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  // The network's own complaint about a refused question is what some tests are about.
  page.on(
    'console',
    (m) => m.type() === 'error' && !m.text().includes('Failed to load') && errors.push(m.text()),
  );
  await page.goto(web.url);
  await page.locator('.figures div').first().waitFor();
  return page;
}

async function askIn(page: Page, question = QUESTION): Promise<void> {
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

describe('the first screen', () => {
  it('says what this is and offers questions that can be clicked', async () => {
    const page = await open();
    expect(await page.locator('#welcome-title').textContent()).toContain('Qui a accusé qui');
    expect(await page.locator('.figures').textContent()).toContain('34');
    expect(await page.locator('.question-button').count()).toBe(4);
    await page.locator('.question-button').first().click();
    await page.locator('.sources').waitFor();
    expect(await page.locator('.asked').textContent()).toContain('ministère tchèque');
    expect(await page.evaluate('document.activeElement.className')).toBe('asked');
  });

  it.each([
    ['a narrow window', { viewport: PHONE.viewport }, true],
    ['a phone', PHONE, false],
  ])('opens at its title in %s', async (_, options, hasKeyboard) => {
    const page = await open(undefined, options);
    expect(await page.evaluate('document.activeElement.id === "question"')).toBe(hasKeyboard);
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await page.locator('#hint').isVisible()).toBe(hasKeyboard);
    expect(await page.locator('#question').getAttribute('aria-describedby')).toBe(
      hasKeyboard ? 'hint' : null,
    );
    if (hasKeyboard) await page.keyboard.type('Qui ?');
    expect(await page.evaluate('scrollY')).toBe(0);
  });
});

describe('an answer', () => {
  it('appears sentence by sentence, then with its sources', async () => {
    const gate = Promise.withResolvers<void>();
    const page = await open(async function* () {
      const events = eventsOf(ANSWERED);
      yield* events.slice(0, 3);
      await gate.promise;
      yield* events.slice(3);
    });
    await askIn(page);
    await page.locator('.sentence').nth(1).waitFor();
    expect(await page.locator('.sentence').count()).toBe(2);
    expect(await page.locator('.sources').count()).toBe(0);
    expect(await page.locator('#send').getAttribute('aria-label')).toBe('Arrêter');
    gate.resolve();
    await page.locator('.sources').waitFor();
    expect(await page.locator('.sentence').count()).toBe(4);
    expect(await page.locator('.kind-name').allTextContents()).toEqual(['Accusation', 'Démenti', 'Mesure']);
    expect(await page.locator('.sentence').nth(2).locator('.cite').allTextContents()).toEqual(['3', '1']);
    expect(await page.locator('.notice').textContent()).toBe(ANSWERED.notices[0]?.text);
  });

  it.each([
    ['a desktop', {}],
    ['a phone', PHONE],
  ])('to a second question is in sight below it on %s', async (_, options) => {
    const gate = Promise.withResolvers<void>();
    const page = await open(async function* ({ question }) {
      if (question !== QUESTION) await gate.promise;
      yield* eventsOf(ANSWERED);
    }, options);
    await askIn(page);
    await page.locator('.sources').waitFor();
    await askIn(page, 'Que répond Norland ?');
    const second = page.locator('.exchange').nth(1);
    await second.locator('.status').waitFor();
    gate.resolve();
    await second.locator('.sources').waitFor();
    const top = async (selector: string) => (await second.locator(selector).first().boundingBox())?.y ?? -1;
    const bar = (await page.locator('.bar').boundingBox())?.height ?? 0;
    const composer = (await page.locator('#composer').boundingBox())?.y ?? 0;
    expect(await top('.asked')).toBeGreaterThan(bar);
    expect(await top('.asked')).toBeLessThan(bar + 64);
    const sentence = await second.locator('.sentence').first().boundingBox();
    expect((sentence?.y ?? 0) + (sentence?.height ?? Infinity)).toBeLessThan(composer);
    const place = await page.evaluate('scrollY');
    await page.locator('#question').pressSequentially('Et puis ?');
    expect(await page.evaluate('scrollY')).toBe(place);
  });

  it('opens a digest as what it is, unquoted, with a link from the stored source', async () => {
    const page = await open();
    await askIn(page);
    await page.locator('.sources').waitFor();
    const cite = page.locator('.cite').first();
    await cite.click();
    const panel = page.locator('.source-panel');
    const text = await panel.textContent();
    expect(text).toContain(
      'Résumé de Casebook d’après Ministère des Affaires étrangères de Valdoria, 28 mai 2025',
    );
    expect(text).toContain('titre descriptif');
    expect(text).toMatch(/Nature\s*gouvernement/);
    expect(text).toMatch(/Langue\s*anglais/);
    expect(await panel.locator('blockquote').count()).toBe(0);
    expect(await panel.locator('.passage-text').textContent()).toBe(ANSWERED.citations[0]?.excerpt);
    const link = panel.locator('a');
    expect(await link.getAttribute('href')).toBe(ANSWERED.citations[0]?.url);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await cite.getAttribute('aria-expanded')).toBe('true');
  });

  it('quotes an original in its own language, and says what is unknown', async () => {
    const page = await open();
    await askIn(page);
    await page.locator('.sources').waitFor();
    await page.locator('.cite').nth(1).click();
    const quote = page.locator('.source-panel blockquote');
    expect(await quote.textContent()).toBe(`« ${ANSWERED.citations[1]?.excerpt} »`);
    expect(await quote.getAttribute('lang')).toBe('zh');
    await page.locator('.source-row').nth(2).click();
    expect(await page.locator('.source-panel').count()).toBe(1);
    const text = await page.locator('.source-panel').textContent();
    for (const words of ['éditeur inconnu, date inconnue', 'nature de la source inconnue', 'Texte d’annonce'])
      expect(text).toContain(words);
    expect(await page.locator('.source-panel a').count()).toBe(0);
  });

  it('is copied with its numbered sources', async () => {
    const page = await open(undefined, { permissions: ['clipboard-read', 'clipboard-write'] });
    await askIn(page);
    await page.getByText('Copier la réponse').click();
    await page.getByRole('status').filter({ hasText: 'Réponse copiée' }).waitFor();
    expect(await page.locator('button [role=status]').count()).toBe(0);
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(text).toContain(`${ANSWERED.sentences[2]?.text} [3][1]`);
    expect(text).toContain(
      '[2] 诺兰外交部发言人回应有关指控. 诺兰日报, mai 2025. https://norland.example/发言人',
    );
  });

  it('that does not exist is said, with what is near and what may be asked', async () => {
    const page = await open(scriptedAsk((question) => (question === QUESTION ? ANSWERED : UNANSWERED)));
    await askIn(page, 'Qui a fait la lune ?');
    const text = await page.locator('.unanswered').textContent();
    expect(text).toContain('ne contient pas la réponse');
    expect(text).toContain('34 sources (210 passages)');
    await page.locator('.unanswered .question-button').first().click();
    await page.locator('.sources').waitFor();
  });
});

describe('the keyboard alone', () => {
  it('asks, opens a source, closes it with Escape and comes back', async () => {
    const page = await open();
    await page.evaluate('document.body.tabIndex = -1; document.body.focus()');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Première ligne');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Qui ?');
    expect(await page.locator('#question').inputValue()).toBe('Première ligne\nQui ?');
    await page.keyboard.press('Enter');
    await page.locator('.sources').waitFor();
    expect(await page.locator('#question').inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Shift+Tab');
      if ((await page.evaluate('document.activeElement.className')) === 'cite') break;
    }
    await page.keyboard.press('Enter');
    await page.locator('.source-panel').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest(".source-panel") !== null')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.source-panel').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.className')).toBe('cite');
  });

  it('stops an answer', async () => {
    const aborted = Promise.withResolvers<void>();
    const page = await open(async function* ({ signal }) {
      yield* eventsOf(ANSWERED).slice(0, 2);
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          aborted.resolve();
          reject(signal.reason);
        });
      });
    });
    await askIn(page);
    await page.locator('.sentence').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Réponse arrêtée.').waitFor();
    await aborted.promise;
    expect(await page.locator('.sentence').count()).toBe(1);
    expect(await page.locator('#send').getAttribute('aria-label')).toBe('Envoyer');
  });
});

describe('languages and themes', () => {
  it.each([
    ['fr-FR', 'fr', 'Essayez une question', 'Démenti'],
    ['en-US', 'en', 'Try a question', 'Denial'],
    ['zh-CN', 'zh', '试着提问', '否认'],
    ['de-DE', 'en', 'Try a question', 'Denial'],
  ])('a browser in %s gets %s', async (locale, lang, words, denial) => {
    const page = await open(undefined, { locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('#examples').textContent()).toContain(words);
    await askIn(page);
    await page.locator('.sources').waitFor();
    expect(await page.locator('.kind-name').nth(1).textContent()).toBe(denial);
    expect(await page.locator('.answer').getAttribute('lang')).toBe('fr');
  });

  it('changes everything but the answer’s own words, and remembers it', async () => {
    const page = await open();
    await askIn(page);
    await page.locator('.sources').waitFor();
    await page.locator('[data-lang=zh]').click();
    expect(await page.locator('.kind-name').first().textContent()).toBe('指控');
    expect(await page.locator('.sources h3').textContent()).toBe('来源');
    expect(await page.locator('.sentence-text').first().textContent()).toContain('Selon le ministère');
    await page.locator('.cite').first().click();
    expect(await page.locator('.source-panel').textContent()).toContain('2025年5月28日');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh');
  });

  it('is dark where the system is, unless told otherwise', async () => {
    const page = await open(undefined, { colorScheme: 'dark' });
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(await background()).toBe('rgb(20, 23, 26)');
    await page.locator('#theme').click();
    expect(await background()).toBe('rgb(248, 247, 244)');
    await page.reload();
    expect(await background()).toBe('rgb(248, 247, 244)');
  });
});

describe('hostile text', () => {
  it('stays text, on a phone too, and nothing is wider than the screen', async () => {
    const page = await open(
      scriptedAsk(() => longAnswer()),
      PHONE,
    );
    expect(await overflow(page)).toBe(0);
    await askIn(page, `${HOSTILE_TEXT} ${'x'.repeat(300)}`);
    await page.locator('.sources').waitFor();
    expect(await page.locator('.sentence').count()).toBe(200);
    await page.locator('.cite').nth(3).click();
    expect(await page.locator('#conversation :is(img, script, b, i, u)').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('.sentence-text').first().textContent()).toContain('<b>gras</b> <img src=x');
    const links = await page
      .locator('#conversation a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual([expect.stringContaining('https://long.example/')]);
    expect(await overflow(page)).toBe(0);
  });

  it('cannot make a link that runs', async () => {
    const [first, ...rest] = ANSWERED.citations;
    const citations = first === undefined ? [] : [{ ...first, url: 'javascript:window.hacked=1' }, ...rest];
    const page = await open(scriptedAsk(() => ({ ...ANSWERED, citations })));
    await askIn(page);
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    expect(await page.locator('.source-panel a').count()).toBe(0);
    expect(await page.locator('.source-panel').textContent()).toContain('javascript:window');
  });
});

describe('when something breaks', () => {
  it('shows the bot’s apology and lets the reader try again', async () => {
    let times = 0;
    const page = await open(scriptedAsk(() => (++times === 1 ? new Error('cause') : ANSWERED)));
    await askIn(page);
    expect(await page.locator('.failure').textContent()).toContain('ref-1');
    await page.getByText('Réessayer').click();
    await page.locator('.sources').waitFor();
  });

  it.each([
    [429, 'Trop de questions'],
    [503, 'en train de s’arrêter'],
    [500, 'code 500'],
  ])('puts %i into words', async (status, words) => {
    const page = await open();
    await page.route('**/api/ask', (route) => route.fulfill({ status, json: {} }));
    await askIn(page);
    expect(await page.locator('.broken').textContent()).toContain(words);
    await page.unroute('**/api/ask');
    await page.getByText('Réessayer').click();
    await page.locator('.sources').waitFor();
  });

  it('says that the server is gone', async () => {
    const page = await open();
    await page.route('**/api/ask', (route) => route.abort());
    await askIn(page);
    expect(await page.locator('.broken').textContent()).toContain('Le serveur ne répond pas');
  });
});

describe('accessibility', () => {
  it.each(['light', 'dark'] as const)('has no violation in %s', async (colorScheme) => {
    const page = await open(
      scriptedAsk((q) => (q === QUESTION ? ANSWERED : UNANSWERED)),
      {
        colorScheme,
        reducedMotion: 'reduce',
      },
    );
    expect(await violations(page)).toEqual([]);
    await askIn(page);
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    await askIn(page, 'Et la lune ?');
    await page.locator('.unanswered').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('#conversation').getAttribute('aria-live')).toBe('polite');
  });
});

interface AxeResult {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** Violations of the WCAG 2.2 AA rules and of good practice, with the first place of each. */
async function violations(page: Page): Promise<string[]> {
  // The policy of the page forbids scripts that are not its own; the debugger may.
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate<AxeResult>('axe.run()');
  return found.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html}`);
}
