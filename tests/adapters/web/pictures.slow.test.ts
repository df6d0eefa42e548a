/** Pictures of reports in a real browser: shown, told in words, in their place from the start, and not missed. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { createPictures } from '../../../src/app-pictures.ts';
import { caseBookOf } from '../../support/case-book-kit.ts';
import { askIn, lookUp, overflow, PHONE, usePages, violations } from '../../support/page-kit.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { SAMPLE_PICTURE } from '../../support/sample-picture.ts';

const pictures = createPictures({ warn: () => undefined });
afterAll(() => pictures.close());
const open = usePages();
const cases = caseBookOf([SAMPLE_CASE]);
const TIMELINE = '/cases/2025-lac-gris/timeline';
const PHONE_360 = { ...PHONE, viewport: { width: 360, height: 740 } };

/** Scrolls to the picture, as a reader would; resolves when it is there. */
async function reach(page: Page): Promise<void> {
  await page.locator('.report-picture img').scrollIntoViewIfNeeded();
  await page.evaluate('document.querySelector(".report-picture img").decode()');
}
const heightOf = async (page: Page) => (await page.locator('.report').boundingBox())?.height;

describe('the picture of a timeline', () => {
  it.each([
    ['a desktop', {}],
    ['a phone', PHONE_360],
  ])('has its place before it comes, and its words, on %s', async (_, device) => {
    const gate = Promise.withResolvers<void>();
    const page = await open({ cases, pictures, ...device });
    await page.route('**/*.png*', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto(new URL(TIMELINE, page.url()).href);
    const image = page.locator('.report-picture img');
    await image.waitFor();
    const before = await heightOf(page);
    const box = await image.boundingBox();
    const [width, height] = [await image.getAttribute('width'), await image.getAttribute('height')];
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(Number(height) / Number(width), 1);
    gate.resolve();
    await reach(page);
    expect(await heightOf(page)).toBe(before);
    const alt = await image.getAttribute('alt');
    for (const words of ['Intrusion au lac Gris', 'Ministère des Eaux de Valdoria'])
      expect(alt).toContain(words);
    expect(await overflow(page)).toBe(0);
  });

  it('is opened by a link of a few words, in a tab of its own', async () => {
    const page = await open({ cases, pictures, path: TIMELINE });
    const link = page.locator('.report-picture a');
    expect(await link.textContent()).toBe('Ouvrir l’image, pour la transmettre');
    expect(await link.getAttribute('href')).toBe(`${TIMELINE}.png?lang=fr`);
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  it('follows the language of the page', async () => {
    const page = await open({ cases, pictures, path: TIMELINE });
    await page.locator('[data-lang=zh]').click();
    await page.getByText('时间线：').first().waitFor();
    expect(await page.locator('.report-picture img').getAttribute('src')).toBe(`${TIMELINE}.png?lang=zh`);
    expect(await page.locator('.report-picture figcaption').textContent()).toBe('打开图片以便转发');
  });

  it('that does not come leaves the text and says so', async () => {
    const page = await open({ cases, pictures });
    await page.route('**/*.png*', (route) => route.fulfill({ status: 500, body: '' }));
    await lookUp(page, '/timeline lac gris');
    await page.locator('.report-sources').scrollIntoViewIfNeeded();
    await page.locator('.picture-failed').waitFor();
    expect(await page.locator('.picture-failed').textContent()).toContain('n’a pas pu être affichée');
    expect(await page.locator('.report-picture').count()).toBe(0);
    expect(await page.locator('.report .line').count()).toBe(6);
  });

  it('is told by text alone, whatever the text is', async () => {
    const sample = { describe: async () => SAMPLE_PICTURE, draw: async () => SAMPLE_PICTURE };
    const page = await open({ cases, pictures: sample });
    await lookUp(page, '/timeline lac gris');
    await reach(page);
    expect(await page.locator('.report-picture img').getAttribute('alt')).toBe(SAMPLE_PICTURE.alt);
    expect(await page.locator('.report a[href*=evil]').count()).toBe(0);
  });
});

describe('what the corpus holds', () => {
  it('has a page that every page leads to', async () => {
    const page = await open({ cases, pictures, path: '/cases' });
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.locator('h1.report-title').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sources');
    expect(await page.title()).toBe('Ce que contient le corpus · Casebook');
    expect(await page.locator('.places [aria-current=page]').textContent()).toBe('Sources');
    await page.locator('[data-lang=en]').click();
    await page.getByText('What the corpus holds').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('is reached from a conversation without ending it', async () => {
    const page = await open({ cases, pictures });
    await lookUp(page, '/sources');
    const hrefs = await page
      .locator('.places a, .case-links a')
      .evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.getAttribute('target')]));
    expect(hrefs).toEqual([
      ['/cases', '_blank'],
      ['/sources', '_blank'],
      ['/sources', '_blank'],
    ]);
  });

  it('compares amounts by bars, the greatest the longest, and says each in words', async () => {
    const page = await open({ cases, pictures, path: '/sources' });
    const rows = page.locator('.report-section:has-text("Qui publie") .count-row');
    expect(await rows.locator('.count-text').allTextContents()).toEqual([
      '25 sources',
      '5 sources',
      '3 sources',
      '1 source',
    ]);
    const widths = await rows
      .locator('.count-bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(5, 0);
    expect(await page.locator('.count-row time').allTextContents()).toEqual(['2021', '2024', '2025']);
  });
});

describe('accessibility', () => {
  it.each([
    ['light', {}],
    ['dark', PHONE],
  ] as const)('with pictures has no violation in %s with %j', async (colorScheme, device) => {
    for (const path of [TIMELINE, '/sources']) {
      const page = await open({ cases, pictures, path, colorScheme, reducedMotion: 'reduce', ...device });
      await reach(page);
      expect(await violations(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
    const page = await open({ cases, pictures, colorScheme, reducedMotion: 'reduce', ...device });
    await askIn(page, '/sources');
    await page.locator('.report-picture').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
