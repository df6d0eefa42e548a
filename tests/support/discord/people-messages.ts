/** What people do in channels: write, edit, delete, react, open threads, archive and lock them. */
import { changeThread, directChannel, markThreadStart, openThread } from './channels.ts';
import { type Channel, idOf, type Message, type Ref } from './discord-model.ts';
import { setReaction } from './reactions.ts';
import { startTyping } from './routes-channels.ts';
import type { World } from './world.ts';
import { createMessage, deleteMessage, editMessage } from './write-message.ts';

export interface Said {
  /** Where; absent, it is a direct message to the bot. */
  channel?: Ref;
  user: Ref;
  content: string;
  replyTo?: Ref;
  /** False: a reply that pings nobody. */
  ping?: boolean;
  /** Puts the bot's mention before the text. */
  mentionsBot?: boolean;
}

export interface PeopleMessages {
  say: (input: Said) => Message;
  edit: (message: Ref, content: string) => Message;
  deleteMessage: (message: Ref) => void;
  react: (message: Ref, user: Ref, emoji: string, present?: boolean) => void;
  type: (channel: Ref, user: Ref) => void;
  /** From a message, or without one; `private` hides it from who is not in it (the bot is, if `withBot`). */
  createThread: (input: {
    channel: Ref;
    user: Ref;
    name: string;
    message?: Ref;
    private?: boolean;
    withBot?: boolean;
  }) => Channel;
  /** A post in a forum: the thread, and its first message under the same id. */
  forumPost: (input: { forum: Ref; user: Ref; name: string; content: string }) => {
    thread: Channel;
    message: Message;
  };
  archiveThread: (thread: Ref, archived?: boolean) => void;
  lockThread: (thread: Ref, locked?: boolean) => void;
}

/** The hands of people; each throws where a person could not do it. */
export function createPeopleMessages(world: World): PeopleMessages {
  const user = (ref: Ref) => must(world.users.get(idOf(ref)), 'user', ref);
  const channel = (ref: Ref) => must(world.channels.get(idOf(ref)), 'channel', ref);
  const message = (ref: Ref) => must(world.messages.get(idOf(ref)), 'message', ref);

  return {
    say: (input) => {
      const author = user(input.user);
      const where = input.channel === undefined ? directChannel(world, author.id) : channel(input.channel);
      if (where.thread?.locked) throw new Error('nobody can write in a locked thread');
      if (where.thread?.archived) changeThread(world, where, { archived: false });
      const replyTo = input.replyTo === undefined ? undefined : message(input.replyTo);
      const content = input.mentionsBot ? `<@${world.bot.id}> ${input.content}` : input.content;
      const quiet = { allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: false } };
      const body = { content, ...(input.ping === false ? quiet : {}) };
      return createMessage(world, { channel: where, author, body, replyTo });
    },
    edit: (ref, content) => editMessage(world, message(ref), { content }),
    deleteMessage: (ref) => deleteMessage(world, message(ref)),
    react: (ref, who, emoji, present = true) =>
      setReaction(world, message(ref), emoji, user(who).id, present),
    type: (ref, who) => startTyping(world, channel(ref), user(who).id),
    createThread: (input) => {
      const parent = channel(input.channel);
      const start = input.message === undefined ? undefined : message(input.message);
      if (start) markThreadStart(start);
      return openThread(world, parent, {
        name: input.name,
        ownerId: user(input.user).id,
        private: input.private ?? false,
        members: input.withBot ? [world.bot.id] : [],
        ...(start ? { id: start.id } : {}),
      });
    },
    forumPost: (input) => {
      const author = user(input.user);
      const thread = openThread(world, channel(input.forum), { name: input.name, ownerId: author.id });
      const body = { content: input.content };
      return { thread, message: createMessage(world, { channel: thread, author, body, id: thread.id }) };
    },
    archiveThread: (ref, archived = true) => changeThread(world, channel(ref), { archived }),
    lockThread: (ref, locked = true) => changeThread(world, channel(ref), { locked }),
  };
}

function must<T>(value: T | undefined, what: string, ref: Ref): T {
  if (value === undefined) throw new Error(`no ${what} ${idOf(ref)}`);
  return value;
}
