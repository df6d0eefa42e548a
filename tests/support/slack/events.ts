/** Events of the test Slack in their outer envelope, and which of them the app has subscribed to. */
import type { Delivered, Delivery, Envelope } from './delivery.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import { type Conversation, channelType, type Workspace } from './workspace.ts';

/** Wraps an event as the Events API sends it. */
export function eventEnvelope(workspace: Workspace, event: Json, eventId?: string): Envelope {
  const seconds = Math.floor(workspace.now() / 1000);
  return {
    kind: 'events_api',
    name: String(event.type),
    payload: {
      token: 'verification-token-of-the-tests',
      team_id: workspace.team.id,
      context_team_id: workspace.team.id,
      context_enterprise_id: null,
      api_app_id: workspace.app.id,
      event: { event_ts: `${seconds}.000000`, ...event },
      type: 'event_callback',
      event_id: eventId ?? workspace.newId('Ev'),
      event_time: seconds,
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.team.id,
          user_id: workspace.app.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${workspace.newId('ctx')}`,
    },
  };
}

/** A message as the `message` event tells of it. */
export function messageEvent(workspace: Workspace, conversation: Conversation, message: SlackMessage): Json {
  const {
    metadata: _m,
    markdown: _md,
    unfurl_links: _l,
    unfurl_media: _u,
    reactions: _r,
    ...shown
  } = message;
  return {
    ...shown,
    team: workspace.team.id,
    channel_type: channelType(conversation.kind),
    event_ts: message.ts,
    ...(message.bot_id === undefined
      ? { client_msg_id: workspace.newId('msg') }
      : {
          bot_profile: {
            id: message.bot_id,
            app_id: workspace.app.id,
            name: 'casebook',
            team_id: workspace.team.id,
          },
        }),
  };
}

export function changedEvent(
  workspace: Workspace,
  conversation: Conversation,
  message: SlackMessage,
  previous: Json,
): Json {
  const {
    channel: _c,
    channel_type: _t,
    event_ts: _e,
    ...inner
  } = messageEvent(workspace, conversation, message);
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { ...inner, source_team: workspace.team.id, user_team: workspace.team.id },
    previous_message: previous,
    channel: conversation.id,
    channel_type: channelType(conversation.kind),
    hidden: true,
    ts: workspace.nextTs(),
  };
}

export function deletedEvent(workspace: Workspace, conversation: Conversation, message: SlackMessage): Json {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: { ...message },
    deleted_ts: message.ts,
    channel: conversation.id,
    channel_type: channelType(conversation.kind),
    hidden: true,
    ts: workspace.nextTs(),
  };
}

const MESSAGE_SUBSCRIPTIONS: Readonly<Record<string, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

export type Emit = (event: Json) => Promise<Delivered | undefined>;

/**
 * Sends the events that the app has subscribed to (all without `subscriptions`), and of conversations that its bot is
 * in. `message.channels`, `message.groups`, `message.im` and `message.mpim` are told apart as Slack does.
 */
export function createEmit(
  workspace: Workspace,
  delivery: Delivery,
  subscriptions: readonly string[] | undefined,
): Emit {
  return async (event) => {
    const type = String(event.type);
    const name = type === 'message' ? (MESSAGE_SUBSCRIPTIONS[String(event.channel_type)] ?? type) : type;
    if (subscriptions !== undefined && !subscriptions.includes(name)) return undefined;
    const conversation = workspace.conversations.get(String(event.channel));
    const hears = conversation?.members.has(workspace.app.botUser) ?? true;
    if (!hears && (type === 'message' || type === 'app_mention')) return undefined;
    return delivery.deliver(eventEnvelope(workspace, event));
  };
}
