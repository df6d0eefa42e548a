/** The web chat in a real browser: the first screen, asking, sources, the keyboard alone. */
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src/core/answer.ts';
import { citationText, sourceText } from '../../../src/core/citation-text.ts';
import { createState } from '../../../src/state/state.ts';
import { askIn, PHONE, usePages } from '../../support/page-kit.ts';
import { ANSWERED, eventsOf, REPUBLISHED, scriptedAsk, UNANSWERED } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const open = usePages();

describe('the first screen', () => {
  it('says what this is and offers questions that can be clicked', async () => {
    const page = await open();
    expect(await page.locator('#welcome-title').textContent()).toContain('Qui a accusé qui');
    await expect.poll(() => page.locator('.figures').textContent()).toContain('34');
    await expect.poll(() => page.locator('.question-button').count()).toBe(4);
    await page.locator('.question-button').first().click();
    await page.locator('.sources').waitFor();
    expect(await page.locator('.asked').textContent()).toContain('ministère tchèque');
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('asked');
  });

  it.each([
    ['a narrow window', { viewport: PHONE.viewport }, true],
    ['a phone', PHONE, false],
  ])('opens at its title in %s', async (_, options, hasKeyboard) => {
    const page = await open(options);
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
    const page = await open({
      ask: async function* () {
        const events = eventsOf(ANSWERED);
        yield* events.slice(0, 3);
        await gate.promise;
        yield* events.slice(3);
      },
    });
    await askIn(page, QUESTION);
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
    const page = await open({
      ...options,
      ask: async function* ({ question }) {
        if (question !== QUESTION) await gate.promise;
        yield* eventsOf(ANSWERED);
      },
    });
    await askIn(page, QUESTION);
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
    await askIn(page, QUESTION);
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
    await askIn(page, QUESTION);
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

  it('says who else printed a source, with links in the opened one', async () => {
    const page = await open({ ask: scriptedAsk(() => REPUBLISHED) });
    await askIn(page, QUESTION);
    await page.locator('.sources').waitFor();
    const line = 'Aussi publié par Le Courrier & fils, 湖滨晚报 et The *Lake* Times';
    expect(await page.locator('.source-row').nth(1).textContent()).toContain(line);
    await page.locator('.source-row').nth(1).click();
    const also = page.locator('.source-panel .also-published');
    expect(await also.textContent()).toBe(line);
    const links = await also.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(['https://copies.example/0', 'https://copies.example/2']);
  });

  it('is copied with its numbered sources', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await askIn(page, QUESTION);
    await page.getByText('Copier avec les sources').click();
    await page.getByRole('status').filter({ hasText: 'Copié' }).waitFor();
    expect(await page.locator('button [role=status]').count()).toBe(0);
    const text = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(text).toContain(`${ANSWERED.sentences[2]?.text} [3][1]`);
    expect(text).toBe(citationText(ANSWERED, 'fr'));
    await page.locator('.cite').nth(1).click();
    await page.locator('.source-panel').getByText('Copier cette source').click();
    await page.locator('.source-panel').getByRole('status').filter({ hasText: 'Copié' }).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(
      sourceText(ANSWERED.citations[1] as Citation, 'fr'),
    );
  });

  it('takes a report of an error, by the keyboard alone', async () => {
    const page = await open({ store: createState({ path: ':memory:', now: () => Date.now() }) });
    await askIn(page, QUESTION);
    await page.getByText('Signaler une erreur').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Où').selectOption('2');
    await page.getByLabel('Ce qui est faux').focus();
    await page.keyboard.type('La date est fausse.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Merci, l’erreur est signalée.' }).waitFor();
    expect(await page.getByLabel('Ce qui est faux').isVisible()).toBe(false);
  });

  it('that does not exist is said, with what is near and what may be asked', async () => {
    const page = await open({
      ask: scriptedAsk((question) => (question === QUESTION ? ANSWERED : UNANSWERED)),
    });
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
    // The last of what comes with an answer: until then the focus may be moved from under the keyboard.
    await page.getByText('Signaler une erreur').waitFor();
    expect(await page.locator('#question').inputValue()).toBe('');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('question');
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
    const page = await open({
      ask: async function* ({ signal }) {
        yield* eventsOf(ANSWERED).slice(0, 2);
        await new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            aborted.resolve();
            reject(signal.reason);
          });
        });
      },
    });
    await askIn(page, QUESTION);
    await page.locator('.sentence').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Réponse arrêtée.').waitFor();
    await aborted.promise;
    expect(await page.locator('.sentence').count()).toBe(1);
    expect(await page.locator('#send').getAttribute('aria-label')).toBe('Envoyer');
  });
});
