/** A story of the news and a digest on the page, in a real browser: what `/news preview` and `/news why` answer with. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Report } from '../../../src/core/report.ts';
import { digestOf, storyReport } from '../../support/news-report-kit.ts';
import { overflow, PHONE, usePages } from '../../support/page-kit.ts';

const open = usePages();

/** Puts a report in the conversation with the page's own modules. */
async function show(page: Page, report: Report): Promise<void> {
  await page.evaluate(`(async () => {
    const { reportView } = await import('/render-report.js');
    const view = reportView(${JSON.stringify(report)}, { level: 3, withLinks: true });
    document.querySelector('#conversation').replaceChildren(view);
  })()`);
  await page.locator('.report').waitFor();
}

const links = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((link) => link.getAttribute('href')));

it('a story says that it is news, who claims what, and leads to its case and its article', async () => {
  const page = await open(PHONE);
  await show(page, storyReport({ title: 'Valdoria désigne le Lotus gris' }));
  expect(await page.locator('.report > *').first().textContent()).toBe('Casebook · actualités');
  expect(await page.locator('.report-title').textContent()).toBe('Valdoria désigne le Lotus gris');
  expect(await page.locator('[data-tone="accusation"] .line').textContent()).toContain('quasi-certitude');
  expect(await page.locator('.line').nth(1).getAttribute('data-tone')).toBe('reply');
  expect(await links(page, '.case-links a')).toEqual(['/cases/2025-lac-gris']);
  expect(await links(page, '.report-source a')).toEqual(['https://valdoria.example/article?lang=fr&id=1']);
  expect(await overflow(page)).toBe(0);
});

it('a digest leads to each case from its heading, and says it in the language of the report', async () => {
  const page = await open(PHONE);
  const digest = digestOf(3);
  const [section] = digest.sections;
  if (section === undefined) throw new Error('the digest has no section');
  const cases = [
    { id: '2025-lac-gris', title: 'Grey Lake' },
    { id: '2021-old-mill', title: 'Old Mill' },
  ];
  // In another order than the cases, and beside news of no case.
  const sections = [section, { ...section, heading: 'Old Mill' }, { ...section, heading: 'Grey Lake' }];
  await show(page, { ...digest, lang: 'en', cases, sections });
  expect(await page.locator('.report .eyebrow').first().textContent()).toBe('Casebook · news digest');
  expect(await links(page, '.section-heading a')).toEqual(['/cases/2021-old-mill', '/cases/2025-lac-gris']);
  expect(await page.locator('.case-links').count()).toBe(0);
  expect(await page.locator('.report-source').count()).toBe(3);
  expect(await overflow(page)).toBe(0);
});
