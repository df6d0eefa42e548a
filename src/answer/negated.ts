/** Whether a sentence says that something is not so. */

const NEGATED =
  /(?:^|[\s'’])n(?:e\s|['’])[^.;]{1,50}?\s(?:pas|aucune?|jamais|rien|ni|plus)(?!\p{L})|(?:^|[\s'’])aucune?\s|\b(?:not|no|never|none|neither|nobody|nothing)\b|n['’]t\b|没有|沒有|从未|並未|并未|未(?:能|曾)?/iu;

/** Whether anything in the text is denied, of anybody. */
export function isNegated(text: string): boolean {
  return NEGATED.test(text);
}
