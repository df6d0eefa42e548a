/**
 * News that are counted: item after item, of which some open stories, some join them, some say something new, and some
 * are so long that their post has several parts.
 */
import type { NewsPost } from '../../../src/core/chat.ts';
import type { Report } from '../../../src/core/report.ts';
import type { RenderDelivery } from '../../../src/news/deliver/delivery-ports.ts';
import type { SightedItem } from '../../../src/news/feed-book.ts';
import type { Judgement } from '../../../src/news/judgement.ts';
import type { PlaceReport } from '../../../src/news/story/place-report.ts';
import type { Story } from '../../../src/news/story.ts';
import type { StoryBook } from '../../../src/news/story-book.ts';
import { digestOf, storyReport } from '../news-report-kit.ts';

/** What the item at a place is: the pattern repeats. */
const PATTERN = ['opens', 'opens-long', 'joins', 'says-more', 'opens'] as const;
/** How far before it the story stands that an item joins. */
const BACK = 2;
/** Lines of a long report: two messages or three on either platform. */
const LONG = 25;

const keyOf = (place: number): string => `k${place}`;
const roleOf = (place: number) => PATTERN[place % PATTERN.length] ?? 'opens';

/** Keys of the items, from 0 up to `count`, that open stories. */
export function openers(count: number): string[] {
  return places(count).flatMap((place) => (roleOf(place).startsWith('opens') ? [keyOf(place)] : []));
}

/** Keys of the items that join, by the key of what they join. */
export function joiners(count: number): Map<string, string> {
  return new Map(
    places(count).flatMap((place): [string, string][] =>
      roleOf(place).startsWith('opens') ? [] : [[keyOf(place), keyOf(place - BACK)]],
    ),
  );
}

const places = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The last items of a feed that has brought so many, the newest on top as feeds have them. */
export function sightedItems(count: number): SightedItem[] {
  return places(count)
    .slice(-40)
    .reverse()
    .map((place) => {
      const key = keyOf(place);
      const item = {
        key,
        title: `Nouvelle ${key}`,
        teaser: 'Valdoria accuse.',
        text: null,
        url: `https://valdoria.example/${key}`,
        publishedAt: null,
        updatedAt: null,
        lang: 'fr',
        publisher: null,
      };
      return { item, linkMark: key, titleMark: key, news: true };
    });
}

export const RELEVANT: Judgement = {
  relevant: true,
  score: 1,
  by: 'rules',
  kinds: ['accusation'],
  actors: [],
  countries: { speakers: [], accused: [], named: [] },
  cases: [],
  claims: [],
  reasons: [],
};

export const placeNumbered: PlaceReport = ({ itemKey }, _judgement, recent) => {
  const place = Number(itemKey.slice(1));
  const role = roleOf(place);
  const joined = role.startsWith('opens') ? undefined : keyOf(place - BACK);
  const story = recent.find(({ reports }) => reports[0]?.itemKey === joined);
  const more = { copyOf: null, agency: null, newClaims: role === 'says-more' ? [itemKey] : [] };
  return { storyId: story?.id ?? null, score: 1, threshold: 0.5, reasons: [], ...more };
};

/** The words by which a post is counted. */
export const storyWords = (key: string): string => `Histoire ${key}.`;
export const updateWords = (key: string): string => `Suite ${key}.`;
const itemWords = (key: string): string => `Article ${key}.`;

/** Whether a post tells of the item. */
export const tellsOf = (text: string, key: string): boolean => text.includes(itemWords(key));

export function renderNumbered(stories: Pick<StoryBook, 'find'>): RenderDelivery {
  return async ({ storyId, kind, key }): Promise<Pick<NewsPost, 'report'> | { nothing: string }> => {
    const story = storyId === null ? null : await stories.find(storyId);
    if (story === null) return { nothing: 'the story is gone' };
    if (kind === 'update') {
      const claim = key.slice(`update:${story.id}:`.length);
      return { report: storyReport({ title: updateWords(claim), text: itemWords(claim) }) };
    }
    return { report: reportOf(story) };
  };
}

function reportOf({ reports }: Story): Report {
  const keys = reports.map(({ itemKey }) => itemKey);
  const [first = ''] = keys;
  const short = storyReport({ title: storyWords(first), text: keys.map(itemWords).join(' ') });
  if (roleOf(Number(first.slice(1))) !== 'opens-long') return short;
  const { sections, sources } = digestOf(LONG);
  return { ...short, sections: [...short.sections, ...sections], sources };
}
