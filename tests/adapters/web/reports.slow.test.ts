/** Reports in the web chat's conversation, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { caseBookOf } from '../../support/case-book-kit.ts';
import { askIn, lookUp, overflow, PHONE, usePages, violations } from '../../support/page-kit.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../../support/report-kit.ts';
import { ANSWERED, scriptedAsk } from '../../support/sample-answers.ts';
import { ABOUT } from '../../support/web-kit.ts';

const open = usePages();
const cases = caseBookOf([OTHER_CASE, SAMPLE_CASE]);

const boxes = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );

describe('a card', () => {
  it('shows whom it hit, each side’s words in their language, and its numbered sources', async () => {
    const page = await open({ cases });
    await lookUp(page, '/case lac gris --language en');
    expect(await page.locator('.report').getAttribute('lang')).toBe('en');
    expect(await page.locator('.report-title').textContent()).toBe('Intrusion at Grey Lake (2025)');
    expect(await page.locator('.section-heading').allTextContents()).toEqual([
      'The case',
      'Accusations',
      'Replies of the accused',
      'Measures',
      'Contested or corrected',
      'Context',
    ]);
    const facts = await page.locator('.case-facts > div').allTextContents();
    expect(facts[2]).toContain('also known as Violet Heron, TA-88');
    const first = page.locator('.lines .line').first();
    const text = await first.textContent();
    for (const words of ['Ministère des Eaux', '28 May 2025', 'certainty as stated: quasi-certitude'])
      expect(text).toContain(words);
    expect(await first.locator('.line-text span[lang]').first().getAttribute('lang')).toBe('fr');
    expect(await first.locator('time').getAttribute('datetime')).toBe('2025-05-28');
    expect(await page.locator('.report .notice').count()).toBe(2);
    const sources = await page.locator('.report-source').allTextContents();
    expect(sources).toHaveLength(4);
    // What stands around the sources is in the language of the page, as below an answer.
    for (const words of [
      '1',
      'titre descriptif',
      'Ministère des Eaux de Valdoria, 28 mai 2025',
      'gouvernement',
    ])
      expect(sources[0]).toContain(words);
    expect(sources[3]).toContain('éditeur inconnu, date inconnue');
    expect(sources[3]).toContain('Aucun lien enregistré');
    const link = page.locator('.report-source a').first();
    expect(await link.getAttribute('href')).toBe('https://valdoria.example/declaration?lang=fr&id=7');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('opens a source by its number, from the keyboard, and comes back', async () => {
    const page = await open({ cases });
    await lookUp(page, '/case lac gris');
    const cite = page.locator('.cite').first();
    expect(await cite.getAttribute('aria-label')).toContain('Source 1 : Ministère des Eaux de Valdoria');
    await cite.focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.source-panel');
    expect(await panel.textContent()).toMatch(/Nature\s*gouvernement/);
    expect(await panel.locator('figure').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.className')).toBe('cite');
  });
});

describe('each kind', () => {
  it('leads to the pages of its cases, in a tab of its own', async () => {
    const page = await open({ cases });
    const links = async (command: string) => {
      await lookUp(page, command);
      const last = page.locator('.exchange:last-child .case-link');
      expect(await last.evaluateAll((all) => all.every((a) => a.getAttribute('target') === '_blank'))).toBe(
        true,
      );
      return last.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    };
    expect(await links('/case lac gris')).toEqual(['/cases/2025-lac-gris']);
    expect(await links('/timeline lac gris')).toEqual(['/cases/2025-lac-gris/timeline']);
    expect(await links('/sides lac gris')).toEqual(['/cases/2025-lac-gris/sides']);
    expect(await links('/compare lac gris --with moulin')).toEqual([
      '/cases/2025-lac-gris',
      '/cases/2021-old-mill',
    ]);
    expect(await links('/summary depuis 2020')).toEqual(['/cases/2025-lac-gris', '/cases/2021-old-mill']);
    const opened = page.context().waitForEvent('page');
    await page.locator('.exchange:last-child .case-link').last().click();
    const tab = await opened;
    await tab.locator('h1').waitFor();
    expect(await tab.title()).toBe('Sabotage du vieux moulin (2021) · Casebook');
    expect(await page.locator('.exchange').count()).toBe(5);
  });

  it('stands beside or below, as wide as the screen is', async () => {
    const beside = async (page: Page) => {
      const [first, second] = await boxes(page, '.exchange:last-child .report-section');
      if (first === undefined || second === undefined) throw new Error('a side is missing');
      return first.right <= second.left && first.top === second.top
        ? 'beside'
        : first.bottom <= second.top
          ? 'below'
          : 'over each other';
    };
    const wide = await open({ cases });
    const phone = await open({ cases, ...PHONE });
    for (const command of ['/sides lac gris', '/compare lac gris --with moulin']) {
      await lookUp(wide, command);
      expect(await beside(wide), command).toBe('beside');
      await lookUp(phone, command);
      expect(await beside(phone), command).toBe('below');
      expect(await overflow(phone)).toBe(0);
    }
  });

  it('tells the sides apart without colour, and says where one is silent', async () => {
    const page = await open({ cases });
    await lookUp(page, '/sides moulin');
    const [accusation, reply] = await page.locator('.report-section').all();
    expect(await accusation?.locator('.icon').getAttribute('class')).toContain('icon-accusation');
    expect(await reply?.locator('.icon').getAttribute('class')).toContain('icon-reply');
    const frames = await page.evaluate(
      '[...document.querySelectorAll(".report-section")].map((side) => getComputedStyle(side).borderTopStyle)',
    );
    expect(frames).toEqual(['solid', 'double']);
    expect(await reply?.textContent()).toContain('Rien dans les sources de cette affaire.');
    expect(await page.locator('.notice').allTextContents()).toContain(
      'Les sources de cette affaire ne rapportent aucune réponse de la partie accusée.',
    );
  });

  it('of time runs down the page, undated last', async () => {
    const page = await open({ cases });
    await lookUp(page, '/timeline lac gris');
    expect(await page.locator('.section-heading').allTextContents()).toEqual(['2025', '2026', 'Sans date']);
    expect(await page.locator('.line time').allTextContents()).toEqual([
      '28 mai 2025',
      '29 mai 2025',
      'juin 2025',
      '1 juillet 2025',
      '2026',
    ]);
    const tops = (await boxes(page, '.line')).map(({ top }) => top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });
});

describe('a conversation', () => {
  it('goes on after a report, and changes its own words with the language', async () => {
    const page = await open({ cases, ask: scriptedAsk(() => ANSWERED) });
    await lookUp(page, '/case lac gris');
    await askIn(page, 'Et puis ?');
    await page.locator('.sentence').first().waitFor();
    await page.locator('[data-lang=zh]').click();
    expect(await page.locator('.report-sources h4').textContent()).toBe('来源');
    expect(await page.locator('.report-title').textContent()).toBe('Intrusion au lac Gris (2025)');
  });

  it('opens the case of a cited source, where there is one', async () => {
    const [first, ...rest] = ANSWERED.citations;
    const citations = first === undefined ? [] : [{ ...first, sourceId: '2025-lac-gris/s1' }, ...rest];
    const about = { ...ABOUT, caseIds: ['2025-lac-gris'] };
    const page = await open({ cases, about, ask: scriptedAsk(() => ({ ...ANSWERED, citations })) });
    await askIn(page, 'Qui ?');
    await page.locator('.sources').waitFor();
    await page.locator('.cite').first().click();
    const link = page.locator('.source-panel .case-link');
    expect(await link.textContent()).toBe('Ouvrir l’affaire');
    expect(await link.getAttribute('href')).toBe('/cases/2025-lac-gris#s1');
    await page.locator('.cite').nth(1).click();
    expect(await page.locator('.source-panel .case-link').count()).toBe(0);
  });
});

describe('accessibility', () => {
  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)('of every kind has no violation in %s with %j', async (colorScheme, device) => {
    const page = await open({ cases, colorScheme, reducedMotion: 'reduce', ...device });
    for (const command of [
      '/case lac',
      '/timeline lac',
      '/sides moulin',
      '/summary 2025',
      '/compare lac --with moulin',
    ])
      await lookUp(page, command);
    await page.locator('.cite').nth(1).click();
    expect(await violations(page)).toEqual([]);
  });
});
