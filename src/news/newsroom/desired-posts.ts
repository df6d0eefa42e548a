/** Which posts and edits follow when a report has joined a story. */
import type { Place } from '../../core/chat.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Story, StoryReport } from '../story.ts';
import type { DesiredPost, StoryBook } from '../story-book.ts';
import type { StoryPosts } from '../story-posts.ts';
import type { SubscriptionRules } from './newsroom-ports.ts';
import { isOlderStory, maySee } from './visible-reports.ts';

/** Between a report and the edit that tells of it, in milliseconds: several that come together make one edit. */
const DEBOUNCE = 60_000;

export interface Joined {
  /** With the report. */
  readonly story: Story;
  readonly report: StoryReport;
  /** All there are. */
  readonly subscriptions: readonly Subscription[];
  readonly posts: Awaited<ReturnType<StoryPosts['postsOf']>>;
  readonly now: Date;
}

type Verdict = Parameters<StoryBook['record']>[0];

/**
 * A first post where the channel has none and the report passes; otherwise an edit of it, and an update when the report
 * says something new. A post that is still waiting needs neither: it will be made of the story as it is then. However
 * many subscriptions of a channel want it, the channel is told once.
 */
export function desiredPosts(
  { story, report, subscriptions, posts: states, now }: Joined,
  rules: Pick<SubscriptionRules, 'wants' | 'afterQuiet'>,
): Pick<Verdict, 'posts' | 'edits'> {
  const posts: DesiredPost[] = [];
  const edits: Verdict['edits'][number][] = [];
  const [newClaim] = report.newClaims;
  const editAt = new Date(now.getTime() + DEBOUNCE).toISOString();
  for (const channel of byChannel(subscriptions)) {
    const listening = channel.filter(
      (subscription) =>
        subscription.pausedAt === null &&
        subscription.mode === 'live' &&
        maySee(subscription, report) &&
        !isOlderStory(subscription, story),
    );
    // Also of one that waits: it may be claimed, and drawn without this report, before the report is stored.
    for (const { id } of listening) if (states.has(id)) edits.push({ subscriptionId: id, dueAt: editAt });
    if (listening.some(({ id }) => states.get(id)?.state === 'waiting')) continue;
    const wanting = listening.find((subscription) => rules.wants(subscription, report));
    if (wanting === undefined) continue;
    const here = channelKey(wanting.place);
    // Also by a subscription that was removed since.
    const told = [...states.values()].some(
      ({ state, place }) => state === 'there' && channelKey(place) === here,
    );
    const post = {
      subscriptionId: wanting.id,
      storyId: story.id,
      dueAt: rules.afterQuiet(wanting, now).toISOString(),
    };
    if (!told) posts.push({ ...post, key: `story:${story.id}`, kind: 'story' });
    // One update for each report that says something new: it is known by the first of its claims.
    else if (newClaim !== undefined && report.copyOf === null)
      posts.push({ ...post, key: `update:${story.id}:${newClaim}`, kind: 'update' });
  }
  return { posts, edits };
}

function byChannel(subscriptions: readonly Subscription[]): Subscription[][] {
  const channels = new Map<string, Subscription[]>();
  for (const subscription of subscriptions) {
    const key = channelKey(subscription.place);
    channels.set(key, [...(channels.get(key) ?? []), subscription]);
  }
  return [...channels.values()];
}

/** One word for a channel; equal for equal places. */
export function channelKey({ platform, workspaceId, channelId }: Place): string {
  return JSON.stringify([platform, workspaceId, channelId]);
}
