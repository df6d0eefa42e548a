/** Sources are named honestly, in the reader's language. */
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/format-date.ts';
import { excerptLabel, shownExcerpt, sourceLabel } from '../../src/core/labels.ts';

describe('formatDate', () => {
  it.each([
    ['2025-05-28', '28 mai 2025', '28 May 2025', '2025年5月28日'],
    ['2025-05', 'mai 2025', 'May 2025', '2025年5月'],
    ['2021', '2021', '2021', '2021年'],
    ['2025-13-40', '2025-13-40', '2025-13-40', '2025-13-40'],
    ['2025-02-30', '2025-02-30', '2025-02-30', '2025-02-30'],
    ['last week', 'last week', 'last week', 'last week'],
  ])('%s', (date, fr, en, zh) => {
    expect([formatDate(date, 'fr'), formatDate(date, 'en'), formatDate(date, 'zh')]).toEqual([fr, en, zh]);
  });
});

describe('labels of an excerpt', () => {
  const citation = { publisher: 'POLITICO Europe', date: '2025-05-28', excerpt: 'Un texte.' };

  it('call a digest a digest and never quote it', () => {
    const digest = { ...citation, excerptKind: 'digest' as const };
    expect(excerptLabel(digest, 'fr')).toBe('Résumé de Casebook d’après POLITICO Europe, 28 mai 2025');
    expect(shownExcerpt(digest, 'fr')).toBe('Un texte.');
  });

  it('quote an original in the marks of the reader’s language', () => {
    const original = { ...citation, excerptKind: 'original' as const };
    expect(shownExcerpt(original, 'fr')).toBe('« Un texte. »');
    expect(shownExcerpt(original, 'en')).toBe('“Un texte.”');
    expect(excerptLabel(original, 'en')).toBe('POLITICO Europe, 28 May 2025');
  });

  it('say what is unknown', () => {
    expect(sourceLabel({ publisher: null, date: null }, 'zh')).toBe('发布者不详，日期不详');
  });

  it('take a publisher’s name as it is', () => {
    const odd = { publisher: "$& {source} $'", date: null, excerptKind: 'digest' as const };
    expect(excerptLabel(odd, 'en')).toBe("Casebook’s digest, after $& {source} $', date unknown");
  });
});
