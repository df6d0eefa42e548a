/** What people do in the test Slack besides interacting with the app: they write, delete, open it, stop it, archive. */
import type { Delivered } from './delivery.ts';
import { changedEvent, deletedEvent, type Emit, messageEvent } from './events.ts';
import { messageAt, threadOf } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import type { SlackState } from './slack-state.ts';
import { stopStreams } from './stream-methods.ts';
import { conversationOf, directMessage } from './workspace.ts';

export interface Said {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly thread_ts?: string;
  /** Further fields, such as `files` and `subtype: 'file_share'`. */
  readonly fields?: Json;
}

export interface Speakers {
  /** Writes a message; the app hears of it (twice, where its bot is mentioned) unless it is not subscribed. */
  say(said: Said): SlackMessage;
  editMessage(channel: string, ts: string, text: string): void;
  /** Deletes a message; a root with replies leaves a tombstone. */
  deleteMessage(channel: string, ts: string): void;
  /** Opens the app: its home tab, or its direct messages. `tab: 'messages'` is the opening of the agent view. */
  openHome(user: string, tab: 'home' | 'messages'): Promise<Delivered | undefined>;
  /** Opens a thread of the older assistant view; gives its root. */
  openAssistant(user: string, context?: Json): SlackMessage;
  /** The person looks at something else while the app is open. */
  changeContext(user: string, entities: readonly Json[]): Promise<Delivered | undefined>;
  /** Presses «stop» on a thread in which the app is at work. */
  stopSession(channel: string, thread: string, user: string): Promise<Delivered | undefined>;
  archive(channel: string): void;
  kickBot(channel: string): void;
  inviteBot(channel: string): void;
  lockThread(channel: string, ts: string): void;
}

export function createSpeakers(state: SlackState, emit: Emit): Speakers {
  const { workspace } = state;
  const bot = workspace.app.botUser;

  const write = (said: Said): SlackMessage => {
    const conversation = conversationOf(workspace, said.channel);
    const root = said.thread_ts === undefined ? undefined : messageAt(conversation, said.thread_ts);
    const message: SlackMessage = {
      type: 'message',
      ts: workspace.nextTs(),
      channel: conversation.id,
      user: said.user,
      text: said.text,
      blocks: [textBlock(workspace.newId('blk'), said.text)],
      ...(said.thread_ts === undefined ? {} : { thread_ts: said.thread_ts }),
      ...said.fields,
    };
    conversation.messages.push(message);
    const context = state.contexts.get(said.user);
    const withContext = conversation.kind === 'im' && state.experience === 'agent' && context !== undefined;
    const event = {
      ...messageEvent(workspace, conversation, message),
      ...(root?.user === undefined ? {} : { parent_user_id: root.user }),
      ...(withContext ? { app_context: { entities: context } } : {}),
    };
    // Mentions in direct messages come as messages alone.
    if (conversation.kind !== 'im' && message.subtype === undefined && said.text.includes(`<@${bot}>`)) {
      const { channel_type: _type, ...mention } = event as Json;
      void emit({ ...mention, type: 'app_mention' });
    }
    void emit(event);
    return message;
  };

  return {
    say: write,
    editMessage: (channel, ts, text) => {
      const conversation = conversationOf(workspace, channel);
      const message = existing(conversation.messages, ts);
      const previous = { ...message };
      message.text = text;
      message.edited = { user: message.user ?? '', ts: workspace.nextTs() };
      void emit(changedEvent(workspace, conversation, message, previous));
    },
    deleteMessage: (channel, ts) => {
      const conversation = conversationOf(workspace, channel);
      const message = existing(conversation.messages, ts);
      const event = deletedEvent(workspace, conversation, message);
      if (threadOf(conversation, ts).length > 1) {
        message.subtype = 'tombstone';
        message.text = 'This message was deleted.';
        delete message.blocks;
      } else conversation.messages.splice(conversation.messages.indexOf(message), 1);
      void emit(event);
    },
    openHome: (user, tab) => {
      const view = state.homes.get(user);
      const context = state.contexts.get(user);
      return emit({
        type: 'app_home_opened',
        user,
        channel: directMessage(workspace, user).id,
        tab,
        event_ts: workspace.nextTs(),
        ...(tab === 'home' && view !== undefined ? { view } : {}),
        ...(state.experience === 'agent' && tab === 'messages'
          ? { context: context === undefined ? {} : { entities: context } }
          : {}),
      });
    },
    openAssistant: (user, context = {}) => {
      const conversation = directMessage(workspace, user);
      const root = write({
        channel: conversation.id,
        user: bot,
        text: 'New Assistant Thread',
        fields: { subtype: 'assistant_app_thread', bot_id: workspace.app.botId, app_id: workspace.app.id },
      });
      root.thread_ts = root.ts;
      void emit({
        type: 'assistant_thread_started',
        assistant_thread: { user_id: user, context, channel_id: conversation.id, thread_ts: root.ts },
      });
      return root;
    },
    changeContext: (user, entities) => {
      state.contexts.set(user, entities);
      const channel = directMessage(workspace, user);
      if (state.experience === 'agent')
        return emit({
          type: 'app_context_changed',
          user,
          channel: channel.id,
          context: entities.length === 0 ? {} : { entities },
        });
      const root = channel.messages.findLast((message) => message.subtype === 'assistant_app_thread');
      return emit({
        type: 'assistant_thread_context_changed',
        assistant_thread: {
          user_id: user,
          context: { channel_id: entities[0]?.value, team_id: workspace.team.id, enterprise_id: null },
          channel_id: channel.id,
          thread_ts: root?.ts,
        },
      });
    },
    stopSession: (channel, thread, user) => {
      const streaming_message_ts = stopStreams(state, conversationOf(workspace, channel), thread);
      return emit({ type: 'agent_session_stopped', channel, user, thread_ts: thread, streaming_message_ts });
    },
    archive: (channel) => {
      conversationOf(workspace, channel).archived = true;
      void emit({ type: 'channel_archive', channel, user: 'U0ADMIN003' });
    },
    kickBot: (channel) => {
      conversationOf(workspace, channel).members.delete(bot);
    },
    inviteBot: (channel) => {
      conversationOf(workspace, channel).members.add(bot);
      void emit({ type: 'member_joined_channel', channel, user: bot, team: workspace.team.id });
    },
    lockThread: (channel, ts) => {
      conversationOf(workspace, channel).lockedThreads.add(ts);
    },
  };
}

function existing(messages: readonly SlackMessage[], ts: string): SlackMessage {
  const message = messages.find((one) => one.ts === ts);
  if (message === undefined) throw new Error(`no message ${ts} in that conversation of the test workspace`);
  return message;
}

/** What a person types arrives with rich text blocks too. */
function textBlock(block_id: string, text: string): Json {
  return {
    type: 'rich_text',
    block_id,
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}
