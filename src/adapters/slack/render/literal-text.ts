/** Foreign text for the places where Slack interprets nothing: rich text and plain text without emoji codes. */

/**
 * Control characters have no place on a screen, direction marks could turn words round, and half a surrogate pair is no
 * character; all else stays as it is.
 */
export function literalText(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
    .toWellFormed();
}
