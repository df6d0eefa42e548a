/** Whether a model's sentence may be shown: as it is, put right, or not at all. */
import type { AnswerLang, AnswerSentence } from '../../core/answer.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import { stanceOf } from '../../reading/stance.ts';
import { findSupport as findVerified } from '../../verify/find-support.ts';
import type { CitedPassage, FoundFault, VerifySentence } from '../../verify/verify-sentence.ts';
import type { Evidence } from '../evidence.ts';
import { addressesReader } from './addresses-reader.ts';
import { statesWhatWasNotFound } from './found-nothing.ts';
import { createMatterCheck } from './matters.ts';
import { holds, type PickedPassage, wordsOf } from './pick-passages.ts';
import { wrongSide } from './record-roles.ts';
import { withSpeakers, wordingFault } from './sentence-guards.ts';
import { findSupport, type Support } from './support.ts';

/** A sentence as the model wrote it. */
export interface WrittenByModel {
  readonly text: string;
  /** Numbers of existing passages, from 1; never empty. */
  readonly citations: readonly number[];
}

export type Checked =
  | {
      readonly outcome: 'kept' | 'repaired';
      readonly sentence: Omit<AnswerSentence, 'citations'>;
      /** What it cites in the end; never empty. */
      readonly passages: readonly PickedPassage[];
      /** What was wrong, such as `number: 41 million`; empty when it was kept. */
      readonly reasons: readonly string[];
    }
  | { readonly outcome: 'dropped'; readonly reasons: readonly string[] };

export interface CheckDeps {
  readonly passages: readonly PickedPassage[];
  /** Everything weighed for the question, the passages' own sentences among it. */
  readonly evidence: readonly Evidence[];
  readonly lang: AnswerLang;
  readonly lexicon: Lexicon;
  readonly verify: VerifySentence;
  /** Whether a text repeats the rules that the model was given. */
  readonly leaks: (text: string) => boolean;
  /** A source's sentence as the extractive answer shows it. */
  readonly extract: (sentence: ReadSentence) => Omit<AnswerSentence, 'citations'>;
}

/**
 * What the passage's own sentence puts right: it says who accuses, how sure they are, how many. Where the whole sentence
 * has no support, or is in another language, there is nothing to put right.
 */
const REPAIRABLE: ReadonlySet<string> = new Set([
  'number',
  'date',
  'name',
  'negation',
  'roles',
  'certainty',
  'no-author',
  'guilt',
]);
/** Share of the model's sentence that the passage's sentence must have to stand in its place. */
const NEAR = 0.5;
/** Passages that a wrong citation may be corrected to: what is put together from more was not said by anybody. */
const MOST_OTHERS = 2;
/** Share without which a sentence leans on no single sentence of its passages, and tells nothing of who speaks. */
const SPEAKS = 0.35;

export function createSentenceCheck(deps: CheckDeps): (written: WrittenByModel) => Checked {
  const { passages, evidence, lang, lexicon, verify, leaks, extract } = deps;
  const cited = passages.map(asCited);
  const within = passages.map((passage) =>
    evidence.flatMap(({ sentence }) => (holds(passage, sentence) ? [sentence] : [])),
  );
  const matters = createMatterCheck(evidence, lexicon);
  const verifyWhole = withSpeakers(verify, lexicon);
  /** The fewest of the passages that bear the sentence out; none when they do not. */
  const restsOn = (text: string, on: readonly number[]) => {
    const given = on.flatMap((i) => cited[i] ?? []);
    const { supportedBy, verdict } = findVerified(verifyWhole, { text, lang }, given);
    return { verdict, on: supportedBy.flatMap((i) => on[i] ?? []) };
  };
  const supportIn = (text: string, on: readonly number[]): Support | null =>
    findSupport(
      text,
      lang,
      on.flatMap((i) => within[i] ?? []),
      lexicon,
    );

  /** The passages that bear the sentence out, where those that it cites do not. */
  function findOthers(text: string): readonly number[] | null {
    // Most sentences that fail do so whatever they cite, and one look at everything tells.
    if (!verifyWhole({ text, lang }, cited).holds) return null;
    const { on } = restsOn(text, [...cited.keys()]);
    return on.length === 0 || on.length > MOST_OTHERS ? null : on;
  }

  function shown(text: string, on: readonly number[], faults: readonly string[]): Checked {
    const support = supportIn(text, on);
    const reasons = [...faults];
    if (support === null) return drop('unsupported', reasons);
    const { sentence } = support;
    if (!matters(sentence)) return drop('beside-the-matter', reasons);
    if (addressesReader(sentence.text)) return drop('addresses-reader', reasons);
    if (statesWhatWasNotFound(text, lang, { text: sentence.text, lang: sentence.source.textLang }, lexicon))
      return drop('negation', reasons);
    const speaks = support.overlap >= SPEAKS;
    return {
      outcome: reasons.length === 0 ? 'kept' : 'repaired',
      sentence: {
        text,
        kind: speaks ? sentence.kind : stanceOf(text),
        speaker: speaks ? extract(sentence).speaker : null,
      },
      passages: on.flatMap((i) => passages[i] ?? []),
      reasons,
    };
  }

  /** The passage's own sentence in place of one that says it wrongly. */
  function replace(text: string, own: readonly number[], faults: readonly FoundFault[]): Checked {
    const reasons = faults.map(reasonOf);
    if (!faults.every(({ fault }) => REPAIRABLE.has(fault))) return { outcome: 'dropped', reasons };
    const support = supportIn(text, own);
    if (support === null || support.overlap < NEAR || support.sentence.kind === 'context')
      return { outcome: 'dropped', reasons };
    if (addressesReader(support.sentence.text)) return drop('addresses-reader', reasons);
    const at = own.find((i) => within[i]?.includes(support.sentence)) ?? own[0] ?? 0;
    return {
      outcome: 'repaired',
      sentence: extract(support.sentence),
      passages: passages.slice(at, at + 1),
      reasons,
    };
  }

  /** Who accuses or denies in the sentence and stands on the other side in the record of the passages' cases. */
  function onWrongSide(text: string, on: readonly number[]): string | null {
    const told = on.flatMap((i) => passages[i] ?? []);
    const [first] = told;
    if (first === undefined) return null;
    const stories = evidence.filter(({ sentence }) => told.some((passage) => holds(passage, sentence)));
    const records = [...new Set(stories.flatMap(({ story }) => story.record ?? []))];
    return wrongSide(text, lang, first.source, records, lexicon);
  }

  return ({ text, citations }) => {
    const wording = wordingFault(text, lang, leaks);
    if (wording !== null) return drop(wording);
    const own = citations.map((n) => n - 1);
    const turned = onWrongSide(text, own);
    if (turned !== null) return replace(text, own, [{ fault: 'roles', detail: turned }]);
    const { verdict, on } = restsOn(text, own);
    if (on.length > 0) {
      const left = own.filter((i) => !on.includes(i));
      return shown(
        text,
        on,
        left.map((i) => `citation: [${i + 1}] does not bear it out`),
      );
    }
    const others = findOthers(text);
    if (others === null) return replace(text, own, verdict.faults);
    const corrected = `citation: ${brackets(own)} to ${brackets(others)}`;
    return shown(text, others, [...verdict.faults.map(reasonOf), corrected]);
  };
}

function drop(reason: string, others: readonly string[] = []): Checked {
  return { outcome: 'dropped', reasons: [...others, reason] };
}

function reasonOf({ fault, detail }: FoundFault): string {
  return detail === '' ? fault : `${fault}: ${detail}`;
}

function brackets(indices: readonly number[]): string {
  return indices.map((i) => `[${i + 1}]`).join('');
}

function asCited(passage: PickedPassage): CitedPassage {
  return { text: wordsOf(passage), lang: passage.source.textLang, source: passage.source };
}
