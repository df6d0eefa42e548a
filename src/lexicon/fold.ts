/** Folding: the one form under which spellings of a word compare equal. */

const APOSTROPHES = /[\u2018\u2019\u02bc\u0060\u00b4]/g;
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Lower-cases, removes diacritics, spells ligatures out and unifies apostrophes. Han text passes unchanged. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(/[œæßøłđı]/g, (letter) => LIGATURES[letter] ?? letter);
}
