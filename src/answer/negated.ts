/** Whether a sentence says that something is not so. */

const NEGATED =
  /(?:^|[\s'’])n(?:e\s|['’])[^.;]{1,50}?\s(?:pas|aucune?|jamais|rien|ni|plus)(?!\p{L})|(?:^|[\s'’])aucune?\s|\b(?:not|no|never|none|neither|nobody|nothing)\b|n['’]t\b|没有|沒有|从未|並未|并未|未(?:能|曾)?/iu;

/** Whether anything in the text is denied, of anybody. */
export function isNegated(text: string): boolean {
  return NEGATED.test(text);
}

/** What turns the word that follows it: «aucune rançon», "nobody had asked for a ransom". */
const TURNS =
  /(?:\b(?:no|not|nobody|none|never|without|neither|nor)\b|n['’]t\b|(?<!\p{L})(?:aucune?|sans|ni|pas (?:de|d['’]))|没有|沒有|未|无|無)[^,.;:，。；]{0,40}$/iu;

/** Whether the word at the offset, in UTF-16 code units, is said not to be. */
export function isTurned(text: string, at: number): boolean {
  return TURNS.test(text.slice(0, at));
}
