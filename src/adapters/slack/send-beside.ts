/** Messages beside the conversation: to one person alone, or where the app is no member. */
import { errorMessage } from '../../core/errors.ts';
import type { SlackMessage } from './render/slack-message.ts';
import { RESPONSE_URL } from './response-url.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { SlackTrouble } from './slack-trouble.ts';

/**
 * `response`: the command's own address, seen by the asker alone. `channel`: the same, seen by all. `ephemeral`: by the
 * asker alone, where the app is a member. `direct`: in the direct messages with the asker.
 */
export type Way = 'response' | 'channel' | 'ephemeral' | 'direct';

export interface Recipient {
  readonly channel: string;
  readonly user: string;
  /** Only of a thread that the person has open. */
  readonly thread?: string;
  readonly responseUrl?: string;
}

/**
 * Sends the messages in order, each by the first way that still works.
 *
 * @returns the way of the last one; null where Slack did not say whether it took it. Throws SlackTrouble when there is
 *   no way left.
 */
export type SendBeside = (
  to: Recipient,
  messages: readonly SlackMessage[],
  ways: readonly Way[],
) => Promise<Way | null>;

/** Sends one message one way, or throws SlackTrouble. */
export type SendBy = (way: Way, to: Recipient, message: SlackMessage) => Promise<void>;

/** Slack's limit for the messages of one `response_url`. */
export const MAX_RESPONSES = 5;

export function createSendBy({ call, respond }: Readonly<Record<'call' | 'respond', SlackCall>>): SendBy {
  /** Nobody can see afterwards what was taken. */
  const look = async () => {
    throw new Error('messages to one person cannot be looked up');
  };

  return async (way, to, { text, blocks }) => {
    const { channel, user, thread, responseUrl } = to;
    const content = { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false };
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    if (way === 'ephemeral')
      await call.say('chat.postEphemeral', { channel, user, text, blocks, ...inThread }, look);
    else if (way === 'direct') await call.say('chat.postMessage', { channel: user, ...content }, look);
    else {
      const response_type = way === 'channel' ? 'in_channel' : 'ephemeral';
      const body = { ...content, ...inThread, response_type, replace_original: false };
      await respond.say(RESPONSE_URL, { url: responseUrl, ...body }, look);
    }
  };
}

export function createSendBeside(sendBy: SendBy, log: SlackLog): SendBeside {
  return async (to, messages, ways) => {
    const left = ways.filter(
      (way) => to.responseUrl !== undefined || (way !== 'response' && way !== 'channel'),
    );
    let responses = 0;
    let taken: Way | null = null;
    for (const message of messages) {
      let trouble: unknown;
      for (;;) {
        const way = left[0];
        if (way === undefined) throw trouble ?? new Error('there is no way to reach the person');
        try {
          if ((way === 'response' || way === 'channel') && ++responses > MAX_RESPONSES)
            throw new SlackTrouble(RESPONSE_URL, 'refused', 'used_url');
          await sendBy(way, to, message);
          taken = way;
          break;
        } catch (error) {
          trouble = error;
          // Perhaps it was taken: the next message goes the same way.
          if (!(error instanceof SlackTrouble) || error.kind !== 'refused') {
            log.error({ way, error: errorMessage(error) }, 'a message to one person may be lost');
            taken = null;
            break;
          }
          log.warn({ way, code: error.code }, 'Slack took no message this way');
          left.shift();
        }
      }
    }
    return taken;
  };
}
