/** Sees to it that a model's answer which names an accusation also shows the reply, if the corpus holds one. */

import type { AnswerLang, AnswerSentence } from '../../core/answer.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Evidence } from '../evidence.ts';
import { accuses, findOtherSide, type OtherSide } from '../other-side.ts';
import { shows } from '../stance.ts';
import { holds, type PickedPassage } from './pick-passages.ts';

/** A sentence of the model's with the passages it cites. */
export interface WrittenSentence {
  readonly sentence: AnswerSentence;
  readonly passages: readonly PickedPassage[];
}

const NOTHING: OtherSide = { sentence: null, replyMissing: false };
const REPLIES = ['denial', 'no-comment', 'counter-accusation'] as const;

/** The reply that the written sentences leave out, or that the corpus does not hold. */
export function findMissingReply(
  written: readonly WrittenSentence[],
  evidence: readonly Evidence[],
  lang: AnswerLang,
  lexicon: Lexicon,
): OtherSide {
  const accusing = written.filter(({ sentence }) => namesAccusation(sentence.text, lang, lexicon));
  const cited = evidence.filter(({ sentence }) => isCited(sentence, accusing));
  const stories = new Set(cited.map(({ story }) => story));
  const accusation =
    cited.find(({ sentence }) => accuses(sentence)) ??
    evidence.find(({ sentence, story }) => stories.has(story) && accuses(sentence));
  if (accusation === undefined) return NOTHING;
  // A word of denial is not enough: it must rest on a passage in which somebody does reply.
  const replying = written.filter(({ sentence }) => REPLIES.some((kind) => shows(kind, sentence.text)));
  const replied = evidence.some(
    ({ sentence, story }) => story === accusation.story && isReply(sentence) && isCited(sentence, replying),
  );
  return replied ? NOTHING : findOtherSide([accusation], evidence);
}

/** By its words, or because it names a threat actor as the one who did something. */
function namesAccusation(text: string, lang: AnswerLang, lexicon: Lexicon): boolean {
  return (
    shows('accusation', text) ||
    lexicon.analyze(text, lang).concepts.some(({ concept }) => concept.kind === 'actor')
  );
}

function isReply({ kind }: Evidence['sentence']): boolean {
  return REPLIES.some((reply) => reply === kind);
}

function isCited(sentence: Evidence['sentence'], written: readonly WrittenSentence[]): boolean {
  return written.some(({ passages }) => passages.some((passage) => holds(passage, sentence)));
}
