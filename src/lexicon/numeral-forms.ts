/** The ways in which a small number is written: «Louis 8» and «Louis VIII», «1er» and «Ier», «20th» and «XXe». */

/** Beyond, a Roman numeral is a word or an abbreviation more often than a number. */
const LARGEST = 39;
const ORDINAL = /^(\d{1,2}|[ivx]+)(?:er|ere|re|e|eme|ieme|nd|nde|st|rd|th)$/u;

/**
 * Other forms of a number, folded; none for a word that is none.
 *
 * @param word as written.
 * @param named whether the word before it begins with a capital: only there is a plain «8» or «I» a ruler's number.
 */
export function numeralForms(word: string, named: boolean): string[] {
  const value = numeralValue(word, named);
  if (value === null) return [];
  const roman = toRoman(value);
  const suffixes =
    value === 1 ? ['er', 'ere', 'st'] : ['e', 'eme', value === 2 ? 'nd' : value === 3 ? 'rd' : 'th'];
  const all = [String(value), ...(value === 1 || roman.length > 1 ? [roman] : [])];
  const forms = [...all, ...suffixes.flatMap((suffix) => [`${value}${suffix}`, `${roman}${suffix}`])];
  return forms.filter((form) => form !== word.toLowerCase());
}

function numeralValue(word: string, named: boolean): number | null {
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const ordinal = ORDINAL.exec(folded)?.[1];
  if (ordinal !== undefined) {
    // «ive» and «xie» are no ordinals unless the numeral is in capitals: «XIe».
    if (/^\d/u.test(ordinal) || word.startsWith(ordinal.toUpperCase())) return inRange(readNumeral(ordinal));
    return null;
  }
  if (/^\d{1,2}$/u.test(word)) return named ? inRange(Number(word)) : null;
  if (!/^[IVX]+$/u.test(word) || (word.length === 1 && !named)) return null;
  return inRange(readNumeral(folded));
}

function inRange(value: number | null): number | null {
  return value !== null && value >= 1 && value <= LARGEST ? value : null;
}

function readNumeral(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  for (let value = 1; value <= LARGEST; value += 1) if (toRoman(value) === text) return value;
  return null;
}

const UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

function toRoman(value: number): string {
  return 'x'.repeat(Math.floor(value / 10)) + (UNITS[value % 10] ?? '');
}
