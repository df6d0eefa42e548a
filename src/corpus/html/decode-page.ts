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
  return guessed.ok ? guessed.text : null;
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
