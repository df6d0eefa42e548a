/** Reports of invented events, judged and placed one after another as the newsroom does. */
import { readFileSync } from 'node:fs';
import { profileCases } from '../../src/claims/case-profiles.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import type { Judgement } from '../../src/news/judgement.ts';
import { createJudge } from '../../src/news/relevance/create-judge.ts';
import type { NewsView } from '../../src/news/render/news-view.ts';
import { createPlaceReport } from '../../src/news/story/create-place-report.ts';
import { joinStory } from '../../src/news/story/join-story.ts';
import type { ReportItem } from '../../src/news/story/place-report.ts';
import type { Story } from '../../src/news/story.ts';

export const lexicon = loadLexicon();
export const judge = createJudge({ lexicon, profiles: profileCases([], lexicon) });

let count = 0;

/** An item of the operator's feeds, seen when it was published. */
export function itemOf(given: Partial<ReportItem>): ReportItem {
  count += 1;
  return {
    feedId: 'feed',
    itemKey: `item-${count}`,
    scope: 'global',
    title: '',
    teaser: '',
    text: null,
    lang: 'en',
    url: `https://news.example/${count}`,
    publisher: 'Example Post',
    authority: 'media',
    publishedAt: '2026-03-03T08:00:00Z',
    seenAt: given.publishedAt ?? '2026-03-03T08:00:00Z',
    ...given,
  };
}

/** Nothing was read in it. */
export const NO_JUDGEMENT: Judgement = {
  relevant: true,
  score: 1,
  by: 'rules',
  kinds: [],
  actors: [],
  countries: { speakers: [], accused: [], named: [] },
  cases: [],
  claims: [],
  reasons: [],
};

/** The stories that the items make, in the order in which they were opened. */
export function storiesOf(
  items: readonly ReportItem[],
  judgeItem: (item: ReportItem) => Judgement = judge,
): Story[] {
  const place = createPlaceReport({ lexicon });
  const stories = new Map<string, Story>();
  for (const item of items) {
    const judgement = judgeItem(item);
    const placement = place(item, judgement, [...stories.values()]);
    const story = joinStory(
      stories.get(placement.storyId ?? '') ?? null,
      { item, judgement, placement },
      { now: new Date(item.seenAt), newId: () => `story-${stories.size + 1}` },
    );
    stories.set(story.id, story);
  }
  return [...stories.values()];
}

export interface WrittenStory {
  readonly story: string;
  readonly held: boolean;
  /** `near`: events of one pair of countries, or one group, within days. */
  readonly set: 'near' | 'first';
  readonly items: readonly ReportItem[];
}

/** The measured set, story by story. */
export function writtenStories(): WrittenStory[] {
  const file = new URL('../fixtures/news-stories.json', import.meta.url);
  const stories = JSON.parse(readFileSync(file, 'utf8')) as {
    story: string;
    held: boolean;
    set?: 'near';
    items: Partial<ReportItem>[];
  }[];
  return stories.map(({ story, held, set = 'first' as const, items }) => ({
    story,
    held,
    set,
    items: items.map(itemOf),
  }));
}

export function viewOf(given: Partial<NewsView> = {}): NewsView {
  return {
    lang: 'en',
    maySee: () => true,
    caseTitle: () => null,
    now: new Date('2027-01-01T00:00:00Z'),
    ...given,
  };
}
