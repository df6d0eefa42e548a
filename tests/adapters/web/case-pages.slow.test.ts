/** The pages of the cases in a real browser: addresses, views, search, languages, print, accessibility. */
import { describe, expect, it } from 'vitest';
import { caseBookOf, HOSTILE_CASE } from '../../support/case-book-kit.ts';
import { overflow, PHONE, usePages, violations } from '../../support/page-kit.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../../support/report-kit.ts';
import { ABOUT } from '../../support/web-kit.ts';

const open = usePages();
const cases = caseBookOf([OTHER_CASE, SAMPLE_CASE]);
const LAKE = '/cases/2025-lac-gris';

describe('the list', () => {
  it('is offered by the first screen and leads to a case', async () => {
    const page = await open({ cases, about: { ...ABOUT, caseIds: ['2025-lac-gris', '2021-old-mill'] } });
    await page.getByText('Toutes les affaires (2)').click();
    await page.locator('.case-row').first().waitFor();
    expect(await page.locator('.case-name').allTextContents()).toEqual([
      'Intrusion au lac Gris (2025)',
      'Sabotage du vieux moulin (2021)',
    ]);
    await page.locator('.case-row').first().click();
    await page.locator('h1.report-title').waitFor();
    expect(new URL(page.url()).pathname).toBe(LAKE);
  });

  it('is searched while one types; the search is in the address, and back leads to it', async () => {
    const page = await open({ cases, path: '/cases' });
    await page.locator('#typed').pressSequentially('tin otter');
    await page.getByText('Affaires trouvées : 1').waitFor();
    expect(await page.locator('.case-name').allTextContents()).toEqual(['Sabotage du vieux moulin (2021)']);
    expect(new URL(page.url()).search).toBe('?q=tin+otter');
    await page.locator('.case-row').click();
    await page.locator('h1.report-title').waitFor();
    await page.goBack();
    await page.getByText('Affaires trouvées : 1').waitFor();
    expect(await page.locator('#typed').inputValue()).toBe('tin otter');
    await page.locator('#typed').fill('rien de tel');
    await page.getByText('Aucune affaire ne correspond').waitFor();
    expect(await page.locator('.case-row').count()).toBe(0);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.getByText('Affaires trouvées : 2').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('says so when there is none', async () => {
    const page = await open({ cases: caseBookOf([]), path: '/cases' });
    expect(await page.locator('#count').textContent()).toContain('ne contient encore aucune affaire');
  });
});

describe('a case', () => {
  it.each([
    [LAKE, 'Fiche', 'Intrusion au lac Gris (2025)'],
    [`${LAKE}/timeline`, 'Chronologie', 'Chronologie : Intrusion au lac Gris (2025)'],
    [`${LAKE}/sides/`, 'Les parties', 'Accusation et réponse : Intrusion au lac Gris (2025)'],
  ])('opens at %s', async (path, view, title) => {
    const page = await open({ cases, path });
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.title()).toBe(`${title} · Casebook`);
    expect(await page.locator('.views [aria-current=page]').textContent()).toBe(view);
    expect(await page.locator('.report-source').count()).toBeGreaterThan(2);
    expect(await page.locator('.case-link').count()).toBe(0);
  });

  it('goes from view to view by links, back and forward', async () => {
    const page = await open({ cases, path: LAKE });
    const shown = async (kind: string) => page.locator(`.report-${kind}`).waitFor();
    await page.getByRole('link', { name: 'Chronologie' }).click();
    await shown('timeline');
    await page.getByRole('link', { name: 'Les parties' }).click();
    await shown('sides');
    await page.goBack();
    await shown('timeline');
    await page.goBack();
    await shown('case');
    await page.goForward();
    await shown('timeline');
    expect(new URL(page.url()).pathname).toBe(`${LAKE}/timeline`);
  });

  it('is in the reader’s language, and in another when she chooses it', async () => {
    const page = await open({ cases, path: LAKE, locale: 'zh-CN' });
    expect(await page.locator('h1').textContent()).toBe('灰湖入侵事件（2025年）');
    await page.locator('[data-lang=en]').click();
    await page.getByText('Replies of the accused').waitFor();
    expect(await page.title()).toBe('Intrusion at Grey Lake (2025) · Casebook');
    expect(await page.locator('.views').textContent()).toContain('Both sides');
    expect(await page.locator('.line-text span[lang=fr]').count()).toBeGreaterThan(0);
    await page.reload();
    await page.getByText('Replies of the accused').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('opens at what it takes from a source, and stays there in another language', async () => {
    const page = await open({ cases, path: `${LAKE}#s3` });
    const pointed = page.locator('.pointed');
    expect(await pointed.count()).toBe(2);
    expect(await pointed.first().textContent()).toContain('Union des Rivières');
    const box = await pointed.first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
    const place = await page.evaluate('scrollY');
    expect(place).toBeGreaterThan(0);
    await page.locator('[data-lang=en]').click();
    await page.getByText('Replies of the accused').waitFor();
    expect(await pointed.count()).toBe(2);
    await page.goto(new URL(`${LAKE}#s99`, page.url()).href);
    await page.reload();
    await page.locator('h1.report-title').waitFor();
    expect(await pointed.count()).toBe(0);
  });

  it('says which of its sources was withdrawn, at the claims and for the whole', async () => {
    const sources = SAMPLE_CASE.sources.map((text, i) =>
      i === 0
        ? {
            ...text,
            source: {
              ...text.source,
              standing: { status: 'withdrawn', date: '2025-06', note: null } as const,
            },
          }
        : text,
    );
    const page = await open({ cases: caseBookOf([{ ...SAMPLE_CASE, sources }]), path: LAKE });
    expect(await page.locator('.report .notice').first().textContent()).toBe(
      'Une source a été retirée par son éditeur. [1] · juin 2025',
    );
    const line = page.locator('.line:has-text("Lynx 31")').first();
    expect(await line.locator('.line-notes').textContent()).toContain('source retirée par son éditeur');
  });

  it('is reached with the keyboard past the bar, and its sources open and close', async () => {
    const page = await open({ cases, path: LAKE });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('cite');
    await page.keyboard.press('Enter');
    await page.locator('.source-panel').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.className')).toBe('cite');
  });

  it('goes on paper with its addresses and without what cannot be pressed there', async () => {
    const page = await open({ cases, path: LAKE, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.tools', '.views', '.page-links'])
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
    const background = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(background).toBe('rgb(255, 255, 255)');
    const address = await page.evaluate(
      'getComputedStyle(document.querySelector(".report-source a"), "::after").content',
    );
    expect(address).toContain('https://valdoria.example/declaration');
  });

  it('made of hostile text stays text, within a phone’s width', async () => {
    for (const path of [LAKE, `${LAKE}/timeline`, `${LAKE}/sides`, '/cases']) {
      const page = await open({ cases: caseBookOf([HOSTILE_CASE]), path, ...PHONE });
      expect(await page.locator('main :is(img, script, b, i, u)').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain('<b>gras</b> <img src=x');
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await overflow(page)).toBe(0);
    }
  });
});

describe('what is not there', () => {
  it('is searched for under the words of its address', async () => {
    const page = await open({ cases, path: '/cases/2021-moulin' });
    expect(await page.locator('h1').textContent()).toContain('pas de page à cette adresse');
    expect(await page.locator('#typed').inputValue()).toBe('2021 moulin');
    expect(await page.locator('.case-name').allTextContents()).toEqual(['Sabotage du vieux moulin (2021)']);
    expect(new URL(page.url()).pathname).toBe('/cases/2021-moulin');
  });

  it('and fits nothing shows all cases', async () => {
    for (const path of ['/cases/tout-autre-chose', '/rien']) {
      const page = await open({ cases, path });
      await page.getByText('Affaires trouvées : 2').waitFor();
      expect(await page.locator('#typed').inputValue()).toBe('');
    }
  });

  it('for a moment can be tried again', async () => {
    const page = await open({ cases, path: LAKE });
    await page.route('**/api/cases/**', (route) => route.abort());
    await page.locator('[data-lang=en]').click();
    await page.getByText('The server does not respond').waitFor();
    await page.unroute('**/api/cases/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Replies of the accused').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.goto(new URL('/cases', page.url()).href);
    await page.locator('.case-row').first().waitFor();
    await page.route('**/api/cases?*', (route) => route.fulfill({ status: 503, json: {} }));
    await page.locator('#typed').fill('lac');
    await page.getByText('The server is shutting down').waitFor();
    await page.unroute('**/api/cases?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Cases found: 1').waitFor();
    expect(await page.locator('.broken').count()).toBe(0);
  });
});

describe('accessibility', () => {
  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)('has no violation in %s with %j', async (colorScheme, device) => {
    for (const path of ['/cases', LAKE, `${LAKE}/timeline`, `${LAKE}/sides`, '/cases/none']) {
      const page = await open({ cases, path, colorScheme, reducedMotion: 'reduce', ...device });
      if (path.startsWith(LAKE)) await page.locator('.cite').first().click();
      expect(await violations(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
  });
});
