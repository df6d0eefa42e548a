/** Chooses what a chat model reads: the passages with the best evidence, the other side's among them. */
import type { Hit, SourceText } from '../../core/retrieval.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import { CitationList } from '../citation-list.ts';
import type { Evidence } from '../evidence.ts';
import { accuses, findOtherSide } from '../other-side.ts';

/** A stretch of a source's stored text that the model reads and may cite as a whole. */
export interface PickedPassage extends SourceText {
  /** Offsets in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
}

export interface PassageChoice {
  /** The sentences that the extractive answer would give, best first; may be empty. */
  readonly chosen: readonly Evidence[];
  /** Everything weighed, best first. */
  readonly evidence: readonly Evidence[];
  readonly hits: readonly Hit[];
  /** Every source of the stories, by id. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** Characters that the model reads at most. */
const CONTEXT = 3_000;
/** Sentences that decide when no evidence was good enough for an extractive answer. */
const BASIS = 3;
/** Further sentences whose passages are considered before the remaining hits. */
const FURTHER = 12;

/** Best first. No two of them are so near to each other that a citation list would make one of them. */
export function pickPassages(choice: PassageChoice, limit: number = CONTEXT): PickedPassage[] {
  let picked: PickedPassage[] = [];
  for (const candidate of candidates(choice)) {
    const next = join(picked, candidate);
    if (picked.length === 0 || size(next) <= limit) picked = next;
  }
  return picked;
}

/** Whether the sentence stands in the passage. */
export function holds(passage: PickedPassage, { source, start, end }: ReadSentence): boolean {
  return passage.source.id === source.id && passage.start <= start && passage.end >= end;
}

/** The passage around a sentence; the sentence alone when it is indexed with another source only. */
export function passageOf(
  sentence: ReadSentence,
  texts: ReadonlyMap<string, SourceText>,
): PickedPassage | null {
  const text = texts.get(sentence.source.id);
  if (text === undefined) return null;
  const around = text.passages.find(({ start, end }) => start <= sentence.start && end >= sentence.end);
  return { ...text, start: around?.start ?? sentence.start, end: around?.end ?? sentence.end };
}

function* candidates({ chosen, evidence, hits, texts }: PassageChoice): Generator<PickedPassage> {
  const basis = chosen.length > 0 ? chosen : evidence.slice(0, BASIS);
  const [first, ...others] = basis.map(({ sentence }) => sentence);
  const otherSide = findOtherSide(basis, evidence).sentence;
  // Where the accusation and the reply to it are both in the basis, the reply must not fall behind the limit.
  const replies = others.filter(
    (sentence) => sentence.kind !== 'context' && sentence.kind !== 'measure' && !accuses(sentence),
  );
  const further = evidence.slice(0, FURTHER).map(({ sentence }) => sentence);
  for (const sentence of [first, otherSide, ...replies, ...others, ...further]) {
    const passage = sentence === undefined || sentence === null ? null : passageOf(sentence, texts);
    if (passage !== null) yield passage;
  }
  for (const { passage, source } of hits) {
    const text = texts.get(source.id);
    if (text !== undefined) yield { ...text, start: passage.start, end: passage.end };
  }
}

/** Adds a candidate, as part of what is there already where it can be. */
function join(picked: readonly PickedPassage[], candidate: PickedPassage): PickedPassage[] {
  const words = wordsOf(candidate);
  if (picked.some((passage) => wordsOf(passage).includes(words))) return [...picked];
  const at = picked.findIndex((passage) => isNear(passage, candidate));
  const near = picked[at];
  if (near === undefined) return [...picked, candidate];
  const joined = {
    ...near,
    start: Math.min(near.start, candidate.start),
    end: Math.max(near.end, candidate.end),
  };
  // The longer stretch may now be near to another one.
  const rest = [...picked.slice(0, at), ...picked.slice(at + 1)];
  return rest.some((passage) => isNear(passage, joined)) ? join(rest, joined) : picked.with(at, joined);
}

/** Whether a citation list would give both one number, and so a longer excerpt than was shown at first. */
function isNear(a: PickedPassage, b: PickedPassage): boolean {
  return a.source.id === b.source.id && (shareNumber(a, b) || shareNumber(b, a));
}

function shareNumber(first: PickedPassage, second: PickedPassage): boolean {
  const list = new CitationList();
  return list.add(first) === list.add(second);
}

export function wordsOf({ text, start, end }: PickedPassage): string {
  return text.slice(start, end);
}

function size(passages: readonly PickedPassage[]): number {
  return passages.reduce((sum, passage) => sum + passage.end - passage.start, 0);
}
