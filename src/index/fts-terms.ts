/** The border to FTS5: terms become tokens that its tokenizer leaves whole, and queries that cannot be malformed. */

/** Longer words say nothing more; they are hashes, keys or broken text. */
const LONGEST_TERM = 64;
const SPELLED_OUT = /[^a-z0-9\u0080-\u{10ffff}]/u;
const ALL_SPELLED_OUT = new RegExp(SPELLED_OUT, 'gu');

/**
 * One token of the index for a word. FTS5's ascii tokenizer cuts at every ASCII character that is neither letter nor
 * digit, so those are spelled out; all other characters pass.
 */
export function encodeWord(word: string): string {
  // Most words have nothing to be spelled out.
  if (!SPELLED_OUT.test(word)) return word.slice(0, LONGEST_TERM);
  return word.slice(0, LONGEST_TERM).replace(ALL_SPELLED_OUT, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `_${code.toString(16)}_`;
  });
}

/** One token for a concept. The mark keeps the concept `attack` apart from the word `attack`. */
export function encodeConcept(concept: string): string {
  return `@${encodeWord(concept)}`;
}

/**
 * The text of an FTS5 column. Terms without content are left out; a lone surrogate would not survive the way into
 * SQLite and is replaced in the same manner on both sides.
 */
export function columnText(tokens: readonly string[]): string {
  return tokens
    .filter((token) => token !== '' && token !== '@')
    .join(' ')
    .toWellFormed();
}

export interface MatchTerms {
  /** Encoded tokens. */
  readonly words: readonly string[];
  readonly concepts: readonly string[];
}

/** The MATCH expression that finds passages with any of the tokens; null when there is nothing to look for. */
export function matchExpression({ words, concepts }: MatchTerms): string | null {
  const parts = [
    ...words.map((token) => `{words context} : ${quote(token)}`),
    ...concepts.map((token) => `{concepts context} : ${quote(token)}`),
  ];
  return parts.length === 0 ? null : parts.join(' OR ');
}

/** The MATCH expression over the full text of sources, which has words alone; null when there is nothing to look for. */
export function sourceMatchExpression({ words }: Pick<MatchTerms, 'words'>): string | null {
  return words.length === 0 ? null : words.map(quote).join(' OR ');
}

function quote(token: string): string {
  return `"${token.toWellFormed().replaceAll('"', '""')}"`;
}
