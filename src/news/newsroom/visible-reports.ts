/** Whose reports a subscription may see. */
import type { Subscription } from '../../core/subscription.ts';
import type { Story, StoryReport } from '../story.ts';

/** The operator's feeds are everybody's; those of a workspace are its own. */
export function maySee(
  { place }: Pick<Subscription, 'place'>,
  { scope }: Pick<StoryReport, 'scope'>,
): boolean {
  return scope === 'global' || scope === place.workspaceId;
}

/** Whether what the subscription may see of the story began before it was made: such a story is never posted. */
export function isOlderStory(subscription: Subscription, story: Story): boolean {
  const first = story.reports.find((report) => maySee(subscription, report));
  return first === undefined || Date.parse(first.seenAt) < Date.parse(subscription.createdAt);
}
