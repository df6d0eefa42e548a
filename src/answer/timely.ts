/** Whether a sentence is of the time that a question asks about, and of its direction: yes, or no. */
import type { ReadSentence } from '../reading/read-text.ts';
import { isNegated } from './negated.ts';
import type { Question } from './question.ts';
import type { Story } from './story.ts';
import { yearsIn } from './years.ts';

/** «N'a désigné aucun pays» answers whether one was named; what stands beside it in the affirmative may not. */
const SAYS_NO = 1.15;
/** «Who attacked … in 2015?»: a story in which this year never comes is another. */
export function isOfOtherYears({ years }: Question, story: Story): boolean {
  return story.years !== null && years.length > 0 && !years.some((year) => story.years?.has(year));
}

function saysNo({ isYesNo }: Question, { text }: ReadSentence): boolean {
  return isYesNo && isNegated(text);
}

/** A sentence of another year, when it was asked what somebody said in this one. */
const OTHER_YEAR = 0.45;
/** The same for any other question: an attack of 2014 is attributed in 2015. */
const LATER = 0.85;
/** Nothing but the publication tells the year. */
const PUBLISHED_LATER = 0.7;

function yearFit({ years, speaker, type }: Question, sentence: ReadSentence, story: Story): number {
  if (years.length === 0) return 1;
  const told = yearsIn(sentence.text);
  if (told.some((year) => years.includes(year))) return 1;
  const ofSaying = speaker.length > 0 || type === 'who';
  if (told.length > 0) return ofSaying ? OTHER_YEAR : LATER;
  if (!ofSaying) return 1;
  const claim = story.claims.find((recorded) => recorded.sentence === sentence)?.claim;
  const dated = yearsIn(claim?.eventDate ?? sentence.source.publishedAt ?? '');
  if (dated.length === 0 || dated.some((year) => years.includes(year))) return 1;
  return claim?.eventDate ? OTHER_YEAR : PUBLISHED_LATER;
}

/** What its publisher took back comes behind whatever still stands. */
const WITHDRAWN = 0.7;

/** 1 where nothing speaks for or against it. */
export function timelyFit(question: Question, sentence: ReadSentence, story: Story): number {
  const standing = sentence.source.standing?.status === 'withdrawn' ? WITHDRAWN : 1;
  return standing * yearFit(question, sentence, story) * (saysNo(question, sentence) ? SAYS_NO : 1);
}
