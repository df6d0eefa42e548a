/** Cleaning: the page around an article goes, the article stays, and cleaning twice is cleaning once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADVERTISING, COMMENT_FORM, NAVIGATION, SHARE_VERBS } from '../../src/corpus/boilerplate-phrases.ts';
import { cleanArticle } from '../../src/corpus/clean.ts';

/** Prose about the very things that pages print around articles: each sentence must survive everywhere. */
const PROSE = [
  'La publicité en ligne a servi de porte d’entrée aux pirates.',
  'Passer la publicité Nike à la télévision coûte cher, note le rapport.',
  'La régie a vendu de la publicité par Internet à la société visée.',
  'Le ministre n’a fait aucun commentaire sur les accusations de Prague.',
  'Laisser un commentaire sous cette page suffisait pour être infecté.',
  'Son adresse e-mail a été publiée par les assaillants le lendemain.',
  'On peut partager cet avis sur Facebook sans être expert.',
  'Il y a 3 ans, le groupe avait déjà visé ce parlement.',
  'Publié le 28 mai 2025, le rapport accuse un service de renseignement.',
  'Mis à jour le 3 juin, le système bloquait les intrusions.',
  'Lire aussi les courriels des députés faisait partie de la mission.',
  'Par ailleurs, Bruxelles a condamné ces activités.',
  'Les courriels étaient traduits automatiquement par une machine, selon les enquêteurs.',
  'Ce site utilise des cookies volés, selon les enquêteurs.',
  'Advertisement networks were abused by the group, the agency said.',
  'The ministry declined to comment on the share of stolen data.',
  'Subscribe buttons on the site were fake, researchers found.',
  'Read more than 10,000 emails: that was the order, according to prosecutors.',
  'This page was automatically translated, the police said, to deceive victims.',
  'By Monday the embassy had rejected the claim.',
  'We use cookies to track the victims, the hackers wrote.',
  'Copyright law was the pretext for the raid.',
  '外交部发言人拒绝评论这一指控。',
  '该公司在广告中植入恶意代码。',
  '他们分享到微信的文件含有木马。',
  'Faut-il y voir une manœuvre ?Une source le pense.',
];
const BOILERPLATE = [
  'Publicité',
  'Passer la publicité',
  'ACHETEZ VITE NOTRE PURIFICATEUR MIRACLE® Publicité par Exemplad',
  'Advertisement',
  '广告',
  'Partager :',
  'Share this: Facebook Twitter WhatsApp',
  '分享到：微信 微博',
  'Lire aussi : Les alliés préparent une réponse commune',
  'Read also: Allies prepare a joint answer',
  '相关阅读：盟国准备共同回应',
  '12 Comments',
  'Laisser un commentaire',
  'Les champs obligatoires sont indiqués avec *',
  'Votre adresse de messagerie ne sera pas publiée.',
  'Your email address will not be published. Required fields are marked *',
  'Il y a 2 heures',
  '3 hours ago',
  '5分钟前',
  'Temps de lecture : 4 min',
  'Nous utilisons des cookies pour améliorer votre expérience.',
  'Sign up for our newsletter',
  'Skip to main content',
];

describe('cleanArticle', () => {
  it.each(BOILERPLATE)('drops «%s» between paragraphs', (line) => {
    const text = `${PROSE[0]}\n\n${line}\n\n${PROSE[4]}`;
    expect(cleanArticle(text).text).toBe(`${PROSE[0]}\n\n${PROSE[4]}`);
  });

  it('keeps every sentence of prose, wherever it stands and whatever stands around it', () => {
    const line = fc.oneof(fc.constantFrom(...PROSE), fc.constantFrom(...BOILERPLATE));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 14 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (lines, end) => {
          const expected = lines.filter((one) => PROSE.includes(one));
          expect(cleanArticle(lines.join(end)).text.split(/\n+/).filter(Boolean)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps prose inside a paragraph too', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PROSE, { minLength: 1 }), (sentences) => {
        const text = sentences.join(' ');
        expect(cleanArticle(text).text).toBe(text);
      }),
    );
  });

  it('is idempotent on anything', () => {
    const phrases = [
      ...ADVERTISING,
      ...SHARE_VERBS,
      ...NAVIGATION,
      ...COMMENT_FORM,
      ...PROSE,
      ...BOILERPLATE,
    ];
    const scrap = fc.oneof(
      fc.constantFrom(
        ...phrases,
        'Passer la publicité Passer la publicitéLe',
        'Ã©',
        'Ãƒ©',
        'â€™',
        '?uvre',
        'c?ur',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('\n', '\n\n', ' ', '  ', '\u00a0', '\r\n', '\t', '. ', '? '),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
        const once = cleanArticle(scraps.join('')).text;
        expect(cleanArticle(once).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('cuts boilerplate that is glued to a sentence and keeps the sentence', () => {
    const glued = 'Passer la publicité Passer la publicitéLe gouvernement a protesté hier.';
    expect(cleanArticle(glued).text).toBe('Le gouvernement a protesté hier.');
    expect(cleanArticle('AdvertisementThe ministry protested.').text).toBe('The ministry protested.');
    expect(cleanArticle('Le ministre a protesté. Publicité par Exemplad').text).toBe(
      'Le ministre a protesté.',
    );
    expect(cleanArticle('Le ministre a protesté. Lire aussi : Une autre affaire').text).toBe(
      'Le ministre a protesté.',
    );
  });

  it('drops the notice of a machine translation and says so', () => {
    const notice =
      'The English and French versions are automatically generated by AI, so there may be inaccuracies.';
    const { text, machineTranslated } = cleanArticle(`Le ministre a protesté.\n\n${notice}`);
    expect({ text, machineTranslated }).toEqual({ text: 'Le ministre a protesté.', machineTranslated: true });
    expect(cleanArticle('本文由机器翻译，仅供参考。\n外交部提出抗议。').text).toBe('外交部提出抗议。');
    expect(
      cleanArticle('Cet article a été traduit automatiquement et peut contenir des erreurs.\nTexte.').text,
    ).toBe('Texte.');
  });

  it('drops the page’s date and the update line, and keeps a chronology', () => {
    expect(cleanArticle('jeudi, octobre 3\n\nUn titre\n\nUne phrase.').text).toBe('Un titre\n\nUne phrase.');
    expect(cleanArticle('Dernière mise à jour à 10h15 le 03/10\nUne phrase.').text).toBe('Une phrase.');
    const chronology = 'Les faits\n3 mai 2024\nPrague accuse.\n4 mai 2024\nMoscou dément.';
    expect(cleanArticle(chronology).text).toBe(chronology);
  });

  it('brings white space into one form and keeps paragraphs', () => {
    expect(
      cleanArticle('  Un\t mot. \r\n\r\n\r\n\r\nDeux  \u200bmots.\u2028Trois «\u00a0mots\u00a0».').text,
    ).toBe('Un mot.\n\nDeux mots.\nTrois «\u00a0mots\u00a0».');
  });

  it('joins the lines of a text wrapped at a column', () => {
    const words = 'Le ministère tchèque a convoqué un diplomate après la découverte de cette intrusion';
    const wrapped = [words, words, words, words, `${words}.`, '', words, words, `${words}.`].join('\n');
    expect(
      cleanArticle(wrapped)
        .text.split('\n\n')
        .map((paragraph) => paragraph.includes('\n')),
    ).toEqual([false, false]);
  });
});
