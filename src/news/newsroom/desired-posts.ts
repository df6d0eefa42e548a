/** Which posts and edits follow when a report has joined a story. */
import type { Subscription } from '../../core/subscription.ts';
import type { Story, StoryReport } from '../story.ts';
import type { DesiredPost, StoryBook } from '../story-book.ts';
import type { StoryPosts } from '../story-posts.ts';
import type { SubscriptionRules } from './newsroom-ports.ts';
import { isOlderStory, maySee } from './visible-reports.ts';

/** Between a report and the edit that tells of it, in milliseconds: several that come together make one edit. */
const DEBOUNCE = 60_000;

export const storyKey = (storyId: string): string => `story:${storyId}`;
/** One update for each report that says something new; it is known by the first of its claims. */
export const updateKey = (storyId: string, claim: string): string => `update:${storyId}:${claim}`;

export interface Joined {
  /** With the report. */
  readonly story: Story;
  readonly report: StoryReport;
  readonly subscriptions: readonly Subscription[];
  readonly posts: Awaited<ReturnType<StoryPosts['postsOf']>>;
  readonly now: Date;
}

type Verdict = Parameters<StoryBook['record']>[0];

/**
 * A first post where the subscription has none and the report passes; otherwise an edit of it, and an update when the
 * report says something new. A post that is still waiting needs neither: it will be made of the story as it is then.
 */
export function desiredPosts(
  { story, report, subscriptions, posts: there, now }: Joined,
  rules: Pick<SubscriptionRules, 'wants' | 'afterQuiet'>,
): Pick<Verdict, 'posts' | 'edits'> {
  const posts: DesiredPost[] = [];
  const edits: Verdict['edits'][number][] = [];
  const [newClaim] = report.newClaims;
  for (const subscription of subscriptions) {
    if (subscription.pausedAt !== null || subscription.mode !== 'live') continue;
    if (!maySee(subscription, report) || isOlderStory(subscription, story)) continue;
    const dueAt = rules.afterQuiet(subscription, now).toISOString();
    const post = { subscriptionId: subscription.id, storyId: story.id, dueAt };
    const state = there.get(subscription.id);
    if (state === 'waiting') continue;
    if (state === undefined) {
      if (rules.wants(subscription, report)) posts.push({ ...post, key: storyKey(story.id), kind: 'story' });
      continue;
    }
    edits.push({
      subscriptionId: subscription.id,
      dueAt: new Date(now.getTime() + DEBOUNCE).toISOString(),
    });
    if (newClaim !== undefined && report.copyOf === null && rules.wants(subscription, report))
      posts.push({ ...post, key: updateKey(story.id, newClaim), kind: 'update' });
  }
  return { posts, edits };
}
