/** Finds the other side: the denial beside an accusation, the accusation that a denial answers. */

import { isReplyKind } from '../core/case-record.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import type { Evidence } from './evidence.ts';
import { replyTime } from './reply-time.ts';
import type { Story } from './story.ts';

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
    const accuser = statesOf(accusation.sentence.speaker?.vocabulary.general ?? new Set());
    const accused = statesBut(accusation.sentence.vocabulary.general, accuser);
    // An accusation that names no state («APT31») is answered by whichever other state the story lets reply.
    const repliesForAccused = (s: ReadSentence): boolean =>
      replies(s) &&
      (accused.size > 0
        ? speaksFor(s, accused)
        : statesBut(s.speaker?.vocabulary.general ?? new Set(), accuser).size > 0);
    const { story } = accusation;
    // A reply that was asked for is the other side already, though it may answer with more than this accusation.
    if (chosen.some((item) => item.story === story && replies(asRecorded(item)))) return NOTHING;
    // Best is what answers this accuser. A case is one attack: what the accused answers another there, on record, is still
    // the accused's word on it. In an article it may be about something else.
    const sentence =
      best(
        story,
        chosen,
        evidence,
        (s) => repliesForAccused(s) && !answersAnother(s, accuser),
        accusation.sentence,
      ) ?? recordedReply(accusation, { accuser, accused }, evidence);
    return { sentence, replyMissing: sentence === null };
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
  const touching = chosen.find(touchesAccused);
  if (touching === undefined) return NOTHING;
  const nobody: ReadonlySet<string> = new Set();
  const sentence = recordedReply(touching, { accuser: nobody, accused: nobody }, evidence);
  return { sentence, replyMissing: false };
}

/** A detail of the accusation, its doubts too: it tells of somebody whom the record shows accused. */
function touchesAccused({ sentence, story: { accused } }: Evidence): boolean {
  if (accused === null) return false;
  if (sentence.kind === 'contest' || sentence.kind === 'retraction') return true;
  return [...sentence.vocabulary.general].some((id) => accused.concepts.has(id));
}

/** The sentence as what the record gives it for, whatever its words show: a reply is told as one. */
export function asRecorded({ sentence, story }: Evidence): ReadSentence {
  return story.replies.find((reply) => isSame(reply.sentence, sentence))?.sentence ?? sentence;
}

function isSame(a: ReadSentence, b: ReadSentence): boolean {
  return a.source.id === b.source.id && a.index === b.index;
}

/** The accused side's reply on record that has most to do with the question, of the time of what it answers. */
function recordedReply(
  { story, sentence: said }: Evidence,
  { accuser, accused }: { accuser: ReadonlySet<string>; accused: ReadonlySet<string> },
  evidence: readonly Evidence[],
): ReadSentence | null {
  const coverage = (sentence: ReadSentence): number =>
    evidence.find((item) => isSame(item.sentence, sentence))?.coverage ?? 0;
  // The sentence may name other states than the accused one (victims, allies), or seem to be said by the accused. The
  // record knows who is accused.
  const onRecord = statesOf(story.accused?.general ?? new Set());
  const ways = [accused, statesBut(onRecord, accuser), onRecord].map((states) =>
    story.replies.filter(({ state }) => states.has(state)),
  );
  const fitting = ways.find((replies) => replies.length > 0) ?? [];
  const rated = fitting.map(({ sentence }) => ({
    sentence,
    score: coverage(sentence) + replyTime(said, sentence, story),
  }));
  rated.sort((a, b) => b.score - a.score);
  return rated[0]?.sentence ?? null;
}

/** A reply to somebody else's accusation: it names states, and the accuser is not among them. */
function answersAnother(sentence: ReadSentence, accuser: ReadonlySet<string>): boolean {
  const own = statesOf(sentence.speaker?.vocabulary.general ?? new Set());
  // Named in so many words: an agency that is quoted («Reuters») addresses nobody.
  const addressed = statesBut(sentence.vocabulary.concepts, own);
  return accuser.size > 0 && addressed.size > 0 && ![...addressed].some((id) => accuser.has(id));
}

/** An accusation, or a measure: nobody is sanctioned or charged but on an accusation. */
export function accuses(sentence: ReadSentence): boolean {
  return sentence.kind === 'accusation' || sentence.kind === 'measure';
}

/** A denial, a counter-accusation, or word that there is no comment. */
export function replies(sentence: ReadSentence): boolean {
  return isReplyKind(sentence.kind);
}

function statesOf(concepts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...concepts].filter((id) => id.startsWith('country:')));
}

function statesBut(concepts: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...statesOf(concepts)].filter((id) => !others.has(id)));
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
  answered: ReadSentence | null = null,
): ReadSentence | null {
  const time = (sentence: ReadSentence) => (answered === null ? 0 : replyTime(answered, sentence, story));
  const sources = new Set(chosen.map(({ sentence }) => sentence.source.id));
  const rated = evidence
    .filter((item) => item.story === story && fits(item.sentence) && !chosen.includes(item))
    .map((item) => ({
      item,
      score: item.coverage + (sources.has(item.sentence.source.id) ? 0.2 : 0) + time(item.sentence),
    }));
  rated.sort((a, b) => b.score - a.score);
  return rated[0]?.item.sentence ?? null;
}
