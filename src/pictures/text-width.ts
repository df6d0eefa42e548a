/** How wide a text becomes in the picture's fonts. */

/** Advance widths of U+0020 to U+007E in Noto Sans Regular, in hundredths of the font size, from its table `hmtx`. */
const ASCII = `
  26 27 41 65 57 83 73 23 30 30 55 57 27 32 27 37
  57 57 57 57 57 57 57 57 57 57 27 27 57 57 57 43
  90 64 65 63 73 56 52 73 74 34 27 62 52 91 76 78
  61 78 62 55 56 73 60 93 59 57 57 33 37 33 57 44
  28 56 62 48 62 56 34 62 62 26 26 53 26 94 62 61
  62 62 41 48 36 62 51 79 53 51 47 38 55 38 57
`
  .trim()
  .split(/\s+/)
  .map(Number);
/** The same for punctuation that stands half as wide in a Latin text as in a Chinese one. */
const PUNCTUATION: Readonly<Record<string, number>> = {
  '‘': 18,
  '’': 18,
  '“': 36,
  '”': 36,
  '«': 49,
  '»': 49,
  '–': 50,
  '…': 80,
  '·': 27,
};
/** As wide as it is high. */
const FULL = 100;
/** Letters of other alphabets are seldom wider. */
const OTHER_LETTER = 80;

/**
 * @param size font size in pixels.
 * @param chinese true where the Chinese font comes first: its quotation marks and dots are full-width.
 * @returns pixels; rather too many than too few.
 */
export function textWidth(text: string, size: number, chinese: boolean): number {
  const known = chinese ? widths.chinese : widths.latin;
  let hundredths = 0;
  for (const character of text) {
    const width = ASCII[(character.codePointAt(0) ?? 0) - 0x20] ?? known.get(character);
    if (width !== undefined) {
      hundredths += width;
      continue;
    }
    const measured = widthOf(character, chinese);
    if (known.size < MAX_KNOWN) known.set(character, measured);
    hundredths += measured;
  }
  return (hundredths * size) / 100;
}

/** Characters whose width is kept; all that a corpus uses. */
const MAX_KNOWN = 10_000;
const widths = { latin: new Map<string, number>(), chinese: new Map<string, number>() };

/** Of a letter with accents, the width of the letter. */
function widthOf(character: string, chinese: boolean): number {
  const [base = ''] = character.normalize('NFD');
  const ascii = ASCII[(base.codePointAt(0) ?? 0) - 0x20];
  if (ascii !== undefined) return ascii;
  if (/\p{M}/u.test(character)) return 0;
  const punctuation = PUNCTUATION[character];
  if (punctuation !== undefined) return chinese ? FULL : punctuation;
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character) ? OTHER_LETTER : FULL;
}
