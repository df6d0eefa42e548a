/** Repairs letters broken by a wrong encoding, only where one reading is certain. */

/** Windows-1252's own letters in the range where Latin-1 has control characters, from 0x80 on; blanks are unused. */
const HIGH_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Continuation bytes of UTF-8, as Latin-1 and Windows-1252 show them. */
const CONTINUATION = `\\u0080-\\u00bf${HIGH_CONTROLS.replaceAll(' ', '')}`;
/** Two bytes for U+00A0-U+00FF and œ, three bytes for punctuation and the euro sign. */
const BROKEN = new RegExp(
  `[ÂÃ][${CONTINUATION}]|Å[“’\\u0093\\u0092]|â[€\\u0080‚\\u0082][${CONTINUATION}]`,
  'g',
);
/** Sequences that no language writes. Others («Ã»», «Å“») count only in a text that has one of these. */
const SURE =
  /Ã[©¨ª¢§´®¯¹¼¶¤±ƒ‰€‡\u0080-\u009f¡¬¦]|Â[°«©®§\u0080-\u009f]|â(?:€|\u0080)[™œ¦“”˜¢\u0080-\u009f]|â‚¬/;

/** French words with œ, as far as no other letter would fit and the rest is no word of its own («?il» may be «? il»). */
const OE_STEMS =
  'œuvre|œuvres|œuvré|œuvrer|œuvrent|œuvrant|œuvrons|œuvrait|œuvraient|œuvrera|œuvreront|œuf|œufs|œillères|œsophage|œcuménique|œcuméniques|œcuménisme|œnologie|œnologue|cœur|cœurs|chœur|chœurs|sœur|sœurs|bœuf|bœufs|vœu|vœux|nœud|nœuds|mœurs|rancœur|rancœurs|manœuvre|manœuvres|manœuvré|manœuvrer|manœuvrent|manœuvrant|désœuvré|désœuvrés|désœuvrement';
const OE_WORDS: ReadonlyMap<string, string> = new Map(
  OE_STEMS.split('|').map((word) => [word.replace('œ', '?'), word]),
);
/** A question or replacement mark with letters behind it, and perhaps before it; not inside an address. */
const MARK_IN_WORD = /(?<![\p{L}\p{N}/?&=._%#-])(\p{L}*)[?\ufffd](\p{L}+)(?![\p{L}\p{N}=&])/gu;

/** @returns the text with certain repairs; anything doubtful is left as it is. */
export function repairMojibake(text: string): string {
  const repaired = SURE.test(text) ? text.replace(BROKEN, decodeAgain) : text;
  return repaired
    .replace(/[\u0080-\u009f]/g, (control) => {
      const letter = HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80);
      return letter === ' ' || letter === '' ? control : letter;
    })
    .replace(MARK_IN_WORD, repairLigature);
}

function decodeAgain(broken: string): string {
  const bytes = [...broken].map((letter) => {
    const high = letter === ' ' ? -1 : HIGH_CONTROLS.indexOf(letter);
    return high >= 0 ? high + 0x80 : letter.charCodeAt(0);
  });
  if (bytes.some((byte) => byte > 0xff)) return broken;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return broken;
  }
}

function repairLigature(whole: string, before: string, after: string): string {
  const word = OE_WORDS.get(`${before}?${after}`.toLowerCase());
  if (word === undefined) return whole;
  const shouted = before + after === (before + after).toUpperCase();
  return `${before}${shouted ? 'Œ' : 'œ'}${after}`;
}
