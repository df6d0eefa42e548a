/** Whether what a sentence says stands in the passages that it cites: rules alone, no model. */
import type { AnswerLang } from '../core/answer.ts';
import type { Source } from '../core/source.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { coverOf, wordSupport } from './coverage.ts';
import { unfoundDates } from './dates.ts';
import { createEvidenceReader } from './evidence.ts';
import { unfoundNumbers } from './numbers.ts';
import { loadSenses } from './senses.ts';
import { readStretch } from './stretch.ts';

/** What a sentence may cite. */
export interface CitedPassage {
  readonly text: string;
  readonly lang: string;
  readonly source: Pick<
    Source,
    'id' | 'title' | 'titleIsDescriptive' | 'publisher' | 'publishedAt' | 'authority' | 'lang' | 'textLang'
  >;
}

export const FAULTS = [
  'number',
  'date',
  'name',
  'negation',
  'roles',
  'certainty',
  'unsupported',
  'no-author',
  'guilt',
  'foreign-language',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FoundFault {
  readonly fault: Fault;
  /** What of the sentence, such as «41 million». */
  readonly detail: string;
}

export interface Verdict {
  readonly holds: boolean;
  /** Support, 0 to 1. */
  readonly support: number;
  readonly faults: readonly FoundFault[];
}

export type VerifySentence = (
  sentence: { readonly text: string; readonly lang: AnswerLang },
  passages: readonly CitedPassage[],
) => Verdict;

/** Share of a sentence's content that must stand in its passages. */
const LEAST_SUPPORT = 0.5;

/** A verifier over the lexicon's concepts. Building it takes some 30 ms; a sentence takes a few. */
export function createVerifier(lexicon: Lexicon): VerifySentence {
  const senses = loadSenses();
  const readEvidence = createEvidenceReader(lexicon, senses);
  return ({ text, lang }, passages) => {
    const said = readStretch(text, lang, { lexicon, senses }, true);
    const evidence = passages.map((passage) => readEvidence(passage));
    const given = evidence.flatMap(({ sentences, heading }) => [...sentences, heading]);
    const cover = coverOf(given, lexicon);
    const supports = said.words.map((word) => wordSupport(word, lang, cover, lexicon) ?? 0.5);
    const support =
      supports.length === 0 ? 0 : supports.reduce((sum, value) => sum + value, 0) / supports.length;
    const quote = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const faults: FoundFault[] = [
      ...unfoundNumbers(
        said.numbers,
        given.flatMap(({ numbers }) => numbers),
      ).map((number) => ({ fault: 'number' as const, detail: quote(number) })),
      ...unfoundDates(
        said.dates,
        evidence.map(({ sentences, heading, publishedAt }) => ({
          dates: [...sentences, heading].flatMap(({ dates }) => dates),
          publishedAt,
        })),
      ).map((date) => ({ fault: 'date' as const, detail: quote(date) })),
    ];
    if (support < LEAST_SUPPORT) faults.push({ fault: 'unsupported', detail: text });
    return { holds: faults.length === 0, support, faults };
  };
}
