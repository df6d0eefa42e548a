/** Bytes of a feed to text: by its mark, by what server and declaration say, else by what the bytes allow. */

interface DecodedFeed {
  readonly text: string;
  /** The encoding was guessed, or bytes did not fit it. */
  readonly problem: string | null;
}

/** Bytes at the start in which the XML declaration stands, junk before it included. */
const PRESCAN = 1_024;
/** Labels that are stated for UTF-8 text more often than for what they name; UTF-8 is never valid by chance in them. */
const ONE_BYTE = /^(?:us-ascii|ascii|iso-?8859|latin|l1$|windows-12|cp125|x-cp125|macintosh)/i;
/** Share of characters that may be damaged before another encoding is tried: one stray byte is common, more is not. */
const DAMAGED_SHARE = 0.001;

/** @param charset as the server states it; null when it does not. */
export function decodeFeed(bytes: Uint8Array, charset: string | null): DecodedFeed {
  const certain = certainEncoding(bytes);
  if (certain !== null) return { text: decodeAs(bytes, certain, false) ?? '', problem: null };
  const declared = declaredEncoding(bytes);
  const stated = [charset, declared].map((label) => label?.trim() ?? '').filter((label) => label !== '');
  for (const label of stated) {
    // Without the mark or the zeros of a wide encoding, whoever declares one speaks of a copy that was converted.
    if (/^(?:utf-?(?:16|32)|ucs|unicode|iso-10646)/i.test(label)) continue;
    const text =
      (ONE_BYTE.test(label) ? decodeAs(bytes, 'utf-8', true) : null) ?? decodeAs(bytes, label, true);
    if (text !== null) return { text, problem: null };
  }
  const utf8 = decodeAs(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: utf8, problem: null };
  for (const label of [...stated, 'utf-8']) {
    const text = decodeAs(bytes, label, false);
    const damaged = text?.match(/\ufffd/g)?.length ?? 0;
    if (text !== null && damaged <= Math.max(2, text.length * DAMAGED_SHARE))
      return { text, problem: `${damaged} characters are damaged: some bytes are not ${label}` };
  }
  return {
    text: decodeAs(bytes, 'windows-1252', false) ?? '',
    problem: 'the encoding is not stated, or wrongly; the text was read as Windows-1252',
  };
}

/** By its byte order mark, or by the zeros that the first characters of XML or JSON leave in a wide encoding. */
function certainEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes, 'utf-8', true) === null ? null : 'utf-8';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && isFirst(d)))) return 'utf-32be';
  if (isFirst(a) && b === 0) return c === 0 && d === 0 ? 'utf-32le' : c !== 0 && d === 0 ? 'utf-16le' : null;
  return a === 0 && isFirst(b) && c === 0 && d !== 0 ? 'utf-16be' : null;
}

/** `<`, `{` or white space. */
function isFirst(byte: number | undefined): boolean {
  return byte === 0x3c || byte === 0x7b || byte === 0x20 || byte === 0x0a || byte === 0x0d;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const at = start.indexOf('<?xml');
  const declaration = at === -1 ? '' : start.slice(at, at + 300).split('?>')[0];
  return /\sencoding\s{0,10}=\s{0,10}["']([\w.:-]{1,40})/i.exec(declaration ?? '')?.[1] ?? null;
}

/** Null when the encoding is unknown or, when `fatal`, a byte does not fit; a character that is cut off at the end may. */
function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  if (/^utf-32/.test(label)) return decodeUtf32(bytes, label === 'utf-32le');
  try {
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const whole = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (!(at === 0 && code === 0xfeff)) parts.push(whole ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
