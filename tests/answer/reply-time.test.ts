import { describe, expect, test } from 'vitest';
import { replyTime } from '../../src/answer/reply-time.ts';
import type { Story } from '../../src/answer/story.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { type ReadSentence, readText } from '../../src/reading/read-text.ts';
import { makeDocument } from '../support/corpus-kit.ts';

const lexicon = loadLexicon();

function said(text: string): ReadSentence {
  const { source, passages } = makeDocument({ id: text, text });
  const [sentence] = readText(
    { source: { ...source, publishedAt: null }, text, passages },
    lexicon,
  ).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return sentence;
}

const STORY: Story = {
  texts: [],
  record: null,
  topic: null,
  accused: null,
  claims: [],
  replies: [],
  years: null,
  rank: 0,
};
const timeOf = (accusation: string, reply: string) => replyTime(said(accusation), said(reply), STORY);
const CHARGE = 'In 2023 Norway accused Iceland.';

describe('a reply is of the time of what it answers', () => {
  test('sooner is better than later, and later than never', () => {
    const soon = timeOf(CHARGE, 'Iceland denied it in 2023.');
    const next = timeOf(CHARGE, 'Iceland denied it in 2024.');
    const late = timeOf(CHARGE, 'Iceland denied it in 2029.');
    expect(soon).toBeGreaterThan(next);
    expect(next).toBeGreaterThan(0);
    expect(late).toBeLessThan(0);
  });

  test('nobody answers what has not been said yet', () => {
    expect(timeOf(CHARGE, 'Iceland denied it in 2019.')).toBeLessThan(
      timeOf(CHARGE, 'Iceland denied it in 2029.'),
    );
  });

  test('where no time is told, nothing speaks for or against it', () => {
    expect(timeOf('Norway accused Iceland.', 'Iceland denied it in 2019.')).toBe(0);
    expect(timeOf(CHARGE, 'Iceland denied it.')).toBe(0);
  });
});
