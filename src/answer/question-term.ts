/** The terms of a question: what an answer must have to do with. */
import { type ConceptKind, isName } from '../lexicon/concept.ts';
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import type { Analysis } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';

export interface Term {
  /** As the question says it. */
  readonly text: string;
  /** Concepts any of which is meant; empty for a word that no concept covers. */
  readonly concepts: readonly string[];
  readonly kind: ConceptKind | 'word' | 'name';
  /** Stems and folded forms of the word or words. */
  readonly stems: readonly string[];
  readonly folded: readonly string[];
  /** A name: the answer's article must have it. */
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
}

/** Concepts and uncovered words of the question in order; function words and the question word are none. */
export function findTerms(analysis: Analysis, word: { start: number; end: number } | null): Term[] {
  const groups: ConceptMatch[][] = [];
  for (const match of analysis.concepts) {
    if (match.inner) continue;
    const same = groups.find((group) => group[0]?.start === match.start && group[0]?.end === match.end);
    if (same === undefined) groups.push([match]);
    else same.push(match);
  }
  const terms: Term[] = groups.map((group) => conceptTerm(group, analysis));
  const covered = (token: Token, index: number): boolean =>
    analysis.concepts.some((m) =>
      m.tokens.length > 0 ? m.tokens.includes(index) : token.start < m.end && token.end > m.start,
    );
  for (const [i, token] of analysis.tokens.entries()) {
    if (token.stop || covered(token, i)) continue;
    if (word !== null && token.start >= word.start && token.end <= word.end) continue;
    const first = i === 0 || /[.?!:]\s*$/u.test(analysis.text.slice(0, token.start));
    // A year is no name: many an article does not say in which year it was written.
    const isNameLike =
      !token.numeric && ((token.capitalized && !first) || /\d/.test(token.text) || isAcronym(token.text));
    terms.push({
      text: token.text,
      concepts: [],
      kind: isNameLike ? 'name' : 'word',
      stems: [token.stem],
      folded: [token.folded],
      isName: isNameLike,
      start: token.start,
      end: token.end,
    });
  }
  return terms.sort((a, b) => a.start - b.start);
}

function isAcronym(text: string): boolean {
  return text.length >= 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function conceptTerm(group: readonly ConceptMatch[], analysis: Analysis): Term {
  const first = group[0] as ConceptMatch;
  const tokens = analysis.tokens.filter((token, i) =>
    first.tokens.length > 0 ? first.tokens.includes(i) : token.start < first.end && token.end > first.start,
  );
  const common = group.find(({ concept }) => !isName(concept))?.concept;
  const kind = common?.kind ?? first.concept.kind;
  return {
    text: analysis.text.slice(first.start, first.end),
    concepts: group.map(({ concept }) => concept.id),
    kind,
    stems: tokens.map((token) => token.stem),
    folded: tokens.map((token) => token.folded),
    isName: common === undefined || isWrittenAsName(analysis, first),
    start: first.start,
    end: first.end,
  };
}

/**
 * «la Commission électorale», "the Electoral Commission": several words with a capital inside a sentence are a certain
 * one. English writes all of them so: "GRU officers" are any.
 */
function isWrittenAsName({ text, lang, tokens }: Analysis, { start, end }: ConceptMatch): boolean {
  const words = tokens.filter((token) => token.start >= start && token.end <= end && !token.stop);
  if (start === 0 || words.length < 2) return false;
  return lang === 'en'
    ? words.every(({ capitalized }) => capitalized)
    : /\p{Lu}/u.test(text.slice(start, end));
}
