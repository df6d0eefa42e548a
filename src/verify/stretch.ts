/** A sentence as the rules read it: content words with the meanings they stand for, numbers, dates. */
import { isName } from '../lexicon/concept.ts';
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import { fold } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';
import type { Cue, FindCues } from './cues.ts';
import { type FoundDate, findDates } from './find-dates.ts';
import { findNumbers } from './find-numbers.ts';
import type { FoundNumber } from './number.ts';
import { smallNumber } from './numeral-words.ts';
import type { Senses } from './senses.ts';
import { findShares } from './shares.ts';

export interface Word {
  /** Index into the tokens. */
  readonly index: number;
  readonly token: Token;
  /** Concepts and senses that the word is part of. */
  readonly meanings: readonly string[];
  /** Part of a name that the lexicon knows. */
  readonly named: boolean;
}

export interface Stretch {
  readonly text: string;
  readonly lang: string;
  readonly tokens: readonly Token[];
  readonly concepts: readonly ConceptMatch[];
  /** The content words in order, without those of numbers and dates. */
  readonly words: readonly Word[];
  readonly numbers: readonly FoundNumber[];
  readonly dates: readonly FoundDate[];
  readonly cues: readonly Cue[];
  /** The whole text folded, for comparing names. */
  readonly folded: string;
}

/** What reading needs, loaded once. */
export interface Tables {
  readonly lexicon: Lexicon;
  readonly senses: Senses;
  readonly findCues: FindCues;
}

/**
 * Reads a sentence.
 *
 * @param strict for a sentence to be checked: only what surely is a number counts as one.
 */
export function readStretch(
  text: string,
  lang: string,
  { lexicon, senses, findCues }: Tables,
  strict: boolean,
): Stretch {
  const { tokens, concepts: matches } = lexicon.analyze(text, lang);
  const concepts = matches.filter((match) => !isNumber(match, tokens, lang));
  const all = [...concepts, ...senses(text, tokens, lang)];
  const dates = findDates(text);
  const names = concepts.filter(({ concept }) => isName(concept) && concept.kind !== 'country');
  const taken = (start: number, end: number): boolean =>
    [...dates, ...names].some((span) => start < span.end && end > span.start);
  const counted = findNumbers({ text, lang, tokens }, taken, strict);
  const shares = findShares(text, counted);
  // A share of the sentence stands for its two numbers; in a passage either may be meant.
  const parts = new Set(strict ? shares.flatMap(({ of }) => of) : []);
  const numbers = [
    ...counted.filter((number) => !parts.has(number)),
    ...shares.map(({ share, of }) => ({ ...share, parts: of })),
  ];
  const words: Word[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.stop || (token.numeric && !/\p{L}/u.test(token.text))) continue;
    if ([...dates, ...numbers].some(({ start, end }) => token.start < end && token.end > start)) continue;
    const around = all.filter((match) => covers(match, index, token));
    words.push({
      index,
      token,
      meanings: [...new Set(around.map(({ concept }) => concept.id))],
      named: around.some(({ concept }) => isName(concept)),
    });
  }
  return {
    text,
    lang,
    tokens,
    concepts: all,
    words,
    numbers,
    dates,
    cues: findCues(text, tokens, lang).filter(({ first }) => {
      const token = tokens[first];
      // The «States» of a name state nothing.
      if (
        token?.capitalized === true &&
        names.some(({ start, end }) => token.start > start && token.start < end)
      )
        return false;
      if (token?.text === 'States') return false;
      // «May» in a date is no hedge.
      return !dates.some(({ start, end }) => token !== undefined && token.start < end && token.end > start);
    }),
    folded: fold(text),
  };
}

/** «Vingt-sept» is the European Union where both words have a capital, and a number elsewhere. */
function isNumber(match: ConceptMatch, tokens: readonly Token[], lang: string): boolean {
  const parts = match.tokens.flatMap((i) => tokens[i] ?? []);
  return (
    isName(match.concept) &&
    parts.length > 1 &&
    parts.every(({ folded }) => smallNumber(lang, folded) !== undefined) &&
    !parts.every(({ capitalized }) => capitalized)
  );
}

function covers(match: ConceptMatch, index: number, token: Token): boolean {
  return match.tokens.length > 0
    ? match.tokens.includes(index)
    : token.start < match.end && token.end > match.start;
}
