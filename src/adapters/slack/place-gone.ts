/** Which of Slack's refusals mean that nobody can be reached in a channel, and what an operator can do. */
import { PlaceGoneError } from '../../core/chat.ts';
import { isRefusal } from './slack-trouble.ts';

const REASONS: readonly (readonly [codes: readonly string[], reason: string])[] = [
  [['not_in_channel'], 'does not have the app: invite it there'],
  [['channel_not_found'], 'is gone, or is private and does not have the app: invite it there'],
  [['is_archived', 'is_inactive'], 'is archived: unarchive it'],
  [['user_not_found', 'user_disabled'], 'belongs to somebody who is gone'],
  [['messages_tab_disabled'], 'is closed: switch on the messages tab of the app (App Home)'],
  [
    [
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
    ],
    "does not let the app write: allow it in the channel's posting permissions",
  ],
];

/** The error, or the one that says that the place is gone. A token that is refused is not the channel's fault. */
export function asPlaceGone(error: unknown, channel: string): unknown {
  const found = REASONS.find(([codes]) => isRefusal(error, codes));
  return found === undefined
    ? error
    : new PlaceGoneError(`the Slack channel ${channel} ${found[1]}`, { cause: error });
}
