/** Bytes of a web page to text: by its mark, by what server or page say of it, else by what the bytes allow. */
import { decodeText } from '../decode-text.ts';

/** Bytes at a page's start in which it may name its encoding; the standard asks for 1,024, pages are less strict. */
const PRESCAN = 4_096;
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)["']/i;
/** Share of characters that may be damaged: one stray byte in a page is common, more is another encoding. */
const DAMAGED_SHARE = 0.001;

/**
 * @param charset as the server states it; null when it does not.
 * @returns null when no reading makes sense.
 */
export function decodePage(bytes: Uint8Array, charset: string | null): string | null {
  const mark = markOf(bytes);
  if (mark !== null) return decodeAs(bytes, mark);
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString(
    'latin1',
  );
  const declared = DECLARED.exec(start);
  const stated = [charset, declared?.[1] ?? declared?.[2] ?? null].filter((label) => label !== null);
  // Encodings whose bytes are valid UTF-8 as well; everything else that is valid UTF-8 was meant to be.
  const shifting = stated.find((label) => /^(?:iso-2022|utf-16|unicode|ucs-2)/i.test(label));
  const labels = shifting === undefined ? ['utf-8', ...stated] : [shifting];
  for (const label of labels) {
    const text = decodeAs(bytes, label, { fatal: true });
    if (text !== null) return text;
  }
  for (const label of stated) {
    const text = decodeAs(bytes, label);
    const damaged = text?.match(/\ufffd/g)?.length ?? 0;
    if (text !== null && damaged <= Math.max(2, text.length * DAMAGED_SHARE)) return text;
  }
  const guessed = decodeText(bytes);
  return guessed.ok ? guessed.text : guessChinese(bytes);
}

/** Signs that every Chinese text has, simplified and traditional. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同政府这個為國時來們對會發動說說说网路'.split(
    '',
  ),
);
/** Share of them among all: a text in the wrong encoding has signs at random. */
const COMMON_SHARE = 0.12;
const LEAST_SIGNS = 12;

/** Pages of old that name no encoding: read in whichever makes Chinese of them. */
function guessChinese(bytes: Uint8Array): string | null {
  const read = ['gb18030', 'big5'].map((label) => {
    const text = decodeAs(bytes, label, { fatal: true });
    const signs = text?.match(/\p{Script=Han}/gu) ?? [];
    const common = signs.filter((sign) => COMMON.has(sign)).length;
    return { text, share: signs.length < LEAST_SIGNS ? 0 : common / signs.length };
  });
  const [best] = read.sort((a, b) => b.share - a.share);
  return best !== undefined && best.share >= COMMON_SHARE ? best.text : null;
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Null when the encoding is unknown or, when `fatal`, a byte does not fit. */
function decodeAs(bytes: Uint8Array, label: string, options: { fatal?: boolean } = {}): string | null {
  try {
    return new TextDecoder(label, options).decode(bytes);
  } catch {
    return null;
  }
}
