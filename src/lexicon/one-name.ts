/** Gives each threat actor of a question the one name that all its aliases share. */
import type { Lexicon } from './lexicon.ts';

const HAN = /\p{Script=Han}/u;

/**
 * The text with the actors' first names in place of whatever names it has for them, so that a question is the same
 * under every alias: for the words, the vectors, and for telling its language («Sandworm» is no English word). A name
 * whose words do not stand side by side is left as it is.
 */
export function underOneName(text: string, lexicon: Lexicon): string {
  const { tokens, concepts } = lexicon.analyze(text, HAN.test(text) ? 'zh' : 'en');
  let named = '';
  let at = 0;
  for (const { concept, tokens: own, start, end, inner } of concepts) {
    const name = concept.labels.en[0];
    if (concept.kind !== 'actor' || inner || name === undefined || start < at) continue;
    const first = own[0] ?? 0;
    const apart = own.some((index, i) => index !== first + i);
    // The matcher counts no function word: «APT of 31» would be in one row.
    if (
      apart ||
      /\p{L}/u.test(
        between(
          text,
          own.map((i) => tokens[i]),
        ),
      )
    )
      continue;
    named += text.slice(at, start) + name;
    at = end;
  }
  return named + text.slice(at);
}

/** What stands between the tokens. */
function between(text: string, tokens: readonly ({ start: number; end: number } | undefined)[]): string {
  return tokens
    .map((token, i) => {
      const next = tokens[i + 1];
      return token === undefined || next === undefined ? '' : text.slice(token.end, next.start);
    })
    .join('');
}
