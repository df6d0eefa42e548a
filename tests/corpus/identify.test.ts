/** Title, publisher, date and language: as the text states them, or unknown. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/corpus/clean.ts';
import { identify } from '../../src/corpus/identify.ts';

const BODY = `Le ministère des Affaires étrangères a convoqué mardi un diplomate après la découverte d’une intrusion dans ses réseaux.
L’ambassade a rejeté ces accusations et demandé des preuves à son tour.`;
const identified = (text: string) => identify(cleanArticle(text), {});

describe('title', () => {
  it('is the headline where there is one', () => {
    expect(identified(`Prague accuse un groupe de pirates\n\n${BODY}`)).toMatchObject({
      title: 'Prague accuse un groupe de pirates',
      titleIsDescriptive: false,
    });
  });

  it('else describes, from the first sentence that is no quotation, cut at a word', () => {
    const { title, titleIsDescriptive } = identified(
      `«Nous demandons des preuves», a dit l’ambassade.\n${BODY}`,
    );
    expect(titleIsDescriptive).toBe(true);
    expect(title).toMatch(/^Le ministère des Affaires étrangères a convoqué mardi un diplomate .*\p{L}…$/u);
    expect(title.length).toBeLessThanOrEqual(91);
  });

  it('leaves the dateline out of a description', () => {
    expect(identified('GENÈVE - Le canton a fermé ses serveurs mardi soir.').title).toBe(
      'Le canton a fermé ses serveurs mardi soir',
    );
    expect(identified('PRAGUE, 3 juin (Reuters) - La police enquête sur une panne.').title).toBe(
      'La police enquête sur une panne',
    );
  });

  it('works without spaces between words', () => {
    const { title, titleIsDescriptive, lang } = identified(
      `${'外交部发言人在例行记者会上回应了有关网络攻击的指控'.repeat(6)}。`,
    );
    expect({ titleIsDescriptive, lang, length: title.length }).toEqual({
      titleIsDescriptive: true,
      lang: 'zh',
      length: 91,
    });
  });
});

describe('publisher', () => {
  it.each([
    ['Par Le Figaro avec AFP', 'Le Figaro avec AFP'],
    ['Par AFP', 'AFP'],
    ['By Reuters', 'Reuters'],
    ['Par Jeanne Dupont, Le Monde', 'Le Monde'],
    ['Source : Radio Prague', 'Radio Prague'],
    ['来源：新华网', '新华网'],
    ['Par 20Minutes avec agences', '20Minutes avec agences'],
    ['By The Guardian | 3 June 2025', 'The Guardian'],
    ['Par Jeanne Dupont', null],
    ['Par Jeanne Dupont avec AFP', null],
    ['Par la rédaction', null],
    ['Par Rédaction', null],
  ])('reads «%s» as %s', (line, publisher) => {
    expect(identified(`Un titre assez clair\n${line}\n${BODY}`).publisher).toBe(publisher);
  });

  it.each([
    [`PRAGUE (AFP) - ${BODY}`, 'AFP'],
    [`BERLIN, June 3 (Reuters) - ${BODY}`, 'Reuters'],
    ['新华社北京7月28日电 外交部发言人表示强烈谴责。', '新华社'],
    [`Selon Reuters, ${BODY}`, null],
  ])('reads datelines: %#', (text, publisher) => {
    expect(identified(text).publisher).toBe(publisher);
  });
});

describe('date', () => {
  it.each([
    ['Publié le 28 mai 2025', '2025-05-28'],
    ['Publié le 28 mai 2025 à 10h05, mis à jour le 29 mai 2025 à 8h00', '2025-05-28'],
    ['Publié le mercredi 1er octobre 2025', '2025-10-01'],
    ['Publié le 05/06/2025', '2025-06-05'],
    ['Published on May 28, 2025', '2025-05-28'],
    ['Published 28 May 2025, 10:15 GMT', '2025-05-28'],
    ['Published 05/06/2025', null],
    ['By Reuters, May 28, 2025', '2025-05-28'],
    ['Par Le Figaro avec AFP, publié le 28 mai 2025', '2025-05-28'],
    ['2025-05-28', '2025-05-28'],
    ['2025-05-28T10:00:00Z', '2025-05-28'],
    ['28 mai 2025', '2025-05-28'],
    ['发布时间：2025年5月28日 10:15', '2025-05-28'],
    ['2025年05月28日 10:15 来源：新华网', '2025-05-28'],
    ['Publié le 31 juin 2025', null],
    ['Mis à jour le 28 mai 2025', null],
    ['Dernière mise à jour à 10h15 le 03/10', null],
    ['Last updated 28 May 2025', null],
    ['更新时间：2025年5月28日', null],
    ['mardi 28 mai', null],
    ['mai 2025', null],
  ])('reads «%s» under the headline as %s', (line, date) => {
    expect(identified(`Un titre assez clair\n${line}\n${BODY}`).publishedAt).toBe(date);
  });

  it('does not take a date on top of the page, nor one in a sentence, for the article’s', () => {
    expect(identified(`jeudi, octobre 3\n\nUn titre assez clair\n\n${BODY}`).publishedAt).toBeNull();
    expect(identified(`jeudi 3 octobre 2024\n\nUn titre assez clair\n\n${BODY}`).publishedAt).toBeNull();
    expect(
      identified(`Un titre assez clair\nPublié le 28 mai 2025, le rapport accuse.\n${BODY}`).publishedAt,
    ).toBeNull();
    expect(identified(`Le 28 mai 2025, Prague a protesté.\n${BODY}`).publishedAt).toBeNull();
  });

  it('takes none of two that contradict each other', () => {
    const text = `Un titre assez clair\nPublié le 28 mai 2025\nPublié le 29 mai 2025\n${BODY}`;
    expect(identified(text).publishedAt).toBeNull();
  });
});

describe('identify', () => {
  it('puts metadata before the text', () => {
    const metadata = { title: 'Titre', publisher: 'Éditeur', date: '2024', lang: 'en' };
    expect(identify(cleanArticle(`Un autre titre\nPar AFP\n${BODY}`), metadata)).toEqual({
      title: 'Titre',
      titleIsDescriptive: false,
      publisher: 'Éditeur',
      publishedAt: '2024',
      lang: 'en',
    });
  });

  it('leaves the language unknown when the text does not tell', () => {
    expect(identified('Qwx.').lang).toMatch(/^(?:und|[a-z]{2})$/);
    expect(identified('12345 67890 x').lang).toMatch(/^(?:und|[a-z]{2})$/);
  });
});
