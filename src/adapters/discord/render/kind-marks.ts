/** The signs and colours by which both sides stand out at a glance. */
import type { AnswerSentence } from '../../../core/answer.ts';
import type { ClaimKind } from '../../../core/case-record.ts';
import type { SectionTone } from '../../../core/report.ts';

type Side = 'accusing' | 'answering' | 'acting' | 'telling';

const SIDES: Record<ClaimKind, Side> = {
  accusation: 'accusing',
  'counter-accusation': 'accusing',
  denial: 'answering',
  'no-comment': 'answering',
  acknowledgement: 'answering',
  'self-claim': 'answering',
  retraction: 'answering',
  contest: 'answering',
  measure: 'acting',
  context: 'telling',
};

const TONES: Record<SectionTone, Side> = {
  accusation: 'accusing',
  reply: 'answering',
  contest: 'answering',
  measure: 'acting',
  plain: 'telling',
};

const SIGNS: Record<Side, string> = { accusing: '🟥', answering: '🟦', acting: '🟨', telling: '▫️' };
/** RGB, of the same hues as the signs. */
const COLOURS: Record<Side, number> = {
  accusing: 0xdd2e44,
  answering: 0x55acee,
  acting: 0xfdcb58,
  telling: 0x99aab5,
};

export function kindSign(kind: ClaimKind): string {
  return SIGNS[SIDES[kind]];
}

/** The colour of a source: that of the first sentence which rests first on it, grey where none does. */
export function sourceColour(n: number, sentences: readonly AnswerSentence[]): number {
  const side = sentences.find(({ citations }) => citations[0] === n);
  return COLOURS[SIDES[side?.kind ?? 'context']];
}

/** The sign that leads a section of a report; null for one that takes no side. */
export function toneSign(tone: SectionTone): string | null {
  return tone === 'plain' ? null : SIGNS[TONES[tone]];
}

export function toneColour(tone: SectionTone): number {
  return COLOURS[TONES[tone]];
}
