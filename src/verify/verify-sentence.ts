/** Whether what a sentence says stands in the passages that it cites: rules alone, no model. */
import type { AnswerLang } from '../core/answer.ts';
import type { Source } from '../core/source.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { addedClause, addedMatter, clausesOf, residueOf } from './added.ts';
import { align } from './align.ts';
import { calledGuilty, lostAuthor } from './attribution.ts';
import { raisedCertainty } from './certainty.ts';
import { coverOf, wordSupport } from './coverage.ts';
import { loadCues } from './cues.ts';
import { unfoundDates } from './dates.ts';
import { createEvidenceReader } from './evidence.ts';
import { foreignPart } from './language.ts';
import { unfoundNames } from './names.ts';
import { isReckoned, unfoundNumbers } from './numbers.ts';
import { turnedPolarity } from './polarity.ts';
import { turnedRoles } from './roles.ts';
import { loadSenses } from './senses.ts';
import { readStretch, type Tables } from './stretch.ts';

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
const LEAST_SUPPORT = 0.42;
/** What a word counts that cannot be compared, because it is in another language and in no table. */
const UNKNOWN = 0.5;

/** A verifier over the lexicon's concepts. Building it takes some 50 ms; a sentence takes a few. */
export function createVerifier(lexicon: Lexicon): VerifySentence {
  const tables: Tables = { lexicon, senses: loadSenses(), findCues: loadCues() };
  const readEvidence = createEvidenceReader(tables);
  return ({ text, lang }, passages) => {
    const said = readStretch(text, lang, tables, true);
    const evidence = passages.map((passage) => readEvidence(passage));
    const sentences = evidence.flatMap((one) => one.sentences);
    const given = [...sentences, ...evidence.map(({ heading }) => heading)];
    const cover = coverOf(given, lexicon);
    const supports = said.words.map((word) => wordSupport(word, lang, cover, lexicon));
    const sum = supports.reduce<number>((total, value) => total + (value ?? UNKNOWN), 0);
    const support = supports.length === 0 ? 0 : sum / supports.length;
    const aligned = align(said, sentences, lexicon);
    const quote = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const numbers = given.flatMap((stretch) => stretch.numbers);
    const dated = evidence.map(({ sentences: own, heading, publishedAt }) => ({
      dates: [...own, heading].flatMap(({ dates }) => dates),
      publishedAt,
    }));
    const ownCover = coverOf([said], lexicon);
    const residue = aligned.slice(0, 2).reduce(
      (total, { stretch }) =>
        total +
        residueOf(
          stretch,
          stretch.words.map((word) => wordSupport(word, stretch.lang, ownCover, lexicon)),
        ),
      0,
    );
    const clauses = clausesOf(said, supports);
    const added = addedMatter(said, supports) ?? addedClause(clauses, residue);
    const faults = [
      ...found(
        'number',
        unfoundNumbers(said.numbers, numbers)
          .filter((number) => !isReckoned(number, text, sentences))
          .map(quote),
      ),
      ...found('date', unfoundDates(said.dates, dated).map(quote)),
      ...found('name', unfoundNames(said, given, lexicon).map(quote)),
      ...found('roles', [turnedRoles(said, aligned, given, lexicon)]),
      ...found('negation', [turnedPolarity(said, aligned, sentences)]),
      ...found('certainty', [raisedCertainty(said, aligned, sentences, lexicon)]),
      ...found('guilt', [calledGuilty(said, sentences)]),
      ...found('no-author', [lostAuthor(said, aligned, sentences, lexicon)]),
      ...found('unsupported', [support < LEAST_SUPPORT ? text : added]),
      ...found('foreign-language', [foreignPart(text, lang)]),
    ];
    return { holds: faults.length === 0, support, faults };
  };
}

function found(fault: Fault, details: readonly (string | null)[]): FoundFault[] {
  return details.flatMap((detail) => (detail === null ? [] : [{ fault, detail }]));
}
