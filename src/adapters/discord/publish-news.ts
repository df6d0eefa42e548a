/** Posts news in a channel, once, and changes it in place later. */
import type { ChatAdapter, NewsPost } from '../../core/chat.ts';
import { findSigned, isWhole } from './find-signed.ts';
import { hashedMark } from './hashed-mark.ts';
import { asPlaceGone } from './place-gone.ts';
import { createPlacedOutlet, type PlacedOutletOptions } from './placed-outlet.ts';
import { renderReport } from './render/render-report.ts';
import { signed, UNSIGNED_LIMIT } from './render/sign-message.ts';
import type { RestChannels } from './rest-channels.ts';
import { idAt } from './snowflake.ts';

export type Publishing = Required<Pick<ChatAdapter, 'publish' | 'revise'>>;

export interface PublishDeps {
  readonly channels: RestChannels;
  readonly botId: string;
}

/** Milliseconds by which our clock may be ahead of Discord's. */
const CLOCK_SKEW = 10 * 60_000;

export function createPublishing({ channels, botId }: PublishDeps): Publishing {
  /** @param since id of a message or of a moment: what is older is none of the post. */
  const outletOf = (
    channelId: string,
    mark: string,
    since: string,
    rest: Pick<PlacedOutletOptions, 'reference' | 'resumed' | 'isComplete' | 'there'>,
  ) =>
    createPlacedOutlet({
      ...rest,
      channels,
      channelId,
      nonce: (place) => `${mark}p${place}`,
      find: () => findSigned(channels, { channelId, botId }, mark, since),
      sign: (message, part) => signed(message, mark, part),
      contentLimit: UNSIGNED_LIMIT,
      exact: true,
    });

  async function publish(channelId: string, post: NewsPost): Promise<string> {
    const mark = hashedMark(post.mark);
    const since = idAt(post.firstTriedAt.getTime() - CLOCK_SKEW);
    const outlet = outletOf(channelId, mark, since, {
      reference: post.replyTo === undefined ? null : readRef(post.replyTo).ids[0],
      resumed: post.attempt > 1,
      isComplete: (found) => isWhole(found, mark),
    });
    await outlet.write(renderReport(post.report, post.picture), 'final');
    return [mark, ...outlet.ids()].join(' ');
  }

  async function revise(channelId: string, ref: string, post: Pick<NewsPost, 'report' | 'picture'>) {
    const { mark, ids } = readRef(ref);
    const messages = renderReport(post.report, post.picture);
    const [first] = ids;
    const outlet = outletOf(channelId, mark, first, {
      reference: first,
      there: ids,
      // Parts that an earlier change added, which the reference does not know.
      resumed: messages.length > ids.length,
    });
    await outlet.write(messages, 'final');
  }

  return {
    async publish({ channelId }, post) {
      try {
        return await publish(channelId, post);
      } catch (error) {
        throw asPlaceGone(error, channelId);
      }
    },
    async revise({ channelId }, ref, post) {
      try {
        await revise(channelId, ref, post);
      } catch (error) {
        throw asPlaceGone(error, channelId);
      }
    },
  };
}

/** What `publish` returned: the mark, and the ids of the messages in order, at least one. Throws for anything else. */
function readRef(ref: string): { readonly mark: string; readonly ids: readonly [string, ...string[]] } {
  const [mark, first, ...more] = ref.split(' ');
  if (mark === undefined || first === undefined || ![first, ...more].every((id) => /^\d+$/.test(id)))
    throw new Error(`this is no post on Discord: ${ref}`);
  return { mark, ids: [first, ...more] };
}
