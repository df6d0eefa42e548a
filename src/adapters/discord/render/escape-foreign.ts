/** Foreign text as Discord shows it literally: no formatting, no mention, no link, no picture in place of words. */

/**
 * What a reader cannot see and what moves other text around: control characters, overrides and isolates of the writing
 * direction, spaces without width. The joiners stay, since emoji and some scripts are written with them.
 */
const UNSEEN =
  /(?![\n\t])\p{Cc}|[\u00ad\u200b\u2060\u202a-\u202e\u2061-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Everything that can begin or end markup anywhere in a line. */
const MARKUP = /[\\*_~|`<@[\]]/g;
/** A link may begin at a bracket of our own, far before: what would be its middle must not be there. */
const LINK_MIDDLE = /\](?=\()/g;
/** `https://` and any other scheme, `:emoji:`, `<t:0>`: a colon before white space is a plain one. */
const COLON = /:(?=\S)/g;
/** Invites are found without a scheme too, even where the rest is escaped. */
const INVITE_DOT = /(?<=discord(?:app)?)\.(?=\w)/gi;
/** Headings, small print, quotes and lists are what they are at the start of a line alone. */
const LINE_SIGN = /^(\s*)([#>+-])/gm;
const LINE_NUMBER = /^(\s*\d+)([.)])/gm;

/**
 * The text without what cannot be seen. Half a surrogate pair, which no JSON reader takes, becomes U+FFFD.
 *
 * @param lines `keep`: line breaks stay; `join`: white space of any kind becomes one space.
 */
export function cleanForeign(text: string, lines: 'keep' | 'join'): string {
  const seen = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '');
  return lines === 'join' ? seen.replace(/\s+/g, ' ').trim() : seen.replace(/\n{3,}/g, '\n\n').trim();
}

/**
 * Escapes a text that may stand anywhere, also at the start of a line. A backslash before a sign shows the sign; a bare
 * address is escaped within its scheme (`https\://…`), and so reads and copies as it is without becoming a link or
 * a preview. That nobody is notified by an escaped `@everyone` is for `allowed_mentions` to see to.
 *
 * @param text as `cleanForeign` gives it.
 */
export function escapeForeign(text: string): string {
  return text
    .replace(MARKUP, '\\$&')
    .replace(LINK_MIDDLE, ']\\')
    .replace(COLON, '\\:')
    .replace(INVITE_DOT, '\\.')
    .replace(LINE_SIGN, '$1\\$2')
    .replace(LINE_NUMBER, '$1\\$2');
}
