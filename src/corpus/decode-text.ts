/** Bytes to text, or a reason that says what to do: never a text full of wrong letters. */

/** Largest single text document, in bytes. JSONL archives are exempt: they are read line by line. */
export const MAX_DOCUMENT_BYTES = 20_000_000;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodeFailure = 'empty' | 'too-large' | 'binary' | 'undecodable';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly failure: DecodeFailure; readonly reason: string };

/** Control characters that no text has: all but the white space among them. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu;
/** Beyond this share of control characters a decoded text is binary data; below it, a stray one is cleaned away. */
const CONTROL_SHARE = 0.002;
/** Letters and marks that Western European text in Windows-1252 has; what else the code page holds speaks against it. */
const WESTERN = /[àâäáãçéèêëíîïìñóôöòõúùûüÿœæßåÀÂÄÁÃÇÉÈÊËÍÎÏÌÑÓÔÖÒÕÚÙÛÜŒÆÅ«»“”‘’„–—…€£°§©®·•¿¡ºª\u00a0]/;

/**
 * Decodes a document.
 *
 * Valid UTF-8 always wins; UTF-16 is read only with its byte order mark; Windows-1252 (which includes Latin-1) only
 * when every byte beyond ASCII makes sense in a Western European text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return failed('empty', 'the file is empty: put text into it or remove it');
  if (bytes.length > MAX_DOCUMENT_BYTES) return tooLarge(bytes.length);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes.subarray(2));
  if (bytes.includes(0))
    return failed(
      'binary',
      'the file is binary data, or may be UTF-16 without a byte order mark: if it is text, convert it to UTF-8',
    );
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8.ok || utf8.failure !== 'undecodable') return utf8;
  return decodeWindows1252(bytes) ?? undecodable();
}

/** The failure of a document of that many bytes, more than {@link MAX_DOCUMENT_BYTES}. */
export function tooLarge(bytes: number): Decoded & { ok: false } {
  const megabytes = (size: number): string => `${Math.ceil(size / 1_000_000)} MB`;
  return failed(
    'too-large',
    `the file has ${megabytes(bytes)}, the limit is ${megabytes(MAX_DOCUMENT_BYTES)}: split it, or make it a .jsonl with one article a line`,
  );
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undecodable();
  }
  if (text.trim() === '')
    return failed('empty', 'the file holds only white space: put text into it or remove it');
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > Math.max(2, text.length * CONTROL_SHARE)) return binary();
  return { ok: true, text, encoding };
}

function decodeWindows1252(bytes: Uint8Array): Decoded | null {
  const decoded = decodeAs('windows-1252', bytes);
  if (!decoded.ok) return null;
  let beyondAscii = 0;
  let letters = 0;
  let previousHigh = false;
  let pairs = 0;
  for (const character of decoded.text) {
    const high = character > '\u007f';
    if (high && !WESTERN.test(character)) return null;
    if (high) beyondAscii += 1;
    else if (/[a-z]/i.test(character)) letters += 1;
    // Damaged UTF-8 and East Asian encodings come in runs of high bytes; Western accents stand mostly alone.
    if (high && previousHigh && /\p{L}/u.test(character)) pairs += 1;
    previousHigh = high;
  }
  const certain = letters >= 4 * beyondAscii && pairs <= beyondAscii / 20;
  return certain ? decoded : null;
}

function failed(failure: DecodeFailure, reason: string): Decoded & { ok: false } {
  return { ok: false, failure, reason };
}

function binary(): Decoded {
  return failed('binary', 'the file is binary data, not text: convert it to plain text first');
}

function undecodable(): Decoded {
  return failed('undecodable', 'the encoding is unknown or the text is damaged: save the file as UTF-8');
}
