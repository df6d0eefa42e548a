/** Counts what stands in the channels against what should: posts lost, posts doubled. */
import { joiners, openers, storyWords, tellsOf, updateWords } from './numbered-news.ts';

/** A message of a post as it stands in a channel. */
export interface StandingPart {
  readonly channel: string;
  /** What tells the post from others. */
  readonly mark: string;
  /** From 1; and how many there are. */
  readonly part: number;
  readonly of: number;
  readonly text: string;
}

export interface PostCount {
  /** Posts that stand, of stories and of updates. */
  readonly posts: number;
  readonly parts: number;
  /** In words, one each; empty when all is well. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** @param items how many the feed has brought. */
export function countPosts(
  all: readonly StandingPart[],
  channels: readonly string[],
  items: number,
): PostCount {
  const lost: string[] = [];
  const doubled: string[] = [];
  let posts = 0;
  for (const channel of channels) {
    const parts = all.filter((part) => part.channel === channel);
    const byMark = Map.groupBy(parts, ({ mark }) => mark);
    posts += byMark.size;
    for (const [mark, those] of byMark) checkParts(`${channel} ${mark}`, those);
    const texts = [...byMark.values()].map((those) => those.map(({ text }) => text).join('\n'));
    const postsWith = (words: string) => texts.filter((text) => text.includes(words));
    for (const key of openers(items)) {
      const found = postsWith(storyWords(key));
      if (found.length === 0) lost.push(`${channel}: ${storyWords(key)}`);
      if (found.length > 1) doubled.push(`${channel}: ${storyWords(key)}`);
    }
    for (const [key, opener] of joiners(items)) {
      if (postsWith(updateWords(key)).length > 1) doubled.push(`${channel}: ${updateWords(key)}`);
      // Whether it came as an update too depends on when the story was posted; the story's post tells of it at last.
      if (!postsWith(storyWords(opener)).some((text) => tellsOf(text, key)))
        lost.push(`${channel}: ${key} in ${storyWords(opener)}`);
    }
  }
  return { posts, parts: all.length, lost, doubled };

  function checkParts(name: string, parts: readonly StandingPart[]): void {
    const [first] = parts;
    for (let part = 1; part <= (first?.of ?? 0); part++) {
      const count = parts.filter((one) => one.part === part).length;
      if (count === 0) lost.push(`${name}: part ${part} of ${first?.of}`);
      if (count > 1) doubled.push(`${name}: part ${part} of ${first?.of}`);
    }
    if (parts.some(({ part, of }) => of !== first?.of || part > of))
      doubled.push(`${name}: parts of two kinds`);
  }
}
