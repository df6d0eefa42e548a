/** The web chat in a real browser: languages, themes, hostile text, trouble, accessibility. */
import { describe, expect, it } from 'vitest';
import { askIn, overflow, PHONE, usePages, violations } from '../../support/page-kit.ts';
import {
  ANSWERED,
  HOSTILE_TEXT,
  LEAD,
  longAnswer,
  scriptedAsk,
  UNANSWERED,
} from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const open = usePages();

describe('languages and themes', () => {
  it.each([
    ['fr-FR', 'fr', 'Essayez une question', 'Démenti'],
    ['en-US', 'en', 'Try a question', 'Denial'],
    ['zh-CN', 'zh', '试着提问', '否认'],
    ['de-DE', 'en', 'Try a question', 'Denial'],
  ])('a browser in %s gets %s', async (locale, lang, words, denial) => {
    const page = await open({ locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('#examples').textContent()).toContain(words);
    await askIn(page, QUESTION);
    await page.locator('.sources').waitFor();
    expect(await page.locator('.kind-name').nth(1).textContent()).toBe(denial);
    expect(await page.locator('.answer').getAttribute('lang')).toBe('fr');
  });

  it('changes everything but the answer’s own words, and remembers it', async () => {
    const page = await open();
    await askIn(page, QUESTION);
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
    const page = await open({ colorScheme: 'dark' });
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
    const page = await open({ ...PHONE, ask: scriptedAsk(() => longAnswer()) });
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
    expect(links).toEqual([
      expect.stringContaining('https://long.example/'),
      expect.stringContaining('https://copy.example/'),
    ]);
    expect(await overflow(page)).toBe(0);
  });

  it('cannot make a link that runs', async () => {
    const [first, ...rest] = ANSWERED.citations;
    const citations = first === undefined ? [] : [{ ...first, url: 'javascript:window.hacked=1' }, ...rest];
    const page = await open({ ask: scriptedAsk(() => ({ ...ANSWERED, citations })) });
    await askIn(page, QUESTION);
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    expect(await page.locator('.source-panel a').count()).toBe(0);
    expect(await page.locator('.source-panel').textContent()).toContain('javascript:window');
  });
});

describe('when something breaks', () => {
  it('shows the bot’s apology and lets the reader try again', async () => {
    let times = 0;
    const page = await open({ ask: scriptedAsk(() => (++times === 1 ? new Error('cause') : ANSWERED)) });
    await askIn(page, QUESTION);
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
    await askIn(page, QUESTION);
    expect(await page.locator('.broken').textContent()).toContain(words);
    await page.unroute('**/api/ask');
    await page.getByText('Réessayer').click();
    await page.locator('.sources').waitFor();
  });

  it('says that the server is gone', async () => {
    const page = await open();
    await page.route('**/api/ask', (route) => route.abort());
    await askIn(page, QUESTION);
    expect(await page.locator('.broken').textContent()).toContain('Le serveur ne répond pas');
  });
});

it('a message that asks nothing gets what fits it, as text, without headings over nothing', async () => {
  const page = await open({ ask: scriptedAsk(() => LEAD) });
  await askIn(page, 'Bonjour');
  const block = page.locator('.unanswered');
  await block.waitFor();
  expect(await block.locator('.unanswered-title').textContent()).toBe(LEAD.lead);
  expect(await block.locator('b, a, .nearest, .meta').count()).toBe(0);
  expect(await block.locator('h3').count()).toBe(1);
});

describe('accessibility', () => {
  it.each(['light', 'dark'] as const)('has no violation in %s', async (colorScheme) => {
    const page = await open({
      ask: scriptedAsk((q) => (q === QUESTION ? ANSWERED : UNANSWERED)),
      colorScheme,
      reducedMotion: 'reduce',
    });
    expect(await violations(page)).toEqual([]);
    await askIn(page, QUESTION);
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    await askIn(page, 'Et la lune ?');
    await page.locator('.unanswered').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('#conversation').getAttribute('aria-live')).toBe('polite');
  });
});
