/** Whether a reply can be the reply to what was said: not years before it, and rather soon than late. */
import type { ReadSentence } from '../reading/read-text.ts';
import type { Story } from './story.ts';
import { yearsIn } from './years.ts';

/** What is added to a reply's score: of the same year, of the next one, long after, or before what it would answer. */
const SAME_YEAR = 0.3;
const NEXT_YEAR = 0.15;
const LATE = -0.1;
const BEFORE = -0.4;

/** Below 0 for a reply of another time than the sentence; 0 where either's time is not known. */
export function replyTime(said: ReadSentence, reply: ReadSentence, story: Story): number {
  const asked = yearOf(said, story);
  const answered = yearOf(reply, story);
  if (asked === null || answered === null) return 0;
  const years = answered - asked;
  if (years < 0) return BEFORE;
  if (years === 0) return SAME_YEAR;
  return years === 1 ? NEXT_YEAR : LATE;
}

/** The year in which it was said, as the record, the sentence itself or its publication tells. */
function yearOf(sentence: ReadSentence, story: Story): number | null {
  const claim = story.claims.find(
    ({ sentence: own }) => own?.source.id === sentence.source.id && own.index === sentence.index,
  )?.claim;
  const [year] = [claim?.eventDate ?? '', sentence.text, sentence.source.publishedAt ?? ''].flatMap(yearsIn);
  return year === undefined ? null : Number(year);
}
