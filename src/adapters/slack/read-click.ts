/** A press on a button of ours: who pressed, where, and what the button says. */
import { fields, text } from './fields.ts';
import type { Recipient } from './send-beside.ts';

export interface Click {
  readonly actionId: string;
  readonly value: string;
  /** Unique for each press. */
  readonly id: string;
  readonly user: string;
  readonly team: string | undefined;
  /** Where the button is; on the home tab, the direct messages with the person. */
  readonly channel: string;
  /** The root of the conversation in which the button is; null on the home tab. */
  readonly thread: string | null;
  /** The person alone sees the button. */
  readonly alone: boolean;
  /** Opens one form, within three seconds. */
  readonly trigger: string | undefined;
  /** How to tell the person something there. */
  readonly to: Recipient;
}

/** Null where something is missing, as in a form. */
export function readClick(body: unknown): Click | null {
  const { actions, user, team, container, channel, view, response_url, trigger_id } = fields(body);
  const [action] = Array.isArray(actions) ? actions : [];
  const { value, action_ts, action_id } = fields(action);
  const place = fields(container);
  // The home tab keeps the address of the direct messages.
  const channelId = text(fields(channel).id) ?? text(place.channel_id) ?? text(fields(view).private_metadata);
  const userId = text(fields(user).id);
  const [said, at] = [text(value), text(action_ts) ?? text(trigger_id)];
  if (channelId === undefined || userId === undefined || said === undefined || at === undefined) return null;
  const thread = text(place.thread_ts);
  const root = thread ?? text(place.message_ts) ?? null;
  const alone = place.is_ephemeral === true;
  const responseUrl = text(response_url);
  return {
    actionId: text(action_id) ?? '',
    value: said,
    id: `click:${channelId}:${userId}:${at}`,
    user: userId,
    team: text(fields(user).team_id) ?? text(fields(team).id),
    channel: channelId,
    trigger: text(trigger_id),
    thread: alone ? (thread ?? null) : root,
    alone,
    to: {
      channel: channelId,
      user: userId,
      ...(thread === undefined ? {} : { thread }),
      ...(responseUrl === undefined ? {} : { responseUrl }),
    },
  };
}
