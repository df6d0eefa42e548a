/** Sees to it that a model's answer which names an accusation also shows the reply, if the corpus holds one. */
import type { AnswerLang, AnswerSentence } from '../../core/answer.ts';
import { isReplyKind, REPLY_KINDS } from '../../core/case-record.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { ReadSentence } from '../../reading/read-text.ts';
import { shows } from '../../reading/stance.ts';
import type { Evidence } from '../evidence.ts';
import { accuses, findOtherSide, type OtherSide } from '../other-side.ts';
import type { Story } from '../story.ts';
import { holds, type PickedPassage } from './pick-passages.ts';

/** A sentence of the model's with the passages it cites. */
export interface WrittenSentence {
  readonly sentence: AnswerSentence;
  readonly passages: readonly PickedPassage[];
}

const NOTHING: OtherSide = { sentence: null, replyMissing: false };

/** For each story, the reply that the written sentences leave out, or that the corpus does not hold. */
export function findMissingReplies(
  written: readonly WrittenSentence[],
  evidence: readonly Evidence[],
  lang: AnswerLang,
  lexicon: Lexicon,
): OtherSide[] {
  const cited = evidence.filter(({ sentence }) => isCited(sentence, written));
  const missing: OtherSide[] = [];
  for (const story of new Set(cited.map((item) => item.story))) {
    const accusations = evidence.filter((item) => item.story === story && accuses(item.sentence));
    const inStory = cited.filter((item) => item.story === story);
    const telling = written.filter((item) => inStory.some(({ sentence }) => isCited(sentence, [item])));
    const accused = accusedIn(accusations);
    if (!telling.some(({ sentence }) => namesAccusation(sentence.text, accused, lang, lexicon))) continue;
    if (isReplied(story, written, evidence)) continue;
    missing.push(findReply(accusations, cited, evidence));
  }
  return missing;
}

/** What answers one of the accusations, those of the cited passages first. */
function findReply(
  accusations: readonly Evidence[],
  cited: readonly Evidence[],
  evidence: readonly Evidence[],
): OtherSide {
  const ordered = [
    ...accusations.filter((item) => cited.includes(item)),
    ...accusations.filter((item) => !cited.includes(item)),
  ];
  const sides = ordered.map((accusation) => findOtherSide([accusation], evidence));
  return sides.find(({ sentence }) => sentence !== null) ?? sides[0] ?? NOTHING;
}

/** A word of denial is not enough: it must rest on a passage in which somebody does reply. */
function isReplied(
  story: Story,
  written: readonly WrittenSentence[],
  evidence: readonly Evidence[],
): boolean {
  const replying = written.filter(({ sentence }) => REPLY_KINDS.some((kind) => shows(kind, sentence.text)));
  return evidence.some(
    ({ sentence, story: own }) => own === story && isReplyKind(sentence.kind) && isCited(sentence, replying),
  );
}

/** Concepts of the states that the accusations are directed at. */
function accusedIn(accusations: readonly Evidence[]): ReadonlySet<string> {
  const accused = new Set<string>();
  for (const { sentence } of accusations)
    for (const id of sentence.vocabulary.general)
      if (id.startsWith('country:') && sentence.speaker?.vocabulary.general.has(id) !== true) accused.add(id);
  return accused;
}

/**
 * By its words, by a measure that rests on one, or because it names a threat actor or an accused state: «the operations
 * were run from Norland» accuses without any such word. A reply too many does less harm than one too few.
 */
function namesAccusation(
  text: string,
  accused: ReadonlySet<string>,
  lang: AnswerLang,
  lexicon: Lexicon,
): boolean {
  if (shows('accusation', text) || shows('measure', text)) return true;
  return lexicon
    .analyze(text, lang)
    .concepts.some(
      ({ concept: { id, kind } }) =>
        kind === 'actor' || [id, ...lexicon.broader(id)].some((broader) => accused.has(broader)),
    );
}

function isCited(sentence: ReadSentence, written: readonly WrittenSentence[]): boolean {
  return written.some(({ passages }) => passages.some((passage) => holds(passage, sentence)));
}
