/** Takes up what an earlier process posted. */
import type { OwnPosts } from './find-own-posts.ts';
import type { OpenReply } from './open-reply.ts';
import { SlackTrouble } from './slack-trouble.ts';

/** @returns null where the app may write but not look: then a post may come twice, which is better than never. */
export async function adoptParts(reply: OpenReply): Promise<OwnPosts | null> {
  try {
    const own = await reply.look();
    for (const [part, { ts }] of own.parts) reply.adopt(part, ts);
    return own;
  } catch (error) {
    if (error instanceof SlackTrouble && error.kind === 'refused') return null;
    throw error;
  }
}
