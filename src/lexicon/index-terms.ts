/** What of a text goes into the index and into a query. */
import type { Lexicon } from './lexicon.ts';

export interface IndexTerms {
  /** Stems without function words, in order, with repetitions; for Han text words and character pairs. */
  readonly words: string[];
  /** Concept ids, in order, with repetitions. */
  readonly concepts: string[];
}

const HAN = /^\p{Script=Han}/u;

/**
 * Index terms of a text. A passage also carries the more general concepts of each that it names, so that «minister»
 * finds «foreign minister»; a query carries only its own and the country behind each, so that «minister» is all it
 * asks for.
 *
 * @param role `passage` for what is stored (default), `query` for what is asked.
 */
export function indexTerms(
  lexicon: Lexicon,
  text: string,
  lang: string,
  role: 'passage' | 'query' = 'passage',
): IndexTerms {
  const { tokens, concepts: matches } = lexicon.analyze(text, lang);
  const words: string[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.stop) continue;
    words.push(token.stem);
    if (HAN.test(token.text)) {
      if (token.text.length > 2)
        for (let j = 0; j + 2 <= token.text.length; j += 1) words.push(token.text.slice(j, j + 2));
      // The segmenter cuts unknown names anywhere: a pair across the border finds them all the same.
      const next = tokens[i + 1];
      if (next !== undefined && next.start === token.end && HAN.test(next.text) && !next.stop)
        words.push(token.text.slice(-1) + next.text.slice(0, 1));
    }
  }
  const concepts: string[] = [];
  for (const { concept, inner } of matches) {
    if (inner && role === 'query') continue;
    const more = lexicon.broader(concept.id);
    const direct = lexicon.concept(concept.id)?.broader ?? [];
    const asked = [...direct, ...more.filter((id) => id.startsWith('country:'))];
    concepts.push(concept.id, ...(role === 'passage' ? more : new Set(asked)));
  }
  return { words, concepts };
}
