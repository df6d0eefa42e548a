/** Finds the other side: the denial beside an accusation, the accusation that a denial answers. */
import type { Evidence, Story } from './evidence.ts';
import type { ReadSentence } from './read-text.ts';
import { shows } from './stance.ts';

export interface OtherSide {
  /** The sentence that shows the other side; null when there is none, or none is needed. */
  readonly sentence: ReadSentence | null;
  /** True when an accusation is shown and the story holds no reply to it. */
  readonly replyMissing: boolean;
}

const NOTHING: OtherSide = { sentence: null, replyMissing: false };

/** Looks in the story of the chosen sentences for what the other side says. */
export function findOtherSide(chosen: readonly Evidence[], evidence: readonly Evidence[]): OtherSide {
  const accusation = chosen.find(({ sentence }) => accuses(sentence));
  const reply = chosen.find(({ sentence }) => replies(sentence));
  if (accusation !== undefined) {
    const accused = accusedStates(accusation);
    if (reply !== undefined && speaksFor(reply.sentence, accused)) return NOTHING;
    const sentence = best(accusation.story, chosen, evidence, (s) => replies(s) && speaksFor(s, accused));
    return { sentence, replyMissing: sentence === null && accused.size > 0 };
  }
  if (reply !== undefined) {
    const states = statesOf(reply.sentence.speaker?.vocabulary.general ?? new Set());
    const names = (s: ReadSentence): boolean => [...states].some((id) => s.vocabulary.general.has(id));
    const sentence = best(
      reply.story,
      chosen,
      evidence,
      (s) => accuses(s) && !speaksFor(s, states) && names(s),
    );
    return { sentence, replyMissing: false };
  }
  return NOTHING;
}

/** An accusation, or a measure that rests on one. */
export function accuses(sentence: ReadSentence): boolean {
  return (
    sentence.kind === 'accusation' || (sentence.kind === 'measure' && shows('accusation', sentence.text))
  );
}

function replies(sentence: ReadSentence): boolean {
  return (
    sentence.kind === 'denial' || sentence.kind === 'no-comment' || sentence.kind === 'counter-accusation'
  );
}

/** States named in the accusation that are not the accuser's; the story's most named ones when it names none. */
function accusedStates({ sentence, story }: Evidence): ReadonlySet<string> {
  const own = statesOf(sentence.speaker?.vocabulary.general ?? new Set());
  const named = new Set([...statesOf(sentence.vocabulary.general)].filter((id) => !own.has(id)));
  if (named.size > 0) return named;
  const counts = new Map<string, number>();
  for (const { sentences } of story.texts)
    for (const { kind, speaker } of sentences) {
      if (kind !== 'denial' || speaker === null) continue;
      for (const id of statesOf(speaker.vocabulary.general)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  const most = [...counts].filter(([id]) => !own.has(id)).sort((a, b) => b[1] - a[1])[0];
  return new Set(most === undefined ? [] : [most[0]]);
}

function statesOf(concepts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...concepts].filter((id) => id.startsWith('country:')));
}

function speaksFor(sentence: ReadSentence, states: ReadonlySet<string>): boolean {
  const speaking = sentence.speaker?.vocabulary.general;
  return speaking !== undefined && [...states].some((id) => speaking.has(id));
}

/** The fitting sentence of the story that has most to do with the question, the accuser's own source first. */
function best(
  story: Story,
  chosen: readonly Evidence[],
  evidence: readonly Evidence[],
  fits: (sentence: ReadSentence) => boolean,
): ReadSentence | null {
  const sources = new Set(chosen.map(({ sentence }) => sentence.source.id));
  const rated = evidence
    .filter((item) => item.story === story && fits(item.sentence) && !chosen.includes(item))
    .map((item) => ({ item, score: item.coverage + (sources.has(item.sentence.source.id) ? 0.2 : 0) }));
  rated.sort((a, b) => b.score - a.score);
  return rated[0]?.item.sentence ?? null;
}
