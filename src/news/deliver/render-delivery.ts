/** What a delivery shows, made of the stories as they are now. */
import type { Picture } from '../../core/picture.ts';
import type { Report } from '../../core/report.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Delivery } from '../delivery-book.ts';
import type { FeedBook } from '../feed-book.ts';
import { digestSpan } from '../newsroom/ask-digests.ts';
import { noticeFeed } from '../newsroom/ask-notices.ts';
import { isOlderStory, maySee } from '../newsroom/visible-reports.ts';
import type { NewsView, StoriesToDigest, StoryToReport, UpdateToReport } from '../render/news-view.ts';
import type { Story, StoryReport } from '../story.ts';
import type { StoryBook } from '../story-book.ts';
import type { RenderDelivery } from './delivery-ports.ts';
import { disabledFeedReport } from './disabled-feed-report.ts';

export interface RenderDeps {
  readonly stories: Pick<StoryBook, 'find' | 'recentStories'>;
  readonly feeds: Pick<FeedBook, 'find'>;
  /** Whether subject and filter let the report pass. */
  readonly wants: (subscription: Subscription, report: StoryReport) => boolean;
  readonly story: StoryToReport;
  readonly update: UpdateToReport;
  readonly digest: StoriesToDigest;
  /** Titles of all cases in a language, by id. */
  readonly caseTitles: (lang: Subscription['lang']) => Promise<ReadonlyMap<string, string>>;
  /** The picture of a report; null when it has none, or none can be drawn. Never rejects. */
  readonly draw: (report: Report) => Promise<Picture | null>;
  readonly now: () => number;
}

export function createRenderDelivery(deps: RenderDeps): RenderDelivery {
  return async (delivery, subscription) => {
    const made = await reportOf(delivery, subscription, deps);
    if ('nothing' in made) return made;
    const picture = made.report.kind === 'digest' ? await deps.draw(made.report) : null;
    return picture === null ? made : { ...made, picture };
  };
}

type Made = { readonly report: Report } | { readonly nothing: string };

async function reportOf(delivery: Delivery, subscription: Subscription, deps: RenderDeps): Promise<Made> {
  switch (delivery.kind) {
    case 'digest':
      return digestOf(delivery.key, subscription, deps);
    case 'notice':
      return noticeOf(delivery.key, subscription, deps);
    case 'story':
    case 'update':
      return storyOf(delivery, subscription, deps);
  }
}

async function storyOf(
  { storyId, kind, key }: Delivery,
  subscription: Subscription,
  deps: RenderDeps,
): Promise<Made> {
  const story = storyId === null ? null : await deps.stories.find(storyId);
  if (story === null) return { nothing: 'the story is no longer kept' };
  const view = await viewFor(subscription, new Date(deps.now()), deps);
  if (kind === 'story') return orNothing(deps.story(story, view), 'no report of the story may be seen');
  const claim = key.slice(`update:${story.id}:`.length);
  const brought = story.reports.find((report) => view.maySee(report) && report.newClaims.includes(claim));
  if (brought === undefined) return { nothing: 'the report that said something new is gone' };
  return orNothing(deps.update(story, brought.newClaims, view), 'nothing of the update may be seen');
}

async function digestOf(key: string, subscription: Subscription, deps: RenderDeps): Promise<Made> {
  const span = digestSpan(key);
  if (span === null) return { nothing: 'its times cannot be read' };
  return orNothing(await makeDigest(subscription, span, deps), 'no news for the digest');
}

/** The digest of what was reported after `from` up to `to`, ISO 8601 in UTC; null when that is nothing. */
export async function makeDigest(
  subscription: Subscription,
  { from, to }: { readonly from: string; readonly to: string },
  deps: Pick<RenderDeps, 'stories' | 'wants' | 'digest' | 'caseTitles'>,
): Promise<Report | null> {
  const since = new Date(from);
  const passes = (story: Story): boolean =>
    !isOlderStory(subscription, story) &&
    story.reports.some((report) => maySee(subscription, report) && deps.wants(subscription, report));
  const stories = (await deps.stories.recentStories(since)).filter(passes);
  return deps.digest(stories, since, await viewFor(subscription, new Date(to), deps));
}

async function noticeOf(key: string, { lang }: Subscription, { feeds }: RenderDeps): Promise<Made> {
  const feed = await feeds.find(noticeFeed(key) ?? '');
  if (feed === null || feed.disabledAt === null) return { nothing: 'the feed is polled again, or gone' };
  return { report: disabledFeedReport(feed, lang) };
}

export async function viewFor(
  subscription: Subscription,
  now: Date,
  { caseTitles }: Pick<RenderDeps, 'caseTitles'>,
): Promise<NewsView> {
  const titles = await caseTitles(subscription.lang);
  return {
    lang: subscription.lang,
    maySee: (report) => maySee(subscription, report),
    caseTitle: (id) => titles.get(id) ?? null,
    now,
  };
}

function orNothing(report: Report | null, why: string): Made {
  return report === null ? { nothing: why } : { report };
}
