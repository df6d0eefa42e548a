/** What of a text goes into the index and into a query. */
import { isName } from './concept.ts';
import type { Analysis, Lexicon } from './lexicon.ts';
import { type Token, tokenize } from './tokenize.ts';

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
  const words = tokens.flatMap((token, i) => wordTerms(token, tokens[i + 1]));
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

/** The index's words for a token: none for a function word; for Han text the pairs of characters too. */
function wordTerms(token: Token, next: Token | undefined): string[] {
  if (token.stop) return [];
  const words = [token.stem];
  if (!HAN.test(token.text)) return words;
  if (token.text.length > 2)
    for (let j = 0; j + 2 <= token.text.length; j += 1) words.push(token.text.slice(j, j + 2));
  // The segmenter cuts unknown names anywhere: a pair across the border finds them all the same.
  if (next !== undefined && next.start === token.end && HAN.test(next.text) && !next.stop)
    words.push(token.text.slice(-1) + next.text.slice(0, 1));
  return words;
}

/**
 * Index words of what a query says in no concept of the glossary, under the stems of each language, so that names are
 * found across languages. A word that a concept covers is asked for by its concept alone: looked for as a word too, it
 * would count twice in passages of the query's own language and once in all others. A word written as a name stays one,
 * whatever the glossary makes of it («Exchange»).
 *
 * @param langs the query's language first; where that is unclear, all its possible ones must leave a word uncovered.
 * @param readings how many of the languages are possible ones of the query.
 */
export function uncoveredWords(
  lexicon: Lexicon,
  text: string,
  langs: readonly string[],
  readings = 1,
): string[] {
  const analyses = langs.slice(0, readings).map((lang) => lexicon.analyze(text, lang));
  return langs.flatMap((lang) => {
    const tokens = tokenize(text, lang);
    return tokens.flatMap((token, i) =>
      analyses.some((analysis) => covers(analysis, token)) ? [] : wordTerms(token, tokens[i + 1]),
    );
  });
}

function covers({ tokens, concepts }: Analysis, { start, end, capitalized }: Token): boolean {
  return concepts.some((match) => {
    if (match.inner || (start > 0 && capitalized && !isName(match.concept))) return false;
    const spans = match.tokens.length > 0 ? match.tokens.map((i) => tokens[i]) : [match];
    return spans.some((span) => span !== undefined && start < span.end && end > span.start);
  });
}
