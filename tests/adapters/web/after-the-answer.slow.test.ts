/** What surrounds an answer, in a real browser: notices, the form for errors, a bot's own word, follow-ups. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Answer, Notice } from '../../../src/core/answer.ts';
import type { AskRequest } from '../../../src/core/ask.ts';
import { createState } from '../../../src/state/state.ts';
import { askIn, overflow, PHONE, usePages, violations } from '../../support/page-kit.ts';
import {
  ANSWERED,
  eventsOf,
  HOSTILE_TEXT,
  LEAD,
  scriptedAsk,
  UNANSWERED,
} from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const PHONE_360 = { ...PHONE, viewport: { width: 360, height: 740 } };
const open = usePages();
const memory = () => createState({ path: ':memory:', now: () => Date.now() });

const NOTICES: readonly Notice[] = [
  { code: 'attributions-differ', text: 'Les attributions divergent.' },
  { code: 'understood-as', text: 'Question comprise d’après la conversation : « Que répond Norland ? »' },
  { code: 'source-withdrawn', text: `Une source citée a été retirée. [2] ${HOSTILE_TEXT}` },
  { code: 'one-wire', text: 'Toutes les sources citées reprennent une même agence.' },
];
const NOTICED: Answer = { ...ANSWERED, notices: NOTICES };

async function answered(page: Page): Promise<void> {
  await askIn(page, QUESTION);
  await page.locator('.sources').waitFor();
}
async function openForm(page: Page): Promise<void> {
  await page.getByText('Signaler une erreur').click();
  await page.getByLabel('Ce qui est faux').waitFor();
}

describe('the notices of an answer', () => {
  it('are all there, what the question was taken for first, what became of a source before the others', async () => {
    const page = await open({ ...PHONE_360, ask: scriptedAsk(() => NOTICED) });
    await answered(page);
    const [withdrawn, ...others] = await page.locator('.tail .notice').allTextContents();
    expect(withdrawn).toBe(NOTICES[2]?.text);
    expect(others).toEqual([NOTICES[0]?.text, NOTICES[3]?.text]);
    const first = page.locator('.answer > :first-child');
    expect(await first.textContent()).toBe(NOTICES[1]?.text);
    expect(await page.locator('.notice[lang=fr]').count()).toBe(NOTICES.length);
    expect(await page.locator('.notice :is(img, b, a)').count()).toBe(0);
    expect(await overflow(page)).toBe(0);
  });

  it('mark a withdrawn source by a sign and a frame, not by colour alone', async () => {
    const page = await open({ ask: scriptedAsk(() => NOTICED) });
    await answered(page);
    const grave = page.locator('.notice-grave');
    expect(await grave.count()).toBe(1);
    expect(await grave.locator('.icon-alert').isVisible()).toBe(true);
    expect(
      await page.evaluate('getComputedStyle(document.querySelector(".notice-grave")).borderTopWidth'),
    ).toBe('1px');
  });

  it('stay when the language of the page changes', async () => {
    const page = await open({ ask: scriptedAsk(() => NOTICED) });
    await answered(page);
    await page.locator('[data-lang=zh]').click();
    await page.locator('.sources h3:has-text("来源")').waitFor();
    expect(await page.locator('.notice').allTextContents()).toHaveLength(NOTICES.length);
    expect(await page.locator('.answer > .notice-first').count()).toBe(1);
  });
});

it('a source that is opened marks what of it stands in the answer', async () => {
  const words = 'Norland dément et juge les accusations « infondées ».';
  const [first, second, ...rest] = ANSWERED.citations;
  if (first === undefined || second === undefined) throw new Error('the sample has lost its sources');
  const excerpt = `Le ministère accuse. ${words} Rien d’autre n’est dit.`;
  const citations = [first, { ...second, excerpt, excerptLang: 'fr' }, ...rest];
  const sentences = ANSWERED.sentences.map((s) =>
    s.kind === 'denial' ? { ...s, text: `Le journal : « ${words} »` } : s,
  );
  const page = await open({ ask: scriptedAsk(() => ({ ...ANSWERED, citations, sentences })) });
  await answered(page);
  await page.locator('[data-kind=denial] .cite').click();
  expect(await page.locator('.passage-text mark').textContent()).toBe(words);
  expect(await page.locator('.passage-text').textContent()).toContain(excerpt);
  await page.locator('[data-kind=accusation] .cite').click();
  expect(await page.locator('.passage-text mark').count()).toBe(0);
});

describe('the form for errors', () => {
  it('takes no report without words, and says which field lacks them', async () => {
    let sent = 0;
    const page = await open({ store: memory() });
    page.on('request', (request) => request.url().endsWith('/api/report-error') && sent++);
    await answered(page);
    await openForm(page);
    const box = page.getByLabel('Ce qui est faux');
    for (const typed of ['', '   ']) {
      await box.fill(typed);
      await page.getByText('Envoyer le signalement').click();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      expect(await box.evaluate((field) => field.matches(':invalid'))).toBe(true);
    }
    expect(sent).toBe(0);
  });

  it.each([
    ['the answer is no longer kept', undefined, 'n’a pas pu être enregistré'],
    ['the server fails', 500, 'code 500'],
    ['the server is gone', 0, 'Le serveur ne répond pas'],
  ])('keeps what was typed where %s, says so, and can be sent again', async (_, status, told) => {
    const page = await open({ store: memory() });
    await answered(page);
    const route = '**/api/report-error';
    await page.route(route, (call) =>
      status === 0
        ? call.abort()
        : call.fulfill(status === undefined ? { json: { stored: false } } : { status, json: {} }),
    );
    await openForm(page);
    await page.getByLabel('Ce qui est faux').fill('La date est fausse.');
    await page.getByText('Envoyer le signalement').click();
    const words = page.locator('.report-error [role=status]');
    await words.filter({ hasText: told }).waitFor();
    expect(await words.getAttribute('class')).toContain('report-error-failed');
    expect(await page.getByLabel('Ce qui est faux').inputValue()).toBe('La date est fausse.');
    await page.unroute(route);
    await page.getByText('Envoyer le signalement').click();
    await words.filter({ hasText: 'Merci' }).waitFor();
    expect(await words.getAttribute('class')).not.toContain('report-error-failed');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
  });

  it('offers each sentence by its beginning, and the answer as a whole', async () => {
    const page = await open();
    await answered(page);
    await openForm(page);
    const offered = await page.getByLabel('Où').locator('option').allTextContents();
    expect(offered).toHaveLength(ANSWERED.sentences.length + 1);
    expect(offered[0]).toBe('La réponse dans son ensemble');
    expect(offered[2]).toBe(`2. ${ANSWERED.sentences[1]?.text}`);
  });
});

describe('a word of the bot', () => {
  it('looks like its other words: no colour of an error, nothing to try again, nothing to report', async () => {
    const page = await open({ ask: scriptedAsk(() => LEAD) });
    await askIn(page, 'Bonjour');
    await page.locator('.unanswered').waitFor();
    const colour = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).color`);
    expect(await colour('.unanswered-title')).toBe(await colour('.asked'));
    expect(
      await page.locator('.failure, .broken, .report-error, .answer-actions, .notice-grave').count(),
    ).toBe(0);
  });
});

describe('a follow-up', () => {
  it('is understood from its own conversation, and from no other', async () => {
    const heard: AskRequest[] = [];
    const store = memory();
    const page = await open({
      store,
      ask: async function* (request) {
        heard.push(request);
        yield* eventsOf({ ...ANSWERED, id: `answer-${heard.length}` });
      },
    });
    await answered(page);
    await askIn(page, 'et la Chine ?');
    await page.locator('.exchange:last-child .sources').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.figures div').first().waitFor();
    await askIn(other, 'et la Chine ?');
    await other.locator('.sources').waitFor();
    expect(heard.map(({ history = [] }) => history.map(({ question }) => question))).toEqual([
      [],
      [QUESTION],
      [],
    ]);
  });
});

describe('accessibility', () => {
  it.each([
    ['light', {}],
    ['dark', PHONE_360],
  ] as const)('of all of it has no violation in %s with %j', async (colorScheme, device) => {
    const page = await open({
      ask: scriptedAsk((question) =>
        question === QUESTION ? NOTICED : question === 'Bonjour' ? LEAD : UNANSWERED,
      ),
      colorScheme,
      reducedMotion: 'reduce',
      ...device,
    });
    await page.route('**/api/report-error', (call) => call.fulfill({ json: { stored: false } }));
    await answered(page);
    await openForm(page);
    await page.getByLabel('Ce qui est faux').fill('La date est fausse.');
    await page.getByText('Envoyer le signalement').click();
    await page.locator('.report-error-failed').waitFor();
    expect(await violations(page)).toEqual([]);
    await askIn(page, 'Bonjour');
    await page.locator('.exchange:last-child .unanswered').waitFor();
    await askIn(page, 'Qui a fait la lune ?');
    await page.locator('.exchange:nth-child(3) .unanswered').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
